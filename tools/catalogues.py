"""Catalogues of sentences in other languages: gathered, compiled, and made up for layout tests.

python -m tools.catalogues gather            new sentences into locale/de (needs gettext)
python -m tools.catalogues compile           .po → .mo, without any other program
python -m tools.catalogues pseudo FOLDER     a made-up Arabic: right to left, a third longer
"""

import ast
import re
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from math import ceil
from pathlib import Path

from django.core.management import call_command

from config.environment import ROOT

LOCALE = ROOT / "locale"
IGNORED = [".venv", "var", "bench", "tests", "tools", "*/tests/*", "*/migrations/*", ".uv"]
MAGIC = 0x950412DE
# Kept as they are: values, mark-up, entities, addresses.
FIXED = re.compile(r"(%\([a-z_]+\)[sd]|%%|%[sd]|<[^>]+>|&[a-z]+;|\{[^}]*\}|https?://\S+)")
LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ابثدعفغهيجكلمنوبقرستشثوخيزابثدعفغهيجكلمنوبقرستشثوخيز",
)
LONGER = 0.3
FILLING = "ممدود "
"""By how much pseudo sentences are longer than English ones."""


@dataclass
class Message:
    """One entry of a catalogue; `texts` has more than one where there is a plural."""

    key: str = ""
    plural: str = ""
    context: str = ""
    texts: list[str] = field(default_factory=list)
    is_fuzzy: bool = False

    @property
    def number(self) -> str:
        """How the machine catalogue calls it."""
        name = f"{self.context}\x04{self.key}" if self.context else self.key
        return f"{name}\x00{self.plural}" if self.plural else name


def read_po(text: str) -> Iterator[Message]:
    """The messages of a .po file, the head (with an empty key) first."""
    for block in re.split(r"\n\s*\n", text):
        lines = [line for line in block.splitlines() if line and not line.startswith("#~")]
        if any(line.startswith("msgid") for line in lines):
            yield message_of(lines)


def message_of(lines: list[str]) -> Message:
    message, parts = Message(), {"": ""}
    for line in lines:
        if line.startswith("#"):
            message.is_fuzzy |= line.startswith("#,") and "fuzzy" in line
            continue
        name, _, rest = line.partition(" ") if line[0] != '"' else ("", "", line)
        name = name or list(parts)[-1]
        parts[name] = parts.get(name, "") + ast.literal_eval(rest)
    message.key, message.context = parts.get("msgid", ""), parts.get("msgctxt", "")
    message.plural = parts.get("msgid_plural", "")
    message.texts = [text for name, text in parts.items() if name.startswith("msgstr")]
    return message


def written(message: Message) -> bool:
    return bool(message.texts) and all(message.texts) and not message.is_fuzzy


def machine_catalogue(messages: list[Message]) -> bytes:
    """The .mo file (GNU gettext): a head, two tables of lengths and places, keys, texts."""
    pairs = sorted((m.number.encode(), "\x00".join(m.texts).encode()) for m in messages)
    keys = b"".join(key + b"\x00" for key, _text in pairs)
    head, table = 28, 8 * len(pairs)
    place_of_keys, place_of_texts = head + 2 * table, head + 2 * table + len(keys)
    where_keys, where_texts = b"", b""
    for key, text in pairs:
        where_keys += struct.pack("<II", len(key), place_of_keys)
        where_texts += struct.pack("<II", len(text), place_of_texts)
        place_of_keys += len(key) + 1
        place_of_texts += len(text) + 1
    start = struct.pack("<7I", MAGIC, 0, len(pairs), head, head + table, 0, head + 2 * table)
    texts = b"".join(text + b"\x00" for _key, text in pairs)
    return start + where_keys + where_texts + keys + texts


def compiled(po: Path) -> bytes:
    """What the .mo beside this .po must hold."""
    return machine_catalogue([m for m in read_po(po.read_text()) if written(m)])


def pseudo(text: str) -> str:
    """The text in Arabic letters, longer by a third, with its values and mark-up untouched."""
    parts = FIXED.split(text)
    turned = [part if place % 2 else part.translate(LETTERS) for place, part in enumerate(parts)]
    letters = sum(len(part) for part in parts[::2])
    return f"{''.join(turned)} {FILLING * ceil(letters * LONGER / len(FILLING))}".rstrip()


def pseudo_catalogue(source: Path) -> bytes:
    """Every sentence of the source catalogue, made up."""
    head = Message(
        texts=[
            "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
        ]
    )
    messages = [head]
    for each in read_po(source.read_text()):
        if each.key:
            each.texts = [pseudo(text) for text in filter(None, (each.key, each.plural))]
            messages.append(each)
    return machine_catalogue(messages)


def write_pseudo(folder: Path, source: Path = LOCALE / "de/LC_MESSAGES/django.po") -> None:
    place = folder / "ar" / "LC_MESSAGES"
    place.mkdir(parents=True, exist_ok=True)
    (place / "django.mo").write_bytes(pseudo_catalogue(source))


def gather() -> None:
    """Into the .po of each language; what was guessed from a similar sentence is thrown away."""
    call_command(
        "makemessages",
        locale=["de"],
        ignore_patterns=IGNORED,
        no_wrap=True,
        no_obsolete=True,
        add_location="file",
    )
    for po in LOCALE.glob("*/LC_MESSAGES/*.po"):
        blocks = po.read_text().split("\n\n")
        po.write_text("\n\n".join([blocks[0], *map(without_guess, blocks[1:])]))


def without_guess(block: str) -> str:
    """The entry, empty if its text is but a guess."""
    if "\n#, fuzzy" not in f"\n{block}":
        return block
    lines = [
        line for line in block.splitlines() if line and not line.startswith(("#|", "#, fuzzy"))
    ]
    head = list(takewhile(lambda line: not line.startswith("msgstr"), lines))
    is_plural = any(line.startswith("msgid_plural") for line in head)
    texts = ['msgstr[0] ""', 'msgstr[1] ""'] if is_plural else ['msgstr ""']
    formats = ["#, python-format"] if "python-format" in block else []
    at = next(place for place, line in enumerate(head) if not line.startswith("#"))
    return "\n".join([*head[:at], *formats, *head[at:], *texts])


def compile_all() -> None:
    for po in LOCALE.glob("*/LC_MESSAGES/*.po"):
        po.with_suffix(".mo").write_bytes(compiled(po))


def main(arguments: list[str]) -> None:
    match arguments:
        case ["gather"]:
            gather()
        case ["compile"]:
            compile_all()
        case ["pseudo", folder]:
            write_pseudo(Path(folder))
        case _:
            print(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
