"""Says a note in a language: finds its wording, and writes numbers and days as that language does.

It decides nothing: which sentence is said is decided before a voice is heard.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rapport.evaluation.words import de, en
from rapport.evaluation.words.note import Note, Value

NARROW = "\u202f"
MINUS = "\u2212"


@dataclass(frozen=True)
class Voice:
    """One language: its wordings, its marks in numbers and the order of its dates."""

    language: str
    words: Mapping[str, str]
    thousands: str
    decimal: str
    day: str

    def say(self, key: str, /, **values: Value) -> str:
        """The sentence with everything in its place. Raises KeyError for an unknown key."""
        single = f"{key}_one"
        wording = self.words[single if values.get("n") == 1 and single in self.words else key]
        return wording.format(**{name: self.written(value) for name, value in values.items()})

    def note(self, note: Note) -> str:
        return self.say(note.key, **dict(note.values))

    def written(self, value: Value) -> str:
        """A value in this language; floats keep one digit unless they were rounded to none."""
        match value:
            case Note():
                return self.note(value)
            case date():
                return value.strftime(self.day)
            case bool() | str():
                return str(value)
            case int():
                return self.number(value)
        return self.number(value, 1)

    def number(self, value: float, digits: int = 0) -> str:
        """A number with this language's marks and a real minus sign."""
        plain = f"{abs(value):,.{digits}f}"
        text = plain.replace(",", " ").replace(".", self.decimal).replace(" ", self.thousands)
        negative = value < 0 and any(figure in "123456789" for figure in plain)
        return f"{MINUS}{text}" if negative else text

    def has(self, key: str) -> bool:
        return key in self.words


LANGUAGES: Mapping[str, Voice] = {
    "en": Voice("en", en.WORDS, ",", ".", "%Y-%m-%d"),
    "de": Voice("de", de.WORDS, NARROW, ",", "%d.%m.%Y"),
}


def voice_of(language: str) -> Voice:
    """The voice of a language; English where we have no wordings in it."""
    return LANGUAGES.get(language.partition("-")[0].lower(), LANGUAGES["en"])
