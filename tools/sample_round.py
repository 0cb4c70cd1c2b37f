"""A round of sign-ups for the pictures of matching: a table imported and pairs formed by hand.

Everything is pressed as a coordinator presses it; nothing is written past the pages.
"""

import csv
import io
from itertools import cycle
from typing import Final

from playwright.sync_api import Page

from rapport.demo.people import everybody

ROUND = "Summer round"
SIGNED_UP: Final = 36
COLUMNS = ("Name", "E-mail", "Mentor or mentee", "How many mentees", "Manager", "Topics", "Year")


def form_pairs(page: Page, programme: str) -> str:
    """The address of the first matching of a new intake of this programme."""
    page.goto(f"{programme}intakes/new/")
    page.fill("[name=name]", ROUND)
    press(page)
    intake = page.url
    page.goto(f"{intake}import/")
    page.set_input_files(
        "input[type=file]",
        {"name": "sign-ups.csv", "mimeType": "text/csv", "buffer": sign_ups().encode()},
    )
    for _step in ("choose", "columns", "rows"):
        press(page)
    page.goto(f"{intake}pairs/")
    press(page)
    return page.url


def press(page: Page) -> None:
    """The one button that carries on."""
    with page.expect_navigation():
        page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state("networkidle")


def sign_ups() -> str:
    """The table as a form exports it: two mentees for each mentor."""
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(COLUMNS)
    roles = cycle(("Mentor", "Mentee", "Mentee"))
    for person, role in zip(everybody()[:SIGNED_UP], roles, strict=False):
        capacity = max(2, person.capacity) if role == "Mentor" else ""
        topics = ", ".join(person.topics)
        table.writerow(
            (person.name, person.email, role, capacity, person.manager, topics, person.stage)
        )
    return written.getvalue()
