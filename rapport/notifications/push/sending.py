"""Posting a sealed message to the push service of a device: only to services we know by name."""

import json
from datetime import datetime
from fnmatch import fnmatch
from http import HTTPStatus
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings

from rapport.notifications.models import PushDevice
from rapport.notifications.push.encryption import seal
from rapport.notifications.push.sender import authorization, decoded

TIMEOUT = 15
KEPT_FOR = 24 * 3600
"""Seconds for which the service waits for a device that is off; then it is old news."""
GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE, HTTPStatus.FORBIDDEN})


class Straight(HTTPRedirectHandler):
    """Follows nobody anywhere: an address that leads elsewhere is no service of ours."""

    def redirect_request(self, *args: object) -> None:
        return None


def is_known(endpoint: str) -> bool:
    """Whether the address belongs to a push service: a device must not choose whom we call."""
    try:
        parts = urlsplit(endpoint)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return False
    origin = f"{parts.scheme}://{parts.hostname}{port}"
    is_plain = "@" not in parts.netloc
    return is_plain and any(fnmatch(origin, service) for service in settings.PUSH_SERVICES)


def push(device: PushDevice, title: str, url: str, now: datetime) -> bool:
    """False when the device is gone for good; HTTPError or OSError when it may work later."""
    if not is_known(device.endpoint):
        return False
    message = json.dumps({"title": title, "url": url}).encode()
    body = seal(message, decoded(device.key), decoded(device.auth))
    headers = {
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(KEPT_FOR),
        "Urgency": "normal",
        "Authorization": authorization(device.endpoint, now),
    }
    request = Request(device.endpoint, body, headers, method="POST")  # noqa: S310  # see is_known
    try:
        build_opener(Straight).open(request, timeout=TIMEOUT).close()
    except HTTPError as error:
        if error.code not in GONE:
            raise
        return False
    return True
