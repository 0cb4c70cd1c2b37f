"""Marks a sentence for translation without translating it here.

The tables of the domain carry English sentences; the pages translate them when they show them.
The name `_` is what the extraction of messages looks for.
"""


def _(sentence: str) -> str:
    return sentence
