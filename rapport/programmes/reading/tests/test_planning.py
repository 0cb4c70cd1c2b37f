"""What a plan says about each row: taken, folded, set aside, and in which words."""

import csv
import io
from collections.abc import Iterable

import pytest

from rapport.programmes.reading import (
    ImportPlan,
    KnownPerson,
    Outcome,
    Role,
    RowPlan,
    SignUp,
    Target,
    plan_import,
    read_table,
    suggest_mapping,
)
from rapport.programmes.reading.tests import making

HEADER = "E-mail,Name,Role,Personalnummer,How many mentees,Timestamp,Manager,Topics,Wish"
ADA = 'ada@example.org,Ada Obi,Mentor,A1,2,2026-01-02 10:00:00,Kim Roe,"law, art",calm'
BEN = "ben@example.org,Ben Aydin,Mentee,B1,,2026-01-02 11:00:00,Ada Obi,art,"


def planned(*lines: str, existing: Iterable[KnownPerson] = (), header: str = HEADER) -> ImportPlan:
    table = read_table("a.csv", "\n".join((header, *lines)).encode())
    columns = [column.header for column in table.columns]
    mapping = suggest_mapping(table)
    for name, target in zip(columns, TARGETS, strict=False):
        mapping = mapping.with_target(name, target)
    return plan_import(table, mapping, existing)


TARGETS = (
    Target.EMAIL,
    Target.NAME,
    Target.ROLE,
    Target.REFERENCE,
    Target.MENTEES_WANTED,
    Target.SIGNED_UP_AT,
    Target.NEVER_WITH,
    Target.TOPICS,
    Target.ANSWER,
)


def known_from(plan: ImportPlan) -> list[KnownPerson]:
    return [KnownPerson(f"key {r.number}", r.sign_up) for r in plan.to_store() if r.sign_up]


def outcomes(plan: ImportPlan) -> list[str]:
    return [row.outcome.value for row in plan.rows]


def said(row: RowPlan) -> str:
    return " ".join(map(str, row.sentences))


def stored(row: RowPlan) -> SignUp:
    assert row.sign_up is not None
    return row.sign_up


def test_a_good_row_is_new_with_all_it_says() -> None:
    row = planned(ADA).rows[0]
    sign_up = stored(row)
    assert (row.number, row.outcome, row.person) == (2, Outcome.NEW, None)
    assert (sign_up.email, sign_up.reference, sign_up.name) == ("ada@example.org", "A1", "Ada Obi")
    assert (sign_up.role, sign_up.mentees_wanted, sign_up.mentors_wanted) == (Role.MENTOR, 2, None)
    assert (sign_up.never_with, sign_up.topics) == (("Kim Roe",), ("law", "art"))
    assert [(a.question, a.text) for a in sign_up.answers] == [("Wish", "calm")]


def test_a_mentee_who_says_no_number_gets_what_the_format_has() -> None:
    sign_up = stored(planned(BEN).rows[0])
    assert (sign_up.mentees_wanted, sign_up.mentors_wanted) == (None, None)


def test_a_mentor_who_says_no_number_is_given_none_and_it_is_said() -> None:
    row = planned("ada@example.org,Ada,Mentor").rows[0]
    assert stored(row).mentees_wanted is None
    assert "Nothing says how many people" in said(row)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (",Ada,Mentor", "neither an e-mail address nor a reference"),
        ("n/a,Ada,Mentor", "neither an e-mail address nor a reference"),
        ("ada(at)example.org,Ada,Mentor", "“ada(at)example.org” is not an e-mail address"),
        ("ada@example.org,Ada,", "Nothing says whether this person is a mentor or a mentee"),
        ("ada@example.org,Ada,Buddy", "We do not know what “Buddy” means as a role"),
        (f"ada@example.org,{'A' * 201},Mentor", "“Name” holds 201 characters and 200 fit"),
        (ADA + ",x,y", "more cells than the header"),
    ],
)
def test_a_row_is_set_aside_with_its_reason_and_blocks_no_other(line: str, sentence: str) -> None:
    plan = planned(line, BEN)
    assert outcomes(plan) == ["set_aside", "new"]
    assert sentence in said(plan.rows[0])
    assert not plan.is_clean()
    assert planned(BEN).is_clean()


