"""The pages of an evaluation."""
