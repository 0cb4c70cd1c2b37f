"""Telling people what happened: one sentence an event, never a word of what a pair wrote."""
