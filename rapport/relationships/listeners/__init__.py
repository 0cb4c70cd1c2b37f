"""What relationships hear of, and what they do then."""
