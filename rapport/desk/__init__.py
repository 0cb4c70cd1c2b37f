"""The coordinator's desk: who takes part, which phase, met or not, what needs a decision."""
