"""What a report is made of, before it is a web page or a PDF. It knows words and no layout."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Text:
    """One paragraph; `strong` for the sentence that carries a page."""

    words: str
    strong: bool = False


@dataclass(frozen=True)
class Points:
    """A list of short sentences."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Box:
    """A paragraph that stands apart: what to be careful about, or what a thing means."""

    title: str
    words: str
    caution: bool = False


@dataclass(frozen=True)
class Table:
    """The first column names the row. `figures` says from which column on cells are numbers."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: int = 1


@dataclass(frozen=True)
class Figure:
    """A picture, the sentence under it, and the table that says the same in numbers."""

    svg: str
    alternative: str
    caption: str
    table: Table


@dataclass(frozen=True)
class Verdict:
    """One claim: its grade, the sentence, and the figures it stands on."""

    label: str
    grade: str
    grade_name: str
    sentence: str
    facts: tuple[tuple[str, str], ...] = ()


type Block = Text | Points | Box | Table | Figure | Verdict


@dataclass(frozen=True)
class Page:
    """`name` is its address on the web; pages are numbered in their order."""

    name: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Document:
    """`day` is the last day the data cover; there is no clock in a report."""

    title: str
    subtitle: str
    language: str
    day: tuple[int, int, int]
    pages: tuple[Page, ...]
    labels: dict[str, str] = field(default_factory=dict)

    def words(self) -> str:
        """Everything a reader can read, for counting and for the scan of banned words."""
        return "\n".join([self.title, self.subtitle, *map(words_of_page, self.pages)])


def words_of_page(page: Page) -> str:
    return "\n".join([page.title, *(line for block in page.blocks for line in lines_of(block))])


def lines_of(block: Block) -> tuple[str, ...]:
    """The words of one block, line by line."""
    match block:
        case Text():
            return (block.words,)
        case Points():
            return block.items
        case Box():
            return (block.title, block.words)
        case Table():
            return (block.caption, *block.head, *(cell for row in block.rows for cell in row))
        case Figure():
            return (block.alternative, block.caption, *lines_of(block.table))
    facts = (word for fact in block.facts for word in fact)
    return (block.label, block.grade_name, block.sentence, *facts)


def as_data(document: Document) -> dict[str, Any]:
    """The document as plain values, to be kept or laid out; every block says its kind."""
    pages = [
        {"name": page.name, "title": page.title, "blocks": [_block(one) for one in page.blocks]}
        for page in document.pages
    ]
    return asdict(document) | {"pages": pages}


def _block(block: Block) -> dict[str, Any]:
    return asdict(block) | {"kind": type(block).__name__.lower()}


KINDS: Mapping[str, type[Any]] = {
    kind.__name__.lower(): kind for kind in (Text, Points, Box, Table, Figure, Verdict)
}


def from_data(data: Mapping[str, Any]) -> Document:
    """The document again, from values that were kept as JSON."""
    pages = tuple(
        Page(page["name"], page["title"], tuple(map(_read, page["blocks"])))
        for page in data["pages"]
    )
    return Document(**{**data, "day": tuple(data["day"]), "pages": pages})


def _read(data: Mapping[str, Any]) -> Block:
    values = {name: _settled(value) for name, value in data.items() if name != "kind"}
    if data["kind"] == "figure":
        values["table"] = Table(**{name: _settled(one) for name, one in data["table"].items()})
    block: Block = KINDS[data["kind"]](**values)
    return block


def _settled(value: Any) -> Any:
    """Lists as tuples, all the way down."""
    return tuple(map(_settled, value)) if isinstance(value, list) else value
