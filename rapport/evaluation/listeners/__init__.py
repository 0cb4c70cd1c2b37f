"""What an evaluation does when something has happened."""
