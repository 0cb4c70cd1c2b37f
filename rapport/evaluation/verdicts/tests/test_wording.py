"""Every situation has its sentence, in every language, and no sentence says too much."""

from dataclasses import replace

import pytest

from rapport.domain.findings import Finding, Hidden, Shown, Unit, Why
from rapport.evaluation.plan import Outcome
from rapport.evaluation.verdicts import (
    Check,
    Claim,
    Grade,
    Situation,
    Size,
    graded,
    situation_of,
    size_of,
)
from rapport.evaluation.verdicts.banned import banned_in
from rapport.evaluation.verdicts.wording import sentence_of
from rapport.evaluation.words import LANGUAGES, voice_of


def apart(low: float, high: float) -> Finding:
    return Finding((low + high) / 2, 100, low, high, Unit.DIFFERENCE)


RETENTION: list[tuple[str, Shown]] = [
    ("better", apart(0.02, 0.10)),
    ("better", apart(0.002, 0.03)),
    ("worse", apart(-0.10, -0.02)),
    ("nil", apart(-0.04, 0.09)),
    ("nil", apart(-0.01, 0.02)),
    ("disagree", apart(0.02, 0.1)),
    ("too_small", Hidden(Why.TOO_SMALL)),
    ("unlike", Hidden(Why.CANNOT_BE_SHOWN)),
    ("absent", Hidden(Why.NOT_ESTIMABLE)),
    ("alone", Hidden(Why.NOT_RECORDED)),
]


def claim(situation: str, shown: Shown, grade: Grade = Grade.C) -> Claim:
    named = Situation(situation)
    share = Finding(0.84, 100, 0.8, 0.88)
    return Claim(
        Outcome.RETENTION, 12, grade, named, size_of(shown, named), shown, share, share, people=18
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("grade", Grade)
@pytest.mark.parametrize(("situation", "shown"), RETENTION)
def test_every_situation_has_a_sentence_without_banned_words(
    situation: str, shown: Shown, grade: Grade, language: str
) -> None:
    sentence = sentence_of(claim(situation, shown, grade), voice_of(language))
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert banned_in(sentence, language, lottery=grade is Grade.A) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("situation", ["nil", "disagree", "too_small", "unlike", "absent", "alone"])
def test_whatever_shows_no_difference_says_so(situation: str, language: str) -> None:
    shown = dict(RETENTION)[situation]
    sentence = sentence_of(claim(situation, shown), voice_of(language))
    assert {"en": "not show", "de": "nicht"}[language] in sentence or "keinen" in sentence


@pytest.mark.parametrize(("share", "words"), [(0.6, "Only 60 of 100"), (0.9, "joined later")])
def test_why_nobody_is_alike_is_said(share: float, words: str) -> None:
    hidden = Hidden(Why.CANNOT_BE_SHOWN)
    size = size_of(hidden, Situation.UNLIKE, share)
    unlike = replace(claim("unlike", hidden), share=share, size=size)
    assert words in sentence_of(unlike, voice_of("en"))


def test_an_interval_around_nil_is_said_from_both_sides() -> None:
    sentence = sentence_of(claim("nil", apart(-0.04, 0.09)), voice_of("en"))
    assert "Anything from 4 fewer to 9 more of 100 fits them." in sentence


def test_a_difference_without_a_lottery_says_who_volunteered() -> None:
    for language, word in (("en", "volunteered"), ("de", "gemeldet")):
        sentence = sentence_of(claim("better", apart(0.02, 0.1)), voice_of(language))
        assert word in sentence


def test_an_end_that_rounds_to_nought_is_written_with_a_digit_more() -> None:
    assert "0.4 to 8.0 more" in sentence_of(claim("better", apart(0.004, 0.08)), voice_of("en"))


@pytest.mark.parametrize(
    ("main", "others", "situation"),
    [
        (apart(0.01, 0.1), [apart(0.0, 0.09)], Situation.BETTER),
        (apart(0.01, 0.1), [apart(0.005, 0.09)], Situation.BETTER),
        (apart(-0.1, -0.01), [], Situation.WORSE),
        (apart(-0.01, 0.1), [Hidden()], Situation.NIL),
        (apart(0.01, 0.1), [apart(-0.05, 0.02)], Situation.DISAGREE),
        (apart(0.01, 0.1), [apart(-0.1, -0.02)], Situation.DISAGREE),
        (Hidden(Why.TOO_SMALL), [apart(0.1, 0.2)], Situation.TOO_SMALL),
    ],
)
def test_the_situation_is_read_off_the_intervals(
    main: Shown, others: list[Shown], situation: Situation
) -> None:
    assert situation_of(main, others) is situation


NEEDED = ("compared", "dated", "before", "balance", "control", "agreement", "locked")
ALL = tuple(Check(name, passed=True) for name in NEEDED)


def test_a_grade_is_only_as_good_as_its_checks() -> None:
    assert graded(ALL) is Grade.B
    assert graded((*ALL, Check("lottery", passed=True))) is Grade.A
    assert graded(()) is Grade.D


@pytest.mark.parametrize("place", range(len(ALL)))
@pytest.mark.parametrize("passed", [False, None])
def test_one_failing_check_lowers_the_grade(place: int, passed: bool | None) -> None:
    checks = [*ALL[:place], replace(ALL[place], passed=passed), *ALL[place + 1 :]]
    assert graded(checks) is (Grade.D if place == 0 else Grade.C)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("This proves it.", "en"),
        ("The programme led to fewer exits", "en"),
        ("not significant", "en"),
        ("Thanks to mentoring", "en"),
        ("Das ist signifikant", "de"),
        ("führte zu weniger", "de"),
        ("Dank des Programms", "de"),
    ],
)
def test_the_scan_finds_what_it_should(words: str, language: str) -> None:
    assert banned_in(words, language) != []


def test_words_that_only_contain_a_banned_one_are_free() -> None:
    assert banned_in("He improvised in the robusta café; unraised.", "en") == []


def test_sizes_are_named_by_where_the_interval_lies() -> None:
    sizes = [size_of(shown, Situation(name)) for name, shown in RETENTION]
    assert sizes[:5] == [Size.CLEAR, Size.SLIGHT, Size.CLEAR, Size.WIDE, Size.NARROW]
    assert set(sizes[5:]) == {Size.NONE}
