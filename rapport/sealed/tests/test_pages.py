"""What the server hands out and takes in, seen from outside with Django's own client."""

import json
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.test import Client

from rapport.organisations.scope import PERSON, setting
from rapport.organisations.tenancy import tenant
from rapport.sealed.actions import open_space
from rapport.sealed.models import Space, UnlockSlot
from rapport.sealed.modules import FORMAT, PARTS, TAB
from rapport.sealed.protocol.wordlist import SOURCE
from rapport.sealed.queries import row_of
from rapport.sealed.tests.people import with_keys
from rapport.sealed.tests.site import signs_in_elsewhere
from tests.cast import Cast, browser_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada(cast: Cast) -> Iterator[Client]:
    with tenant(cast.organisation):
        with_keys(cast.ada)
    signs_in_elsewhere(cast.ada)
    with browser_of(cast.ada, cast.organisation) as client:
        yield client


def test_whoever_has_no_keys_is_led_to_them(cast: Cast) -> None:
    with browser_of(cast.ben, cast.organisation) as ben:
        assert ben.get("/keys/").headers["Location"].endswith("/keys/new")
        assert ben.get("/keys/mine").status_code == 404


def test_her_own_browser_gets_only_wrapped_things(ada: Client, cast: Cast) -> None:
    told = ada.get("/keys/mine").json()
    public = {"statement", "signature", "succession"}
    assert told.keys() == public | {"bundle", "keyring", "slots"}
    assert bytes.fromhex(told["bundle"]).startswith(b"SSPW")
    assert bytes.fromhex(told["keyring"]["wrapped"]).startswith(b"SSPW")
    assert {slot["type"] for slot in told["slots"]} == {"phrase", "code"}


def test_a_space_is_told_to_its_members_alone(ada: Client, cast: Cast) -> None:
    with tenant(cast.organisation):
        hers = open_space(Space.Kind.RELATIONSHIP, [cast.ada, cast.ben])
        others = open_space(Space.Kind.RELATIONSHIP, [cast.ben, cast.sam])
    assert ada.get(f"/spaces/{hers.pk}/state").status_code == 200
    for path in ("state", "log", "approval", "grant"):
        assert ada.get(f"/spaces/{others.pk}/{path}").status_code in {404, 405}
        answer = ada.post(f"/spaces/{others.pk}/{path}", "{}", content_type="application/json")
        assert answer.status_code in {404, 405}


def test_the_page_for_a_new_code_asks_for_a_fresh_sign_in(cast: Cast) -> None:
    with browser_of(cast.ben, cast.organisation) as ben:
        assert "reauthenticate" in ben.get("/keys/code").headers["Location"]


def test_a_slot_is_changed_only_soon_after_a_fresh_sign_in(ada: Client, cast: Cast) -> None:
    with setting(PERSON, cast.ada.pk):
        old = UnlockSlot.objects.get(person=cast.ada, kind="code")
        row = {**row_of(old), "slot": str(uuid4())}
    refused = ada.post("/keys/slots", json.dumps(row), content_type="application/json")
    assert refused.status_code == 422
    ada.get("/keys/code")
    assert (
        ada.post("/keys/slots", json.dumps(row), content_type="application/json").status_code == 204
    )


@pytest.mark.parametrize("body", ["", "[]", "{", '"x"', '{"rev": "x"}', '{"rev": 1, "wrapped": 7}'])
def test_nonsense_is_refused_in_a_sentence_and_stored_nowhere(ada: Client, body: str) -> None:
    answer = ada.post("/keys/keyring", body, content_type="application/json")
    assert answer.status_code == 422
    assert "Nothing was changed" in answer.json()["sentence"]


def test_plain_words_in_a_form_are_refused(ada: Client) -> None:
    page = ada.post("/journal/new", {"words": "My secret"})
    assert page.status_code == 200
    assert "Nothing arrived that was sealed" in page.content.decode()


def test_a_page_has_no_script_or_style_of_its_own(ada: Client) -> None:
    for path in ("/keys/", "/journal/", "/journal/new", "/keys/unlock", "/keys/code"):
        page = ada.get(path).content.decode()
        assert page.count("<script") == page.count('type="module" src=') + 1
        assert " style=" not in page
        assert "<style" not in page


def test_every_module_is_loaded_once_and_after_what_it_imports() -> None:
    order = [*FORMAT, *TAB, *(name for part in PARTS.values() for name in part), "sign-in"]
    assert sorted(order) == sorted(path.stem for path in SOURCE.parent.glob("*.js"))
    for place, name in enumerate(order):
        text = (SOURCE.parent / f"{name}.js").read_text("utf-8")
        imported = [
            line.split('"./')[1].split(".js")[0] for line in text.splitlines() if 'from "./' in line
        ]
        assert set(imported) <= set(order[:place]), name


def test_what_a_passkey_gives_is_refused_should_a_browser_ever_send_it(ada: Client) -> None:
    ada.get("/keys/passkey")
    leaky = json.dumps({"clientExtensionResults": {"prf": {"results": {"first": "AAAA"}}}})
    assert ada.post("/keys/slots", leaky, content_type="application/json").status_code == 422
