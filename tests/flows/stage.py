"""What both journeys begin with: an installation, an imported sheet, a pair that has arrived."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, FilePayload

from tests.browser import chromium
from tests.flows.actor import PASSWORD, Actor
from tests.installation import Installation
from tests.mailbox import Mailbox

HEADER = (
    "Zeitstempel",
    "Your name",
    "E-mail address",
    "Would you like to be a mentor or a mentee?",
    "Name of your line manager",
    "Topics you care about (choose several)",
    "How many mentees would you like?",
)
SIGN_UPS = (
    ("21.09.2026 10:12", "Ada Lindqvist", "ada@example.org", "Mentor", "", "Leading, Writing", "1"),
    ("21.09.2026 11:40", "Ben Óskarsson", "ben@example.org", "Mentee", "", "Leading, Planning", ""),
    ("22.09.2026 08:02", "Gus Tan", "gus@example.org", "Mentor", "", "Saying no", "2"),
    # Hana shares most with Ada, who is her line manager: they must never be paired.
    ("22.09.2026 09:15", "Hana Sato", "hana@example.org", "Mentee", "Ada Lindqvist", "Writing", ""),
    ("23.09.2026 17:30", "", "", "Mentee", "", "", ""),
)


class Stage:
    """An installation with its mailbox, and the browser in which everybody has a profile."""

    def __init__(
        self,
        installation: Installation,
        mailbox: Mailbox,
        browser: Browser,
        records: Path | None = None,
    ) -> None:
        self.installation = installation
        self.mailbox = mailbox
        self.browser = browser

        def actor(name: str, *, on_phone: bool = True) -> Actor:
            record = records / f"{name}.har" if records else None
            return Actor(browser, name, on_phone=on_phone, record=record)

        self.cora = actor("Cora", on_phone=False)
        self.ada, self.ben = actor("Ada"), actor("Ben")

    @property
    def actors(self) -> list[Actor]:
        return [self.cora, self.ada, self.ben]

    def relationship(self) -> str:
        """The address of Ada and Ben's relationship, as Ben finds it on his home."""
        self.ben.go(self.ben.home)
        link = self.ben.wait_for("main a[href*='/relationships/']").get_attribute("href") or ""
        code = link.split("/relationships/")[1].split("/")[0]
        return f"{self.ben.home}relationships/{code}/"


@contextmanager
def stage(folder: Path, records: Path | None = None) -> Iterator[Stage]:
    """With a folder for records, everything the browsers send and are sent is written down."""
    mailbox = Mailbox()
    mailbox.start()
    installation = Installation(folder, RAPPORT_MAIL=mailbox.address)
    try:
        installation.start()
        with chromium() as browser:
            yield Stage(installation, mailbox, browser, records)
    finally:
        installation.stop()
        mailbox.stop()


def sheet() -> bytes:
    """A form export as people have them: semicolons, German dates, a row with next to nothing."""
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([HEADER, *SIGN_UPS])
    return text.getvalue().encode("utf-8-sig")


def begin(stage: Stage) -> None:
    """Cora sets up, imports, forms pairs by hand where needed, and announces them."""
    set_up(stage)
    bring_in(stage.cora)
    form_pairs(stage.cora)


def set_up(stage: Stage) -> None:
    cora, code = stage.cora, (stage.installation.var / "setup-code").read_text().strip()
    cora.go(f"{stage.installation.address}/setup/?code={code}")
    cora.page.fill("[name=organisation]", "Harbour")
    cora.page.fill("[name=name]", "Cora Lindholm")
    cora.page.fill("[name=email]", "cora@example.org")
    cora.page.fill("[name=password]", PASSWORD)
    cora.press("Set up")
    cora.go(f"{stage.installation.address}/o/harbour/programmes/new/")
    cora.page.fill("[name=name]", "Lighthouse")
    cora.press("Start the programme")


def bring_in(cora: Actor) -> None:
    """From the export to enrolled people: columns, rows, yes."""
    cora.press("Import sign-ups")
    file = FilePayload(name="sign-ups.csv", mimeType="text/csv", buffer=sheet())
    cora.page.set_input_files("[type=file]", files=file)
    cora.press("Read the file")
    cora.press("Look at the rows")
    cora.sees("Import these 4 people")
    cora.press("Import these 4 people")
    cora.sees("Imported")


def form_pairs(cora: Actor) -> None:
    """The proposal stands, the manager is not paired with her own, and then it is announced."""
    cora.press("Form pairs")
    cora.press("Form pairs") if cora.page.url.endswith("/pairs/") else None
    rows = cora.page.locator("main table").first.locator("tbody tr").all_inner_texts()
    assert any("Ada Lindqvist" in row and "Ben Óskarsson" in row for row in rows), rows
    assert not any("Ada Lindqvist" in row and "Hana Sato" in row for row in rows), rows
    cora.press("Announce these pairs")
    cora.press("Announce now")
    cora.sees("The pairs are announced")


def arrive(stage: Stage) -> str:
    """Both come by their letter and set up their keys; the address of their relationship."""
    for actor, email in ((stage.ada, "ada@example.org"), (stage.ben, "ben@example.org")):
        actor.join(stage.mailbox.link_to(email, "/invitations/"))
        actor.set_up_key()
        actor.end_quiet_hours()
    return stage.relationship()
