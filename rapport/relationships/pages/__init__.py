"""What a page of a relationship shows one member: values in words, read from queries and tables."""
