"""Charts as SVG of our own: one picture for the web and the PDF, and always the same bytes."""
