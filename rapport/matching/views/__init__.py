"""Find, act, answer."""
