"""What is gathered is what `prefetch_related` would have fetched, by one question."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import Model
from django.db.models.fields.reverse_related import ManyToOneRel
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from rapport.organisations.scope import ORGANISATION, setting
from rapport.relationships.actions.meetings import Slot, arrange_meeting, note_held
from rapport.relationships.models import Reflection, Relationship
from rapport.relationships.queries import gathering
from rapport.relationships.queries.gathering import gather, plan_for
from rapport.relationships.queries.goals import GOAL_PATHS
from rapport.relationships.queries.turns import PATHS
from rapport.relationships.tests.test_goals import propose
from rapport.sealed.models import SealedObject
from tests.cast import Cast
from tests.sealing import Hands

ALL = (*PATHS, *GOAL_PATHS)


@pytest.fixture
def full(here: Relationship, cast: Cast) -> Relationship:
    """With keys, goals of both, and meetings that were not arranged in their order."""
    hands, now = Hands(here), timezone.now()
    for owner in (cast.ben, cast.ada):
        propose(hands, here, owner, commitment=8)
    for days in (9, 20, -2):
        meeting = arrange_meeting(here, Slot(now + timedelta(days=days), 45), by=cast.ada)
    note_held(meeting, by=cast.ben)
    words = SealedObject.objects.create(space=here.space)
    Reflection.objects.create(meeting=meeting, person=cast.ada, words=words)
    return here


def values(row: Model) -> dict[str, Any]:
    named = ((field.attname, getattr(row, field.attname)) for field in row._meta.concrete_fields)
    return {name: bytes(v) if isinstance(v, memoryview) else v for name, v in named}


def along(row: Model, path: list[str]) -> list[dict[str, Any]]:
    """The rows on one path, in the order in which a page meets them."""
    if not path:
        return [values(row)]
    field: Any = row._meta.get_field(path[0])
    if isinstance(field, ManyToOneRel):
        near = list(getattr(row, str(field.get_accessor_name())).all())
    else:
        near = [getattr(row, path[0])]
    return [values(row), *(each for one in near for each in along(one, path[1:]))]


@pytest.mark.parametrize("path", ALL)
def test_every_path_leads_to_the_same_rows(full: Relationship, path: str) -> None:
    fetched = Relationship.objects.prefetch_related(path).get()
    found = Relationship.objects.get()
    gather([found], (path,))
    with CaptureQueriesContext(connection) as asked:
        answer = along(found, path.split("__"))
    assert len(asked) == 0
    assert answer == along(fetched, path.split("__"))


def test_all_of_it_is_one_question(full: Relationship) -> None:
    plan_for(Relationship, ALL)
    with CaptureQueriesContext(connection) as asked:
        gather([Relationship.objects.get()], ALL)
    assert len(asked) == 2
    assert len(asked[0]["sql"]) < len(asked[1]["sql"])


def test_what_is_gathered_can_still_be_narrowed(full: Relationship) -> None:
    """A manager that was filled asks the database again, for rows of its own row only."""
    found = Relationship.objects.get()
    gather([found], ("meetings",))
    assert found.meetings.filter(held_at=None).count() == 2
    assert found.meetings.filter(relationship=found).query.where


def test_nothing_is_gathered_from_outside_the_organisation(full: Relationship) -> None:
    found = Relationship.objects.get()
    with setting(ORGANISATION, ""):
        gather([found], ("meetings", "goals__acceptances"))
    assert list(found.meetings.all()) == []


def test_a_column_of_another_kind_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(gathering.READ, "DateTimeField")
    plan_for.cache_clear()
    with pytest.raises(KeyError):
        plan_for(Relationship, ("meetings",))
