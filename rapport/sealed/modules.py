"""The browser's modules in the order in which they need each other: first what others import.

One tag a file, so that each can carry its own integrity value; a browser that meets an import
of a file that is already there takes that one.
"""

from typing import Final

FOLDER: Final = "sealed/1/"
FORMAT: Final = (
    "refusals", "encoding", "canonical", "labels", "hygiene", "primitives", "box", "shapes",
    "hpke", "phrase", "recovery-code", "slots", "passkey", "identity", "keyring", "padding",
    "envelope", "blob", "operations", "log-entry", "space-log", "grants", "changes", "fingerprint",
    "agreement",
)  # fmt: skip
TAB: Final = (
    "page", "server", "store", "tab", "gesture", "session", "rings", "entries", "founding",
    "consent", "spaces", "pins", "events", "alarm", "witness", "records", "files", "circle",
    "sealed", "keeper", "notes", "card-reminder", "drafts", "nameless", "word-inputs", "merge",
    "both-texts", "unlock-dialog", "unlock-form", "outbox", "sealed-form", "sealed-record",
    "sealed-field", "form-part", "sealed-erasure", "agreement-part", "agreement-signature", "qr",
    "safety-number", "lock",
)  # fmt: skip
WORDS: Final = ("wordlist",)
SET_UP: Final = ("everywhere", "setup", "try-code", "sealed-passkey")
CIRCLE: Final = ("space-circle",)
FILES: Final = ("sealed-files",)
SHARING: Final = ("agreement-opening",)
EVIDENCE: Final = ("evidence", "sealed-evidence")
EXPORT: Final = (
    "chacha", "scrypt", "age", "export-page", "zip", "agreement-copy", "sealed-export",
)  # fmt: skip

# What the sign-in page loads, so that one gesture signs in and unlocks.
SIGN_IN: Final = (
    "refusals", "encoding", "canonical", "labels", "store", "gesture", "passkey", "sign-in",
)  # fmt: skip

PARTS: Final = {
    "words": WORDS,
    "set_up": SET_UP,
    "circle": CIRCLE,
    "files": FILES,
    "evidence": EVIDENCE,
    "export": EXPORT,
    "sharing": SHARING,
}


def addresses(names: tuple[str, ...]) -> list[str]:
    """Where the modules lie below the static folder."""
    return [f"{FOLDER}{name}.js" for name in names]
