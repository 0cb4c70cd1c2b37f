"""The shape of work on a cluster: in order, never more under way than asked, the same result."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from rapport.matching.engine.candidates import cluster
from rapport.matching.engine.candidates.listing import search_of
from rapport.matching.engine.candidates.permitted import candidates

from .test_searching import EVERYTHING, pool_from


def test_results_come_in_order_and_few_are_under_way() -> None:
    under_way: set[int] = set()
    most = 0

    def begin(portion: int) -> int:
        nonlocal most
        under_way.add(portion)
        most = max(most, len(under_way))
        return portion

    def end(portion: int) -> int:
        under_way.discard(portion)
        return portion * 2

    assert list(cluster.in_order(range(20), 3, begin, end)) == [n * 2 for n in range(20)]
    assert most == 3


def in_place(shared: list[object]) -> SimpleNamespace:
    """What of Ray is used, in this process."""

    def remote(function: Callable[..., Any]) -> SimpleNamespace:
        return SimpleNamespace(remote=lambda work, at, one: function(work, shared[at], one))

    def put(value: object) -> int:
        shared.append(value)
        return len(shared) - 1

    return SimpleNamespace(
        is_initialized=lambda: True, put=put, remote=remote, get=lambda result: result,
        cluster_resources=lambda: {"CPU": 2},
    )  # fmt: skip


def test_what_is_shared_is_sent_once_and_the_result_is_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent: list[object] = []
    monkeypatch.setattr(cluster, "import_module", lambda _: in_place(sent))
    search = search_of(candidates(pool_from(3, 60, 30), EVERYTHING, 3), EVERYTHING)
    here = search.best(5)
    search.executor = cluster.Ray()
    there = search.best(5)
    assert here.mentor.tolist() == there.mentor.tolist()
    assert len(sent) == 1
