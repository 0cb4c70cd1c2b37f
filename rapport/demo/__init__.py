"""The demonstration programme: believable people, relationships in every phase, sealed words.

Deterministic for a given day, and refused where real people exist. Written straight into the
tables, with dates in the past; nothing of it is mailed.
"""
