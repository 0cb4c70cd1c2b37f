"""Who may open what: every route × every person × own, other and ended – a complete table.

The table is `tests/access_table.py`. A route without a row fails, and so does a row that
promises too much or too little.
"""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.access_table import ROUTES, Row, State, Who
from tests.scene import Scene, build_scene

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
FOREIGN = ("account_", "mfa_", "usersessions_", "socialaccount_")
"""Addresses of the accounts library; its own doors are tested with the accounts."""


@pytest.fixture
def scene(db: None) -> Scene:
    return build_scene()


def route_names(resolver: URLResolver | None = None) -> Iterator[str]:
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from route_names(pattern)
        elif isinstance(pattern, URLPattern):
            yield pattern.name or str(pattern.pattern)


def test_every_route_has_its_row() -> None:
    ours = {name for name in route_names() if not name.startswith(FOREIGN)}
    assert ours - set(ROUTES) == set(), "routes without a row"
    assert set(ROUTES) - ours == set(), "rows without a route"


def answer(scene: Scene, name: str, state: State, who: Who, method: str) -> HttpResponse:
    """One request, undone afterwards."""
    path = reverse(name, kwargs=scene.arguments(name, state))
    with transaction.atomic():
        response: HttpResponse = scene.client(who).generic(method, path)  # type: ignore[assignment]  # the client's own type
        transaction.set_rollback(True)
    return response


def is_let_in(response: HttpResponse) -> bool:
    """Found something: a page, a form that complains, a way on – but no sign-in and no 404."""
    to_sign_in = response.status_code == 302 and "/accounts/login/" in response.headers["Location"]
    return response.status_code not in {403, 404} and not to_sign_in


@pytest.mark.parametrize("name", sorted(ROUTES))
def test_a_route_lets_in_whom_its_row_names_and_nobody_else(name: str, scene: Scene) -> None:
    row = ROUTES[name]
    wrong = [
        f"{who.value}, {state.value}, {method}: {response.status_code}"
        for state in State
        for who in Who
        for method in METHODS
        if not is_right(response := answer(scene, name, state, who, method), row, state, who)
    ]
    assert wrong == []


def is_right(response: HttpResponse, row: Row, state: State, who: Who) -> bool:
    """As the table says; whoever is let in may still use a method the route does not know."""
    if response.status_code >= 500:
        return False
    return is_let_in(response) == (who in row.let_in(state))
