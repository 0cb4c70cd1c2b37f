"""Who could have whom: all pairs, or the short lists that stand for them."""
