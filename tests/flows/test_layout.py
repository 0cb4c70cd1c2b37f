"""No text is clipped: in German, in made-up Arabic from right to left, and 320 pixels wide."""

import pytest

from tests.flows.conftest import Readers
from tests.flows.reader import LANGUAGES
from tools.pictures import MOUNT, RELATIONSHIP

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

WIDTHS = (320, 390, 1440)
# Whose pages, by role; `{code}` is her relationship.
PAGES = {
    "mentee": (
        "/",
        "/relationships/{code}/",
        "/relationships/{code}/meetings/",
        "/relationships/{code}/goals/",
        "/relationships/{code}/values/",
        "/relationships/{code}/agreement/",
        "/relationships/{code}/pause/",
        "/relationships/{code}/ending/",
        "/relationships/{code}/talk/",
        "/news/",
        "/news/choices/",
        "/journal/",
        "/profile/",
        "/kept/",
        "/accounts/2fa/",
        "/accounts/sessions/",
    ),
    "coordinator": ("/desk/", "/programmes/", "/members/", "/invitations/", "/undelivered/"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", PAGES)
def test_no_text_is_clipped(role: str, language: str, readers: Readers) -> None:
    reader = readers(role)
    reader.speak(language)
    assert reader.open(f"{MOUNT}/")
    found = RELATIONSHIP.search(reader.page.content())
    faults = []
    for path in PAGES[role]:
        assert reader.open(MOUNT + path.format(code=found[1] if found else ""))
        faults += reader.faults(WIDTHS, closely=True)
    assert faults == []
    assert reader.complaints() == []
