"""Which pairs are impossible and how good the others would be: a formula a kind."""
