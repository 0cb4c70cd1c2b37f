"""An import through its pages: file, columns, rows, done; and again without doubling."""

import re
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.test import Client

from rapport.journal.models import Entry
from rapport.organisations.tenancy import tenant
from rapport.programmes.actions.import_run import apply_import, upload_file
from rapport.programmes.models import Enrolment, ImportMapping, ImportRun, Intake, Programme
from rapport.programmes.reading.tests.making import like_a_form, xlsx
from rapport.programmes.tests.conftest import AT
from rapport.programmes.tests.tables import HEADER, PEOPLE, csv_file
from tests.cast import Cast, browser_of

IMPORT = f"{AT}import/"


def upload(client: Client, file: SimpleUploadedFile | None = None) -> ImportRun:
    """A draft, uploaded through the page."""
    assert client.post(IMPORT, {"file": file or csv_file()}).status_code == 302
    return ImportRun.objects.latest("uploaded_at")


def columns(client: Client, run: ImportRun, **changes: str) -> dict[str, str]:
    """What the page of the columns suggests, with what is changed by hand."""
    form = client.get(f"{IMPORT}{run.pk}/").context["form"]
    return {name: str(form[name].value() or "") for name in form.fields} | changes


def seen(client: Client, run: ImportRun) -> str:
    """What the button of the preview sends along."""
    page = client.get(f"{IMPORT}{run.pk}/preview/").content.decode()
    found = re.search(r'name="seen" value="(\w+)"', page)
    return found[1] if found else ""


def confirm(client: Client, run: ImportRun) -> Any:
    return client.post(f"{IMPORT}{run.pk}/preview/", {"seen": seen(client, run)}, follow=True)


def bring_in(client: Client, file: SimpleUploadedFile | None = None, **changes: str) -> ImportRun:
    """The whole way with the suggested columns."""
    run = upload(client, file)
    client.post(f"{IMPORT}{run.pk}/", columns(client, run, **changes))
    assert confirm(client, run).redirect_chain[-1][0].endswith("/result/")
    run.refresh_from_db()
    return run


def test_a_table_comes_in_with_the_suggested_columns(cora: Client, intake: Intake) -> None:
    bring_in(cora)
    ada = intake.enrolments.get(email="ada@example.org")
    assert (ada.name, ada.role, ada.topics) == ("Ada Obi", "mentor", ["Law", "Art"])
    assert (ada.never_with, ada.mentees_wanted) == (["Cora"], None)


def test_nothing_is_enrolled_before_the_yes(cora: Client, intake: Intake) -> None:
    run = upload(cora)
    cora.post(f"{IMPORT}{run.pk}/", columns(cora, run))
    assert "Nothing is stored yet" in cora.get(f"{IMPORT}{run.pk}/preview/").content.decode()
    assert not intake.enrolments.exists()


def test_the_same_file_again_changes_nothing(cora: Client, intake: Intake) -> None:
    bring_in(cora)
    before = list(intake.enrolments.order_by("pk").values())
    again = bring_in(cora)
    assert again.report["counts"]["unchanged"] == 3
    assert list(intake.enrolments.order_by("pk").values()) == before


def test_a_newer_file_updates_instead_of_doubling(cora: Client, intake: Intake) -> None:
    bring_in(cora)
    ada = intake.enrolments.get(email="ada@example.org")
    newer = ("2026-09-09 10:00", "Ada Obi", "ADA@example.org", "Mentor", "Sea", "Cora")
    run = bring_in(cora, csv_file([newer]))
    assert run.report["counts"]["update"] == 1
    ada.refresh_from_db()
    assert ada.topics == ["Sea"]
    assert intake.enrolments.count() == 3


def test_a_double_click_applies_once(cora: Client, inside: Cast, intake: Intake) -> None:
    run = upload(cora)
    words = {"seen": seen(cora, run)}
    answers = [cora.post(f"{IMPORT}{run.pk}/preview/", words) for _ in range(2)]
    assert {answer.status_code for answer in answers} == {302}
    assert intake.enrolments.count() == 3
    assert Entry.objects.filter(event="PeopleImported").count() == 1


def test_applying_twice_is_applying_once(inside: Cast, intake: Intake) -> None:
    run = upload_file(intake, "a.csv", csv_file().read(), by=inside.cora)
    first = apply_import(run, by=inside.cora).applied_at
    assert apply_import(run, by=inside.cora).applied_at == first
    assert intake.enrolments.count() == 3


def test_what_changed_since_the_preview_is_shown_again(cora: Client, intake: Intake) -> None:
    run = upload(cora)
    words = {"seen": seen(cora, run)}
    intake.enrolments.create(name="Ada Obi", email="ada@example.org", role="mentor")
    page = cora.post(f"{IMPORT}{run.pk}/preview/", words).content.decode()
    assert "have changed since you looked" in page
    assert intake.enrolments.count() == 1


def test_rows_that_cannot_be_taken_are_told_with_number_and_reason(
    cora: Client, intake: Intake
) -> None:
    bad = ("", "Gil", "not an address", "Mentee", "", "")
    run = bring_in(cora, csv_file([*PEOPLE, bad]))
    page = cora.get(f"{IMPORT}{run.pk}/result/").content.decode()
    assert "Row 5" in page
    assert "is not an e-mail address" in page
    assert intake.enrolments.count() == 3


def test_a_corrected_column_is_remembered(cora: Client, intake: Intake) -> None:
    bring_in(cora, column_4="answer")
    assert intake.enrolments.get(email="ben@example.org").topics == []
    assert columns(cora, upload(cora))["column_4"] == "answer"
    assert ImportMapping.objects.get().programme == intake.programme


