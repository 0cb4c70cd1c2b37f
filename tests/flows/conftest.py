"""What flows share: the demonstration as a real installation, and who reads it."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser import chromium
from tests.flows.reader import Looker, Reader, Visitor
from tests.installation import Installation
from tests.page_table import VISITOR
from tools.catalogues import write_pseudo
from tools.pictures import START_WITHIN

type Readers = Callable[[str], Looker]


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """With the made-up Arabic among its languages."""
    folder = tmp_path_factory.mktemp("layout")
    write_pseudo(folder / "pseudo")
    (folder / "var").mkdir()
    place = Installation(folder / "var", demo=True, RAPPORT_PSEUDO=str(folder / "pseudo"))
    place.start(3 * START_WITHIN)
    yield place
    place.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def readers(browser: Browser, demonstration: Installation) -> Readers:
    """One reader for each role: signing in and unlocking takes longer than reading a page."""
    known: dict[str, Looker] = {VISITOR: Visitor(browser, demonstration)}

    def reader_of(role: str) -> Looker:
        if role not in known:
            known[role] = Reader(browser, demonstration, role)
        return known[role]

    return reader_of
