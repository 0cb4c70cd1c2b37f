"""Everybody who could take part is asked by a link: once, in private, and read by reports alone."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from rapport.domain.audit import Deed
from rapport.domain.events import BaselineAsked
from rapport.domain.refusals import AlreadyDone, NotAcceptable, NotNow
from rapport.evaluation.actions.baseline_survey import (
    Eligible,
    answer_survey,
    begin_survey,
    eligible_of,
    erase_survey,
    remind_survey,
)
from rapport.evaluation.forms.baseline_survey import SurveyForm
from rapport.evaluation.listeners.baseline import read_token, send_baseline_letter, token_for
from rapport.evaluation.models import AskedPerson, BaselineAnswer, BaselineSurvey, PersonnelFile
from rapport.evaluation.queries.baseline import answered_in, baseline_file
from rapport.evaluation.queries.reading import inputs_of
from rapport.evaluation.tests.conftest import AT, noted
from rapport.evaluation.working import erase_due_files
from rapport.journal.models import Entry
from rapport.programmes.models import Intake
from tests.cast import Cast, MountedClient

PAGE = f"{AT}survey/"
ANSWER = {"engagement": "6", "intention": "2"}
KEPT = timedelta(days=400)


def today() -> date:
    return timezone.localdate()


@pytest.fixture
def survey(intake: Intake, inside: Cast) -> BaselineSurvey:
    """Twelve people of the firm are asked."""
    people = [Eligible(f"E{place:04}", f"e{place}@firm.example") for place in range(12)]
    days = {"closes_on": today() + timedelta(days=14), "erase_on": today() + KEPT}
    return begin_survey(intake.programme, people, **days, by=inside.cora)


@pytest.fixture
def visitor(inside: Cast) -> Client:
    return MountedClient(inside.organisation)


def link(asked: AskedPerson) -> str:
    return f"/survey/{token_for(asked.pk)}/"


def answered(survey: BaselineSurvey, count: int) -> None:
    for asked in survey.people.filter(has_answered=False)[:count]:
        answer_survey(asked, engagement=6, intention=2)


def over(survey: BaselineSurvey) -> BaselineSurvey:
    survey.closes_on = today() - timedelta(days=1)
    survey.save()
    return survey


def everything_stored() -> str:
    """All rows of the survey as the database has them."""
    with connection.cursor() as cursor:
        tables = (
            "evaluation_baselinesurvey",
            "evaluation_askedperson",
            "evaluation_baselineanswer",
        )
        rows = []
        for table in tables:
            cursor.execute(f"SELECT t::text FROM {table} t")  # noqa: S608  # our own names
            rows += [row[0] for row in cursor.fetchall()]
    return "\n".join(rows)


def test_a_pasted_list_is_sent_to_everybody_and_kept_out_of_sight(
    cora: Client, intake: Intake, inside: Cast
) -> None:
    rows = "Number\tMail\nE1\tOne@firm.example\n two@firm.example ; E2\n"
    days = {"closes_on": today() + timedelta(days=7), "erase_on": today() + KEPT}
    assert cora.post(PAGE, {"people": rows, **days}).status_code == 302
    survey = BaselineSurvey.objects.get()
    assert survey.asked == 2
    asked = [Entry.objects.filter(event=BaselineAsked.name())[place].values for place in (0, 1)]
    for each in asked:
        send_baseline_letter(BaselineAsked(asked=each["asked"], by=inside.cora.pk))
    assert sorted(each.to[0] for each in mail.outbox) == ["one@firm.example", "two@firm.example"]
    (found,) = re.findall(r"https?://\S+/o/harbour(/survey/\S+/)", str(mail.outbox[0].body))
    assert found in {link(each) for each in survey.people.all()}
    assert "firm.example" not in everything_stored()
    assert noted()[-1][0] == Deed.SURVEY_BEGUN


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("", "This field is required"),
        ("E1\tone@firm.example\nE1\ttwo@firm.example", "more than one row: E1"),
        ("E1\tone@firm.example\nE2\tONE@firm.example", "more than one row: one@firm.example"),
        ("E1\tone@firm.example\njust a name\n", "just a name"),
        ("E1\tone@firm.example\nE2\ttwo@", "E2"),
        ("E1\tone@firm.example\tmore", "E1"),
    ],
)
def test_a_list_that_is_not_understood_sends_nothing(rows: str, said: str) -> None:
    form = SurveyForm({"people": rows, "closes_on": today(), "erase_on": today()})
    assert not form.is_valid()
    assert said in str(form.errors["people"])


@pytest.mark.parametrize(("closes", "erased"), [(0, 30), (91, 200), (14, 14), (14, 3_000)])
def test_days_that_make_no_sense_send_nothing(
    closes: int, erased: int, intake: Intake, inside: Cast
) -> None:
    days = [today() + timedelta(days=each) for each in (closes, erased)]
    people = [Eligible("E1", "one@firm.example")]
    with pytest.raises(NotAcceptable, match="Nothing was sent"):
        begin_survey(intake.programme, people, closes_on=days[0], erase_on=days[1], by=inside.cora)


def test_there_is_one_survey_at_a_time(survey: BaselineSurvey, inside: Cast) -> None:
    again: dict[str, Any] = {
        "closes_on": survey.closes_on,
        "erase_on": survey.erase_on,
        "by": inside.cora,
    }
    people = [Eligible("E1", "one@firm.example")]
    with pytest.raises(NotNow, match="has a survey already"):
        begin_survey(survey.programme, people, **again)
    erase_survey(survey, by=inside.cora)
    assert begin_survey(survey.programme, people, **again)


def test_whoever_holds_the_link_answers_once_without_an_account(
    survey: BaselineSurvey, visitor: Client
) -> None:
    asked = survey.people.all()[0]
    assert "You need not answer" in visitor.get(link(asked)).content.decode()
    assert (
        "This field is required" in visitor.post(link(asked), {"engagement": "6"}).content.decode()
    )
    assert visitor.post(link(asked), {**ANSWER, "engagement": "8"}).status_code == 200
    assert not BaselineAnswer.objects.exists()
    assert "Thank you" in visitor.post(link(asked), ANSWER).content.decode()
    assert "Thank you" in visitor.post(link(asked), ANSWER).content.decode()
    assert "Thank you" in visitor.get(link(asked)).content.decode()
    assert BaselineAnswer.objects.count() == 1
    with pytest.raises(AlreadyDone):
        answer_survey(AskedPerson.objects.get(pk=asked.pk), engagement=1, intention=1)


def test_after_the_answer_nothing_points_from_a_person_to_it(survey: BaselineSurvey) -> None:
    asked = survey.people.all()[0]
    number = eligible_of(asked).number
    answered(survey, 1)
    first = AskedPerson.objects.get(has_answered=True)
    assert first.content is None
    fields = {field.name for field in BaselineAnswer._meta.fields}
    assert fields == {"id", "organisation", "survey", "content"}
    stored = everything_stored()
    assert number not in stored
    assert number.encode().hex() not in stored
    with pytest.raises(IntegrityError), transaction.atomic():
        AskedPerson.objects.filter(pk=first.pk).update(content=b"again")


def test_a_link_that_we_did_not_sign_or_that_is_over_opens_nothing(
    survey: BaselineSurvey, visitor: Client
) -> None:
    asked = survey.people.all()[0]
    token = token_for(asked.pk)
    assert read_token(token) == asked.pk
    for forged in (asked.pk.hex, f"{asked.pk.hex}:x", token[:-1], token.swapcase()):
        assert read_token(forged) is None
        assert visitor.get(f"/survey/{forged}/").status_code == 404
    over(survey)
    assert visitor.get(link(asked)).status_code == 410
    assert visitor.post(link(asked), ANSWER).status_code == 410
    with pytest.raises(NotNow, match="closed"):
        answer_survey(AskedPerson.objects.get(pk=asked.pk), engagement=1, intention=1)
    assert not BaselineAnswer.objects.exists()


def test_the_coordinator_sees_a_coarse_count_and_never_who(
    survey: BaselineSurvey, cora: Client
) -> None:
    for count, said in (
        (0, "fewer than 5"),
        (4, "fewer than 5"),
        (5, "at least 5"),
        (9, "at least 5"),
    ):
        answered(survey, count - survey.answers.count())
        page = cora.get(PAGE).content.decode()
        assert said in page
        assert "firm.example" not in page
    assert answered_in(survey) == 5


def test_one_reminder_goes_to_whoever_has_not_answered(
    survey: BaselineSurvey, inside: Cast
) -> None:
    answered(survey, 3)
    before = Entry.objects.filter(event=BaselineAsked.name()).count()
    remind_survey(survey, by=inside.cora)
    entries = Entry.objects.filter(event=BaselineAsked.name()).order_by("pk")[before:]
    silent = set(survey.people.filter(has_answered=False).values_list("pk", flat=True))
    assert {str(each) for each in silent} == {entry.values["asked"] for entry in entries}
    with pytest.raises(AlreadyDone, match="once"):
        remind_survey(survey, by=inside.cora)
    done = survey.people.filter(has_answered=True)[0]
    send_baseline_letter(BaselineAsked(asked=done.pk, by=inside.cora.pk))
    assert mail.outbox == []


@pytest.mark.parametrize(("count", "is_read"), [(4, False), (5, True)])
def test_reports_read_the_answers_once_it_is_over_and_five_have_come(
    survey: BaselineSurvey, count: int, is_read: bool
) -> None:
    answered(survey, count)
    assert baseline_file(survey.programme) is None
    over(survey)
    given = baseline_file(survey.programme)
    assert (given is not None) is is_read
    if given:
        lines = given.content.decode().splitlines()
        assert lines[0] == "Employee ID,Engagement,Intention to stay,Date"
        assert lines[1:] == sorted(lines[1:])
        assert lines[1].endswith(f",6,2,{today().isoformat()}")


def test_the_answers_are_the_baseline_of_a_report(
    intake: Intake, file: PersonnelFile, inside: Cast
) -> None:
    numbers = [
        line.split(b",")[0].decode()
        for line in inputs_of(file).files["workforce"].content.splitlines()[1:9]
    ]
    people = [Eligible(each, f"{each}@firm.example") for each in numbers]
    days = {"closes_on": today() + timedelta(days=14), "erase_on": today() + KEPT}
    survey = begin_survey(intake.programme, people, **days, by=inside.cora)
    answered(survey, 8)
    assert "survey" not in inputs_of(file).files
    over(survey)
    read = inputs_of(file).read()
    assert "engagement" in read.workforce.facts.columns
    ledger = [entry for entry in read.ledger.entries if entry.file == "survey"]
    counted = read.workforce.facts["engagement"].drop_nulls().to_list()
    assert len(counted) + sum(entry.count for entry in ledger) >= len(set(numbers))
    erase_survey(survey, by=inside.cora)
    assert "survey" not in inputs_of(file).files


def test_addresses_go_with_the_last_day_and_answers_on_theirs(
    survey: BaselineSurvey, inside: Cast
) -> None:
    answered(survey, 6)
    over(survey)
    erase_due_files(str(survey.organisation_id))
    assert not survey.people.filter(content__isnull=False).exists()
    assert survey.answers.count() == 6
    survey.erase_on = today()
    survey.save()
    erase_due_files(str(survey.organisation_id))
    survey.refresh_from_db()
    assert survey.erased_at
    assert not AskedPerson.objects.exists()
    assert not BaselineAnswer.objects.exists()
    assert noted()[-1][0] == Deed.SURVEY_ERASED


def test_erasing_by_hand(survey: BaselineSurvey, cora: Client) -> None:
    page: Any = cora.post(f"{PAGE}end/")
    assert page.status_code == 302
    assert not AskedPerson.objects.exists()
    assert "Send everybody a link" in cora.get(PAGE).content.decode()
