"""The report: one document made of pages, laid out as a web page and as a tagged PDF."""
