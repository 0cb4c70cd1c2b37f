"""The forms of an evaluation."""
