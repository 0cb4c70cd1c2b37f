"""No page is left out of the walk: every route that takes a GET is walked, or named with a reason.

The table is `tests/page_table.py`; what the walk really comes by is held by the walk itself.
"""

from collections import Counter

import pytest
from django.urls import reverse

from tests.access_table import ROUTES, State, Who
from tests.page_table import NOT_WALKED, WALKED
from tests.scene import Scene
from tests.test_access import FOREIGN, route_names, scene

pytestmark = pytest.mark.xdist_group("access 0")
__all__ = ["scene"]  # the stage of the table of access serves here as well

NO_SUCH_METHOD = 405
NAMED = {name for names in WALKED.values() for name in names} | set(NOT_WALKED)


def takes_a_get(scene: Scene, name: str) -> bool:
    """Whoever it is: “no such method” is said before anybody is asked who she is."""
    row = ROUTES[name]
    path = reverse(name, kwargs=scene.arguments(row.target, State.OWN))
    answer = scene.client(next(iter(row.own), Who.BEN)).get(path)
    return answer.status_code != NO_SUCH_METHOD


def test_every_page_of_ours_is_walked_or_named_with_a_reason(scene: Scene) -> None:
    pages = {name for name in ROUTES if takes_a_get(scene, name)}
    assert pages - NAMED == set(), "pages that nobody looks at"
    assert {name for name in NAMED if not name.startswith(FOREIGN)} - pages == set(), "no pages"


def test_every_page_of_the_account_is_walked_or_named_with_a_reason() -> None:
    theirs = {name for name in route_names() if name.startswith(FOREIGN)}
    assert theirs ^ {name for name in NAMED if name.startswith(FOREIGN)} == set()


def test_whoever_walks_a_page_needs_no_excuse_for_it() -> None:
    walked = {name for names in WALKED.values() for name in names}
    assert walked & set(NOT_WALKED) == set()
    for names in WALKED.values():
        assert [name for name, times in Counter(names).items() if times > 1] == []
