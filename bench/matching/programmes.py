"""Made-up programmes of any size, as the columns of answers the engine sweeps over.

Favourite topics, few languages, time zones with their own languages and sites; the same ones for
the same size and seed. Mentors are ordered by time zone, as any list by country would be.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_array

from rapport.matching.engine import Criterion, Rule
from rapport.matching.engine.arrays import Whole
from rapport.matching.engine.candidates.listing import search_in
from rapport.matching.engine.candidates.searching import Search
from rapport.matching.engine.scoring.columns import HUNDRED, Choices, Numbers
from rapport.matching.engine.scoring.points import Measure
from rapport.matching.engine.scoring.rules import STOPS, Obstacle
from rapport.matching.engine.scoring.sheets import sheets_for

TOPICS, SLOTS, TONGUES, ZONES, SITES = 200, 42, 13, 12, 20
HOURS = np.array([-8, -5, -3, 0, 1, 2, 4, 5, 7, 8, 9, 11], dtype=float)
CROWDED = np.array([8, 5, 3, 14, 10, 4, 2, 12, 9, 6, 3, 1.0])

RULES = (
    Rule(kind="within", question="utc_offset", most=3),
    Rule(kind="different", question="team"),
    Rule(kind="shared", question="languages", least=1),
    Rule(kind="shared", question="availability", least=1),
)
CRITERIA = (
    Criterion(kind="coverage", question="topics", weight=55),
    Criterion(kind="enough", question="availability", most=4, weight=15),
    Criterion(kind="closeness", question="pace", low=1, high=5, weight=15),
    Criterion(kind="ahead", question="level", least=1, most=3, weight=10),
    Criterion(kind="same", question="site", weight=5),
)
POINTS = (550, 150, 150, 100, 50)

type Answers = dict[str, Any]


@dataclass(frozen=True)
class Programme:
    """The answers of both sides and the seats of each mentor."""

    mentees: Answers
    mentors: Answers
    capacity: Whole

    def search(self) -> Search:
        """The search over all its pairs."""
        columns = {
            name: between(
                self.mentees[name], self.mentors[name], HUNDRED if name == "topics" else 1
            )
            for name in self.mentees
        }
        obstacles = tuple(
            Obstacle(rule.key, columns[rule.question], stops_of(rule)) for rule in RULES
        )
        measures = tuple(
            Measure(one, columns[one.question], of, 0)
            for one, of in zip(CRITERIA, POINTS, strict=True)
        )
        many = self.mentees["level"].size
        sheets = sheets_for(RULES, obstacles, measures, many, self.capacity > 0)
        return search_in(sheets, np.arange(many))


def stops_of(rule: Rule) -> Any:
    return lambda *found: STOPS[rule.kind](rule, *found)


def between(ours: Any, theirs: Any, unit: int) -> Numbers | Choices:
    """Columns of numbers, or of choices that count so much each."""
    if ours.ndim == 1:
        return Numbers(ours, theirs)
    totals = (unit * side.sum(1, dtype=float) for side in (ours, theirs))
    one, other = (csr_array(side * np.uint8(unit)) for side in (ours, theirs))
    return Choices(one, other, *totals)


def programme(mentees: int, mentors: int, *, share: float = 1.15, seed: int = 1) -> Programme:
    """So many people, with ``share`` seats a mentee."""
    random = np.random.default_rng(seed)
    mean = share * mentees / mentors
    capacity = np.clip(random.poisson(mean - 1, mentors) + 1, 1, 12).astype(np.int64)
    wanted = int(share * mentees)
    while capacity.sum() > wanted and (capacity > 1).any():
        full = np.flatnonzero(capacity > 1)
        many = min(full.size, int(capacity.sum()) - wanted)
        capacity[random.choice(full, many, replace=False)] -= 1
    return Programme(
        people(random, mentees, mentor=False), people(random, mentors, mentor=True), capacity
    )


def people(random: np.random.Generator, many: int, *, mentor: bool) -> Answers:
    zone = np.sort(random.choice(ZONES, many, p=CROWDED / CROWDED.sum()))
    favour = 1 / np.arange(1, TOPICS + 1) ** 0.75
    languages = np.zeros((many, TONGUES), dtype=np.uint8)
    languages[:, 0] = random.random(many) < 0.7
    languages[np.arange(many), 1 + zone] = (random.random(many) < 0.6) | (languages[:, 0] == 0)
    return {
        "utc_offset": HOURS[zone],
        "languages": languages,
        "topics": some(random, many, TOPICS, 7 if mentor else 4, favour),
        "availability": some(random, many, SLOTS, 10, np.ones(SLOTS)),
        "pace": np.clip(np.round(random.normal(3.3, 1.1, many)), 1, 5),
        "level": np.clip(np.round(random.normal(5.2 if mentor else 3, 1.3, many)), 1, 8),
        "site": one_of(zone * SITES + random.integers(0, SITES, many), ZONES * SITES),
        "team": one_of(random.integers(0, 240, many), 240),
    }


def some(random: np.random.Generator, many: int, of: int, mean: int, favour: Any) -> Any:
    """For everybody a few choices, favourites more often."""
    chosen = np.zeros((many, of), dtype=np.uint8)
    for _ in range(mean):
        chosen[np.arange(many), random.choice(of, many, p=favour / favour.sum())] = 1
    return chosen


def one_of(place: Any, of: int) -> Any:
    """The one choice of everybody."""
    chosen = np.zeros((place.size, of), dtype=np.uint8)
    chosen[np.arange(place.size), place] = 1
    return chosen
