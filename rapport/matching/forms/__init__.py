"""What is typed and chosen around rounds of matching."""
