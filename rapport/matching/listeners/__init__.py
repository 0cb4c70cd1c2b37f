"""What follows from rounds of matching: letters."""
