"""The matching engine beside everything else that could be used: the same pools, all in one run."""