def test_two_columns_for_one_thing_are_a_problem_and_store_nothing(
    cora: Client, intake: Intake
) -> None:
    run = upload(cora)
    cora.post(f"{IMPORT}{run.pk}/", columns(cora, run, column_5="name"))
    page = cora.get(f"{IMPORT}{run.pk}/preview/")
    assert "2 columns are meant as" in page.content.decode()
    answer = cora.post(f"{IMPORT}{run.pk}/preview/", {"seen": page.context["seen"]})
    assert "not clear yet" in answer.content.decode()
    assert not intake.enrolments.exists()


def test_words_for_roles_are_asked_once_and_remembered(cora: Client, intake: Intake) -> None:
    rows = [(*row[:3], "Elder" if row[3] == "Mentor" else "Apprentice", *row[4:]) for row in PEOPLE]
    run = upload(cora, csv_file(rows, ["When", "Name", "E-mail", "Role", "Topics", "Boss"]))
    cora.post(f"{IMPORT}{run.pk}/", columns(cora, run))
    assert len(cora.get(f"{IMPORT}{run.pk}/preview/").context["words"].fields) == 2
    words = {"word_Elder": "mentor", "word_Apprentice": "mentee"}
    cora.post(f"{IMPORT}{run.pk}/words/", words)
    confirm(cora, run)
    assert intake.enrolments.filter(role="mentor").count() == 1
    again = upload(cora, csv_file(rows, ["When", "Name", "E-mail", "Role", "Topics", "Boss"]))
    assert cora.get(f"{IMPORT}{again.pk}/preview/").context["words"] is None


def test_everybody_can_be_the_same_where_no_column_says_it(cora: Client, intake: Intake) -> None:
    run = upload(cora, csv_file([("Ada", "ada@example.org")], ["Name", "E-mail"], "people.csv"))
    cora.post(f"{IMPORT}{run.pk}/", columns(cora, run, role_for_all="either"))
    confirm(cora, run)
    assert intake.enrolments.get().role == "either"


def test_a_form_export_of_twenty_seven_columns_comes_in(cora: Client, intake: Intake) -> None:
    file = SimpleUploadedFile("Form Responses.xlsx", xlsx(like_a_form()))
    run = bring_in(cora, file)
    assert intake.enrolments.count() == run.report["counts"]["new"] > 5


def test_a_draft_is_continued_or_thrown_away(cora: Client, intake: Intake) -> None:
    run = upload(cora)
    assert run in cora.get(IMPORT).context["drafts"]
    cora.post(f"{IMPORT}{run.pk}/end/")
    assert not ImportRun.objects.exists()


def test_the_content_of_the_file_goes_once_it_is_applied(cora: Client, intake: Intake) -> None:
    assert bring_in(cora).table == {}


@pytest.mark.parametrize("page", ["", "preview/", "words/", "result/", "end/"])
def test_an_applied_import_is_closed(cora: Client, intake: Intake, page: str) -> None:
    run = bring_in(cora)
    answer = cora.post(f"{IMPORT}{run.pk}/{page}", {})
    assert answer.status_code in {200, 302}
    assert intake.enrolments.count() == 3
    assert ImportRun.objects.filter(pk=run.pk, applied_at=run.applied_at).exists()


@pytest.mark.parametrize("who", ["ada", "sam"])
def test_only_coordinators_of_the_programme_import(inside: Cast, intake: Intake, who: str) -> None:
    run = upload_file(intake, "a.csv", csv_file().read(), by=inside.cora)
    with browser_of(getattr(inside, who), inside.organisation) as client:
        for page in ("", f"{run.pk}/", f"{run.pk}/preview/"):
            assert client.get(f"{IMPORT}{page}").status_code == 404


def test_another_organisation_has_the_same_people_for_itself(inside: Cast, intake: Intake) -> None:
    upload_file(intake, "a.csv", csv_file().read(), by=inside.cora)
    with tenant(inside.elsewhere):
        assert not ImportRun.objects.exists()
        assert not Enrolment.objects.exists()


@pytest.mark.usefixtures("no_second_note")
def test_three_hundred_rows_take_as_many_queries_as_one(
    cora: Client, intake: Intake, django_assert_max_num_queries: Any
) -> None:
    counted = []
    for count in (1, 300):
        rows = [("", f"P {n}", f"p{n}-{count}@example.org", "Mentee", "", "") for n in range(count)]
        run = upload(cora, csv_file(rows, HEADER))
        with django_assert_max_num_queries(60) as preview:
            words = {"seen": seen(cora, run)}
        with django_assert_max_num_queries(60) as apply:
            cora.post(f"{IMPORT}{run.pk}/preview/", words)
        counted.append((len(preview), len(apply)))
    assert counted[1][0] <= counted[0][0]  # the first page also notes that she is here
    assert counted[1][1] <= counted[0][1] + 1


def test_two_clicks_at_the_same_instant_import_once(committed_cast: Cast) -> None:
    with tenant(committed_cast.organisation):
        programme = Programme.objects.create(name="Lighthouse", slug="lighthouse")
        dates = {"starts_on": date(2026, 9, 1), "ends_on": date(2027, 6, 30)}
        intake = programme.intakes.create(name="Autumn", code="autumn", **dates)
        run = upload_file(intake, "a.csv", csv_file().read(), by=committed_cast.cora)
    together = threading.Barrier(2)

    def click() -> None:
        together.wait()
        with tenant(committed_cast.organisation):
            apply_import(ImportRun.objects.get(pk=run.pk), by=committed_cast.cora)
        connections.close_all()

    with ThreadPoolExecutor() as pool:
        for done in [pool.submit(click) for _ in range(2)]:
            done.result()
    with tenant(committed_cast.organisation):
        assert intake.enrolments.count() == 3
        assert Entry.objects.filter(event="PeopleImported").count() == 1
