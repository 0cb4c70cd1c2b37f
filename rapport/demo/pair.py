"""Two people of the demonstration acting through the product's own actions, on past days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rapport.demo.clock import Clock
from rapport.demo.hands import Hands
from rapport.demo.people import everybody
from rapport.demo.words import GoalWords, goal_words
from rapport.domain.expectations import DECK as EXPECTATIONS
from rapport.domain.expectations import Weight
from rapport.domain.goals import Level
from rapport.domain.phases import Move
from rapport.domain.pulse import Side, asked
from rapport.domain.trust import Effect
from rapport.domain.trust import cards as trust_cards
from rapport.domain.values import DECK, Importance
from rapport.people.models import Person
from rapport.relationships.actions.agreements import (
    Terms,
    draft_agreement,
    offer_agreement,
    sign_agreement,
)
from rapport.relationships.actions.goals import (
    Figures,
    accept_goal,
    propose_goal,
    record_level,
)
from rapport.relationships.actions.meetings import Slot, arrange_meeting, note_held
from rapport.relationships.actions.moves import wish_move
from rapport.relationships.actions.pulse import answer_pulse, choose_topic
from rapport.relationships.actions.reflections import Report, reflect
from rapport.relationships.actions.steps import Plan, plan_step, take_step
from rapport.relationships.actions.trust import choose_trust_cards
from rapport.relationships.actions.values import sort_values
from rapport.relationships.models import AgreementDraft, Goal, Meeting, Relationship
from rapport.sealed.actions.note import journal_for
from rapport.sealed.forms import SealedInput

TONGUES = {someone.email: someone.language for someone in everybody()}


@dataclass
class Pair:
    """A mentor and a mentee, their relationship, and the hands that seal for them."""

    clock: Clock
    hands: Hands
    relationship: Relationship
    mentor: Person
    mentee: Person

    @property
    def both(self) -> list[Person]:
        return [self.mentor, self.mentee]

    def seal(self, by: Person, schema: str, words: Mapping[str, Any], days: float) -> SealedInput:
        """An envelope in the space of the two."""
        return self.hands.seal(by, self.relationship.space, schema, words, days=days)

    def sort_values(self, people: list[Person], days: float) -> None:
        """Each sorts the deck for herself; same seed, same order."""
        for person in people:
            words = self.seal(person, "values/1", sorted_cards(person), days)
            with self.clock.at(days):
                sort_values(self.relationship, words, is_done=True, by=person)

    def choose_trust_cards(self, days: float) -> None:
        """Each chooses what builds and what damages trust; always the same for each."""
        for person in self.both:
            words = self.seal(person, "trust/1", chosen_cards(person), days)
            with self.clock.at(days):
                choose_trust_cards(self.relationship, words, is_done=True, by=person)

    def take_pulse(self, number: int, days: float) -> None:
        """Both answer on the same day, and the mentee chooses what to talk about."""
        for person in self.both:
            words = self.seal(person, "pulse/1", pulse_answers(person, number), days)
            with self.clock.at(days):
                answer_pulse(self.relationship, number, words, by=person)
        topic = self.seal(self.mentee, "pulse-topic/1", {"topic": "challenging"}, days)
        with self.clock.at(days):
            choose_topic(self.relationship.pulses.get(number=number), topic, by=self.mentee)

    def meet(self, days: float, *, is_closing: bool = False, called_by: Person) -> Meeting:
        """Arranged a week before, held on the day."""
        meeting = self.arrange(days, days + 7, is_closing=is_closing, by=called_by)
        with self.clock.at(days, hour=18):
            note_held(meeting, by=called_by)
        return meeting

    def arrange(
        self, days: float, arranged: float, *, is_closing: bool = False, by: Person
    ) -> Meeting:
        slot = Slot(self.clock.moment(days, hour=15), 60, is_closing=is_closing)
        with self.clock.at(arranged):
            return arrange_meeting(self.relationship, slot, by=by)

    def think_after(self, meeting: Meeting, text: str, led: int, days: float) -> None:
        """The mentee's reflection, for herself alone."""
        journal = journal_for(self.mentee)
        if not journal.log.exists():
            self.hands.found(journal, [self.mentee], days)
        words = self.hands.seal(self.mentee, journal, "reflection/1", {"learned": text}, days=days)
        with self.clock.at(days):
            reflect(meeting, words, Report(led), journal=journal, by=self.mentee)

    def agree(self, clauses: Mapping[str, str], until: date, days: float) -> None:
        """The mentee drafts, the mentor offers, both sign."""
        words = self.seal(self.mentee, "agreement/1", clauses, days)
        with self.clock.at(days):
            draft_agreement(self.relationship, words, by=self.mentee)
            draft = AgreementDraft.objects.get(relationship=self.relationship)
            terms = Terms(rhythm_days=self.relationship.rhythm_days, minutes=60, until=until)
            revision = draft.words.revision
            agreement = offer_agreement(self.relationship, terms, revision=revision, by=self.mentor)
            for person in self.both:
                statement = bytes(agreement.statement)
                signature = self.hands.member(person).sign_agreement(statement)
                sign_agreement(agreement, signature, by=person)
        self.relationship.refresh_from_db()

    def set_goal(self, place: int, days: float) -> Goal:
        """The mentee proposes, the mentor accepts, a first step is taken."""
        wording = goal_words(TONGUES[str(self.mentee.email)], place)
        words = self.seal(self.mentee, "goal/1", words_of(wording), days)
        figures = Figures(
            due_on=self.clock.day(days - 150),
            commitment=7 + place % 3,
            starting_level=Level.MUCH_LESS,
        )
        with self.clock.at(days):
            goal = propose_goal(
                self.relationship, words, figures, owner=self.mentee, by=self.mentee
            )
            accept_goal(goal, goal.words.revision, by=self.mentor)
        return goal

    def step(self, goal: Goal, text: str, days: float, *, is_done: bool) -> None:
        words = self.seal(self.mentee, "step/1", {"wording": text}, days)
        plan = Plan(owner=self.mentee, due_on=self.clock.day(days - 9), goal=goal)
        with self.clock.at(days):
            step = plan_step(self.relationship, words, plan, by=self.mentee)
        if is_done:
            with self.clock.at(max(days - 7, 0)):
                take_step(step, by=self.mentee)

    def reach(self, goal: Goal, level: int, days: float) -> None:
        with self.clock.at(days):
            record_level(goal, Level(level), by=self.mentee)

    def go_on(self, days: float) -> None:
        """Both wish the next phase."""
        with self.clock.at(days):
            for person in self.both:
                wish_move(self.relationship, Move.GO_ON, by=person)
        self.relationship.refresh_from_db()


