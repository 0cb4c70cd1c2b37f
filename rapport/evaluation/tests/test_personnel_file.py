"""A personnel file: sealed at rest, understood page by page, gone on its day."""

import io
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from rapport.domain.audit import Deed
from rapport.domain.refusals import NotAcceptable, NotNow
from rapport.evaluation import vault
from rapport.evaluation.actions.personnel_file import erase_personnel_file, upload_personnel_file
from rapport.evaluation.models import AnalysisPlan, PersonnelFile
from rapport.evaluation.queries.reading import given_of
from rapport.evaluation.reading.table import Given
from rapport.evaluation.tasks import erase_personnel_files_of
from rapport.evaluation.tests.conftest import AT, followed, noted
from tests.cast import Cast


def soon() -> dict[str, str]:
    return {"kind": "workforce", "erase_on": str(timezone.localdate() + timedelta(days=9))}


def test_without_a_locked_plan_no_file_is_taken(
    plan: AnalysisPlan, workforce: Given, inside: Cast
) -> None:
    erase_on = timezone.localdate() + timedelta(days=9)
    with pytest.raises(NotNow):
        upload_personnel_file(plan, "workforce", workforce, erase_on=erase_on, by=inside.cora)


@pytest.mark.parametrize("days", [0, -1, 366])
def test_a_file_has_a_day_on_which_it_goes(
    days: int, locked: AnalysisPlan, workforce: Given, inside: Cast
) -> None:
    day = timezone.localdate() + timedelta(days=days)
    with pytest.raises(NotAcceptable):
        upload_personnel_file(locked, "workforce", workforce, erase_on=day, by=inside.cora)


def test_in_the_database_nobody_is_to_be_read(file: PersonnelFile, workforce: Given) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT content FROM evaluation_personnelfile")
        (kept,) = cursor.fetchone()
    assert b"Sales" in workforce.content
    assert b"Sales" not in bytes(kept)
    assert given_of(file).content == workforce.content


def test_content_of_one_row_does_not_open_in_another(file: PersonnelFile) -> None:
    other = PersonnelFile(plan=file.plan)
    with pytest.raises(vault.Unopenable):
        vault.opened(bytes(file.content or b""), other.pk)


def test_on_its_day_the_clock_erases_it(file: PersonnelFile) -> None:
    PersonnelFile.objects.update(erase_on=timezone.localdate() + timedelta(days=1))
    erase_personnel_files_of(str(file.organisation_id))
    file.refresh_from_db()
    assert file.erased_at is None
    PersonnelFile.objects.update(erase_on=timezone.localdate())
    erase_personnel_files_of(str(file.organisation_id))
    file.refresh_from_db()
    assert (PersonnelFile.objects.filter(content=None).count(), bool(file.erased_at)) == (1, True)
    assert [deed for deed, _row in noted()].count(Deed.PERSONNEL_FILE_ERASED) == 1


def test_a_newer_file_of_its_kind_erases_it(
    file: PersonnelFile, workforce: Given, inside: Cast
) -> None:
    day = timezone.localdate() + timedelta(days=9)
    upload_personnel_file(file.plan, "workforce", workforce, erase_on=day, by=inside.cora)
    file.refresh_from_db()
    assert file.erased_at is not None


def test_from_the_file_to_the_button(cora: Client, locked: AnalysisPlan, workforce: Given) -> None:
    upload = SimpleUploadedFile("staff.csv", workforce.content)
    columns = followed(cora, cora.post(f"{AT}files/", soon() | {"file": upload}))
    assert "What are these columns?" in columns.content.decode()
    form = columns.context["form"]
    chosen = {f"column_{place}": one.field for place, one in enumerate(form.columns)}
    here = f"{AT}files/{PersonnelFile.objects.get().pk}/"
    questions = followed(cora, cora.post(here, chosen))
    asked = questions.context["form"].questions
    assert [each.name for each in asked] == ["export_day", "leavers_since", "attributes"]
    said = {"export_day": "2023-12-31", "attributes": "then"}
    answers = {f"question_{n}": said.get(one.name, one.until) for n, one in enumerate(asked)}
    ready = followed(cora, cora.post(f"{here}questions/", answers)).content.decode()
    assert "Make the report" in ready
    assert "Nothing is dropped in silence" in ready


def test_a_column_without_which_there_is_no_report_is_asked_for(
    cora: Client, file: PersonnelFile
) -> None:
    page = cora.post(file.get_absolute_url().partition("/o/harbour")[2], {"column_0": "person"})
    assert "No column is said to hold: the first day of employment" in page.content.decode()


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"%PDF-1.7", b"PK\x03\x04 broken"])
def test_a_bad_file_is_refused_with_a_sentence(
    content: bytes, cora: Client, locked: AnalysisPlan
) -> None:
    upload = SimpleUploadedFile("staff.xlsx", content)
    answer = cora.post(f"{AT}files/", soon() | {"file": upload})
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not PersonnelFile.objects.exists()


def test_a_workbook_is_read_as_well(cora: Client, locked: AnalysisPlan) -> None:
    from openpyxl import Workbook  # noqa: PLC0415  # only here

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Personalnummer", "Eintrittsdatum"])
    sheet.append(["007", "01.02.2020"])
    out = io.BytesIO()
    book.save(out)
    upload = SimpleUploadedFile("staff.xlsx", out.getvalue())
    page = followed(cora, cora.post(f"{AT}files/", soon() | {"file": upload}))
    assert [one.field for one in page.context["form"].columns] == ["person", "hired"]


def test_erased_twice_it_is_erased_once(file: PersonnelFile, inside: Cast) -> None:
    erase_personnel_file(file, by=inside.cora)
    erase_personnel_file(file, by=inside.cora)
    assert [deed for deed, _row in noted()].count(Deed.PERSONNEL_FILE_ERASED) == 1


def test_a_file_too_large_for_the_page_comes_in_by_the_command(
    cora: Client, locked: AnalysisPlan, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    large = tmp_path / "staff.csv"
    row = b"%07d,2020-01-01," + b"x" * 80 + b"\n"
    large.write_bytes(b"Employee ID,Hire date,Note\n" + b"".join(row % at for at in range(140_000)))
    assert large.stat().st_size > 10 * 1024 * 1024
    where = ["--organisation", "harbour", "--programme", "lighthouse"]
    assert "rapport personnel" in cora.get(f"{AT}files/").content.decode()
    with large.open("rb") as content:
        answer = cora.post(f"{AT}files/", {"kind": "workforce", "file": content})
    assert "at most 10 MB" in answer.content.decode()
    assert not PersonnelFile.objects.exists()
    call_command("personnel", str(large), *where)
    file = PersonnelFile.objects.get()
    assert file.get_absolute_url() in capsys.readouterr().out
    assert b"Hire date" not in bytes(file.content or b"")
    assert "Hire date" in cora.get(f"{AT}files/{file.pk}/").content.decode()
    with pytest.raises(CommandError, match="No programme"):
        call_command("personnel", str(large), *where[:-1], "beacon")
