"""What is asked of a pair, and of whom: people, rules and criteria as data."""
