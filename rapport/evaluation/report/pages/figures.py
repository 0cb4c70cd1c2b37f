"""Writes figures for people: shares as so many of 100, counts, intervals, or why one is hidden."""

from rapport.domain.findings import Finding, Hidden, Shown, Unit, Why, coarse, is_small
from rapport.evaluation.words import Voice

HIDDEN = {
    Why.FEW: "hidden_few",
    Why.TOO_SMALL: "hidden_too_small",
    Why.NOT_ESTIMABLE: "hidden_not_estimable",
    Why.NOT_RECORDED: "hidden_not_recorded",
    Why.CANNOT_BE_SHOWN: "hidden_cannot_be_shown",
}
SCALES: dict[Unit, tuple[float, int]] = {
    Unit.SHARE: (100, 0),
    Unit.DIFFERENCE: (100, 1),
    Unit.DAYS: (1, 0),
    Unit.SCORE: (1, 2),
    Unit.RATIO: (1, 2),
    Unit.MONEY: (1, 0),
    Unit.PEOPLE: (1, 0),
}
SIGNED = frozenset({Unit.DIFFERENCE, Unit.DAYS})


def value_of(shown: Shown, voice: Voice) -> str:
    """The value alone, or why it is hidden."""
    if isinstance(shown, Hidden):
        return voice.say(HIDDEN[shown.why])
    return _number(shown.value, shown.unit, voice)


def interval_of(shown: Shown, voice: Voice) -> str:
    """The interval alone; a dash where the value is hidden."""
    if isinstance(shown, Hidden):
        return "–"
    low, high = (_number(end, shown.unit, voice) for end in (shown.low, shown.high))
    return voice.say("between", low=low, high=high)


def both_of(shown: Shown, voice: Voice) -> str:
    """The value with its interval in brackets."""
    if isinstance(shown, Hidden):
        return value_of(shown, voice)
    return f"{value_of(shown, voice)} ({interval_of(shown, voice)})"


def share_of(shown: Shown, voice: Voice) -> str:
    """A share in words: 84 of 100 (80 to 88)."""
    if isinstance(shown, Hidden):
        return value_of(shown, voice)
    value, interval = value_of(shown, voice), interval_of(shown, voice)
    return voice.say("share_with_interval", value=value, interval=interval)


def number_of(finding: Finding) -> tuple[float, float, float]:
    """Value, low and high on the scale in which they are drawn."""
    scale = SCALES[finding.unit][0]
    return finding.value * scale, finding.low * scale, finding.high * scale


def count_of(count: int, voice: Voice) -> str:
    """A number of people, goals or rows: to the nearest five, "fewer than 5", or none at all."""
    if is_small(count):
        return voice.say("hidden_few")
    return voice.number(coarse(count) if count else 0)


def _number(value: float, unit: Unit, voice: Voice) -> str:
    scale, digits = SCALES[unit]
    value = coarse(value) if unit is Unit.PEOPLE else value
    text = voice.number(value * scale, digits)
    has_size = any(figure in "123456789" for figure in text)
    return f"+{text}" if unit in SIGNED and value > 0 and has_size else text
