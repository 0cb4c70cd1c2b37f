"""What an evaluation asks the records of a programme."""
