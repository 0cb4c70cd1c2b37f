"""A person: her account, her profile, her preferences. Knows nothing of organisations."""
