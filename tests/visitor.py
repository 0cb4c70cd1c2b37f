"""A plain HTTP client with cookies: what a browser does with forms, without a browser."""

import re
import urllib.error
import urllib.parse
import urllib.request
from http.client import HTTPException
from http.cookiejar import CookieJar

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class NoAnswer(Exception):
    """The server did not say yes: the connection broke, or it answered with an error."""


class Visitor:
    """Keeps cookies between requests and sends forms with their token."""

    def __init__(self, address: str) -> None:
        self.address = address
        cookies = urllib.request.HTTPCookieProcessor(CookieJar())
        self.opener = urllib.request.build_opener(cookies)

    def get(self, path: str) -> str:
        return self.send(urllib.request.Request(f"{self.address}{path}"))  # noqa: S310  # http only

    def post(self, path: str, **fields: str) -> str:
        """Fetch the form for its token, fill it in and send it; the page that came back."""
        found = TOKEN.search(self.get(path))
        if found is None:
            raise NoAnswer(f"no form at {path}")
        body = urllib.parse.urlencode({**fields, "csrfmiddlewaretoken": found[1]}).encode()
        headers = {"Referer": f"{self.address}{path}"}
        return self.send(urllib.request.Request(f"{self.address}{path}", body, headers))  # noqa: S310  # http only

    def send(self, request: urllib.request.Request) -> str:
        try:
            with self.opener.open(request, timeout=10) as response:
                return str(response.read().decode())
        except (OSError, HTTPException) as trouble:
            raise NoAnswer(str(trouble)) from trouble

    def sign_in(self, email: str, password: str) -> None:
        self.post("/accounts/login/", login=email, password=password)
