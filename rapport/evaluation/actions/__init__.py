"""What is done: a plan is decided and locked, a personnel file comes and goes, reports are made."""
