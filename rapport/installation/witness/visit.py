"""Going to an installation as a browser does, so that a witness cannot be told apart."""

import re
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage
from http.cookiejar import CookieJar

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
BROWSER = {
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
    " Chrome/156.0.0.0 Safari/537.36",
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Language": "en",
}
PATIENCE = 30
"""Seconds we wait for an answer."""


class Unreachable(Exception):
    """The installation gave no answer, or one that is no page."""


@dataclass(frozen=True)
class Answer:
    """What came back: from where in the end, what, and under which headers."""

    address: str
    body: bytes
    headers: HTTPMessage


class Visit:
    """One visitor with her cookies."""

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")
        jar = urllib.request.HTTPCookieProcessor(CookieJar())
        self.opener = urllib.request.build_opener(jar)

    def get(self, path: str) -> Answer:
        """A page or file of this installation; Unreachable with the reason."""
        return self.send(urllib.request.Request(urllib.parse.urljoin(f"{self.address}/", path)))  # noqa: S310  # checked by `send`

    def sign_in(self, email: str, password: str) -> Answer:
        """As the form on the page of signing in does it."""
        page = self.get("/accounts/login/")
        found = TOKEN.search(page.body.decode())
        fields = {
            "login": email,
            "password": password,
            "csrfmiddlewaretoken": found[1] if found else "",
        }
        request = urllib.request.Request(page.address, urllib.parse.urlencode(fields).encode())  # noqa: S310  # checked by `send`
        request.add_header("Referer", page.address)
        return self.send(request)

    def send(self, request: urllib.request.Request) -> Answer:
        if not request.full_url.startswith(("https://", "http://")):
            raise Unreachable(f"{request.full_url} is no address of a web page.")
        for name, value in BROWSER.items():
            request.add_header(name, value)
        try:
            with self.opener.open(request, timeout=PATIENCE) as response:
                return Answer(response.url, response.read(), response.headers)
        except (OSError, HTTPException) as trouble:
            raise Unreachable(f"{request.full_url} did not answer: {trouble}.") from trouble
