"""What a pair shows to its programme of its own free will: so far, its signed agreement."""
