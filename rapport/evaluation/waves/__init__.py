"""The pulse of a whole programme: figures lent by its members, pooled once a month."""
