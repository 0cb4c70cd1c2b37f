"""A member takes everything with her: read without us, and checked by another program."""

import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from playwright.sync_api import Page, expect

from rapport.sealed.age import age_open
from rapport.sealed.tests.test_messages_in_the_browser import send
from rapport.sealed.tests.test_two_people_in_the_browser import Two, two
from rapport.sealed.vectors.mutations import rewrite
from rapport.sealed.verification import main

pytestmark = pytest.mark.browser

__all__ = ["two"]

type Files = dict[str, bytes]


def changed(change: Callable[[Any], None], name: str = "record.json") -> Callable[[Files], None]:
    def spoil(files: Files) -> None:
        content = json.loads(files[name])
        change(content)
        files[name] = json.dumps(content).encode()

    return spoil


def _flip(files: Files, folder: str) -> None:
    name = next(name for name in files if name.startswith(folder))
    files[name] = files[name][:-1] + bytes([files[name][-1] ^ 1])


def _drop(files: Files) -> None:
    del files["words.json"]


def _other_words(words: Any) -> None:
    next(each for each in words.values() if each["text"] == "Mine")["text"] = "Never said"


def _other_entry(record: Any) -> None:
    record["log"][0]["entry"] = rewrite(record["log"][0]["entry"], {"ts": "2020-01-01T00:00:00Z"})


def _swap(record: Any) -> None:
    one, other = record["objects"][0], record["objects"][1]
    one["envelopes"], other["envelopes"] = other["envelopes"], one["envelopes"]


SPOILED: dict[str, Callable[[Files], None]] = {
    "words that were not said": changed(_other_words, "words.json"),
    "a word left out": changed(lambda words: words.popitem(), "words.json"),
    "another log": changed(_other_entry),
    "no log": changed(lambda record: record.update(log=[])),
    "another key": changed(lambda record: record["keys"].update({"1": "11" * 32})),
    "envelopes swapped": changed(_swap),
    "a digest changed": changed(
        lambda record: record["objects"][0]["envelopes"][0].update(digest="ab" * 32)
    ),
    "no statements": changed(lambda record: record.update(statements=[])),
    "a file changed": lambda files: _flip(files, "files/"),
    "a sealed file changed": lambda files: _flip(files, "sealed/"),
    "a part missing": _drop,
}


def sealed_copy(page: Page, folder: Path) -> tuple[Path, str]:
    """The same once more, sealed with the words that the page shows."""
    drawn = page.locator("[data-phrase]")
    first = drawn.inner_text()
    page.get_by_role("button", name="Other words").click()
    expect(drawn).not_to_have_text(first)
    with page.expect_download() as saved:
        page.get_by_role("button", name="I have the words: make it sealed").click()
    copy = folder / "copy.zip.age"
    saved.value.save_as(copy)
    return copy, drawn.inner_text()


def test_a_copy_is_readable_without_us_and_every_change_in_it_is_found(
    two: Two, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ada, ben = two.ready()
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Ben")
    for page in (ada, ben):
        page.goto(f"{two.ada.home}/spaces/{two.sid}/messages")
    send(ada, "Mine", letter)
    ben.reload()
    send(ben, "<b>Yours</b>")
    ada.goto(f"{two.ada.home}/spaces/{two.sid}/copy")
    expect(ada.get_by_role("button", name="Make my copy")).to_be_enabled()
    with ada.expect_download() as saved:
        ada.get_by_role("button", name="Make my copy").click()
    copy = tmp_path / "copy.zip"
    saved.value.save_as(copy)
    with zipfile.ZipFile(copy) as zipped:
        assert zipped.testzip() is None
        files = {name: zipped.read(name) for name in zipped.namelist()}
    shown = files["index.html"].decode()
    assert "Mine" in shown
    assert "&lt;b&gt;Yours" in shown
    assert "<script" not in shown
    assert b"Dear Ben" in files.values()
    assert main([str(copy)]) == 0
    said = capsys.readouterr().out
    assert "Everything in this file holds." in said
    own_check = files["verification.txt"].decode().splitlines()[1:]
    assert len(own_check) == 5
    assert set(own_check) <= set(said.splitlines())
    sealed, phrase = sealed_copy(ada, tmp_path)
    assert b"Mine" not in sealed.read_bytes()
    with patch("rapport.sealed.verification.getpass", lambda _ask: phrase):
        assert main([str(sealed)]) == 0
    with patch("rapport.sealed.verification.getpass", lambda _ask: phrase + "s"):
        assert main([str(sealed)]) == 2
    with zipfile.ZipFile(BytesIO(age_open(sealed.read_bytes(), phrase))) as zipped:
        assert zipped.read("words.json") == files["words.json"]
    for name, spoil in SPOILED.items():
        spoiled = tmp_path / "spoiled.zip"
        other = dict(files)
        spoil(other)
        with zipfile.ZipFile(spoiled, "w") as zipped:
            for path, content in other.items():
                zipped.writestr(path, content)
        assert main([str(spoiled)]) == 1, name
    assert main([str(letter)]) == 2
