"""Telling the stories: from a row of the table to a relationship with a history."""

from dataclasses import dataclass

from rapport.demo.hands import Hands
from rapport.demo.organisation import Stage
from rapport.demo.pair import Pair
from rapport.demo.stories import Story, Turn
from rapport.demo.words import REFLECTIONS, REVIEW, STEPS, THANKS
from rapport.domain.agreement import CLAUSES
from rapport.domain.ending import Next, Redefinition
from rapport.domain.goals import Level
from rapport.domain.permissions import Role
from rapport.domain.phases import STATIONS, Phase
from rapport.people.models import Person
from rapport.programmes.models import Enrolment
from rapport.relationships.actions.beginning import Seat, begin_relationship
from rapport.relationships.actions.drift import look_after_rhythm
from rapport.relationships.actions.ending import end_without_fault
from rapport.relationships.actions.pause import pause_relationship
from rapport.relationships.actions.talk import ask_for_a_talk
from rapport.relationships.actions.winding_up import Choice, decide, review_goal, write_thanks
from rapport.relationships.models import Goal, Meeting

MEETINGS_BEFORE_PULSE = 2
DAYS_BETWEEN_PULSES = 30

FIRST_MEETING_AFTER = 9
"""Days from the announcement to the first meeting."""


@dataclass
class Teller:
    """Tells one story after the other with the same hands."""

    stage: Stage
    hands: Hands
    coordinator: Person

    def tell(self, story: Story, mentor: Enrolment, mentee: Enrolment) -> Pair:
        pair = self.begin(story, mentor, mentee)
        if story.turn is Turn.NOT_JOINED:
            return pair
        people = pair.both
        self.hands.found(pair.relationship.space, people, story.days - 3)
        pair.sort_values(people[: story.values], story.days - 5)
        meetings = self.meet(pair, story)
        self.look_after_foundations(pair, story)
        goals = self.work(pair, story)
        self.reflect(pair, meetings)
        self.wind_up(pair, story, goals)
        TURNS[story.turn](pair, story)
        return pair

    def begin(self, story: Story, mentor: Enrolment, mentee: Enrolment) -> Pair:
        seats = [
            Seat(people_of(mentor), Role.MENTOR, mentor),
            Seat(people_of(mentee), Role.MENTEE, mentee),
        ]
        clock = self.stage.clock
        with clock.at(story.days):
            relationship = begin_relationship(mentor.intake, seats, by=self.coordinator)
        return Pair(clock, self.hands, relationship, seats[0].person, seats[1].person)

    def meet(self, pair: Pair, story: Story) -> list[Meeting]:
        """The meetings so far, the mentor calling the first ones and the mentee the later."""
        meetings = [
            pair.meet(days, called_by=pair.mentor if place < 2 else pair.mentee)
            for place, days in enumerate(meeting_days(story))
        ]
        if story.ahead:
            pair.arrange(-4, 2, by=pair.mentee)
        return meetings

    def look_after_foundations(self, pair: Pair, story: Story) -> None:
        """Trust cards after the first meetings, a pulse after the second and then monthly."""
        days = meeting_days(story)
        if len(days) < MEETINGS_BEFORE_PULSE:
            return
        pair.choose_trust_cards(days[0] - 2)
        for place, each in enumerate(range(days[1] - 1, days[-1] - 8, -DAYS_BETWEEN_PULSES), 1):
            pair.take_pulse(place, each)

    def work(self, pair: Pair, story: Story) -> list[Goal]:
        """Agreement, goals and steps, as far as the story's phase has them."""
        if not has_reached(story, Phase.DIRECTION):
            return []
        clauses = {clause.key: clause.beginning for clause in CLAUSES}
        pair.agree(clauses, pair.clock.day(story.days - 270), story.days - 12)
        pair.go_on(story.days - 13)
        goals = [pair.set_goal(place, story.days - 20) for place in range(story.goals)]
        for place, goal in enumerate(goals):
            pair.step(goal, STEPS[place % len(STEPS)], story.days - 22, is_done=True)
            pair.step(goal, STEPS[(place + 3) % len(STEPS)], 5, is_done=False)
        if has_reached(story, Phase.PROGRESSION):
            pair.go_on(story.days - 30)
            for goal in goals:
                pair.reach(goal, story.level, 12)
        return goals

    def reflect(self, pair: Pair, meetings: list[Meeting]) -> None:
        for place, meeting in enumerate(meetings[-2:]):
            days = (pair.clock.today - meeting.starts_at.date()).days
            text = REFLECTIONS[place % len(REFLECTIONS)]
            pair.think_after(meeting, text, min(5, 2 + len(meetings) // 2), days - 0.5)

    def wind_up(self, pair: Pair, story: Story, goals: list[Goal]) -> None:
        if not has_reached(story, Phase.WINDING_UP):
            return
        pair.go_on(28)
        with pair.clock.at(20):
            for person in pair.both:
                review(pair, person, goals, story)
        if story.phase is Phase.CLOSED:
            close_together(pair)


def people_of(enrolment: Enrolment) -> Person:
    if enrolment.person is None:
        raise ValueError(f"{enrolment} has no person.")
    return enrolment.person


def has_reached(story: Story, phase: Phase) -> bool:
    """Whether the pair came at least so far; who ended without fault had come to direction."""
    ended = story.turn is Turn.NO_FAULT
    furthest = Phase.DIRECTION if ended and story.goals else story.phase
    if ended and not story.goals:
        furthest = Phase.RAPPORT
    return STATIONS.index(furthest) >= STATIONS.index(phase)


def meeting_days(story: Story) -> list[int]:
    """How many days ago each meeting was, evenly from the first one to the week before last."""
    first = story.days - FIRST_MEETING_AFTER
    if story.meetings < 2:
        return [first] * story.meetings
    last = 8 if story.turn is Turn.NONE else 40
    step = (first - last) / (story.meetings - 1)
    return [round(first - place * step) for place in range(story.meetings)]


def review(pair: Pair, person: Person, goals: list[Goal], story: Story) -> None:
    for goal in goals:
        words = pair.seal(person, "review/1", {"achieved": REVIEW}, 20)
        review_goal(goal, Level(story.level), words, by=person)
    thanks = THANKS[0] if person == pair.mentee else THANKS[1]
    words = pair.seal(person, "thanks/1", {"thanks": thanks}, 20)
    write_thanks(pair.relationship, words, by=person)


def close_together(pair: Pair) -> None:
    pair.meet(10, is_closing=True, called_by=pair.mentee)
    choice = Choice(Next.INFORMAL, Redefinition.SOUNDING_BOARD)
    with pair.clock.at(9):
        for person in pair.both:
            decide(pair.relationship, choice, None, by=person)
    pair.go_on(8)


def rest(pair: Pair, _story: Story) -> None:
    with pair.clock.at(12):
        pause_relationship(pair.relationship, pair.clock.day(-20), by=pair.mentee)


def ask(pair: Pair, _story: Story) -> None:
    with pair.clock.at(3):
        look_after_rhythm(pair.relationship, pair.clock.day(3))


def fall_silent(pair: Pair, _story: Story) -> None:
    for days in (36, 24, 12):
        with pair.clock.at(days):
            look_after_rhythm(pair.relationship, pair.clock.day(days))


def end(pair: Pair, _story: Story) -> None:
    with pair.clock.at(18):
        end_without_fault(pair.relationship, by=pair.mentee)


def ask_for_help(pair: Pair, _story: Story) -> None:
    with pair.clock.at(1):
        ask_for_a_talk(pair.relationship, by=pair.mentee)


def go_quietly_on(pair: Pair, _story: Story) -> None:
    """Nothing special happens."""


TURNS = {
    Turn.NONE: go_quietly_on,
    Turn.NOT_JOINED: go_quietly_on,
    Turn.PAUSED: rest,
    Turn.ASKED: ask,
    Turn.SILENT: fall_silent,
    Turn.NO_FAULT: end,
    Turn.TALK: ask_for_help,
}
