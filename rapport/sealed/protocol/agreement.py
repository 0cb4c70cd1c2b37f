"""The statement under an agreement that every member signs with her own key.

It names the parties by their key statements and the sealed text by the hash of its envelope.
What else stands in its public part belongs to whoever makes the agreement.
"""

from dataclasses import asdict, dataclass
from typing import Any, Final

from rapport.sealed.protocol import shapes
from rapport.sealed.protocol.canonical import canonical, digest, parse_canonical
from rapport.sealed.protocol.identity import Identity, KeyStatement
from rapport.sealed.protocol.labels import Purpose, label
from rapport.sealed.protocol.primitives import sign, verify
from rapport.sealed.protocol.refusals import require

STATEMENT: Final[shapes.Shape] = {
    "v": 1,
    "agreement": shapes.UUID,
    "version": 1,
    "prev": shapes.HASH_OR_NONE,
    "sid": shapes.UUID,
    "parties": dict,
    "public": dict,
    "sealed": dict,
}
SEALED: Final[shapes.Shape] = {"oid": shapes.UUID, "rev": 1, "hash": shapes.HASH}


@dataclass(frozen=True)
class Terms:
    """What a statement says.

    `parties` maps a person to the hash of her key statement; `sealed` is `{oid, rev, hash}` of
    the envelope with the text; `prev` is the SHA-256 of the version before, empty for the first.
    """

    agreement: str
    version: int
    sid: str
    parties: dict[str, str]
    public: dict[str, Any]
    sealed: dict[str, Any]
    prev: str = ""
    v: int = 1


def make_statement(terms: Terms) -> bytes:
    """Return the canonical statement; raise a refusal where the terms have another form."""
    data = canonical(asdict(terms))
    read_agreement(data)
    return data


def read_agreement(data: bytes) -> dict[str, Any]:
    """Return the record of a statement or raise `agreement-mismatch` or another refusal."""
    record: dict[str, Any] = parse_canonical(data)
    shapes.require_shape(record, STATEMENT, "agreement-mismatch")
    require(record["v"] == 1, "version-unknown")
    require((record["version"] == 1) == (record["prev"] == ""), "agreement-mismatch")
    shapes.require_map(record["parties"], shapes.IDENTIFIER, shapes.HASH, "agreement-mismatch")
    shapes.require_shape(record["sealed"], SEALED, "agreement-mismatch")
    return record


def sign_agreement(data: bytes, identity: Identity) -> bytes:
    """Return one party's signature."""
    return sign(identity.ed_seed, _message(data))


def verify_agreement(data: bytes, signature: bytes, signer: KeyStatement) -> None:
    """Raise a refusal unless this party, as the statement names her, signed these bytes."""
    parties = read_agreement(data)["parties"]
    require(parties.get(signer.user) == signer.hash, "agreement-mismatch")
    verify(signer.ed, signature, _message(data))


def _message(data: bytes) -> bytes:
    return label(Purpose.AGREEMENT) + bytes.fromhex(digest(data))
