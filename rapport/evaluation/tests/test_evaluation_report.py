"""A report: from the button through a worker to pages, PDF and numbers; noted when read."""

import json
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import polars as pl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from rapport.domain.audit import Deed
from rapport.domain.refusals import Incomplete, NotNow
from rapport.evaluation.actions.analysis_plan import change_plan, lock_plan
from rapport.evaluation.actions.evaluation_report import ask_for_report, changed_between
from rapport.evaluation.models import AnalysisPlan, EvaluationReport, PersonnelFile
from rapport.evaluation.queries.reading import inputs_of
from rapport.evaluation.reading.table import Given
from rapport.evaluation.report.document import as_data, from_data
from rapport.evaluation.tasks import make_evaluation_report
from rapport.evaluation.tests.conftest import AT, DECIDED, noted, taken_in
from rapport.evaluation.tests.staged import set_goals
from tests.cast import Cast

PULSE = re.compile(r"relationships_(pulse|confidence|reflection|preparation|valuesort|trustsort)")


def made(file: PersonnelFile, cast: Cast) -> EvaluationReport:
    """Asked for, and made as a worker does it."""
    report = ask_for_report(file, by=cast.cora)
    make_evaluation_report(str(report.pk), str(report.organisation_id))
    report.refresh_from_db()
    return report


@pytest.fixture
def report(file: PersonnelFile, inside: Cast) -> EvaluationReport:
    set_goals(file.plan.programme, 1)
    return made(file, inside)


def at(report: EvaluationReport) -> str:
    return f"{AT}reports/{report.pk}/"


def test_it_finds_what_is_true_from_the_programmes_own_records(report: EvaluationReport) -> None:
    findings = json.loads(report.editions.get(language="en").findings)
    by_name = {each["name"]: each for each in findings["findings"]}
    retention = by_name["retention_12"]
    assert findings["flow"]["joined"]["value"] == 120
    assert not any(
        "rows" in one for file in findings["ledger"].values() for one in file["set_aside"]
    )
    assert retention["estimate"] > 0
    assert findings["plan"]["hash"] == report.plan.fingerprint
    goals = next(each for each in findings["findings"] if each["outcome"] == "goals")
    assert goals["participants"]["value"] == 1


def test_the_page_has_ten_pages_and_no_style_or_script_inside(
    cora: Client, report: EvaluationReport
) -> None:
    page = cora.get(at(report))
    html = page.content.decode()
    assert html.count('class="report-page"') == 10
    assert " style=" not in html
    assert "<style" not in html
    assert re.findall(r"<script(?![^>]*integrity)", html) == []
    assert html.count("<main") == 1
    assert "<title>" in html.partition("<svg")[2]
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.parametrize(
    ("kind", "starts"), [("pdf", b"%PDF-"), ("json", b"{\n"), ("csv", b"finding,part")]
)
def test_it_is_taken_along(
    kind: str, starts: bytes, cora: Client, report: EvaluationReport
) -> None:
    answer = cora.get(f"{at(report)}{kind}/")
    assert answer.content.startswith(starts)
    assert "attachment" in answer.headers["Content-Disposition"]


def test_every_look_is_noted(cora: Client, report: EvaluationReport) -> None:
    cora.get(at(report))
    cora.get(f"{at(report)}pdf/")
    about = [deed for deed, row in noted() if str(report.pk) in row]
    assert about == [Deed.LOOKED_AT_REPORT, Deed.TOOK_REPORT]


def test_the_same_files_give_the_same_bytes(
    report: EvaluationReport, file: PersonnelFile, inside: Cast
) -> None:
    again = made(file, inside)
    for language in ("en", "de"):
        first, second = (each.editions.get(language=language) for each in (report, again))
        assert bytes(first.pdf) == bytes(second.pdf)
        assert (first.findings, first.figures) == (second.findings, second.figures)


def test_no_answer_about_a_relationship_is_asked_for(file: PersonnelFile, inside: Cast) -> None:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        made(file, inside)
    assert [each["sql"] for each in queries if PULSE.search(each["sql"])] == []


def test_while_it_is_made_the_page_asks_again_and_says_how_far(
    cora: Client, file: PersonnelFile, inside: Cast
) -> None:
    report = ask_for_report(file, by=inside.cora)
    EvaluationReport.objects.update(stage="comparing", done=2, total=5)
    page = cora.get(at(report))
    assert page.headers["Refresh"] == "3"
    assert "Comparing who stays" in page.content.decode()
    assert 'max="5" value="2"' in page.content.decode()


def test_work_that_got_lost_is_said_and_can_be_begun_again(
    cora: Client, file: PersonnelFile, inside: Cast
) -> None:
    report = ask_for_report(file, by=inside.cora)
    assert ask_for_report(file, by=inside.cora) == report
    EvaluationReport.objects.update(touched_at=timezone.now() - timedelta(hours=1))
    page = cora.get(at(report))
    assert "Refresh" not in page.headers
    assert "Nobody is at work" in page.content.decode()
    assert ask_for_report(file, by=inside.cora) != report


def test_open_questions_end_in_a_sentence(cora: Client, file: PersonnelFile, inside: Cast) -> None:
    PersonnelFile.objects.update(answers={})
    report = made(file, inside)
    assert report.failed_at is not None
    assert "Some questions are still open" in cora.get(at(report)).content.decode()


