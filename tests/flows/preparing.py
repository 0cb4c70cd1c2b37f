"""What the demonstration has not, made as people make it, so that there is more to read."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from django.utils import timezone
from playwright.sync_api import Page

from rapport.domain.assemblies import AssemblyKind
from tests.flows.reader import Reader
from tests.installation import Installation
from tools.pictures import PROGRAMME
from tools.sample_round import COLUMNS, form_pairs, press, sign_ups

# More wish for a mentor than there are places, and nobody of them belongs here yet.
LATE = (
    ("Nadia Orel", "nadia@late.example", "Mentor", "1"),
    ("Niko Brandt", "niko@late.example", "Mentee", ""),
    ("Nuria Campos", "nuria@late.example", "Mentee", ""),
    ("Noor Hadley", "noor@late.example", "Mentee", ""),
)
BACKSTAGE = "from tests.flows.backstage import main; main()"


@dataclass(frozen=True)
class Seeds:
    """Where walks begin: of whoever is signed in, and of whoever is not."""

    inside: list[str]
    outside: list[str]


def prepare(coordinator: Reader, mentee: Reader, installation: Installation) -> Seeds:
    """Everything there can be; the addresses that no link leads to, or only one in a mail."""
    page = coordinator.page
    *evaluation, stop = by_nobody_in_minutes(installation)
    inside = [*evaluation, *by_the_coordinator(page), offer_times(mentee)]
    outside = [stop, *by_mail(page, installation)]
    return Seeds(*([urlsplit(each).path for each in found] for found in (inside, outside)))


def by_the_coordinator(page: Page) -> Iterator[str]:
    pairs = form_pairs(page, PROGRAMME)
    upload = pairs.partition("/pairs/")[0] + "/import/"
    yield from (pairs, f"{pairs}announcement/", f"{pairs}asking/", f"{pairs}new/")
    yield from import_people(page, upload, "finished.csv", sign_ups(), steps=3)
    yield from import_people(page, upload, "begun.csv", sign_ups(), steps=2)
    yield from late_round(page)
    call_workshop(page)
    begin_plan(page)
    yield from (f"{PROGRAMME}evaluation/files/", f"{PROGRAMME}evaluation/survey/")


def import_people(page: Page, upload: str, name: str, rows: str, *, steps: int) -> list[str]:
    """Where so many of the three steps led."""
    page.goto(upload)
    table = {"name": name, "mimeType": "text/csv", "buffer": rows.encode()}
    page.set_input_files("input[type=file]", table)  # type: ignore[arg-type]  # as form_pairs does
    seen = []
    for _step in range(steps):
        press(page)
        seen.append(page.url)
    return seen


def new_intake(page: Page, name: str, people: Iterable[tuple[str, ...]]) -> str:
    """Its address, once these have signed up for it."""
    page.goto(f"{PROGRAMME}intakes/new/")
    page.fill("[name=name]", name)
    press(page)
    intake = page.url
    written = io.StringIO()
    csv.writer(written).writerows([COLUMNS[:4], *people])
    import_people(page, f"{intake}import/", "people.csv", written.getvalue(), steps=3)
    return intake


def pairs_in(page: Page, intake: str) -> str:
    page.goto(f"{intake}pairs/")
    press(page)
    return page.url


def late_round(page: Page) -> Iterator[str]:
    """Lots are drawn, one pair is formed and announced: three pages that change by it."""
    intake = new_intake(page, "Late round", LATE)
    page.goto(f"{intake}lottery/")
    press(page)
    yield page.url
    announcement = f"{pairs_in(page, intake)}announcement/"
    page.goto(announcement)
    with page.expect_navigation():
        page.locator("main [name=announce]").click()
    yield announcement


def call_workshop(page: Page) -> None:
    page.goto(f"{PROGRAMME}assemblies/")
    page.select_option("[name=kind]", AssemblyKind.WORKSHOP)
    page.fill("[name=starts_at]", soon(10))
    page.fill("[name=place]", "Room 4")
    with page.expect_navigation():
        page.locator("main form[data-keep] button.main").click()


def soon(hour: int) -> str:
    return (timezone.now() + timedelta(days=3)).strftime(f"%Y-%m-%dT{hour}:00")


def begin_plan(page: Page) -> None:
    page.goto(f"{PROGRAMME}evaluation/")
    with page.expect_navigation():
        page.locator("main form[action$='/plans/'] button").first.click()


def by_nobody_in_minutes(installation: Installation) -> list[str]:
    done = installation.command("shell", "--no-imports", "-c", BACKSTAGE)
    assert done.returncode == 0, done.stderr
    made: list[str] = json.loads(done.stdout.splitlines()[-1])
    return made


def by_mail(page: Page, installation: Installation) -> Iterator[str]:
    """An invitation, and a link to a new password: both are good until somebody uses them."""
    yield installation.link_to("nadia@late.example", "/invitations/")
    visitor = page.context.browser
    assert visitor is not None
    elsewhere = visitor.new_context(base_url=installation.address).new_page()
    elsewhere.goto("/accounts/password/reset/")
    elsewhere.fill("[name=email]", "finn@demo.example")
    press(elsewhere)
    elsewhere.context.close()
    yield installation.link_to("finn@demo.example", "/password/reset/key/")


def offer_times(mentee: Reader) -> str:
    """Two to choose from; the page on which the mentor chooses."""
    home, page = mentee.relationship(), mentee.page
    page.goto(f"{home}meetings/times/new")
    for place, hour in enumerate((10, 14)):
        page.locator("main input[type=datetime-local]").nth(place).fill(soon(hour))
    with page.expect_navigation():
        page.locator("main form[data-keep] .button.main").click()
    return page.url
