"""A line of the log is a line: what somebody sends cannot begin another, nor paint the terminal.

Paths, addresses and messages of errors come from outside. Control characters in them are written
out, and the lines of a trace are set in, so that only a record of ours begins at the margin.
"""

import logging
import re

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
MARGIN = "    "
LINE = "%(asctime)s %(levelname)s %(name)s %(message)s"


class OneLine(logging.Formatter):
    """As `logging.Formatter`, whoever may have written the values."""

    def __init__(self) -> None:
        super().__init__(LINE)

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  # the library's name
        return written_out(super().formatMessage(record))

    def format(self, record: logging.LogRecord) -> str:
        head, *trace = super().format(record).split("\n")
        return "\n".join([head, *(MARGIN + written_out(line) for line in trace)])


def written_out(text: str) -> str:
    return CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode(), text)
