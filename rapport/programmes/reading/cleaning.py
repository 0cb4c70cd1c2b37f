"""Makes a text safe to keep without changing what it says: accents, scripts and emoji all stay."""

import re
import unicodedata

# Zero-width joiners and direction marks stay: Persian words and emoji need them.
INVISIBLE = re.compile("[\ufeff\u200b\u00ad]")
UNKEEPABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
SPACES = re.compile("[\u00a0\u2007\u202f\t]")
BROKEN = re.compile("Ã[¤¶¼Ÿ„–œ©¨¡³±§]|â€[™œ“]")


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in text.split(","))


NOTHING = _phrases(
    "-, –, —, ., ?, /, n/a, na, n.a., none, nil, null, no, nobody, tbd, unknown, not yet, "
    "not applicable, i don't have one, keine, keiner, keines, kein, nichts, niemand, unbekannt, "
    "noch keine, noch keiner, keine angabe, k.a., entfällt, "
    "#n/a, #ref!, #value!, #name?, #null!, #num!, #div/0!"
)


def clean(text: str) -> str:
    """NFC, Unix line ends, no control characters, no spaces around; "" for nothing but space."""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = UNKEEPABLE.sub("", INVISIBLE.sub("", SPACES.sub(" ", text)))
    return unicodedata.normalize("NFC", text).strip()


def one_line(text: str) -> str:
    return " ".join(text.split())


def says_nothing(text: str) -> bool:
    """Whether a cell was filled only to say that there is nothing to say."""
    return not text or text.casefold().strip(" .!") in NOTHING or text in NOTHING


def words_of(text: str) -> str:
    """The words of a text for comparing: small letters, one space, no punctuation."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))


def key_of(header: str) -> str:
    """By what a header is known again; one without any word is known by its signs."""
    return words_of(header) or header


def looks_broken(text: str) -> bool:
    """Whether letters were written as UTF-8 and read as something else before the file came."""
    return BROKEN.search(text) is not None
