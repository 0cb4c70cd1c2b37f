"""Who may open what: every route × every person × own, other and ended – a complete table.

The table is `tests/access_table.py`. A route without a row fails, and so does a row that
promises too much or too little.
"""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.access_table import ROUTES, STATES, Row, State, Who
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


def answer(client: Client, method: str, path: str) -> HttpResponse:
    """One request, undone afterwards."""
    with transaction.atomic():
        response: HttpResponse = client.generic(method, path)  # type: ignore[assignment]  # the client's own type
        transaction.set_rollback(True)
    connection.needs_rollback = False
    return response


def is_let_in(response: HttpResponse) -> bool:
    """Found something: a page, a form that complains, a way on – but no sign-in and no 404."""
    to_sign_in = response.status_code == 302 and "/accounts/login/" in response.headers["Location"]
    return response.status_code not in {403, 404} and not to_sign_in


@pytest.mark.parametrize("name", sorted(ROUTES))
def test_a_route_lets_in_whom_its_row_names_and_nobody_else(name: str, scene: Scene) -> None:
    row = ROUTES[name]
    wrong = [
        f"{who.value} {state.value} {method}: {verdict}"
        for state in STATES
        for who in Who
        for method in METHODS
        if (verdict := check(scene, name, row, state, who, method))
    ]
    assert wrong == []


def check(scene: Scene, name: str, row: Row, state: State, who: Who, method: str) -> str:
    """Empty when the answer is as the table says; otherwise what happened."""
    path = reverse(name, kwargs=scene.arguments(row.arguments, state))
    response = answer(scene.client(who), method, path)
    if response.status_code >= 500:
        return f"failed with {response.status_code}"
    expected = who in row.who(state)
    if method in {"GET", "HEAD", "POST"} or not expected:
        found = is_let_in(response) and not (response.status_code == 405 and not expected)
        return "" if found == expected else f"{response.status_code}, expected {expected}"
    return ""


