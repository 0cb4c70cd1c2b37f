"""Forms of programmes, intakes, duties, sign-ups and imports."""
