"""What can be done with rounds of matching and their pairs."""
