"""Why this pair, why not that one, and what a change would do."""