def test_a_fault_of_ours_is_written_where_somebody_waits(
    file: PersonnelFile, inside: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_anything: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("rapport.evaluation.making.evaluate", broken)
    report = ask_for_report(file, by=inside.cora)
    with pytest.raises(ZeroDivisionError):
        make_evaluation_report(str(report.pk), str(report.organisation_id))
    report.refresh_from_db()
    assert "A fault of ours" in report.refusal["en"][0]
    assert set(report.refusal) == {"en", "de"}


def test_without_columns_nothing_is_started(file: PersonnelFile, inside: Cast) -> None:
    PersonnelFile.objects.update(columns=None)
    with pytest.raises(Incomplete):
        ask_for_report(file, by=inside.cora)


def test_nothing_is_shown_before_the_day_of_reading(
    cora: Client,
    plan: AnalysisPlan,
    workforce: Given,
    inside: Cast,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    today = timezone.localdate()
    late = DECIDED | {"read_on": [(today + timedelta(days=1)).isoformat()]}
    change_plan(plan, late, expected=120, by=inside.cora)
    lock_plan(plan, by=inside.cora)
    file = taken_in(plan, workforce, inside)
    with pytest.raises(NotNow, match="not before"):
        ask_for_report(file, by=inside.cora)
    assert "the plan allows a report from" in cora.get(AT).content.decode()
    monkeypatch.setattr(timezone, "localdate", lambda: today + timedelta(days=1))
    assert ask_for_report(file, by=inside.cora)


def test_every_planned_day_allows_one_look_and_none_between(
    plan: AnalysisPlan, workforce: Given, inside: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = timezone.localdate()
    days = [today, today + timedelta(days=30)]
    twice = DECIDED | {"read_on": [day.isoformat() for day in days]}
    change_plan(plan, twice, expected=120, by=inside.cora)
    lock_plan(plan, by=inside.cora)
    file = taken_in(plan, workforce, inside)
    first = ask_for_report(file, by=inside.cora)
    EvaluationReport.objects.update(ready_at=timezone.now())
    again = ask_for_report(file, by=inside.cora)  # a mistake shows at once
    assert again != first
    EvaluationReport.objects.update(ready_at=timezone.now())
    for after, why in ((1, "the next one on"), (29, "the next one on"), (30, None)):
        monkeypatch.setattr(
            timezone, "localdate", lambda *given, after=after: localdate(*given, after=after)
        )
        if why is None:
            assert ask_for_report(file, by=inside.cora) not in {first, again}
            continue
        with pytest.raises(NotNow, match=why):
            ask_for_report(file, by=inside.cora)


def localdate(moment: datetime | None = None, *, after: int) -> date:
    """The day of a moment; without one, today as if so many days had passed."""
    if moment is not None:
        return moment.astimezone(UTC).date()
    return datetime.now(UTC).date() + timedelta(days=after)


def test_after_the_last_planned_look_there_is_a_new_plan_or_none(
    plan: AnalysisPlan, workforce: Given, inside: Cast
) -> None:
    early = timezone.localdate() - timedelta(days=40)
    change_plan(plan, DECIDED | {"read_on": [early.isoformat()]}, expected=120, by=inside.cora)
    lock_plan(plan, by=inside.cora)
    file = taken_in(plan, workforce, inside)
    assert ask_for_report(file, by=inside.cora)
    weeks_ago = timezone.now() - timedelta(days=20)
    EvaluationReport.objects.update(ready_at=weeks_ago, asked_at=weeks_ago)
    with pytest.raises(NotNow, match="begin a new plan"):
        ask_for_report(file, by=inside.cora)


def test_two_reports_never_differ_by_one_leaver(
    report: EvaluationReport, workforce: Given, inside: Cast
) -> None:
    """One participant more has left: whoever laid both reports side by side would know who."""
    later = taken_in(report.plan, one_more_leaver(workforce, report), inside)
    second = made(later, inside)
    assert second.ready_at is None
    assert "could work out who" in second.refusal["en"][0]


def one_more_leaver(workforce: Given, report: EvaluationReport) -> Given:
    table = pl.read_csv(workforce.content, infer_schema=False)
    assert report.file is not None
    known = set(inputs_of(report.file).files["participants"].content.decode().split())
    names = {line.partition(",")[0] for line in known}
    staying = table.filter(pl.col("left").is_null() & pl.col("employee_id").is_in(list(names)))
    one = pl.col("employee_id") == staying["employee_id"][0]
    gone = table.with_columns(
        pl.when(one).then(pl.lit("2023-12-20")).otherwise("left").alias("left"),
        pl.when(one).then(pl.lit("Resignation")).otherwise("reason").alias("reason"),
    )
    return Given("later.csv", gone.write_csv().encode())


def test_who_changed_is_counted_once() -> None:
    assert changed_between(["a", "b", "b"], ["a", "b", "c"]) == 1
    assert changed_between(["a"], ["a"]) == 0
    assert changed_between([], ["a"] * 7) == 7


def test_kept_as_values_it_is_the_same_document(report: EvaluationReport) -> None:
    data = report.editions.get(language="de").document
    assert json.loads(json.dumps(as_data(from_data(data)))) == data


def test_an_erased_file_makes_no_report(
    file: PersonnelFile, locked: AnalysisPlan, inside: Cast, tmp_path: Path
) -> None:
    PersonnelFile.objects.update(content=None, erased_at=timezone.now())
    with pytest.raises(NotNow):
        ask_for_report(file, by=inside.cora)
