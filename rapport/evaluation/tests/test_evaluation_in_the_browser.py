"""Cora at a browser: from an empty evaluation to a finished report, accessible all the way."""

import csv
import io
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pypdf
import pytest
from django.db import connection, connections
from django.urls import reverse
from playwright.sync_api import Page, expect

from rapport.evaluation.listeners.baseline import token_for
from rapport.evaluation.models import AskedPerson, EvaluationReport
from rapport.evaluation.tasks import make_evaluation_report
from rapport.evaluation.tests.conftest import AT, FIRM
from rapport.evaluation.tests.simulated import export
from rapport.evaluation.tests.staged import set_goals, stage
from rapport.matching.tests.conftest import make_intake
from rapport.organisations.tenancy import tenant
from rapport.sealed.tests.site import live_site, session_of, signed_in
from tests.browser import Watch, assert_accessible, chromium
from tests.cast import Cast

pytestmark = pytest.mark.browser
HERE = f"/o/harbour{AT}"


@dataclass
class Desk:
    """Cora's page, what it complains of, and the personnel file of the made-up firm."""

    cast: Cast
    page: Page
    watch: Watch
    site: str
    workforce: Path

    def go(self, path: str) -> None:
        self.page.goto(f"{self.site}{path}")
        self.look()

    def press(self, name: str) -> None:
        button = self.page.get_by_role("button", name=name, exact=True)
        button.or_(self.page.get_by_role("link", name=name, exact=True)).first.click()
        self.look()

    def look(self) -> None:
        self.page.wait_for_load_state()
        assert_accessible(self.page)

    def taken(self, name: str) -> bytes:
        """What a link hands out."""
        with self.page.expect_download() as download:
            self.page.get_by_role("link", name=name).click()
        return Path(download.value.path()).read_bytes()

    def do_work(self) -> None:
        """What a worker does, in a thread of its own: this one belongs to the browser."""
        with ThreadPoolExecutor(1) as pool:
            pool.submit(self.make_reports).result()

    def make_reports(self) -> None:
        here = self.cast.organisation
        with tenant(here):
            waiting = [str(each.pk) for each in EvaluationReport.objects.filter(ready_at=None)]
        for number in waiting:
            make_evaluation_report(number, str(here.pk))
        connections.close_all()


@pytest.fixture
def desk(committed_cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    expect.set_options(timeout=30_000)
    # A page that asks for itself again while axe looks at it would be gone under its hands.
    monkeypatch.setattr("rapport.evaluation.views.evaluation_report.LOOK_AGAIN", "8")
    paths = export(FIRM, tmp_path)
    with tenant(committed_cast.organisation):
        intake = make_intake(committed_cast)
        stage(intake, paths["participants"], committed_cast.ada)
        set_goals(intake.programme, 0)
    session = session_of(committed_cast.cora)
    connection.close()
    with live_site() as site, chromium() as browser:
        page = signed_in(browser, site, session).new_page()
        yield Desk(committed_cast, page, Watch(page), site, paths["workforce"])


def test_from_nothing_to_a_report(desk: Desk) -> None:
    plan = lock_a_plan(desk)
    bring_the_file(desk)
    wait_for_the_report(desk)
    read_the_report(desk)
    take_the_report_along(desk, plan)
    desk.go(f"{HERE}questions/")
    desk.go(HERE)
    expect(desk.page.get_by_role("link", name="Report of")).to_be_visible()
    assert desk.watch.complaints == []


def lock_a_plan(desk: Desk) -> str:
    """The hash that the page shows from then on."""
    page = desk.page
    desk.go(HERE)
    here = page.get_by_role("navigation").get_by_role("link", name="Evaluation", exact=True).first
    expect(here).to_have_attribute("aria-current", "page")
    desk.press("Write the plan")
    page.get_by_label("How many will take part").fill("40")
    page.get_by_label("Goals: how many").check()
    page.get_by_label("Retention: who is").check()
    desk.press("Save")
    expect(page.get_by_text("With 40 participants only")).to_be_visible()
    page.get_by_role("button", name="Lock the plan").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Lock the plan").click()
    fingerprint = page.get_by_text("sha256:")
    expect(fingerprint).to_be_visible()
    desk.look()
    return fingerprint.inner_text()


def bring_the_file(desk: Desk) -> None:
    page = desk.page
    desk.go(HERE)
    desk.press("Choose a file")
    page.get_by_label("File", exact=True).set_input_files(desk.workforce)
    desk.press("Read the file")
    desk.press("Go on to the questions")
    page.get_by_label("Up to which day").fill("2023-12-31")
    page.get_by_label("When the person was hired").check()
    page.get_by_label("Resignations, dismissals").check()
    desk.press("Go on")


def wait_for_the_report(desk: Desk) -> None:
    """The page asks for itself again until the worker is done."""
    desk.press("Make the report")
    expect(desk.page.get_by_role("progressbar")).to_be_visible()
    desk.do_work()
    expect(desk.page.get_by_role("link", name="As PDF")).to_be_visible()


def read_the_report(desk: Desk) -> None:
    page = desk.page
    desk.look()
    assert page.locator(".report-page").count() == 10
    assert page.locator(".report svg").count() >= 3
    page.get_by_role("link", name="Who stays", exact=True).click()
    expect(page.get_by_role("heading", name="Who stays", exact=True)).to_be_in_viewport()


def take_the_report_along(desk: Desk, plan: str) -> None:
    findings = json.loads(desk.taken("Numbers as JSON"))
    assert findings["plan"]["hash"] == plan
    rows = list(csv.DictReader(io.StringIO(desk.taken("Numbers as CSV").decode())))
    assert {row["finding"] for row in rows} == {one["name"] for one in findings["findings"]}
    pdf = pypdf.PdfReader(io.BytesIO(desk.taken("As PDF")))
    words = " ".join(each.extract_text() for each in pdf.pages)
    first = findings["findings"][0]["sentence"].split()
    assert " ".join(first) in " ".join(words.split())


def test_everybody_is_asked_and_a_stranger_to_us_answers_by_her_link(desk: Desk) -> None:
    desk.go(f"{HERE}survey/")
    rows = "".join(f"E{place}\te{place}@firm.example\n" for place in range(6))
    desk.page.get_by_label("Everybody who could take part").fill(f"Number\tMail\n{rows}")
    desk.press("Send everybody a link")
    expect(desk.page.get_by_text("fewer than 5")).to_be_visible()
    with ThreadPoolExecutor(1) as pool:
        links = pool.submit(links_of_survey, desk.cast).result()
    hers = desk.page.context.browser
    assert hers is not None
    phone = hers.new_page(viewport={"width": 390, "height": 844})
    for link in links[:5]:
        phone.goto(f"{desk.site}{link}")
        assert_accessible(phone)
        phone.get_by_role("group", name="At my work").get_by_label("7 – always").check()
        phone.get_by_role("group", name="I mean to be").get_by_label("3", exact=True).check()
        phone.get_by_role("button", name="Send my answer").click()
        expect(phone.get_by_role("heading", name="Thank you")).to_be_visible()
    desk.go(f"{HERE}survey/")
    expect(desk.page.get_by_text("at least 5")).to_be_visible()
    desk.press("Remind whoever has not answered")
    expect(desk.page.get_by_role("button", name="Remind whoever")).to_have_count(0)
    assert desk.watch.complaints == []


def links_of_survey(cast: Cast) -> list[str]:
    """As the letters carry them."""
    with tenant(cast.organisation):
        asked = [each.pk for each in AskedPerson.objects.all()]
        found = [reverse("baseline_answer", args=[token_for(each)]) for each in asked]
    connections.close_all()
    return found
