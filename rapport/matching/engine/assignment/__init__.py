"""Who gets whom: numbers in, the optimum and its proof out. Knows no person and no criterion."""