def test_a_role_word_nobody_knows_is_asked_once_and_then_remembered() -> None:
    lines = ("a@example.org,A,Buddy", "b@example.org,B,buddy!", "c@example.org,C,Mentee")
    table = read_table("a.csv", "\n".join(("E-mail,Name,Role", *lines)).encode())
    mapping = suggest_mapping(table).with_target("Role", Target.ROLE)
    (question,) = plan_import(table, mapping).role_questions
    assert (question.word, question.rows) == ("Buddy", (2, 3))
    remembered = suggest_mapping(table, mapping.with_role_word("Buddy", Role.MENTOR))
    assert plan_import(table, remembered).is_clean()
    assert plan_import(table, mapping, role_words={"Buddy": Role.MENTEE}).is_clean()


def test_the_newer_answer_of_the_same_person_counts() -> None:
    newer = ADA.replace("01-02 10", "02-01 10").replace(",2,", ",3,").replace("ada@", "ADA@")
    plan = planned(newer, ADA)
    assert outcomes(plan) == ["new", "folded"]
    assert stored(plan.rows[0]).mentees_wanted == 3
    assert "Row 2 is a newer answer of the same person" in said(plan.rows[1])


def test_without_times_the_later_row_counts() -> None:
    plan = planned("ada@example.org,Ada,Mentor,,2", "ada@example.org,Ada,Mentor,,3")
    assert outcomes(plan) == ["folded", "new"]


def test_the_same_reference_is_the_same_person_too() -> None:
    plan = planned(",Ada,Mentor,a1,2", "ada@example.org,Ada,Mentor,A1,3")
    assert outcomes(plan) == ["folded", "new"]


def test_somebody_in_both_roles_is_taken_once_for_either() -> None:
    plan = planned(ADA, "ada@example.org,Ada Obi,Mentee,,,2026-01-03 10:00:00,,,brave")
    assert outcomes(plan) == ["folded", "new"]
    sign_up = stored(plan.rows[1])
    assert (sign_up.role, sign_up.mentees_wanted, sign_up.mentors_wanted) == (Role.EITHER, 2, None)
    assert sign_up.topics == ("law", "art")
    assert "in the other role" in said(plan.rows[0])


@pytest.mark.parametrize(
    ("one", "other", "sentence"),
    [
        ("x@example.org,Ada,Mentor", "x@example.org,Ben,Mentee", "different names (Ada, Ben)"),
        ("a@example.org,Ada,Mentor,7", "b@example.org,Ada,Mentor,7", "different e-mail addresses"),
    ],
)
def test_two_people_who_share_an_identity_are_both_set_aside(
    one: str, other: str, sentence: str
) -> None:
    plan = planned(one, other, BEN)
    assert outcomes(plan) == ["set_aside", "set_aside", "new"]
    assert sentence in said(plan.rows[0])
    assert "Rows 2, 3" in said(plan.rows[1])


def test_importing_the_same_file_again_changes_nothing() -> None:
    first = planned(ADA, BEN)
    again = planned(ADA, BEN, existing=known_from(first))
    assert outcomes(again) == ["unchanged", "unchanged"]
    assert [row.person for row in again.rows] == ["key 2", "key 3"]
    assert not again.to_store()


def test_a_change_is_shown_before_and_after() -> None:
    existing = known_from(planned(ADA))
    (row,) = planned(ADA.replace(",2,", ",3,").replace("calm", "brave"), existing=existing).rows
    assert (row.outcome, row.person) == (Outcome.UPDATE, "key 2")
    shown = [(c.field.value, c.before, c.after, c.question) for c in row.changes]
    assert shown == [("mentees_wanted", "2", "3", ""), ("answer", "calm", "brave", "Wish")]


