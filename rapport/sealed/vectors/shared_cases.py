"""Cases about what two people share: canonical JSON, the agreement."""

from collections.abc import Iterator
from typing import Any

from rapport.sealed.protocol.agreement import sign_agreement
from rapport.sealed.protocol.labels import Purpose, label
from rapport.sealed.protocol.primitives import sign
from rapport.sealed.vectors.mutations import put, rewrite
from rapport.sealed.vectors.scene import Scene, stated

type Case = dict[str, Any]


def canonical_cases() -> Iterator[Case]:
    """One value, many spellings."""
    for name, text in [
        ("empty object", b"{}"),
        ("keys in order", b'{"a":1,"b":[true,false,"x"],"c":{}}'),
        ("umlaut, sign, line and quote", '{"t":"ü🌱\\n\\"\\u0001\u2028/"}'.encode()),
        ("largest number", b'{"m":-9007199254740991,"n":9007199254740991}'),
        ("keys out of order", b'{"b":1,"a":1}'),
        ("a key twice", b'{"a":1,"a":1}'),
        ("a space", b'{"a": 1}'),
        ("a line at the end", b"{}\n"),
        ("a byte order mark", b"\xef\xbb\xbf{}"),
        ("a fraction", b'{"a":1.5}'),
        ("a whole number written as a fraction", b'{"a":1.0}'),
        ("an exponent", b'{"a":1e2}'),
        ("minus zero", b'{"a":-0}'),
        ("a number too large", b'{"a":9007199254740992}'),
        ("nothing", b'{"a":null}'),
        ("not a number", b'{"a":NaN}'),
        ("a letter escaped without need", b'{"a":"\\u0061"}'),
        ("half a character", b'{"a":"\\ud800"}'),
        ("a key that is not plain", '{"ä":1}'.encode()),
        ("a key that begins with a line", b'{"__proto__":1}'),
        ("an empty key", b'{"":1}'),
        ("broken UTF-8", b'{"a":"\xff"}'),
        ("cut off", b'{"a":'),
        ("sixteen deep", b"[" * 17 + b"]" * 17),
        ("too deep", b"[" * 18 + b"]" * 18),
        ("empty", b""),
    ]:
        yield _case(f"canonical: {name}", "canonical-parse", {"bytes": text.hex()})
    for value in [{"b": "1", "a": {"10": 1, "9": 2, "A": 3, "a": 4}}, ["\t\b\f\r\x7f", "é", True]]:
        yield _case(f"canonical: built {len(str(value))}", "canonical-build", {"value": value})


def agreement_cases(scene: Scene) -> Iterator[Case]:
    """Signatures under the agreement's statement."""
    text, signature = scene.agreement.decode(), scene.ada.sign_agreement(scene.agreement).hex()
    good = {"agreement": text, "signature": signature, "signer": stated(scene.ada)}
    approval = sign(scene.ada.identity.ed_seed, label(Purpose.SPACE_APPROVAL) + bytes(32)).hex()
    by_eve = sign_agreement(scene.agreement, scene.eve.identity).hex()
    for name, given in [
        ("as made", good),
        ("another text", put(good, "agreement", rewrite(text, {"public": {"rhythm": "never"}}))),
        (
            "another version",
            put(good, "agreement", rewrite(text, {"version": 2, "prev": "ab" * 32})),
        ),
        ("second version without the first", put(good, "agreement", rewrite(text, {"version": 2}))),
        ("a field too many", put(good, "agreement", rewrite(text, {"note": "x"}))),
        ("Ben's name under Ada's signature", put(good, "signer", stated(scene.ben))),
        ("a signature made for something else", put(good, "signature", approval)),
        ("signed by a stranger", {**good, "signature": by_eve, "signer": stated(scene.eve)}),
    ]:
        yield _case(f"agreement: {name}", "agreement", given)


def _case(name: str, check: str, given: dict[str, Any]) -> Case:
    return {"name": name, "check": check, "given": given}
