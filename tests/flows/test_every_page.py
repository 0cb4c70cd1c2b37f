"""No text is clipped, on every page there is: in German, in made-up Arabic, 320 pixels wide.

The pages are found as a reader finds them: from the start, link by link, each route once.
"""

from collections import deque
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve

from tests.flows.conftest import Readers
from tests.flows.preparing import Seeds, prepare
from tests.flows.reader import LANGUAGES, Looker, Reader
from tests.installation import Installation
from tests.page_table import COORDINATOR, MENTEE, NOT_WALKED, WALKED
from tools.pictures import MOUNT

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.xdist_group("browser")]

# Where colours, names and structure are looked at as well; they do not depend on the language.
LOOKED_AT_CLOSELY = "en"
WIDTHS = {"en": (320, 390, 1440), "de": (320, 1440), "ar": (320, 1440)}
SEEDS = ("/", "/news/", "/profile/", "/kept/", "/keys/", "/spaces/", "/say/", "/learning/")
DUTIES = ("/desk/", "/programmes/", "/members/", "/invitations/", "/undelivered/", "/evaluations/")
ACCOUNT = ("login/", "signup/", "inactive/", "confirm-email/", "password/reset/")
RESET = ("password/reset/done/", "password/reset/key/done/")
OUTSIDE = ("/running/", *(f"/accounts/{each}" for each in (*ACCOUNT, *RESET)))
# Where nothing leads before or after its time: clauses, a draft beside what was signed, promises.
AGREEMENT = ("agreement/1", "agreement/1/0", "agreement/clauses")
SKILLS = "competencies/rapport/pool/"
IN_A_RELATIONSHIP = (*AGREEMENT, SKILLS, "introductions/", "afterwards/", "rhythm/")
LINKS = "els => els.map(el => el.pathname).filter(path => path.startsWith('/'))"


def route_of(path: str) -> str:
    """The name of the route; "" for what is no page of ours."""
    try:
        return resolve(path.removeprefix(MOUNT)).url_name or ""
    except Resolver404:
        return ""


@pytest.fixture(scope="module")
def seeds(readers: Readers, demonstration: Installation) -> Seeds:
    """Where every walk begins, once there is something of everything."""
    coordinator, mentee = readers(COORDINATOR), readers(MENTEE)
    assert isinstance(coordinator, Reader)
    assert isinstance(mentee, Reader)
    prepared = prepare(coordinator, mentee, demonstration)
    inside = ["/accounts/logout/", *(MOUNT + path for path in (*SEEDS, *DUTIES))]
    return Seeds([*inside, *prepared.inside], [*OUTSIDE, *prepared.outside])


def beginnings(looker: Looker, seeds: Seeds) -> list[str]:
    """The seeds, and what belongs to her own relationship."""
    if not isinstance(looker, Reader):
        return seeds.outside
    home = looker.relationship()
    return [*seeds.inside, *(home + each for each in IN_A_RELATIONSHIP if home)]


def routes(looker: Looker, seeds: Seeds) -> Iterator[str]:
    """The name of every page she can come to; it is open meanwhile.

    All seeds are opened, for one page may begin in several states; links once a route. Who is sent
    on from where she wanted to go has seen only the page where she arrives.
    """
    waiting = deque((path, True) for path in beginnings(looker, seeds))
    known, seen = set(NOT_WALKED), set[str]()
    while waiting:
        path, is_seed = waiting.popleft()
        name = route_of(path)
        # Not found is fine for a seed that the role has no door to.
        if not name or (name in known and not is_seed) or not looker.open(path):
            continue
        known.add(name)
        links = looker.page.eval_on_selector_all("a[href]", LINKS)
        waiting += ((each, False) for each in links)
        arrived = urlsplit(looker.page.url).path
        if arrived not in seen and (name := route_of(arrived)):
            seen.add(arrived)
            yield name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", WALKED)
def test_no_text_is_clipped(role: str, language: str, readers: Readers, seeds: Seeds) -> None:
    looker = readers(role)
    looker.speak(language)
    closely = language == LOOKED_AT_CLOSELY
    walked, faults = set(), []
    for name in routes(looker, seeds):
        walked.add(name)
        faults += looker.faults(WIDTHS[language], closely=closely)
    assert faults == []
    assert looker.complaints() == []
    assert set(WALKED[role]) - walked == set(), "promised, and not come by"
