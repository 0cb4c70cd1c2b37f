"""Every way in which sealed material is refused, by name.

The names are shared with `static/sealed/1/refusals.js`; a test holds the two tables together.
The sentences shown to people are made elsewhere, because only there the language is known.
"""

from typing import Final

REFUSALS: Final[dict[str, str]] = {
    "not-canonical": "The JSON is not in the one form that can be signed.",
    "key-malformed": "A public key does not have 32 bytes.",
    "key-weak": "A public key is one of the points that any signature fits.",
    "shared-secret-zero": "A key agreement led to the all-zero secret.",
    "wrong-key": "The key does not belong to these bytes.",
    "damaged": "The key is right, but the bytes were changed.",
    "truncated": "The bytes end too early.",
    "too-large": "There are more bytes than the format allows.",
    "not-an-envelope": "The bytes do not begin like an envelope.",
    "not-a-blob": "The bytes do not begin like an attachment.",
    "not-a-wrap": "The bytes do not begin like a wrapped secret.",
    "suite-unknown": "The suite byte names no suite of this version.",
    "version-unknown": "The version is not 1.",
    "header-malformed": "The envelope's header lacks a field or has one too many.",
    "wrong-space": "The envelope was made for another space.",
    "wrong-object": "The envelope was made for another object.",
    "wrong-class": "The envelope is of another class.",
    "wrong-revision": "The envelope is another revision than the one asked for.",
    "chain-broken": "A hash does not point to what came before.",
    "epoch-unknown": "No key is known for this epoch.",
    "author-not-member": "The author is not a member of the space.",
    "author-key-mismatch": "The author's key is not the one in the space's log.",
    "padding-malformed": "The padding is not what the format says.",
    "signature-invalid": "A signature does not fit.",
    "body-malformed": "The signed body is not what the format says.",
    "statement-malformed": "A key statement lacks a field or has one too many.",
    "statement-mismatch": "A key statement speaks of somebody or something else.",
    "slot-malformed": "An unlock slot lacks a field or has one too many.",
    "slot-type-unknown": "There is no such kind of unlock slot.",
    "kdf-unknown": "The key derivation is not one of this version.",
    "kdf-too-weak": "The key derivation is below the floor.",
    "kdf-too-costly": "The key derivation is above the ceiling.",
    "prf-malformed": "A passkey did not give the 64 bytes that open its slot.",
    "phrase-too-short": "The phrase has fewer than 16 characters.",
    "code-malformed": "The recovery code does not have the right characters.",
    "code-check-failed": "The last character of the recovery code does not fit the others.",
    "keyring-malformed": "The keyring lacks a field or has one too many.",
    "log-malformed": "An entry of the space's log lacks a field or has one too many.",
    "log-operation-unknown": "The space's log asks for an operation this version does not have.",
    "log-not-from-member": "An entry of the space's log is not from a member.",
    "log-member-unknown": "A member in the space's log has no key statement.",
    "log-not-approved": "An entry of the space's log lacks the approval of a member.",
    "succession-unproven": "New keys do not follow upon the old ones.",
    "rotation-missing": "Somebody left, and the space has no new key yet.",
    "space-closed": "The space is closed, or it is open and cannot be opened again.",
    "key-changed": "A person's key is another than the one that was compared.",
    "log-empty": "The space has no log.",
    "grant-malformed": "A grant does not have the size of the keys it is for.",
    "grant-mismatch": "A grant is not the one that the space's log names.",
    "key-commitment-mismatch": "The space's key is not the one that the log commits to.",
    "history-withheld": "Something that this person saw before is missing or older now.",
    "agreement-mismatch": "The statement to be signed is not about what is shown.",
}


class Refused(Exception):
    """Sealed material was refused; `name` is a key of `REFUSALS`."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: {REFUSALS[name]}")
        self.name = name


def require(condition: bool, name: str) -> None:
    """Raise `Refused(name)` unless the condition holds."""
    if not condition:
        raise Refused(name)
