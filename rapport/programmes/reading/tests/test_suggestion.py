"""What is suggested for a column, by its header, by its values, and from last time."""

import pytest

from rapport.programmes.reading import (
    Column,
    Confidence,
    Mapping,
    Role,
    Row,
    Table,
    Target,
    read_table,
    suggest_mapping,
)
from rapport.programmes.reading.tests import making

SAYS_LITTLE = ["some words", "other words", "more words"]


def table_of(columns: dict[str, list[str]], *, name: str = "a.csv", sheet: str = "") -> Table:
    rows = zip(*columns.values(), strict=True)
    return Table(
        file_name=name,
        sheet=sheet,
        other_sheets=(),
        header_row=1,
        columns=tuple(Column("A", header) for header in columns),
        rows=tuple(Row(number, cells) for number, cells in enumerate(rows, start=2)),
    )


def targets(mapping: Mapping) -> dict[str, Target]:
    return {column.header: column.target for column in mapping.columns}


def suggested(header: str, values: list[str]) -> Target:
    return suggest_mapping(table_of({header: values})).columns[0].target


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("Name", Target.NAME),
        ("Your full name:", Target.NAME),
        ("Vor- und Nachname", Target.NAME),
        ("First Name", Target.GIVEN_NAME),
        ("Vorname", Target.GIVEN_NAME),
        ("Surname", Target.FAMILY_NAME),
        ("Nachname", Target.FAMILY_NAME),
        ("Line manager", Target.NEVER_WITH),
        ("Name of your research advisor? (Leave blank if none)", Target.NEVER_WITH),
        ("Wer ist Ihre Führungskraft?", Target.NEVER_WITH),
        ("How many students would you like to mentor?", Target.MENTEES_WANTED),
        ("Maximum number of mentees", Target.MENTEES_WANTED),
        ("Wie viele Mentees möchten Sie begleiten?", Target.MENTEES_WANTED),
        ("How many mentors do you want?", Target.MENTORS_WANTED),
        ("Topics", Target.TOPICS),
        ("Welche Themen interessieren Sie? (Mehrfachauswahl)", Target.TOPICS),
        ("What year are you?", Target.STAGE),
        ("Fachsemester", Target.STAGE),
        ("Campus", Target.SITE),
        ("Standort", Target.SITE),
        ("Start time", Target.IGNORE),
        ("Uhrzeit der letzten Änderung", Target.IGNORE),
        ("Name of your college", Target.ANSWER),
        ("Any preferences for matching with your mentor?", Target.ANSWER),
        ("Rate what matters [Language]", Target.ANSWER),
        ("", Target.ANSWER),
    ],
)
def test_a_header_speaks_for_its_target(header: str, target: Target) -> None:
    assert suggested(header, SAYS_LITTLE) is target


@pytest.mark.parametrize(
    ("header", "values", "target"),
    [
        ("Contact", ["ada@example.org", "ben@example.org"], Target.EMAIL),
        ("Adresse e-mail", ["ada@example.org", "Ben <ben@example.org>"], Target.EMAIL),
        ("I am", ["a mentor", "mentee", "Mentee"], Target.ROLE),
        ("Ich möchte teilnehmen als", ["Mentorin", "Mentee", "beides"], Target.ROLE),
        ("Zeitstempel", ["22.11.2026 13:44:03", "23.11.2026 08:00:00"], Target.SIGNED_UP_AT),
        ("Personalnummer", ["A-17", "A-18", "B-01"], Target.REFERENCE),
        ("Preferred language", ["English", "Deutsch", "français"], Target.LANGUAGES),
        ("Where are you?", ["Europe/Berlin", "america/new york"], Target.TIME_ZONE),
        ("Wishes", ["law, art", "art", "law, war", "war, art"], Target.TOPICS),
        ("Email Address", ["1", "2", "3"], Target.REFERENCE),
        ("Email me the newsletter?", ["yes", "yes", "no"], Target.ANSWER),
        ("Your name", ["12", "13", "14"], Target.ANSWER),
        ("Topics", ["A long story about how I came to love the law. " * 3] * 3, Target.ANSWER),
        ("Topics", ["", "", ""], Target.IGNORE),
    ],
)
def test_values_speak_louder_than_the_header(
    header: str, values: list[str], target: Target
) -> None:
    assert suggested(header, values) is target


def test_numbers_under_email_are_a_reference_and_the_reason_says_why() -> None:
    column = suggest_mapping(table_of({"Email Address": ["1", "2", "3"]})).columns[0]
    assert column.confidence is Confidence.MEDIUM
    assert "says e-mail, but these are not addresses" in str(column.reason)


