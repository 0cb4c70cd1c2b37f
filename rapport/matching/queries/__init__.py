"""What is asked of sign-ups, rounds and settings."""
