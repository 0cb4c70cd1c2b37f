"""Accounts in a real browser, on a real server, under the real policy for scripts.

One story in order: set-up, a passkey, an app, a code, an invitation by mail.
"""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import Watch, assert_accessible, chromium
from tests.cast import PASSWORD
from tests.installation import Installation

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("accounts")]

CORA, ZOE = "cora@example.org", "zoe@example.org"
DEVICE = {
    "protocol": "ctap2",
    "ctap2Version": "ctap2_1",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "hasPrf": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
# Browsers put what a passkey unlocks into the very answer that a form posts; so does this one.
LEAKY = """
const real = PublicKeyCredential.prototype.toJSON;
PublicKeyCredential.prototype.toJSON = function () {
  const answer = real.call(this);
  answer.clientExtensionResults.prf = { results: { first: "UNLOCKS-EVERYTHING" } };
  return answer;
};
"""


@dataclass
class Desk:
    """Cora's browser, and who looks over her shoulder."""

    installation: Installation
    browser: Browser
    context: BrowserContext
    page: Page
    watch: Watch

    def go(self, path: str) -> None:
        self.page.goto(self.installation.address + path)

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def sign_out(self) -> None:
        self.go("/accounts/logout/")
        self.press("Sign out")
        expect(self.page.get_by_role("heading", name="Welcome")).to_be_visible()

    def type_password(self) -> None:
        self.go("/accounts/login/")
        self.page.get_by_label("E-mail").fill(CORA)
        self.page.get_by_label("Password", exact=True).fill(PASSWORD)
        self.press("Sign in")

    def expect_inside(self) -> None:
        self.page.wait_for_url("**/o/harbour/**")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    installation = Installation(tmp_path_factory.mktemp("accounts"))
    with chromium() as browser:
        installation.start()
        context = browser.new_context(locale="en-GB", timezone_id="Europe/Berlin")
        page = context.new_page()
        page.add_init_script(LEAKY)
        session = context.new_cdp_session(page)
        session.send("WebAuthn.enable")
        session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
        yield Desk(installation, browser, context, page, Watch(page))
        installation.stop()


def code_of(secret: str, steps: int = 0) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps)))


def test_1_the_terminal_leads_to_the_first_organisation(desk: Desk) -> None:
    found = re.search(r"http://\S+/setup/\S+", desk.installation.log.read_text())
    assert found
    desk.page.goto(found[0])
    assert_accessible(desk.page)
    desk.page.get_by_label("Name of your organisation").fill("Harbour")
    expect(desk.page.get_by_label("Its address here")).to_have_value("harbour")
    expect(desk.page.get_by_label("Time zone")).to_have_value("Europe/Berlin")
    desk.page.get_by_label("Your name").fill("Cora Lind")
    desk.page.get_by_label("E-mail").fill(CORA)
    desk.page.get_by_label("Password", exact=True).fill(PASSWORD)
    desk.press("Set up")
    desk.expect_inside()
    desk.go("/organisations/")
    desk.expect_inside()


def test_2_signing_out_empties_the_browser(desk: Desk) -> None:
    desk.page.evaluate("localStorage.setItem('kept', 'words')")
    desk.sign_out()
    assert desk.page.evaluate("localStorage.length") == 0
    desk.type_password()
    desk.expect_inside()


def test_3_a_passkey_is_added_and_signs_in(desk: Desk) -> None:
    desk.go("/o/harbour/accounts/2fa/webauthn/add/")
    assert_accessible(desk.page)
    desk.press("Add the passkey")
    desk.page.wait_for_url("**/recovery-codes/")
    assert_accessible(desk.page)
    desk.sign_out()
    assert_accessible(desk.page)
    desk.press("Sign in with a passkey")
    desk.expect_inside()


def test_4_the_password_asks_for_the_passkey_as_well(desk: Desk) -> None:
    desk.sign_out()
    desk.type_password()
    expect(desk.page.get_by_role("heading", name="The second step")).to_be_visible()
    assert_accessible(desk.page)
    desk.press("Use the passkey")
    desk.expect_inside()


def test_5_what_a_passkey_unlocks_never_leaves_the_browser(desk: Desk) -> None:
    sent = b"".join(desk.watch.bodies)
    assert b"credential=" in sent
    assert b"UNLOCKS-EVERYTHING" not in sent
    with desk.installation.database() as database:
        rows = database.execute("SELECT data::text FROM mfa_authenticator").fetchall()
    assert rows
    assert "UNLOCKS-EVERYTHING" not in str(rows)


def test_6_an_app_and_a_sign_in_code_are_second_steps_too(desk: Desk) -> None:
    desk.go("/accounts/2fa/totp/activate/")
    expect(desk.page.get_by_alt_text("QR code")).to_be_visible()
    assert desk.page.evaluate("document.querySelector('main img').naturalWidth") > 0
    secret = desk.page.locator("#totp-secret").inner_text()
    desk.page.get_by_label("Code").fill(code_of(secret, -1))
    desk.press("Use this app")
    desk.go("/accounts/2fa/recovery-codes/generate/")
    desk.press("Make new codes")
    shown = desk.page.locator("main code").first.inner_text()
    for code in (code_of(secret), shown.replace(" ", "")):
        desk.sign_out()
        desk.type_password()
        desk.page.get_by_label("Code").fill(code)
        desk.press("Sign in with the code")
        desk.expect_inside()


def test_7_whoever_is_stale_shows_that_it_is_her_and_comes_back(desk: Desk) -> None:
    with desk.installation.database() as database:
        database.execute("DELETE FROM django_session")
    desk.go("/accounts/login/")
    desk.press("Sign in with a passkey")
    desk.expect_inside()
    desk.go("/o/harbour/accounts/reauthenticate/?next=/o/harbour/accounts/2fa/webauthn/add/")
    assert_accessible(desk.page)
    desk.page.get_by_label("Password", exact=True).fill(PASSWORD)
    desk.press("Go on")
    expect(desk.page.get_by_role("heading", name="Add a passkey")).to_be_visible()


def test_8_a_letter_brings_somebody_in(desk: Desk) -> None:
    desk.go("/o/harbour/invitations/new/")
    assert_accessible(desk.page)
    desk.page.get_by_label("Name").fill("Zoe")
    desk.page.get_by_label("E-mail").fill(ZOE)
    desk.press("Invite")
    link = desk.installation.link_to(ZOE, "/invitations/")
    zoe = desk.browser.new_context(timezone_id="Asia/Seoul").new_page()
    zoe.goto(link)
    assert_accessible(zoe)
    expect(zoe.get_by_label("Time zone")).to_have_value("Asia/Seoul")
    zoe.get_by_label("Password", exact=True).fill("lampe teich sieben wolle")
    zoe.get_by_role("button", name="Join", exact=True).dblclick()
    zoe.wait_for_url(desk.installation.address + "/o/harbour/")
    desk.go("/o/harbour/members/")
    expect(desk.page.get_by_role("link", name="Zoe")).to_be_visible()
    assert_accessible(desk.page)


def test_9_nothing_was_stopped_by_the_policy(desk: Desk) -> None:
    assert desk.watch.complaints == []
