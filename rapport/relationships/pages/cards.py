"""A goal as a page shows it to one member; its words stay sealed."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext

from rapport.domain.goals import LEVEL_LABELS, Level, is_reached
from rapport.domain.readiness import SURE_COMMITMENT
from rapport.relationships.access import Standing
from rapport.relationships.models import Goal, Participant, Review, Step
from rapport.relationships.pages.turns import name_list
from rapport.relationships.queries import accepting, latest_level
from rapport.sealed.models import Envelope

MIDDLE = 3
"""Pages count the levels from 1 to 5; what is hoped for is in the middle."""


@dataclass(frozen=True)
class LevelChoice:
    """One of the five levels; `word` is the sealed word that describes it for this goal."""

    value: int
    label: str
    word: str
    is_now: bool

    @property
    def number(self) -> int:
        return self.value + MIDDLE


@dataclass(frozen=True)
class GoalCard:
    """One goal: who accepted it as it is worded now, how far it has come, what is planned."""

    goal: Goal
    is_mine: bool
    i_accept: bool
    missing: tuple[Participant, ...]
    level: int
    steps: tuple[Step, ...]

    @property
    def is_dropped(self) -> bool:
        return self.goal.dropped_at is not None

    @property
    def is_accepted(self) -> bool:
        return not self.missing and not self.is_dropped

    @property
    def is_reached(self) -> bool:
        return is_reached(self.level)

    @property
    def now(self) -> int:
        return self.level + MIDDLE

    @property
    def start(self) -> int:
        return self.goal.starting_level + MIDDLE

    @property
    def hoped(self) -> int:
        return Level.AS_HOPED + MIDDLE

    @property
    def missing_names(self) -> str:
        return name_list(self.missing)

    @property
    def choices(self) -> list[LevelChoice]:
        """The five levels, the highest first."""
        return [
            LevelChoice(each, gettext(LEVEL_LABELS[each]), each.name.lower(), each == self.level)
            for each in reversed(Level)
        ]

    @property
    def levels(self) -> list[dict[str, object]]:
        """What was noted, newest first, for the part `timeline`."""
        return [
            {
                "when": each.at,
                "text": f"{each.level + MIDDLE} · {gettext(LEVEL_LABELS[Level(each.level)])}",
                "note": each.person.first_name,
                "icon": "goal",
            }
            for each in reversed(self.goal.attainments.all())
        ]

    @property
    def earlier(self) -> list[Envelope]:
        """The wordings before, newest first."""
        envelopes = self.goal.words.envelopes.select_related("author").order_by("-revision")
        return list(envelopes.filter(revision__lt=self.goal.words.revision))

    @property
    def relatives(self) -> list[tuple[str, Goal]]:
        """The goal it was split from, and the parts that were made out of it."""
        whole = [("whole", self.goal.split_from)] if self.goal.split_from else []
        parts = [("part", each) for each in self.goal.parts.select_related("words")]
        return [*whole, *parts]

    @property
    def wants_talk(self) -> bool:
        """A commitment below 7 that nobody has talked about yet."""
        commitment = self.goal.commitment
        talked = self.goal.talked_about_commitment_at is not None
        return commitment is not None and commitment < SURE_COMMITMENT and not talked


def card_of(goal: Goal, standing: Standing) -> GoalCard:
    accepted_by = accepting(goal)
    members = [standing.me, *standing.others]
    return GoalCard(
        goal=goal,
        is_mine=goal.owner_id == standing.me.person_id,
        i_accept=standing.me.person_id in accepted_by,
        missing=tuple(each for each in members if each.person_id not in accepted_by),
        level=latest_level(goal),
        steps=tuple(goal.steps.all()),
    )


def cards_of(goals: Iterable[Goal], standing: Standing) -> list[GoalCard]:
    return [card_of(goal, standing) for goal in goals]


@dataclass(frozen=True)
class ReviewedGoal:
    """A goal beside what each member says of it; None while she has not said."""

    card: GoalCard
    sides: tuple[tuple[Participant, Review | None], ...]

    @property
    def mine(self) -> Review | None:
        return self.sides[0][1]


def reviewed(card: GoalCard, standing: Standing) -> ReviewedGoal:
    """Oneself first; what the others say is shown at once, for reviewing is a talk."""
    by_person = {review.person_id: review for review in card.goal.reviews.all()}
    members = (standing.me, *standing.others)
    return ReviewedGoal(card, tuple((each, by_person.get(each.person_id)) for each in members))
