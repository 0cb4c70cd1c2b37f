"""What holds for every table, however strange: planning answers, and repeating changes nothing."""

import json
from contextlib import suppress
from functools import reduce

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapport.programmes.reading import (
    ImportPlan,
    KnownPerson,
    Mapping,
    Outcome,
    SignUp,
    Table,
    Target,
    from_json,
    plan_import,
    suggest_mapping,
    to_json,
)
from rapport.programmes.reading.cleaning import clean
from rapport.programmes.reading.headers import name_columns
from rapport.programmes.reading.read import read_table
from rapport.programmes.reading.refused import Unreadable
from rapport.programmes.reading.table import Row

LIKELY = (
    "a@x.org, b@x.org, A@X.org, 1, 2, 3, Mentor, mentee, both, Buddy, Ada, Ben, Ada Obi, 2-3, "
    "2026-01-02, 2026-01-02 10:00, 2026-01-03 10:00, 3/4/2026, n/a, law; art, de, 5+, ;, Asia/Tokyo"
)
KNOWN_HEADERS = ["E-mail", "Name", "Role", "ID", "Timestamp", "Manager", "Topics", "Q [a]", ""]
CELLS = st.one_of(st.sampled_from(LIKELY.split(", ")), st.text(max_size=12)).map(clean)
HEADERS = st.one_of(st.sampled_from(KNOWN_HEADERS), st.text(max_size=8).map(clean))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns, _notes = name_columns(draw(st.lists(HEADERS, min_size=1, max_size=6)))
    width = len(columns)
    bodies = draw(st.lists(st.lists(CELLS, min_size=width, max_size=width + 1), max_size=8))
    rows = tuple(Row(number, tuple(cells)) for number, cells in enumerate(bodies, start=2))
    return Table("a.csv", draw(st.sampled_from(["", "Mentors"])), (), 1, columns, rows)


PEOPLE: dict[str, tuple[str, ...]] = {
    "E-mail": ("a@x.org", "A@x.org", "b@x.org", "c@x.org", ""),
    "ID": ("1", "2", "3", "", ""),
    "Name": ("Ada", "Ada Obi", "Ben", "", ""),
    "Role": ("Mentor", "Mentee", "both", "Buddy"),
    "Timestamp": ("2026-01-02 10:00", "2026-01-03 10:00", "2026-01-04", "then", ""),
    "How many mentees": ("2", "2-3", "any number", "", ""),
    "Topics": ("law, art", "art", ""),
    "Q [a]": ("calm", "brave", ""),
}


CHOSEN = {
    "E-mail": Target.EMAIL,
    "ID": Target.REFERENCE,
    "Name": Target.NAME,
    "Role": Target.ROLE,
    "Timestamp": Target.SIGNED_UP_AT,
    "How many mentees": Target.MENTEES_WANTED,
    "Topics": Target.TOPICS,
    "Q [a]": Target.ANSWER,
}


@st.composite
def tables_of_people(draw: st.DrawFn) -> Table:
    """A few people who meet again and again, so that rows collide."""
    columns, _notes = name_columns(list(PEOPLE))
    row = st.tuples(*map(st.sampled_from, PEOPLE.values()))
    rows = enumerate(draw(st.lists(row, max_size=6)), start=2)
    return Table("a.csv", "", (), 1, columns, tuple(Row(number, cells) for number, cells in rows))


@st.composite
def mappings(draw: st.DrawFn, table: Table) -> Mapping:
    mapping = suggest_mapping(table)
    if len(table.columns) == len(PEOPLE):
        return reduce(lambda so_far, one: so_far.with_target(*one), CHOSEN.items(), mapping)
    for column in table.columns:
        if draw(st.booleans()):
            mapping = mapping.with_target(column.header, draw(st.sampled_from(Target)))
    return mapping


def applied(plan: ImportPlan, people: dict[str, SignUp]) -> dict[str, SignUp]:
    """What is known after a plan was stored, as a caller would store it."""
    stored = dict(people)
    for row in plan.to_store():
        assert row.sign_up
        stored[row.person or f"{len(stored)}"] = row.sign_up
    return stored


def known(people: dict[str, SignUp]) -> list[KnownPerson]:
    return [KnownPerson(key, sign_up) for key, sign_up in people.items()]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_plans_are_made_of_any_tables_and_repeating_the_last_changes_nothing(
    data: st.DataObject,
) -> None:
    people: dict[str, SignUp] = {}
    for _turn in range(2):
        table = data.draw(st.one_of(tables(), tables_of_people()))
        mapping = data.draw(mappings(table))
        plan = plan_import(table, mapping, known(people))
        assert [row.number for row in plan.rows] == [row.number for row in table.rows]
        people = applied(plan, people)
    again = plan_import(table, mapping, known(people))
    assert not again.to_store(), [row.changes for row in again.to_store()]
    assert len(again.of(Outcome.SET_ASIDE)) == len(plan.of(Outcome.SET_ASIDE))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_tables_mappings_and_plans_survive_storing(data: st.DataObject) -> None:
    table = data.draw(tables())
    mapping = data.draw(mappings(table))
    plan = plan_import(table, mapping)
    assert from_json(Table, json.loads(json.dumps(to_json(table)))) == table
    assert from_json(Mapping, json.loads(json.dumps(to_json(mapping)))) == mapping
    assert from_json(ImportPlan, json.loads(json.dumps(to_json(plan)))) == plan


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_any_bytes_are_a_table_or_a_sentence(data: bytes) -> None:
    with suppress(Unreadable):
        table = read_table("a.csv", data)
        assert plan_import(table, suggest_mapping(table)).rows
