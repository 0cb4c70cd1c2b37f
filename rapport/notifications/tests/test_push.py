"""Web push: sealed as the standard says, to known services alone, never in quiet hours."""

import json
import struct
import threading
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from datetime import datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from unittest.mock import patch
from urllib.error import HTTPError

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from django.test import override_settings

from rapport.domain import events
from rapport.domain.refusals import NotAcceptable
from rapport.notifications.actions.choices import keep_choice
from rapport.notifications.actions.devices import add_device
from rapport.notifications.kinds import Channel, Kind
from rapport.notifications.listeners import tell_people
from rapport.notifications.models import Notification, PushDevice
from rapport.notifications.push.encryption import derived, point, seal
from rapport.notifications.push.sender import decoded, encoded
from rapport.notifications.push.sending import is_known
from rapport.notifications.tasks import push_news
from rapport.notifications.timing import Wish
from rapport.organisations.tenancy import tenant
from rapport.relationships.models import Relationship
from tests.cast import Cast, MountedClient

CURVE = ec.SECP256R1()
# The example of RFC 8291, section 5 and appendix A.
WATERMELON = b"When I grow up, I want to be a watermelon"
EXAMPLE = {
    "auth": "BTBZMqHH6r4Tts7J_aSIgg",
    "device": (
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
    ),
    "sender": "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw",
    "salt": "DGv6ra1nlYgDCS1FRnbzlw",
    "body": (
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYW"
        "AmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgS"
        "xsj_Qulcy4a-fN"
    ),
}


def test_a_message_is_sealed_as_the_standard_says() -> None:
    sender = ec.derive_private_key(int.from_bytes(decoded(EXAMPLE["sender"])), CURVE)
    device, auth, salt = (decoded(EXAMPLE[name]) for name in ("device", "auth", "salt"))
    assert encoded(seal(WATERMELON, device, auth, sender=sender, salt=salt)) == EXAMPLE["body"]


class Browser:
    """A browser with its keys, which opens what was sealed for it."""

    def __init__(self) -> None:
        self.private = ec.generate_private_key(CURVE)
        self.secret = b"0123456789abcdef"
        self.key, self.auth = encoded(point(self.private.public_key())), encoded(self.secret)

    def open(self, body: bytes) -> dict[str, str]:
        salt, (_size, length) = body[:16], struct.unpack(">IB", body[16:21])
        theirs, sealed = body[21 : 21 + length], body[21 + length :]
        shared = self.private.exchange(
            ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(CURVE, theirs)
        )
        info = b"WebPush: info\x00" + point(self.private.public_key()) + theirs
        secret = derived(shared, self.secret, info, 32)
        key = derived(secret, salt, b"Content-Encoding: aes128gcm\x00", 16)
        nonce = derived(secret, salt, b"Content-Encoding: nonce\x00", 12)
        plain = AESGCM(key).decrypt(nonce, sealed, None)
        found: dict[str, str] = json.loads(plain.rstrip(b"\x02"))
        return found


class Service:
    """A push service on a port of its own; `answer` is the status it gives."""

    def __init__(self) -> None:
        self.answer, self.posted = 201, list[tuple[dict[str, str], bytes]]()
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:  # the server's name for it
                body = self.rfile.read(int(self.headers["Content-Length"]))
                service.posted.append((dict(self.headers), body))
                self.send_response(service.answer)
                self.send_header("Location", "http://127.0.0.1:1/elsewhere")
                self.end_headers()

            def log_message(self, *words: Any) -> None:
                """Says nothing."""

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def service(tmp_path: Any) -> Iterator[Service]:
    service = Service()
    threading.Thread(target=service.server.serve_forever, daemon=True).start()
    with override_settings(PUSH_SERVICES=[service.address], VAR=tmp_path):
        yield service
    service.server.shutdown()
    service.server.server_close()


@pytest.fixture
def device(cast: Cast, service: Service) -> Iterator[tuple[PushDevice, Browser]]:
    browser = Browser()
    with tenant(cast.organisation):
        added = add_device(
            f"{service.address}/x", browser.key, browser.auth, user_agent="Phone", by=cast.ben
        )
        yield added, browser


def moved(relationship: Relationship, cast: Cast) -> Notification:
    """Something is told to Ben at noon; what is to be pushed of it."""
    noon = datetime.fromisoformat("2026-06-10T12:00:00+00:00")
    with patch("rapport.notifications.listeners.timezone.now", return_value=noon):
        tell_people(events.MoveProposed(relationship=relationship.pk, move="go_on", by=cast.ada.pk))
    return Notification.objects.get(person=cast.ben)


def push(device: PushDevice, news: Notification) -> None:
    push_news(
        device=str(device.pk),
        notification=str(news.pk),
        organisation=str(news.organisation_id),
    )


