"""Static files as the web server gives them out: compressed once, and kept by browsers for good.

All files of a release stand under one address that is made of their content. So a changed file
has a new address, modules find each other by the paths they were written with, and the files
stay byte for byte what the release contains.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.files.storage import Storage
from whitenoise.storage import CompressedStaticFilesStorage

DIGITS = 16
"""Hexadecimal digits of a release in its address; 64 bits, against mistakes and not attackers."""
COMPLETE = "complete"


def collect(folder: Path) -> str:
    """Lay this release's files out below `folder`, unless they lie there, and name the release."""
    release = release_of(dict(found()))
    lying = folder / release
    if not (lying / COMPLETE).exists():
        lay_out(lying)
        (lying / COMPLETE).touch()
    return release


def name_release(release: str) -> None:
    """Serve this release from where it lies; before any page or address of a file was made."""
    settings.STATIC_URL = f"/static/{release}/"
    settings.STATIC_ROOT = settings.STATIC_FOLDER / release
    settings.WHITENOISE_USE_FINDERS = False


def found() -> Iterator[tuple[str, Storage]]:
    """Each path and where its file is; the first of a name wins, as everywhere in Django."""
    seen: set[str] = set()
    for finder in get_finders():
        for path, storage in finder.list([]):
            if path not in seen:
                seen.add(path)
                yield path, storage


def release_of(files: dict[str, Storage]) -> str:
    """A name that changes when any file does."""
    whole = sha256()
    for path in sorted(files):
        with files[path].open(path) as file:
            whole.update(f"{path}\0{sha256(file.read()).hexdigest()}\n".encode())
    return whole.hexdigest()[:DIGITS]


def lay_out(folder: Path) -> None:
    """Copy all files, and beside each the compressed ones that are worth it."""
    target = CompressedStaticFilesStorage(location=folder)
    copied: dict[str, tuple[Storage, str]] = {}
    for path, storage in found():
        target.delete(path)
        with storage.open(path) as file:
            target.save(path, file)
        copied[path] = (target, path)
    for _path, _compressed, outcome in target.post_process(copied):
        if isinstance(outcome, Exception):
            raise outcome
