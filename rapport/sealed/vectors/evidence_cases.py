"""Words shown to somebody outside the space, as their author signed them, and changed."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, Final

from rapport.sealed.protocol.canonical import canonical
from rapport.sealed.protocol.envelope import make_body, take_apart
from rapport.sealed.protocol.evidence import signature_of
from rapport.sealed.vectors.mutations import flip, put, rewrite
from rapport.sealed.vectors.scene import BEN, DAY, Scene

LATER: Final = "2026-02-05T09:00:00Z"

type Case = dict[str, Any]


def evidence_cases(scene: Scene) -> Iterator[Case]:
    """One entry by Ada, and every way in which it is not hers."""
    header, salt = take_apart(scene.envelope).header, b"s" * 32
    body = make_body("message/1", {"text": "You will regret this"}, written_at=DAY)
    good = {
        "header": canonical(asdict(header)).decode(),
        "salt": salt.hex(),
        "body": body.decode(),
        "signature": signature_of(header, salt, body, scene.ada.identity).hex(),
        "statement": scene.ada.statement.data.decode(),
        "stated": scene.ada.signature.hex(),
    }
    other_words = {"words": {"text": "You did well"}}
    ben = {"statement": scene.ben.statement.data.decode(), "stated": scene.ben.signature.hex()}
    for name, given in [
        ("as it was signed", good),
        ("other words", put(good, "body", rewrite(good["body"], other_words))),
        ("another day", put(good, "body", rewrite(good["body"], {"written_at": LATER}))),
        ("another number", put(good, "header", rewrite(good["header"], {"rev": 1, "ep": 2}))),
        ("another salt", put(good, "salt", flip(good["salt"], 0))),
        ("another signature", put(good, "signature", flip(good["signature"], 0))),
        ("another's statement", {**good, **ben}),
        ("in another's name", put({**good, **ben}, "header", rewrite(good["header"], {"by": BEN}))),
        ("body that is none", put(good, "body", "{}")),
    ]:
        yield {"name": f"evidence: {name}", "check": "evidence", "given": given}
