"""What was found, put into words and figures for one reader."""
