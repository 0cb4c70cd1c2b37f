"""Takes the pictures in docs/ from the demonstration programme: `make pictures`.

Pictures are of what a screen shows at first, on a phone and on a desk, light and dark; with 128
colours a file stays below 150 kB.
"""

import io
import json
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize

from config.environment import ROOT
from tests.browser import chromium
from tests.installation import Installation
from tools.sample_round import form_pairs

MOUNT = "/o/harbour"
FOLDER = ROOT / "docs" / "pictures"
PATIENCE = 60_000
START_WITHIN = 300
COLOURS = 128
RELATIONSHIP = re.compile(r"/relationships/([a-z0-9]+)/")
MEETING = re.compile(r"/meetings/([0-9a-f-]{36})/")

SCREENS: Final[dict[str, ViewportSize]] = {
    "phone": {"width": 390, "height": 844},
    "desktop": {"width": 1280, "height": 800},
}
# Who looks, at which page (`{code}` is her relationship), what the picture is called, on which
# screen and in which light.
PICTURES = (
    ("mentee", "/relationships/{code}/", "relationship", "desktop", "light"),
    ("mentee", "/relationships/{code}/", "relationship", "desktop", "dark"),
    ("mentee", "/relationships/{code}/", "relationship", "phone", "light"),
    ("mentee", "/relationships/{code}/agreement/", "agreement", "desktop", "light"),
    (
        "mentee",
        "/relationships/{code}/meetings/{meeting}/agenda",
        "first-meeting",
        "phone",
        "light",
    ),
    ("mentee", "/relationships/{code}/values/", "values", "desktop", "light"),
    ("mentee", "/relationships/{code}/values/", "values", "phone", "dark"),
    ("coordinator", "/desk/", "desk", "desktop", "light"),
    ("coordinator", "/desk/", "desk", "desktop", "dark"),
    ("coordinator", "/desk/", "desk", "phone", "light"),
    ("coordinator", "{matching}board/", "board", "desktop", "light"),
    ("coordinator", "{matching}board/", "board", "desktop", "dark"),
    ("coordinator", "{matching}board/", "board", "phone", "light"),
)
PROGRAMME = f"{MOUNT}/programmes/lighthouse/"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        installation = Installation(Path(folder), demo=True)
        installation.start(START_WITHIN)
        sign_ins = json.loads((installation.var / "demonstration.json").read_text())
        take_all(installation.address, sign_ins)
        installation.kill_all()


def take_all(address: str, sign_ins: list[dict[str, str]]) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        coordinator = next(each for each in sign_ins if each["role"] == "coordinator")
        with looking(browser, address, coordinator, "desktop") as page:
            matching = urlsplit(form_pairs(page, PROGRAMME)).path.removeprefix(MOUNT)
        for sign_in in sign_ins:
            for screen in SCREENS:
                take(browser, address, sign_in, screen, matching)


def take(
    browser: Browser, address: str, sign_in: dict[str, str], screen: str, matching: str
) -> None:
    """All pictures of one person on one screen."""
    wanted = [each for each in PICTURES if each[0] == sign_in["role"] and each[3] == screen]
    if not wanted:
        return
    with looking(browser, address, sign_in, screen) as page:
        places = places_of(page) | {"matching": matching}
        for _role, path, name, _screen, light in wanted:
            page.emulate_media(color_scheme="dark" if light == "dark" else "light")
            page.goto(MOUNT + path.format(**places))
            page.wait_for_load_state("networkidle")
            keep(page.screenshot(), f"{name}-{screen}{'-dark' if light == 'dark' else ''}.png")


@contextmanager
def looking(browser: Browser, address: str, sign_in: dict[str, str], screen: str) -> Iterator[Page]:
    """A page of somebody who has signed in and unlocked."""
    context = browser.new_context(viewport=SCREENS[screen], base_url=address)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    enter(page, sign_in)
    yield page
    context.close()


def places_of(page: Page) -> dict[str, str]:
    """Her relationship, and its next meeting, where she has any."""
    page.goto(f"{MOUNT}/")
    found = RELATIONSHIP.search(page.content())
    if found is None:
        return {"code": "", "meeting": ""}
    page.goto(f"{MOUNT}/relationships/{found[1]}/meetings/")
    meeting = MEETING.search(page.content())
    return {"code": found[1], "meeting": meeting[1] if meeting else ""}


def keep(picture: bytes, name: str) -> None:
    """With few colours, which is all that our pages have."""
    small = (
        Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    )
    small.save(FOLDER / name, optimize=True)


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
