"""Whether a programme worked, from both reference points, and how sure anybody may be of it."""