def test_blank_cells_take_nothing_away() -> None:
    (row,) = planned("ada@example.org,,Mentor", existing=known_from(planned(ADA))).rows
    assert row.outcome is Outcome.UNCHANGED
    assert stored(row) == stored(planned(ADA).rows[0])


def test_an_old_file_does_not_overwrite_a_newer_answer() -> None:
    older = ADA.replace("2026-01-02", "2025-01-02").replace(",2,", ",9,")
    (row,) = planned(older, existing=known_from(planned(ADA))).rows
    assert row.outcome is Outcome.UNCHANGED
    assert "newer than this answer" in said(row)


def test_an_import_never_changes_a_name_or_an_address() -> None:
    existing = known_from(planned(ADA))
    (row,) = planned("ada@example.org,Ada Smith,Mentor", existing=existing).rows
    assert stored(row).name == "Ada Obi"
    assert "The name “Ada Obi” stays" in said(row)
    (row,) = planned("eve@example.org,Ada Obi,Mentor,A1", existing=existing).rows
    assert row.outcome is Outcome.SET_ASIDE
    assert "belongs to ada@example.org, but the row says eve@example.org" in said(row)


def test_a_reference_that_belongs_to_somebody_else_is_not_taken_over() -> None:
    (row,) = planned(",Eve Moss,Mentor,A1", existing=known_from(planned(ADA))).rows
    assert row.outcome is Outcome.SET_ASIDE
    assert "belongs to “Ada Obi”" in said(row)
    both = [KnownPerson("1", stored(planned(ADA).rows[0])), *known_from(planned(BEN))]
    (row,) = planned("ada@example.org,Ada Obi,Mentor,B1", existing=both).rows
    assert "two different people who take part already" in said(row)


def test_an_address_that_was_missing_is_filled_in() -> None:
    existing = known_from(planned(",Ada Obi,Mentor,A1,2"))
    (row,) = planned("ada@example.org,Ada Obi,Mentor,A1,2", existing=existing).rows
    assert [(c.field, c.after) for c in row.changes] == [(Target.EMAIL, "ada@example.org")]


def test_a_mentor_who_now_signs_up_as_mentee_keeps_both_roles() -> None:
    existing = known_from(planned(ADA))
    (row,) = planned("ada@example.org,Ada Obi,Mentee", existing=existing).rows
    assert stored(row).role is Role.EITHER
    assert "both are kept" in said(row)


def test_what_concerns_everybody_is_said_once() -> None:
    plan = planned(",Eve Moss,Mentor,E1", BEN, existing=known_from(planned(ADA)))
    notes = " ".join(map(str, plan.notes))
    assert "without an e-mail address: 1." in notes
    assert "are not in this file: 1. They stay" in notes


def test_names_of_all_scripts_are_kept() -> None:
    people = ("Zoë Grünwald", "مريم العلي", "山田 太郎", "Ana 🌱")
    lines = [f"p{n}@example.org,{name},Mentee" for n, name in enumerate(people)]
    assert [stored(row).name for row in planned(*lines).rows] == list(people)


def test_a_messy_form_of_twenty_seven_columns_plans_cleanly() -> None:
    table = read_table("a.xlsx", making.xlsx(making.like_a_form(33)))
    plan = plan_import(table, suggest_mapping(table))
    assert plan.counts()[Outcome.NEW] == 33
    assert plan.is_clean()
    topics = {topic for row in plan.rows for topic in stored(row).topics}
    assert topics == set(making.FIELDS)
    again = plan_import(table, suggest_mapping(table), known_from(plan))
    assert again.counts()[Outcome.UNCHANGED] == 33


def test_a_file_made_by_a_csv_writer_is_the_same_file() -> None:
    rows = [[str(cell) for cell in row] for row in making.like_a_form(9)]
    held = io.StringIO()
    csv.writer(held, delimiter=";").writerows(rows)
    table = read_table("a.csv", held.getvalue().encode("utf-8-sig"))
    assert plan_import(table, suggest_mapping(table)).counts()[Outcome.NEW] == 9
