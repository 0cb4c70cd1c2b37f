"""What each script must be, byte for byte: browsers are told, and the release says it in a file.

The file `web/scripts.json` is published with each release. It lists every script with its SHA-384,
in the form of the `integrity` attribute, so that anybody can compare what runs with what was
released.
"""

import json
import posixpath
import re
from base64 import b64encode
from functools import lru_cache
from hashlib import sha384
from pathlib import Path
from typing import Final

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.finders import get_finders

PUBLISHED: Final = "web/scripts.json"
IMPORT: Final = re.compile(r"""^(?:im|ex)port\b[^;"']*["'](\.{1,2}/[^"']+)["'];""", re.MULTILINE)


class ChangedScripts(RuntimeError):
    """Scripts of this installation are not the ones the release was published with."""


def integrity(content: bytes) -> str:
    """`sha384-` and the base64 of the SHA-384; W3C Subresource Integrity, section 3.1."""
    return f"sha384-{b64encode(sha384(content).digest()).decode()}"


def integrity_of(path: str) -> str:
    """The integrity of the script at this path below the static folder; it must exist."""
    return fresh_integrity_of(path) if settings.DEVELOPMENT else lasting_integrity_of(path)


def fresh_integrity_of(path: str) -> str:
    return integrity(content_of(path))


lasting_integrity_of = lru_cache(maxsize=None)(fresh_integrity_of)


def content_of(path: str) -> bytes:
    """The script at this path below the static folder; FileNotFoundError where there is none."""
    file = finders.find(path)
    if not isinstance(file, str):
        raise FileNotFoundError(f"There is no script at {path}.")
    return Path(file).read_bytes()


def with_imports(path: str) -> list[str]:
    """A module and all it imports, what is imported first: so a browser finds each one pinned."""
    return fresh_with_imports(path) if settings.DEVELOPMENT else list(lasting_with_imports(path))


def fresh_with_imports(path: str) -> list[str]:
    imported = IMPORT.findall(content_of(path).decode())
    paths = [posixpath.normpath(posixpath.join(posixpath.dirname(path), each)) for each in imported]
    return list(dict.fromkeys([*(far for near in paths for far in with_imports(near)), path]))


lasting_with_imports = lru_cache(maxsize=None)(fresh_with_imports)


def scripts() -> dict[str, str]:
    """Every script there is and its integrity, sorted by path."""
    paths = {path for finder in get_finders() for path, _storage in finder.list([])}
    return {path: fresh_integrity_of(path) for path in sorted(paths) if path.endswith(".js")}


def published() -> dict[str, str]:
    """The same as the release says it."""
    file = finders.find(PUBLISHED)
    if not isinstance(file, str):
        return {}
    listed: dict[str, str] = json.loads(Path(file).read_text())["scripts"]
    return listed


def changed_scripts() -> list[str]:
    """Paths that differ from the published list, are missing there, or only stand there."""
    here, released = scripts(), published()
    return sorted(path for path in here | released if here.get(path) != released.get(path))


def refuse_changed_scripts() -> None:
    """Nothing is served when a script is not the published one, except in development."""
    if settings.DEVELOPMENT:
        return
    if changed := changed_scripts():
        raise ChangedScripts(
            f"These scripts are not the ones of the release: {', '.join(changed)}. Nothing is"
            " served. Install the release again; if you changed them yourself, run `make manifest`."
        )
