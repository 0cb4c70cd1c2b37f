"""A passkey opens the sealed pages with one gesture, and nothing it gives leaves the browser."""

from base64 import b64encode, urlsafe_b64encode
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from rapport.sealed.tests.test_in_the_browser import NOTE, Desk, desk, write_note

pytestmark = pytest.mark.browser

__all__ = ["desk"]

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "hasPrf": True,
}
ADD_PASSKEY = """async () => {
  const random = (length) => crypto.getRandomValues(new Uint8Array(length));
  await navigator.credentials.create({ publicKey: {
    challenge: random(32),
    rp: { name: "Rapport" },
    user: { id: random(16), name: "Ada", displayName: "Ada" },
    pubKeyCredParams: [{ type: "public-key", alg: -7 }],
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    extensions: { prf: {} },
  } });
}"""
PRF = """async () => {
  const { askPasskey } = await import("/static/sealed/1/passkey.js");
  return (await askPasskey()).secret;
}"""


def with_device(desk: Desk, page: Page, **options: Any) -> None:
    session = desk.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE | options})


def test_a_passkey_opens_the_pages_and_what_it_gives_is_never_sent(desk: Desk) -> None:
    page = desk.set_up()
    with_device(desk, page)
    write_note(desk, page, NOTE)
    page.evaluate(ADD_PASSKEY)
    page.goto(f"{desk.home}/keys/passkey")
    page.get_by_role("button", name="Use my passkey for this").click()
    expect(page).to_have_url(f"{desk.home}/keys/")
    expect(page.get_by_text("Passkey", exact=True)).to_be_visible()
    page.get_by_role("button", name="Lock this tab now").click()
    page.goto(f"{desk.home}/journal/")
    page.get_by_role("button", name="Open them").click()
    expect(page.get_by_label("My passkey")).to_be_checked()
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.locator("sealed-text")).to_have_text(NOTE)
    secret = bytes.fromhex(page.evaluate(PRF))
    for half in (secret[:32], secret[32:]):
        for spelled in (half.hex().encode(), b64encode(half)[:40], urlsafe_b64encode(half)[:40]):
            assert spelled not in desk.sent()
    assert b'"prf"' not in desk.sent()
    page.goto(f"{desk.home}/keys/")
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_text("Passkey", exact=True)).to_have_count(0)


def test_a_passkey_that_cannot_do_it_says_so(desk: Desk) -> None:
    page = desk.set_up()
    with_device(desk, page, hasPrf=False)
    page.evaluate(ADD_PASSKEY)
    page.goto(f"{desk.home}/keys/passkey")
    page.get_by_role("button", name="Use my passkey for this").click()
    expect(page.get_by_text("it cannot open sealed pages")).to_be_visible()
    assert b'"passkey"' not in desk.sent()


GESTURE = """async () => {
  const { askPasskey } = await import("/static/sealed/1/passkey.js");
  const { keepGesture } = await import("/static/sealed/1/gesture.js");
  const { lock } = await import("/static/sealed/1/session.js");
  const { credential, secret } = await askPasskey();
  await lock();
  await keepGesture(credential, secret);
  return sessionStorage.getItem("sealed-gesture").includes(secret);
}"""
ASKING = """async () => {
  const detail = { publicKey: { challenge: 1 }, before: [] };
  document.dispatchEvent(new CustomEvent("passkey:asking", { detail }));
  await Promise.all(detail.before);
  return detail.publicKey.extensions.prf.eval.first.length;
}"""


def test_the_gesture_that_signs_in_opens_the_pages_as_well(desk: Desk) -> None:
    page = desk.set_up()
    with_device(desk, page)
    write_note(desk, page, NOTE)
    page.evaluate(ADD_PASSKEY)
    page.goto(f"{desk.home}/keys/passkey")
    page.get_by_role("button", name="Use my passkey for this").click()
    expect(page).to_have_url(f"{desk.home}/keys/")
    assert page.evaluate(GESTURE) is False
    page.goto(f"{desk.home}/journal/")
    expect(page.locator("sealed-text")).to_have_text(NOTE)
    assert page.evaluate("sessionStorage.getItem('sealed-gesture')") is None
    desk.context.clear_cookies()
    page.goto(f"{desk.home}/accounts/login/")
    assert page.evaluate(ASKING) == 32
