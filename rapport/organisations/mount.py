"""The organisation as the place where the product is mounted.

`/o/<slug>/relationships/k7f` becomes SCRIPT_NAME `/o/<slug>` and PATH_INFO `/relationships/k7f`:
Django then keeps the organisation in every address it makes, and no view has to pass it on.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

MOUNT = re.compile(r"^/o/(?P<slug>[a-z0-9][a-z0-9-]{0,62})(?P<rest>/.*|)$")
SLUG_KEY = "rapport.organisation"

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def mount_path(slug: str) -> str:
    return f"/o/{slug}"


def split_mount(path: str) -> tuple[str, str]:
    """`/o/acme/x` → (`acme`, `/x`); any other path → (``, path)."""
    match = MOUNT.match(path)
    return (match["slug"], match["rest"] or "/") if match else ("", path)


def mount_organisation(application: Application) -> Application:
    """Wrap a WSGI application so that it sees the organisation as its mount point."""

    def mounted(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        slug, rest = split_mount(environ.get("PATH_INFO", "/"))
        if slug:
            environ["SCRIPT_NAME"] = environ.get("SCRIPT_NAME", "") + mount_path(slug)
            environ["PATH_INFO"] = rest
            environ[SLUG_KEY] = slug
        return application(environ, start_response)

    return mounted
