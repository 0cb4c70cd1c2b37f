"""Reading text keeps a contrast of 7:1 on every ground, in light and in dark.

The conversion from OKLCH is Björn Ottosson's; the contrast is WCAG 2's.
"""

import math
import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[1] / "static/web/css/tokens.css"
COLOUR = r"oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)"
PAIR = re.compile(rf"--([a-z-]+): light-dark\({COLOUR}, {COLOUR}\)")
INKS = ("ink", "soft", "me-ink", "you-ink", "info", "caution", "danger")
WASHES = ("me-wash", "you-wash", "info-wash", "caution-wash", "danger-wash")
GROUNDS = ("paper", "sheet", "sunk", *WASHES)
READING, SHAPES = 7.0, 3.0

Rgb = tuple[float, float, float]


def linear_rgb(lightness: float, chroma: float, hue: float) -> Rgb:
    """Linear sRGB, each 0 to 1, from lightness in percent, chroma and hue in degrees."""
    light, turn = lightness / 100, math.radians(hue)
    a, b = chroma * math.cos(turn), chroma * math.sin(turn)
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short
    return min(1, max(0, red)), min(1, max(0, green)), min(1, max(0, blue))


def luminance(colour: Rgb) -> float:
    red, green, blue = colour
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Rgb, other: Rgb) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def palette() -> dict[str, tuple[Rgb, Rgb]]:
    found: dict[str, tuple[Rgb, Rgb]] = {}
    for name, *numbers in PAIR.findall(TOKENS.read_text()):
        first, second = [float(n) for n in numbers[:3]], [float(n) for n in numbers[3:]]
        found[name] = linear_rgb(*first), linear_rgb(*second)
    return found


def test_black_on_white_is_twenty_one() -> None:
    assert contrast(linear_rgb(0, 0, 0), linear_rgb(100, 0, 0)) == pytest.approx(21, abs=0.01)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_reading_text_stands_out(ink: str, ground: str, theme: int) -> None:
    colours = palette()
    assert contrast(colours[ink][theme], colours[ground][theme]) >= READING


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("shape", ["edge", "me"])
@pytest.mark.parametrize("ground", ["paper", "sheet"])
def test_edges_and_shapes_can_be_seen(shape: str, ground: str, theme: int) -> None:
    colours = palette()
    assert contrast(colours[shape][theme], colours[ground][theme]) >= SHAPES


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_the_main_button_can_be_read(theme: int) -> None:
    colours = palette()
    assert contrast(colours["on-me"][theme], colours["me"][theme]) >= READING
