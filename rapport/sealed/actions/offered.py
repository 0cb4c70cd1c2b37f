"""Reading what a browser offers: wrong forms become one refusal, whatever was wrong with them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from rapport.domain.refusals import NotAcceptable
from rapport.sealed.protocol.refusals import Refused


@contextmanager
def acceptable() -> Iterator[None]:
    """Turn every malformation inside into NotAcceptable."""
    try:
        yield
    except (Refused, KeyError, TypeError, ValueError, AttributeError) as trouble:
        raise NotAcceptable from trouble


def raw(offered: Mapping[str, Any], name: str) -> bytes:
    """The bytes behind a hexadecimal field."""
    return bytes.fromhex(offered[name])


def require(condition: bool) -> None:
    """Raise NotAcceptable unless the condition holds."""
    if not condition:
        raise NotAcceptable
