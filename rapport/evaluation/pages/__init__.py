"""What the pages of an evaluation show, put into words."""
