"""`rapport verify FILE`: finds out what kind of file it is; each kind has its own check."""

from collections.abc import Sequence
from pathlib import Path

from rapport.sealed import verification as exports
from rapport.sharing import verification as agreements
from rapport.sharing.copied import verify_agreements

PDF = b"%PDF"


def main(arguments: Sequence[str]) -> int:
    """The exit code: 0 when all of it holds, 1 when something does not, 2 when it is no file."""
    if any(map(is_pdf, arguments)):
        return agreements.main(arguments)
    return exports.main(arguments, [verify_agreements])


def is_pdf(name: str) -> bool:
    path = Path(name)
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(PDF)) == PDF
