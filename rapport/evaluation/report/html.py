"""A document as one web page that needs nothing else: no script, no font, no other file."""

from html import escape
from pathlib import Path

from rapport.evaluation.report.document import (
    Block,
    Box,
    Document,
    Figure,
    Page,
    Points,
    Table,
    Text,
    Verdict,
)

FIGURE = ' class="report-figure"'
STYLE = Path(__file__).with_name("report.css")


def web_page(document: Document) -> str:
    """A whole page with its style inside, to be opened from a file."""
    style = STYLE.read_text(encoding="utf-8")
    return (
        f'<!doctype html>\n<html lang="{document.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(document.title)}</title>\n<style>\n{style}</style>\n</head>\n"
        f'<body class="report">\n{report(document)}</body>\n</html>\n'
    )


def report(document: Document) -> str:
    """The report itself with its head, to be set into a page that has our style."""
    return (
        f'<header class="report-head">\n<h1>{escape(document.title)}</h1>\n'
        f"<p>{escape(document.subtitle)}</p>\n</header>\n"
        f"{contents_of(document)}<main>\n{pages_of(document)}</main>\n"
    )


def pages_of(document: Document) -> str:
    """All pages, one section each."""
    return "".join(map(_page, document.pages))


def contents_of(document: Document) -> str:
    """What stands on which page."""
    contents = "".join(
        f'<li><a href="#{page.name}">{escape(page.title)}</a></li>\n' for page in document.pages
    )
    return (
        f'<nav class="report-contents" aria-label="{escape(document.labels["contents"])}">\n'
        f"<ol>\n{contents}</ol>\n</nav>\n"
    )


def _page(page: Page) -> str:
    blocks = "".join(map(_block, page.blocks))
    return (
        f'<section id="{page.name}" class="report-page" aria-labelledby="{page.name}-title">\n'
        f'<h2 id="{page.name}-title">{escape(page.title)}</h2>\n{blocks}</section>\n'
    )


def _block(block: Block) -> str:
    match block:
        case Text():
            kind = ' class="report-strong"' if block.strong else ""
            return f"<p{kind}>{escape(block.words)}</p>\n"
        case Points():
            items = "".join(f"<li>{escape(item)}</li>\n" for item in block.items)
            return f"<ul>\n{items}</ul>\n"
        case Box():
            kind = " report-caution" if block.caution else ""
            title, words = escape(block.title), escape(block.words)
            return f'<aside class="report-box{kind}">\n<h3>{title}</h3>\n<p>{words}</p>\n</aside>\n'
        case Table():
            return _table(block)
        case Figure():
            return _figure(block)
        case Verdict():
            return _verdict(block)


def _table(table: Table) -> str:
    head = "".join(
        f'<th scope="col"{FIGURE if place >= table.figures else ""}>{escape(cell)}</th>'
        for place, cell in enumerate(table.head)
    )
    rows = "".join(f"<tr>{_row(row, table.figures)}</tr>\n" for row in table.rows)
    return (
        f'<div class="report-wide" tabindex="0" role="region" aria-label="{escape(table.caption)}">'
        f"<table>\n<caption>{escape(table.caption)}</caption>\n"
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div>\n"
    )


def _row(row: tuple[str, ...], figures: int) -> str:
    first = f'<th scope="row">{escape(row[0])}</th>'
    return first + "".join(
        f"<td{FIGURE if place >= figures else ''}>{escape(cell)}</td>"
        for place, cell in enumerate(row[1:], start=1)
    )


def _figure(figure: Figure) -> str:
    return (
        f'<figure>\n<div class="report-wide" tabindex="0" role="group">{figure.svg}</div>\n'
        f"<figcaption>{escape(figure.caption)}</figcaption>\n"
        f"{_table(figure.table)}</figure>\n"
    )


def _verdict(verdict: Verdict) -> str:
    facts = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(said)}</dd>\n" for name, said in verdict.facts
    )
    return (
        '<article class="report-verdict">\n'
        f'<p class="report-grade"><b>{escape(verdict.grade)}</b> {escape(verdict.grade_name)}</p>\n'
        f"<h3>{escape(verdict.label)}</h3>\n<p>{escape(verdict.sentence)}</p>\n"
        f"<dl>\n{facts}</dl>\n</article>\n"
    )
