"""What members lent of the change in their skills, in the report: the same in every edition."""

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from rapport.domain.waves import Group
from rapport.evaluation.models import EvaluationReport, PersonnelFile
from rapport.evaluation.queries.skills import skills_of
from rapport.evaluation.report.pages.skills import skills
from rapport.evaluation.study.skills import PhaseChange
from rapport.evaluation.tests.test_evaluation_report import at, made
from rapport.evaluation.waves.actions import close_wave
from rapport.evaluation.waves.tests.test_skills import NOW, SUBJECT, lend_all
from rapport.evaluation.words import LANGUAGES
from rapport.evaluation.words.voice import Voice
from rapport.people.models import Person
from tests.cast import Cast

SAID = {"en": "+1.0", "de": "+1,0"}
NAMED = {"en": "Active listening", "de": "Aktiv zuhören"}


@pytest.fixture
def report(file: PersonnelFile, inside: Cast) -> EvaluationReport:
    programme = lend_all(inside, file.plan.programme.intakes.get(), 6)
    close_wave(programme, NOW, SUBJECT)
    return made(file, inside)


def findings(report: EvaluationReport, language: str = "en") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(report.editions.get(language=language).findings)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_and_document_say_the_same_in_both_languages(
    language: str, cora: Client, report: EvaluationReport, inside: Cast
) -> None:
    Person.objects.filter(pk=inside.cora.pk).update(language=language)
    page = cora.get(at(report)).content.decode()
    pdf = PdfReader(io.BytesIO(bytes(report.editions.get(language=language).pdf)))
    printed = "".join(each.extract_text() for each in pdf.pages)
    for text in (page, printed):
        assert SAID[language] in text
        assert NAMED[language] in text
        assert "10–19" in text


def test_numbers_for_scripts_are_those_of_the_page(report: EvaluationReport) -> None:
    (phase,) = findings(report)["skills"]
    assert phase["people"]["everybody"] == "10–19"
    lines = csv.DictReader(io.StringIO(report.editions.get(language="en").figures))
    by_name = {(line["finding"], line["part"]): line for line in lines}
    for skill in phase["skills"]:
        for group in Group:
            line = by_name[f"rapport_{skill['skill']}", group.value]
            assert line["value"] == str(skill[group.value].get("value", ""))
            assert line["hidden"] == skill[group.value].get("hidden", "")
            assert line["n"] == ""


def test_four_relationships_are_not_in_it(file: PersonnelFile, inside: Cast) -> None:
    programme = lend_all(inside, file.plan.programme.intakes.get(), 4)
    close_wave(programme, NOW, SUBJECT)
    report = made(file, inside)
    assert findings(report)["skills"] == []
    assert "skills" not in report.editions.get(language="en").figures
    assert "10–19" not in json.dumps(report.editions.get(language="en").document)


def test_a_group_that_was_not_shown_is_hidden_with_the_usual_words(
    report: EvaluationReport,
) -> None:
    shown = phase_of(report)
    assert words(shown, LANGUAGES["en"]).count("fewer than 5") == 0
    hiding = tuple(replace(each, points={Group.EVERYBODY: 0.0}) for each in shown.skills)
    few = replace(shown, people={Group.EVERYBODY: "5–9"}, skills=hiding)
    text = words(few, LANGUAGES["en"])
    assert text.count("fewer than 5") == 2 * len(shown.skills)
    assert "±0.0" in text


def phase_of(report: EvaluationReport) -> PhaseChange:
    (phase,) = skills_of(report.plan.programme)
    return phase


def words(phase: PhaseChange, voice: Voice) -> str:
    return str(skills([phase], voice))