def test_a_device_gets_one_sentence_and_a_link_that_only_it_can_read(
    service: Service,
    device: tuple[PushDevice, Browser],
    cast: Cast,
    relationship: Relationship,
) -> None:
    push(device[0], moved(relationship, cast))
    ((headers, body),) = service.posted
    assert headers["Content-Encoding"] == "aes128gcm"
    assert b"Ada" not in body
    read = device[1].open(body)
    assert read["title"] == "Ada would like to move to another phase"
    assert f"/o/harbour/relationships/{relationship.code}/moves/" in read["url"]


def test_the_service_can_check_that_it_is_us(
    service: Service,
    device: tuple[PushDevice, Browser],
    cast: Cast,
    relationship: Relationship,
) -> None:
    push(device[0], moved(relationship, cast))
    note, key = service.posted[0][0]["Authorization"].removeprefix("vapid t=").split(", k=")
    head, claims, signature = note.split(".")
    public = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, decoded(key))
    r, s = (int.from_bytes(decoded(signature)[at : at + 32]) for at in (0, 32))
    public.verify(encode_dss_signature(r, s), f"{head}.{claims}".encode(), ec.ECDSA(SHA256()))
    assert json.loads(urlsafe_b64decode(claims + "==="))["aud"] == service.address


@pytest.mark.parametrize("status", [404, 410])
def test_a_device_that_is_gone_is_forgotten(
    status: int,
    service: Service,
    device: tuple[PushDevice, Browser],
    cast: Cast,
    relationship: Relationship,
) -> None:
    service.answer = status
    push(device[0], moved(relationship, cast))
    assert not PushDevice.objects.exists()


@pytest.mark.parametrize("status", [302, 429, 500])
def test_other_trouble_comes_back_later_and_nobody_is_followed(
    status: int,
    service: Service,
    device: tuple[PushDevice, Browser],
    cast: Cast,
    relationship: Relationship,
) -> None:
    service.answer = status
    with pytest.raises(HTTPError, match=str(status)):
        push(device[0], moved(relationship, cast))
    assert PushDevice.objects.exists()


def jobs(relationship: Relationship, cast: Cast) -> int:
    with patch("rapport.notifications.listeners.enqueue") as enqueue:
        moved(relationship, cast)
    return len([call for call in enqueue.call_args_list if call.args == ("rapport.push_news",)])


def test_nothing_is_pushed_against_a_wish_or_in_quiet_hours(
    device: tuple[PushDevice, Browser], cast: Cast, relationship: Relationship
) -> None:
    assert jobs(relationship, cast) == 1
    Notification.objects.all().delete()
    cast.ben.time_zone = "Asia/Tokyo"
    cast.ben.save()
    assert jobs(relationship, cast) == 0
    Notification.objects.all().delete()
    cast.ben.time_zone = "UTC"
    cast.ben.save()
    keep_choice(cast.ben, Kind.JOURNEY, Channel.PUSH, Wish.NEVER)
    assert jobs(relationship, cast) == 0


STRANGE = [
    "https://evil.example/fcm.googleapis.com/x",
    "http://169.254.169.254/latest",
    "https://fcm.googleapis.com.evil.example/x",
    "https://fcm.googleapis.com@evil.example/x",
    "https://evil.example/?.notify.windows.com/",
]


@pytest.mark.parametrize("endpoint", STRANGE)
def test_only_known_services_are_called(endpoint: str, cast: Cast) -> None:
    browser = Browser()
    assert not is_known(endpoint)
    with tenant(cast.organisation), pytest.raises(NotAcceptable):
        add_device(endpoint, browser.key, browser.auth, user_agent="", by=cast.ben)


@pytest.mark.parametrize(("key", "auth"), [("AAAA", "AAAA"), ("", ""), ("é", "!")])
def test_keys_that_are_none_are_refused(key: str, auth: str, cast: Cast) -> None:
    with tenant(cast.organisation), pytest.raises(NotAcceptable):
        add_device("https://fcm.googleapis.com/x", key, auth, user_agent="", by=cast.ben)


def test_nobody_takes_away_the_device_of_somebody_else(
    device: tuple[PushDevice, Browser], cast: Cast
) -> None:
    for who, status in ((cast.ada, 404), (cast.ben, 302)):
        client = MountedClient(cast.organisation)
        client.force_login(who)
        assert client.post(f"/news/devices/{device[0].pk}/end/").status_code == status


def test_the_worker_is_a_script_at_a_lasting_address(cast: Cast) -> None:
    answer = MountedClient(cast.organisation).get("/push-worker.js")
    assert answer.headers["Content-Type"] == "text/javascript"
    assert b"showNotification" in answer.content
