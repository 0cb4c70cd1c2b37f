"""The code that proves that whoever sets up an installation can read its terminal."""

import secrets
from pathlib import Path

from django.conf import settings


def file() -> Path:
    return Path(settings.VAR) / "setup-code"


def setup_code() -> str:
    """The code of this installation; made at first asking, readable for its operator alone."""
    if not file().exists():
        file().parent.mkdir(parents=True, exist_ok=True)
        file().touch(mode=0o600)
        file().write_text(secrets.token_urlsafe(16))
    return file().read_text()


def is_right(code: str) -> bool:
    return secrets.compare_digest(code.strip().encode(), setup_code().encode())


def forget_setup_code() -> None:
    file().unlink(missing_ok=True)
