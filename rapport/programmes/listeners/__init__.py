"""What a programme does of itself when something has happened."""