def sorted_cards(person: Person) -> dict[str, str]:
    """Both decks in three heaps, differently for everybody and always the same for each."""
    turn = sum(map(ord, str(person.pk)))
    heaps: dict[str, str] = {}
    for deck, labels in ((DECK, list(Importance)), (EXPECTATIONS, list(Weight))):
        for place, card in enumerate(deck):
            heaps[card.key] = labels[(turn * (place + 3) // 7) % 3].value
    return heaps


def chosen_cards(person: Person) -> dict[str, list[str]]:
    """Three cards of each half of the trust deck."""
    turn = sum(map(ord, str(person.pk)))
    return {
        effect.value: [trust_cards(effect)[(turn + 5 * place) % 12].key for place in range(3)]
        for effect in Effect
    }


def pulse_answers(person: Person, number: int) -> dict[str, str]:
    """Mostly high, here and there apart: from 3 to 5, for oneself and for the other."""
    turn = sum(map(ord, str(person.pk)))
    return {
        f"{key}_{side.value}": str(3 + (turn * (place + 2) // 5 + number * at) % 3)
        for place, key in enumerate(asked(number))
        for at, side in enumerate(Side)
    }


def words_of(goal: GoalWords) -> dict[str, str]:
    """A goal as the page of goals writes it, the levels from the lowest to the highest."""
    levels = {level.name.lower(): text for level, text in zip(Level, goal.levels, strict=True)}
    return {"wording": goal.wording, "why": goal.why, "seen": goal.measure, **levels}
