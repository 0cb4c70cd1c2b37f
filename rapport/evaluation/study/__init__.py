"""One evaluation from what was read to what was found: lays out, compares, checks, gathers."""
