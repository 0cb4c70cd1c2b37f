"""What the demonstration has not, made as a coordinator makes it, so that there is more to read."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page

from rapport.domain.assemblies import AssemblyKind
from tools.pictures import PROGRAMME
from tools.sample_round import form_pairs, press, sign_ups


def prepare(page: Page) -> list[str]:
    """Pairs, imports, a workshop and a plan; the addresses that no link leads to any more."""
    pairs = form_pairs(page, PROGRAMME)
    upload = pairs.partition("/pairs/")[0] + "/import/"
    steps = import_people(page, upload, "finished.csv", steps=3)
    steps += import_people(page, upload, "begun.csv", steps=2)
    call_workshop(page)
    begin_plan(page)
    return [pairs, *steps]


def import_people(page: Page, upload: str, name: str, *, steps: int) -> list[str]:
    """Where so many of the three steps led."""
    page.goto(upload)
    table = {"name": name, "mimeType": "text/csv", "buffer": sign_ups().encode()}
    page.set_input_files("input[type=file]", table)  # type: ignore[arg-type]  # as form_pairs does
    seen = []
    for _step in range(steps):
        press(page)
        seen.append(page.url)
    return seen


def call_workshop(page: Page) -> None:
    page.goto(f"{PROGRAMME}assemblies/")
    page.select_option("[name=kind]", AssemblyKind.WORKSHOP)
    soon = timezone.now() + timedelta(days=3)
    page.fill("[name=starts_at]", soon.strftime("%Y-%m-%dT10:00"))
    page.fill("[name=place]", "Room 4")
    with page.expect_navigation():
        page.locator("main form[data-keep] button.main").click()


def begin_plan(page: Page) -> None:
    page.goto(f"{PROGRAMME}evaluation/")
    with page.expect_navigation():
        page.locator("main form[action$='/plans/'] button").first.click()
