"""A release's static files: complete, compressed, and under an address made of their content."""

import gzip
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.core.files.storage import FileSystemStorage

from rapport.installation.static_files import COMPLETE, collect, found, release_of

MODULE = "sealed/1/canonical.js"


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("static")
    return folder / collect(folder)


def test_every_file_lies_there_byte_for_byte(collected: Path) -> None:
    for path, storage in found():
        with storage.open(path) as file:
            assert (collected / path).read_bytes() == file.read()


def test_modules_come_compressed_too(collected: Path) -> None:
    plain = (collected / MODULE).read_bytes()
    assert gzip.decompress((collected / f"{MODULE}.gz").read_bytes()) == plain
    assert brotli.decompress((collected / f"{MODULE}.br").read_bytes()) == plain


def test_a_release_is_laid_out_once(collected: Path) -> None:
    (collected / MODULE).write_text("kept")
    collect(collected.parent)
    assert (collected / MODULE).read_text() == "kept"


def test_a_layout_that_was_interrupted_is_made_again(tmp_path: Path) -> None:
    lying = tmp_path / collect(tmp_path)
    (lying / COMPLETE).unlink()
    (lying / MODULE).write_text("half")
    collect(tmp_path)
    found_file = finders.find(MODULE)
    assert isinstance(found_file, str)
    assert (lying / MODULE).read_bytes() == Path(found_file).read_bytes()


def test_one_changed_letter_makes_another_release(tmp_path: Path) -> None:
    storage = FileSystemStorage(location=tmp_path)
    (tmp_path / "a.js").write_text("one")
    before = release_of({"a.js": storage})
    (tmp_path / "a.js").write_text("two")
    assert release_of({"a.js": storage}) != before
