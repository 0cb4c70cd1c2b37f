"""The product on a free port of this machine, in a thread of the test, on the test's database."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.test import Client
from django.urls import get_resolver
from playwright.sync_api import Browser, BrowserContext

from rapport.organisations.mount import mount_organisation
from rapport.people.models import Person


class ThreadedServer(ThreadingMixIn, WSGIServer):
    """Answers several requests at once, as a browser expects."""

    daemon_threads = True

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Each request has a thread, and each thread a connection that nobody else would close."""
        super().process_request_thread(request, client_address)
        connections.close_all()


class QuietHandler(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (as inherited)
        """Say nothing on the terminal."""


@contextmanager
def live_site() -> Iterator[str]:
    """Yield the address; everything a browser asks goes the same way as in production."""
    mounted = mount_organisation(get_wsgi_application())
    server = make_server(
        "localhost", 0, mounted, server_class=ThreadedServer, handler_class=QuietHandler
    )
    # The first request would import all pages and their engines, at the cost of its patience.
    get_resolver().url_patterns  # noqa: B018  # looked at for its effect
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def signs_in_elsewhere(person: Person) -> None:
    """A person without a password here is never asked for it again."""
    person.set_unusable_password()
    person.save()


def session_of(person: Person) -> str:
    """The cookie of a new session; to be made before Playwright's event loop runs."""
    signs_in_elsewhere(person)
    return another_session_of(person)


def another_session_of(person: Person) -> str:
    """One more, on another device; the first stays valid."""
    client = Client()
    client.force_login(person)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def signed_in(browser: Browser, site: str, session: str) -> BrowserContext:
    """A fresh browser profile in which the person of the session is signed in."""
    context = browser.new_context()
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": site}])
    return context
