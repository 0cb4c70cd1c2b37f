"""Styles and behaviours stay light enough for a phone on a slow line."""

import gzip
from pathlib import Path

import pytest

STATIC = Path(__file__).parents[1] / "static" / "web"
STYLES = [path for path in STATIC.glob("css/*.css") if path.name != "design.css"]
KILOBYTE = 1000


def test_all_styles_together_stay_under_forty_kilobytes() -> None:
    assert sum(path.stat().st_size for path in STYLES) < 40 * KILOBYTE


def test_styles_and_behaviours_travel_in_under_twenty_kilobytes() -> None:
    files = [*STYLES, *STATIC.glob("js/*.js")]
    assert sum(len(gzip.compress(path.read_bytes())) for path in files) < 20 * KILOBYTE


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_every_style_lives_in_a_layer(path: Path) -> None:
    assert "@layer" in path.read_text().split("{")[0]


@pytest.mark.parametrize("path", list(STATIC.glob("js/*.js")), ids=lambda path: path.name)
def test_one_behaviour_fits_on_a_screen_and_writes_words_only_as_words(path: Path) -> None:
    code = path.read_text()
    assert len(code.splitlines()) <= 60
    assert not any(sink in code for sink in ("innerHTML", "outerHTML", "eval(", "document.write"))
