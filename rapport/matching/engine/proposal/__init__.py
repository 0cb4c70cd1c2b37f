"""The whole way from a pool and criteria to proposed pairs."""
