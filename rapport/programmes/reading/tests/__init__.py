"""Tests of the reader: files made by code, sentences as names."""
