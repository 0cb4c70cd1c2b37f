"""Reading settings from the environment: one function a kind of value."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from psycopg.conninfo import conninfo_to_dict

ROOT = Path(__file__).resolve().parent.parent


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default)


def flag(name: str, *, default: bool = False) -> bool:
    return text(name, "1" if default else "0").lower() in {"1", "true", "yes", "on"}


def words(name: str, default: str = "") -> list[str]:
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def folder(name: str, default: Path) -> Path:
    return Path(text(name) or default).resolve()


# For the running role: questions go apart from their values and are prepared when they come again;
# planning them under row-level security took longer than answering them.
PREPARED = {"server_side_binding": True, "prepare_threshold": 1}

# A connection takes what it prepared with it: after a minute it would not have paid off.
HOUR = 60 * 60


def database(name: str, default: str, **options: Any) -> dict[str, Any]:
    """A PostgreSQL address as Django's settings for one connection, with options of psycopg."""
    parts: dict[str, Any] = {
        key: str(value) for key, value in conninfo_to_dict(text(name, default)).items()
    }
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", "rapport"),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "OPTIONS": options | parts,
        "CONN_MAX_AGE": HOUR,
        "CONN_HEALTH_CHECKS": True,
    }


def secret(name: str, file: Path) -> str:
    """The secret named in the environment, or the one this installation made for itself."""
    if value := text(name):
        return value
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(50))
    return file.read_text().strip()


def mail(url: str, folder: Path) -> dict[str, Any]:
    """`smtp://user:password@host:port` (or `smtps://`) as a Django mailer; without one, files."""
    if not url:
        return {
            "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "OPTIONS": {"file_path": str(folder)},
        }
    parts = urlsplit(url)
    return {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": parts.hostname or "localhost",
            "port": parts.port or 25,
            "username": unquote(parts.username or ""),
            "password": unquote(parts.password or ""),
            "use_ssl": parts.scheme == "smtps",
            "use_tls": parts.scheme == "smtp+tls",
            "timeout": 15,
        },
    }
