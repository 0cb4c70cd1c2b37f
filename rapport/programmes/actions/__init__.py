"""What can be done with programmes, intakes, duties, sign-ups and imports."""
