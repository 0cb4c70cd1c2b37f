"""The made-up programmes as people, for the whole way of the engine: up to millions of them."""

from itertools import pairwise

import numpy as np

from bench.matching.programmes import CRITERIA as CRITERIA_ASKED
from bench.matching.programmes import RULES, Answers, programme
from rapport.matching.engine import Capacity, Criteria, Crowd, Person, Pool, crowd_of
from rapport.matching.engine.arrays import Whole

CRITERIA = Criteria(rules=RULES, criteria=CRITERIA_ASKED)
SHOWN = frozenset({"topics", "availability", "level", "pace", "site"})
SEVERAL = ("topics", "languages", "availability")


def crowd(mentees: int, mentors: int, share: float) -> Pool:
    """Everybody of a made-up programme."""
    made = programme(mentees, mentors, share=share)
    ones = np.ones(mentees, dtype=np.int64)
    return Pool(
        mentees=people("mentee", made.mentees, ones),
        mentors=people("mentor", made.mentors, made.capacity),
    )


def people(role: str, answers: Answers, capacity: Whole) -> Crowd:
    chosen = {name: sets(name, answers[name]) for name in SEVERAL}
    one = {name: answers[name].argmax(axis=1).tolist() for name in ("site", "team")}
    pace, level, zone = (answers[name].tolist() for name in ("pace", "level", "utc_offset"))
    seats = {most: Capacity(0, most) for most in np.unique(capacity).tolist()}
    return crowd_of(
        Person(
            id=f"{role} {number}",
            capacity=seats[most],
            topics=chosen["topics"][number],
            languages=chosen["languages"][number],
            availability=chosen["availability"][number],
            utc_offset=zone[number],
            site=f"site {one['site'][number]}",
            answers={
                "team": f"team {one['team'][number]}",
                "pace": pace[number],
                "level": level[number],
            },
            shareable=SHOWN,
        )
        for number, most in enumerate(capacity.tolist())
    )


def sets(name: str, answers: np.ndarray) -> list[frozenset[str]]:
    """What everybody chose of several things."""
    row, column = np.nonzero(answers)
    ends = np.searchsorted(row, np.arange(answers.shape[0] + 1)).tolist()
    names = [f"{name} {number}" for number in range(answers.shape[1])]
    words = [names[place] for place in column.tolist()]
    return [frozenset(words[at:to]) for at, to in pairwise(ends)]