def test_only_one_column_is_suggested_for_what_can_be_only_once() -> None:
    table = table_of(
        {"Email": ["anonymous"] * 2, "Your e-mail": ["a@example.org", "b@example.org"]}
    )
    assert targets(suggest_mapping(table)) == {"Email": Target.ANSWER, "Your e-mail": Target.EMAIL}
    table = table_of({"E-mail": ["a@x.org"], "Second e-mail": ["b@x.org"]})
    assert "fits “E-mail address” better" in str(suggest_mapping(table).columns[1].reason)


def test_answer_numbers_of_a_form_do_not_tell_people_apart() -> None:
    table = table_of({"ID": ["1", "2"], "Email": ["a@example.org", "b@example.org"]})
    assert targets(suggest_mapping(table))["ID"] is Target.IGNORE
    table = table_of({"Employee ID": ["88", "17"], "Email": ["a@example.org", "b@example.org"]})
    assert targets(suggest_mapping(table))["Employee ID"] is Target.REFERENCE


def test_a_grid_is_a_question_and_its_row() -> None:
    column = suggest_mapping(table_of({"How much do these matter? [courage]": ["very"]})).columns[0]
    assert (column.question, column.item) == ("How much do these matter?", "courage")


def test_a_microsoft_form_in_german_is_understood() -> None:
    columns = {
        "ID": ["1", "2"],
        "Startzeit": ["2026-01-01T09:00:00", "2026-01-01T09:30:00"],
        "Fertigstellungszeit": ["2026-01-01T09:05:00", "2026-01-01T09:35:00"],
        "E-Mail": ["ada@example.org", "ben@example.org"],
        "Name": ["Ada Obi", "Ben Aydın"],
        "Ich nehme teil als": ["Mentorin", "Mentee"],
        "Welche Themen?": ["Recht;Kunst;", "Kunst;"],
    }
    expected = ["ignore", "ignore", "signed_up_at", "email", "name", "role", "topics"]
    assert [t.value for t in targets(suggest_mapping(table_of(columns))).values()] == expected


def test_twenty_seven_columns_of_a_form_are_suggested_as_a_person_would() -> None:
    table = read_table("a.xlsx", making.xlsx(making.like_a_form()))
    found = [c.target.value for c in suggest_mapping(table).columns if c.target != Target.IGNORE]
    assert len(table.columns) == 27
    expected = "signed_up_at reference name role stage never_with topics mentees_wanted"
    assert found == expected.split()


def test_a_mapping_is_remembered_however_the_header_is_spelled() -> None:
    first = suggest_mapping(table_of({"Ward": SAYS_LITTLE, "Wish": SAYS_LITTLE}))
    chosen = first.with_target("Ward", Target.SITE).with_role_word("Buddy", Role.MENTOR)
    again = suggest_mapping(table_of({"New": SAYS_LITTLE, " WARD:": SAYS_LITTLE}), chosen)
    assert targets(again) == {"New": Target.ANSWER, " WARD:": Target.SITE}
    assert str(again.columns[1].reason) == "As last time."
    assert again.role_words == chosen.role_words


def test_what_was_chosen_last_time_beats_what_looks_better() -> None:
    columns = {"E-mail": ["a@x.org", "b@x.org"], "Private e-mail": ["c@x.org", "d@x.org"]}
    first = suggest_mapping(table_of(columns))
    chosen = first.with_target("E-mail", Target.ANSWER).with_target("Private e-mail", Target.EMAIL)
    private = Mapping(columns=chosen.columns[1:])
    found = targets(suggest_mapping(table_of(columns), private))
    assert found == {"E-mail": Target.ANSWER, "Private e-mail": Target.EMAIL}


def test_a_column_that_was_empty_last_time_is_looked_at_afresh() -> None:
    empty = suggest_mapping(table_of({"Campus": ["", ""]}))
    assert suggest_mapping(table_of({"Campus": ["Kyoto", "Lagos"]}), empty).columns[0].target is (
        Target.SITE
    )


@pytest.mark.parametrize(
    ("name", "sheet", "role"),
    [
        ("a.csv", "Mentees", Role.MENTEE),
        ("mentors_2026.csv", "", Role.MENTOR),
        ("mentors and mentees.csv", "", None),
        ("people.csv", "Answers", None),
        ("mentoring_2026.csv", "", None),
    ],
)
def test_a_file_without_roles_says_by_its_name_who_is_in_it(
    name: str, sheet: str, role: Role | None
) -> None:
    table = table_of({"E-mail": ["a@example.org"]}, name=name, sheet=sheet)
    assert suggest_mapping(table).role_for_all is role


def test_problems_are_said_before_anything_is_planned() -> None:
    mapping = suggest_mapping(table_of({"A": SAYS_LITTLE, "B": SAYS_LITTLE}))
    twice = mapping.with_target("A", Target.NAME).with_target("B", Target.NAME)
    said = " ".join(map(str, twice.problems()))
    assert "2 columns are meant as “Name”: A, B" in said
    assert "No column says who somebody is" in said
    assert "No column says who is a mentor" in said
    assert len(twice.with_role_for_all(Role.MENTEE).problems()) == 2
