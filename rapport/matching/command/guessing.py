"""Criteria guessed from what people answered, each with the reason it was chosen.

Knows what usually matters and how much. A criterion is only guessed where both sides answered;
a coordinator sees every guess and can write her own instead.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapport.domain.sentences import _
from rapport.matching.command.people import Gathered
from rapport.matching.engine import Criteria, Criterion, Person, Rule
from rapport.programmes.reading import Sentence

SHARED_LANGUAGE = _("Only people with a language in common, because both sides named languages.")
TOPICS = _("Topics the mentor offers and the mentee seeks count most.")
AHEAD = _("It is good when the mentor is %(least)s to %(most)s steps ahead in experience.")
SITE = _("The same place counts a little.")
NEAR = _("Only people at most %(most)s hours apart.")
CHOICE = _("The same answer to “%(question)s” counts a little.")
SCALE = _("Near answers to “%(question)s” count a little.")
TEXT = _("What people wrote under “%(question)s” counts a little where it is about the same.")
PROTECTED = _("“%(question)s” does not count: such a trait never raises or lowers a match.")

PROTECTED_WORDS = frozenset({"age", "sex", "race", "alter", "born", "pronouns", "pronoun"})
PROTECTED_STARTS = (
    "gender", "ethnic", "religio", "disab", "national", "orientation", "geschlecht", "herkunft",
)  # fmt: skip
MOST_APART = 3
FAR_AHEAD = 4


@dataclass(frozen=True)
class Guess:
    """One rule, one criterion or neither, and why."""

    why: Sentence
    rule: Rule | None = None
    criterion: Criterion | None = None


def guessed(found: Gathered) -> tuple[Criteria, tuple[Guess, ...]]:
    """The criteria and how they came about."""
    guesses = tuple(guesses_for(found))
    return (
        Criteria(
            tuple(one.rule for one in guesses if one.rule),
            tuple(one.criterion for one in guesses if one.criterion),
        ),
        guesses,
    )


def guesses_for(found: Gathered) -> Iterator[Guess]:
    if both(found, lambda one: one.languages):
        rule = Rule(kind="shared", question="languages", least=1)
        yield Guess(Sentence.of(SHARED_LANGUAGE), rule=rule)
    if both(found, lambda one: one.utc_offset is not None):
        rule = Rule(kind="within", question="utc_offset", most=MOST_APART)
        yield Guess(Sentence.of(NEAR, most=MOST_APART), rule=rule)
    if both(found, lambda one: one.topics):
        yield Guess(Sentence.of(TOPICS), criterion=soft("coverage", "topics", 60))
    if both(found, lambda one: one.experience is not None):
        ahead = soft("ahead", "experience", 15, least=1, most=FAR_AHEAD)
        yield Guess(Sentence.of(AHEAD, least=1, most=FAR_AHEAD), criterion=ahead)
    if both(found, lambda one: one.site):
        yield Guess(Sentence.of(SITE), criterion=soft("same", "site", 10))
    yield from answers_for(found)
    for question in found.texts:
        if asked_of_both(found, question):
            meaning = soft("meaning", question, 10)
            yield Guess(Sentence.of(TEXT, question=question), criterion=meaning)


def answers_for(found: Gathered) -> Iterator[Guess]:
    """Guesses from the questions of the form."""
    kinds = [*((one, CHOICE) for one in found.choices), *((one, SCALE) for one in found.scales)]
    for question, why in kinds:
        if not asked_of_both(found, question):
            continue
        if is_protected(question):
            yield Guess(Sentence.of(PROTECTED, question=question))
        elif why is CHOICE:
            yield Guess(Sentence.of(why, question=question), criterion=soft("same", question, 5))
        else:
            low, high = found.scales[question]
            near = soft("closeness", question, 5, low=low, high=high)
            yield Guess(Sentence.of(why, question=question), criterion=near)


def asked_of_both(found: Gathered, question: str) -> bool:
    """Whether somebody on either side answered a question of the form."""
    return both(found, lambda one: question in one.answers)


def is_protected(question: str) -> bool:
    """Whether a question asks for a trait that must not count."""
    words = set(re.findall(r"\w+", question.casefold()))
    starts = any(word.startswith(PROTECTED_STARTS) for word in words)
    return starts or not words.isdisjoint(PROTECTED_WORDS)


def both(found: Gathered, answered: Callable[[Person], object]) -> bool:
    """Whether somebody on either side answered."""
    return all(any(map(answered, side)) for side in sides(found))


def sides(found: Gathered) -> Iterable[Sequence[Person]]:
    return found.pool.mentees, found.pool.mentors


def soft(kind: str, question: str, weight: float, **settings: float) -> Criterion:
    return Criterion(kind=kind, question=question, weight=weight, **settings)  # type: ignore[arg-type]


def written(criteria: Criteria) -> str:
    """The criteria as a file that can be changed and given back."""
    lines = ["# What counts in this matching, as guessed from the columns.", ""]
    for table, asked in (("rule", criteria.rules), ("criterion", criteria.criteria)):
        for one in asked:
            lines += [f"[[{table}]]", *settings_of(one), ""]
    return "\n".join(lines)


def settings_of(asked: Rule | Criterion) -> Iterator[str]:
    """The settings that are set, as TOML."""
    for name in asked.__dataclass_fields__:
        value = getattr(asked, name)
        idle = {"side": "wish", "model": "meaning"}.get(name, asked.kind) != asked.kind
        if idle or value in {None, ""}:
            continue
        yield f"{name} = {quoted(value) if isinstance(value, str) else f'{value:g}'}"


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'
