"""Reads exports of personnel systems and lists of participants as people really have them.

What a file does not answer becomes a question; what cannot be used is set aside with its reason.
"""
