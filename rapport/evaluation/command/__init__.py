"""`rapport evaluate`: from files to a report, without a database and without Django."""

from rapport.evaluation.command.evaluate import main

__all__ = ["main"]
