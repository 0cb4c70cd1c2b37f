"""Trainings, check-ups and workshops of a programme; knows who signed up, and nothing of pairs."""
