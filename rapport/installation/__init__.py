"""This installation: its database server, its roles, its health. Knows nothing of mentoring."""
