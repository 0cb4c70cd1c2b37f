"""Takes the pictures in docs/ from the demonstration programme: `make pictures`."""

import json
import re
import tempfile
from pathlib import Path

from playwright.sync_api import Page

from config.environment import ROOT
from tests.browser import chromium
from tests.installation import Installation

MOUNT = "/o/harbour"
FOLDER = ROOT / "docs" / "pictures"
PATIENCE = 60_000
START_WITHIN = 300
RELATIONSHIP = re.compile(r"/relationships/([a-z0-9]+)/")

# Who looks, at which page (`{code}` is her relationship), and what the picture is called.
PICTURES = (
    ("mentee", "/relationships/{code}/", "relationship"),
    ("mentee", "/relationships/{code}/agreement/", "agreement"),
    ("coordinator", "/desk/", "desk"),
)


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        installation = Installation(Path(folder), demo=True)
        installation.start(START_WITHIN)
        sign_ins = json.loads((installation.var / "demonstration.json").read_text())
        with chromium() as browser:
            for sign_in in sign_ins:
                context = browser.new_context(
                    viewport={"width": 1440, "height": 900}, base_url=installation.address
                )
                take(context.new_page(), sign_in)
        installation.kill_all()


def take(page: Page, sign_in: dict[str, str]) -> None:
    """All pictures of one person."""
    page.set_default_timeout(PATIENCE)
    enter(page, sign_in)
    page.goto(f"{MOUNT}/")
    found = RELATIONSHIP.search(page.content())
    for role, path, name in PICTURES:
        if role == sign_in["role"]:
            page.goto(MOUNT + path.format(code=found[1] if found else ""))
            page.wait_for_load_state("networkidle")
            page.screenshot(path=str(FOLDER / f"{name}-desktop.png"), full_page=True)


def enter(page: Page, sign_in: dict[str, str]) -> None:
    """Sign in, and unlock the sealed pages of whoever has a phrase."""
    page.goto("/accounts/login/")
    page.fill("[name=login]", sign_in["email"])
    page.fill("[name=password]", sign_in["password"])
    page.locator("main button[type=submit]").first.click()
    page.wait_for_url(f"**{MOUNT}/**")
    if sign_in["phrase"]:
        page.goto(f"{MOUNT}/keys/unlock")
        page.locator("main [data-secret]").fill(sign_in["phrase"])
        page.locator("main sealed-unlock button[type=submit]").click()
        page.wait_for_url("**/keys/")


if __name__ == "__main__":
    main()
