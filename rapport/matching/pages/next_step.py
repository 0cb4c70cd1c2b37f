"""The one thing a coordinator does next with a round: a table, read from the top."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rapport.matching.models import MatchingRound, Mode


@dataclass(frozen=True)
class Situation:
    """What decides it."""

    round: MatchingRound
    pairs: int
    not_agreed: int

    @property
    def must_ask(self) -> bool:
        """Whether somebody has to be asked who was not, or is to be asked at all."""
        if self.round.mode == Mode.MENTOR_APPROVES:
            return self.not_agreed > 0
        return self.round.mode != Mode.COORDINATOR and self.round.asked_at is None


@dataclass(frozen=True)
class NextStep:
    title: str | Promise
    why: str | Promise
    label: str | Promise
    url: str


STEPS: list[tuple[Callable[[Situation], bool], NextStep]] = [
    (
        lambda now: now.round.is_asking,
        NextStep(
            _("Wait for what people say"),
            _("Whoever has not answered is reminded two days before the end. You may end it now."),
            _("End the asking"),
            "asking_end",
        ),
    ),
    (
        lambda now: now.must_ask,
        NextStep(
            _("Ask before you announce"),
            _("Look at the pairs first. Then everybody concerned has a say, until a day you set."),
            _("Ask both sides"),
            "asking",
        ),
    ),
    (
        lambda now: now.pairs > 0,
        NextStep(
            _("Look at the pairs, then announce them"),
            _(
                "Open a pair to see why, or to give somebody another mentor. Nobody has heard of "
                "them yet."
            ),
            _("Announce these pairs"),
            "announce",
        ),
    ),
]
ACTS = {"asking_end"}


def next_step(situation: Situation) -> dict[str, object] | None:
    """The first step whose condition holds, as the part `next_step` takes it; None for nothing."""
    found = situation.round
    step = next((step for holds, step in STEPS if holds(situation)), None)
    if found.announced_at or step is None:
        return None
    at = [found.intake.programme.slug, found.intake.code, found.number]
    where = "action" if step.url in ACTS else "url"
    words = {"title": step.title, "why": step.why, "label": step.label}
    return {**words, where: reverse(step.url, args=at)}
