"""How evenly a solution treats people."""
