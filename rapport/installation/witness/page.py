"""What a page of Rapport loads as code, read without running anything."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

DATA = ("application/json",)
"""Types of a script element that holds data and never runs."""


@dataclass(frozen=True)
class Script:
    """One script element: where it comes from and what the page says it must be."""

    address: str
    integrity: str


@dataclass
class Code:
    """Everything on a page that could run."""

    scripts: list[Script] = field(default_factory=list)
    inline: int = 0
    handlers: int = 0
    frames: int = 0


class Reader(HTMLParser):
    """Collects the code of one page."""

    def __init__(self) -> None:
        super().__init__()
        self.code = Code()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "script" and given.get("type") not in DATA:
            self.script(given)
        self.code.handlers += sum(name.startswith("on") for name in given)
        self.code.frames += tag in {"iframe", "object", "embed", "base"}

    def script(self, given: dict[str, str]) -> None:
        if "src" in given:
            self.code.scripts.append(Script(given["src"], given.get("integrity", "")))
        else:
            self.code.inline += 1


def code_of(page: str) -> Code:
    """The code of a page of HTML."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader.code
