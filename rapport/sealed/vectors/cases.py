"""The good and the malformed cases of this protocol, each a small change to the scene."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import Any, Final

from rapport.sealed.protocol.box import seal_box, wrap
from rapport.sealed.protocol.canonical import canonical, digest
from rapport.sealed.protocol.envelope import MAGIC, SUITE, seal_envelope, take_apart
from rapport.sealed.protocol.labels import Purpose, label
from rapport.sealed.protocol.padding import pad
from rapport.sealed.protocol.primitives import deterministic
from rapport.sealed.protocol.slots import Blank, make_slot
from rapport.sealed.vectors.mutations import flip, get, put, rewrite
from rapport.sealed.vectors.scene import ADA, BEN, DAY, GOAL, OTHER, SPACE, Scene, enveloped

PASSKEY_SLOT: Final = "5107a000-0000-4000-8000-000000000001"

type Case = dict[str, Any]
type Named = tuple[str, dict[str, Any]]


def envelope_cases(scene: Scene) -> Iterator[Case]:
    """Every way in which an envelope must be refused, after the one that opens."""
    for name, given in [("as it was made", enveloped(scene)), *_framed(scene), *_forged(scene)]:
        yield {"name": f"envelope: {name}", "check": "envelope", "given": given}


def _framed(scene: Scene) -> Iterator[Named]:
    good = enveloped(scene)
    sealed: str = good["envelope"]
    start = sealed.index("7b")
    for name, path, value in [
        ("empty", "envelope", ""),
        ("another magic", "envelope", flip(sealed, 3)),
        ("suite 0", "envelope", sealed[:8] + "00" + sealed[10:]),
        ("suite 2", "envelope", sealed[:8] + "02" + sealed[10:]),
        ("only the frame", "envelope", sealed[:14]),
        ("header length beyond the end", "envelope", sealed[:10] + "ffff" + sealed[14:]),
        ("header not JSON", "envelope", flip(sealed, start // 2)),
        ("cut by one byte", "envelope", sealed[:-2]),
        ("one byte more", "envelope", sealed + "00"),
        ("last bit flipped", "envelope", flip(sealed, -1)),
        ("first bit of the ciphertext flipped", "envelope", flip(sealed, _after(scene, 64))),
        ("commitment flipped", "envelope", flip(sealed, _after(scene, 32))),
        ("salt flipped", "envelope", flip(sealed, _after(scene, 0))),
        ("another space asked for", "wanted|sid", OTHER),
        ("another object asked for", "wanted|oid", OTHER),
        ("another class asked for", "wanted|cls", "tomb"),
        ("another revision asked for", "wanted|rev", 2),
        ("the right revision asked for", "wanted|rev", 1),
        ("another space's key", "keys|1", "11" * 32),
        ("no key for the epoch", "keys", {"2": get(good, "keys|1")}),
    ]:
        yield name, put(good, path, value)


def _forged(scene: Scene) -> Iterator[Named]:
    good, header = enveloped(scene), take_apart(scene.envelope).header
    ada, ben, eve = scene.ada.identity, scene.ben.identity, scene.eve.identity
    body = canonical(
        {"t": "goal", "schema": "goal/1", "written_at": "2026-01-05T09:00:00Z", "words": {}}
    )
    stranger = replace(header, by=scene.eve.user, kid=scene.eve.statement.hash)
    for name, head, content, author in [
        ("signed by another member", header, body, ben),
        ("by somebody who is no member", stranger, body, eve),
        ("member named with another's key", replace(header, kid=stranger.kid), body, eve),
        ("author swapped for a member", replace(header, by=BEN), body, ada),
        ("body not canonical", header, body.replace(b'":', b'": ', 1), ada),
        ("body without a schema", header, b'{"t":"goal","words":{}}', ada),
        ("body's type against its schema", header, body.replace(b"goal/1", b"note/1"), ada),
        ("first revision with a hash before it", replace(header, prv="ab" * 32), body, ada),
        ("first of its author with one before", replace(header, aph="ab" * 32), body, ada),
        ("second revision without a hash", replace(header, rev=2), body, ada),
        ("version 2", replace(header, v=2), body, ada),
        ("class unknown", replace(header, cls="note"), body, ada),
        ("a tomb where words were asked for", replace(header, cls="tomb"), body, ada),
        ("revision zero", replace(header, rev=0), body, ada),
        ("epoch of which nobody has a key", replace(header, ep=9), body, ada),
    ]:
        envelope = seal_envelope(
            head, content, key=scene.ada.places[SPACE].key, author=author, random=_random(name)
        )
        yield name, put(good, "envelope", envelope.hex())
    yield "signature missing", put(good, "envelope", _sealed_raw(scene, pad(b"short")).hex())
    yield "padding without an end", put(good, "envelope", _sealed_raw(scene, bytes(256)).hex())
    long = _sealed_raw(scene, pad(b"x" * 200) + bytes(256))
    yield "padding longer than it must be", put(good, "envelope", long.hex())


def _sealed_raw(scene: Scene, padded: bytes) -> bytes:
    header = canonical(asdict(take_apart(scene.envelope).header))
    salt, key = bytes(32), scene.ada.places[SPACE].key
    info = label(Purpose.CONTENT) + bytes.fromhex(digest(header))
    sealed = seal_box(key, salt=salt, info=info, bound=header, plain=padded)
    return MAGIC + SUITE + len(header).to_bytes(2) + header + salt + sealed


def _after(scene: Scene, offset: int) -> int:
    return 7 + len(take_apart(scene.envelope).header_bytes) + offset


def _random(seed: str) -> Any:
    return deterministic(seed)


def slot_cases(scene: Scene) -> Iterator[Case]:
    """Both kinds of slot, opened and spoiled."""
    phrase, code = scene.set_up["slots"]
    by_phrase = {"slot": phrase, "typed": scene.ada.phrase, "user": ADA}
    by_code = {"slot": code, "typed": scene.ada.code, "user": ADA}
    for name, good, path, value in [
        ("phrase", by_phrase, "user", ADA),
        ("phrase with capitals and spaces", by_phrase, "typed", f"  {scene.ada.phrase.upper()} "),
        ("another phrase", by_phrase, "typed", "six other words make no key"),
        ("a phrase too short", by_phrase, "typed", "too short"),
        ("code", by_code, "user", ADA),
        ("code in small letters", by_code, "typed", scene.ada.code.lower().replace("-", " ")),
        ("another code", by_code, "typed", scene.ben.code),
        ("code as another person", by_code, "user", BEN),
        ("another owner written in", by_code, "slot|user", BEN),
        ("another slot's number", by_code, "slot|slot", phrase["slot"]),
        ("day changed", by_code, "slot|created", "2026-01-06T09:00:00Z"),
        ("ciphertext flipped", by_code, "slot|ct", flip(code["ct"], 0)),
        ("nonce flipped", by_code, "slot|nonce", flip(code["nonce"], 0)),
        ("commitment flipped", by_code, "slot|commit", flip(code["commit"], 0)),
        ("commitment too short", by_code, "slot|commit", code["commit"][2:]),
        ("version 2", by_code, "slot|v", 2),
        ("a slot for the organisation", by_code, "slot|type", "escrow"),
        ("phrase read as code", by_code, "slot|type", "phrase"),
        ("one iteration", by_phrase, "slot|kdf|iter", 1),
        ("iterations without end", by_phrase, "slot|kdf|iter", 2**40),
        ("iterations changed within bounds", by_phrase, "slot|kdf|iter", 600_001),
        ("another algorithm", by_phrase, "slot|kdf|alg", "md5"),
        ("salt too short", by_phrase, "slot|kdf|salt", "00"),
        ("code with parameters", by_code, "slot|kdf", {"alg": "none", "iter": 1}),
        ("a field too many", by_code, "slot|hint", "mother's name"),
    ]:
        given = put(good, path, value)
        given["user"] = BEN if name == "another owner written in" else given["user"]
        yield {"name": f"slot: {name}", "check": "slot", "given": given}
    yield from passkey_slot_cases(scene)


def passkey_slot_cases(scene: Scene) -> Iterator[Case]:
    """A slot that a passkey opens, and the same spoiled."""
    blank = Blank("passkey", PASSKEY_SLOT, ADA, DAY, credential="01ff")
    passkey = make_slot(blank, "ab" * 64, scene.ada.amk, random=_random("passkey"))
    by_passkey = {"slot": passkey, "typed": "ab" * 64, "user": ADA}
    for name, path, value in [
        ("passkey", "user", ADA),
        ("another passkey", "typed", "cd" * 64),
        ("half of what a passkey gives", "typed", "ab" * 32),
        ("passkey with another's number", "slot|kdf|credential", "0102"),
        ("passkey without a number", "slot|kdf|credential", ""),
        ("passkey read as code", "slot|type", "code"),
    ]:
        given = put(by_passkey, path, value)
        yield {"name": f"slot: {name}", "check": "slot", "given": given}


def text_cases(scene: Scene) -> Iterator[Case]:
    """What people type, and the padding."""
    code = scene.ada.code
    for name, check, given in [
        ("phrase: full-width letters", "phrase", {"typed": "ｗｏｒｄ one two three four"}),
        ("phrase: no-break space", "phrase", {"typed": "word\u00a0one two\tthree  four"}),
        ("phrase: composed as one", "phrase", {"typed": "u\u0308ber alle grenzen hinweg"}),
        ("phrase: fifteen characters", "phrase", {"typed": "a" * 15}),
        ("phrase: sixteen characters", "phrase", {"typed": "🌱" * 16}),
        ("code: as printed", "code", {"typed": code}),
        ("code: O and I and L are read as digits", "code", {"typed": _misread(code)}),
        ("code: check character missing", "code", {"typed": code[:-1]}),
        ("code: one character too many", "code", {"typed": code + "0"}),
        ("code: a character that is none", "code", {"typed": "U" + code[1:]}),
        ("code: neighbours swapped", "code", {"typed": code[1] + code[0] + code[2:]}),
        ("code: empty", "code", {"typed": ""}),
        ("padding: shortest", "unpad", {"padded": pad(b"").hex()}),
        ("padding: exactly full", "unpad", {"padded": pad(b"x" * 255).hex()}),
        ("padding: next size", "unpad", {"padded": pad(b"x" * 256).hex()}),
        ("padding: only zeros", "unpad", {"padded": "00" * 256}),
        ("padding: empty", "unpad", {"padded": ""}),
        ("padding: no mark", "unpad", {"padded": "61" * 256}),
    ]:
        yield {"name": name, "check": check, "given": given}


def wrap_cases(scene: Scene) -> Iterator[Case]:
    """Identity bundle and keyring, and the wrap that both are in."""
    amk, bundle, ring = scene.ada.amk.hex(), scene.set_up["identity"], scene.set_up["keyring"]
    owner = {
        "statement": scene.ada.statement.data.decode(),
        "signature": scene.ada.signature.hex(),
        "user": ADA,
    }
    identity = {"owner": owner, "wrapped": bundle, "amk": amk}
    keyring = {"wrapped": ring, "amk": amk, "user": ADA, "rev": 1}
    draft = wrap(scene.ada.amk, Purpose.DRAFT, {"of": GOAL}, b"unsent", random=_random("draft"))
    plain = {"secret": amk, "purpose": "draft", "context": {"of": GOAL}, "wrapped": draft.hex()}
    for name, check, good, path, value in [
        ("identity: as made", "identity", identity, "amk", amk),
        ("identity: another master key", "identity", identity, "amk", "22" * 32),
        ("identity: keyring in its place", "identity", identity, "wrapped", ring),
        ("identity: flipped", "identity", identity, "wrapped", flip(bundle, -1)),
        ("keyring: as made", "keyring", keyring, "rev", 1),
        ("keyring: older revision", "keyring", keyring, "rev", 0),
        ("keyring: another owner", "keyring", keyring, "user", BEN),
        ("keyring: identity in its place", "keyring", keyring, "wrapped", bundle),
        ("wrap: as made", "unwrap", plain, "purpose", "draft"),
        ("wrap: another purpose", "unwrap", plain, "purpose", "keyring"),
        ("wrap: another context", "unwrap", plain, "context", {"of": OTHER}),
        ("wrap: another magic", "unwrap", plain, "wrapped", flip(draft.hex(), 0)),
        ("wrap: suite 0", "unwrap", plain, "wrapped", flip(draft.hex(), 4)),
        ("wrap: cut", "unwrap", plain, "wrapped", draft.hex()[:100]),
        ("wrap: an envelope", "unwrap", plain, "wrapped", scene.envelope.hex()),
    ]:
        yield {"name": name, "check": check, "given": put(good, path, value)}


def statement_cases(scene: Scene) -> Iterator[Case]:
    """Key statements and the number made from them."""
    good = {
        "statement": scene.ada.statement.data.decode(),
        "signature": scene.ada.signature.hex(),
        "user": ADA,
    }
    text = good["statement"]
    for name, path, value in [
        ("as made", "user", ADA),
        ("as another person's", "user", BEN),
        ("another's signature", "signature", scene.ben.signature.hex()),
        ("signature cut", "signature", good["signature"][2:]),
        ("encryption key swapped", "statement", rewrite(text, {"x": scene.eve.statement.x.hex()})),
        ("signing key of small order", "statement", rewrite(text, {"ed": "01" + "00" * 31})),
        ("signing key too short", "statement", rewrite(text, {"ed": "01"})),
        ("a field missing", "statement", rewrite(text, {"ts": None})),
        ("a field too many", "statement", rewrite(text, {"admin": True})),
        ("version 2", "statement", rewrite(text, {"v": 2})),
        ("first generation with one before", "statement", rewrite(text, {"prev": "ab" * 32})),
        ("second generation without one before", "statement", rewrite(text, {"gen": 2})),
        ("white space", "statement", text.replace(",", ", ", 1)),
    ]:
        yield {"name": f"statement: {name}", "check": "statement", "given": put(good, path, value)}
    yield {"name": "fingerprint: Ada's", "check": "fingerprint", "given": good}


def _misread(code: str) -> str:
    return code.replace("0", "o").replace("1", "L")
