"""Small random pools of people for hypothesis, and a referee for rules that shares no code."""

from random import Random

from hypothesis import strategies as st

from rapport.matching.engine import Capacity, Criteria, Criterion, Person, Pool, Rule

MENTEES = ("Ben", "Bea", "Bo", "Bill", "Ada")
MENTORS = ("Ada", "Abe", "Amy", "Al")
HEADS = ("Ada", "Abe", "Ben", "Hedy", "Hugo")
TONGUES = ("Polish", "German", "Hindi")
TOPICS = ("leading", "writing", "statistics")

ASKED = Criteria(
    rules=(
        Rule(kind="shared", question="languages", least=1),
        Rule(kind="within", question="utc_offset", most=3),
        Rule(kind="ahead", question="experience", least=0),
        Rule(kind="different", question="team"),
    ),
    criteria=(
        Criterion(kind="coverage", question="topics", weight=3),
        Criterion(kind="closeness", question="pace", low=1, high=5, weight=1),
        Criterion(kind="wish", side="mentee", weight=1),
    ),
)


def some(random: Random, values: tuple[str, ...], most: int = 2) -> list[str]:
    return random.sample(values, random.randint(0, most))


def person(random: Random, name: str, others: tuple[str, ...]) -> Person:
    """Somebody of that name who answered whatever the dice give, and often nothing."""
    most = random.randint(0, 2)
    answers: dict[str, str | float | frozenset[str]] = {
        "team": random.choice(["", "red", "blue"]),
        "pace": random.randint(1, 5),
    }
    answered = some(random, ("team", "pace"))
    return Person(
        id=name,
        capacity=Capacity(random.randint(0, most), most),
        topics=frozenset(some(random, TOPICS)),
        experience=random.choice([None, 0, 1, 2, 3]),
        line=tuple(some(random, HEADS)),
        languages=frozenset(some(random, TONGUES)),
        utc_offset=random.choice([None, -11.0, 0.0, 2.0, 12.0]),
        wishes=tuple(some(random, others)),
        vetoes=frozenset(some(random, others, 1)),
        answers={question: answers[question] for question in answered},
    )


def pool_from(number: int) -> Pool:
    """Up to five mentees and four mentors; Ada may be on both sides, as one and the same."""
    random = Random(number)  # noqa: S311 - dice for a test
    mentees = random.sample(MENTEES, random.randint(0, len(MENTEES)))
    mentors = random.sample(MENTORS, random.randint(0, len(MENTORS)))
    pairs = [(mentee, mentor) for mentee in mentees for mentor in mentors]
    return Pool(
        mentees=tuple(person(random, name, MENTORS) for name in mentees),
        mentors=tuple(person(random, name, MENTEES) for name in mentors),
        forbidden=frozenset(random.sample(pairs, min(len(pairs), random.randint(0, 2)))),
        lines={"Hedy": ("Abe",), "Hugo": ("HEDY",)},
    )


def pools() -> st.SearchStrategy[Pool]:
    """Built by plain dice: hypothesis' own choices are slow where a person has ten answers."""
    return st.integers(0, 10**9).map(pool_from)


def superiors(pool: Pool, name: str, seen: tuple[str, ...] = ()) -> set[str]:
    """Everybody above somebody, by plain recursion."""
    direct = {boss.title() for boss in pool.lines.get(name, ())}
    for person in (*pool.mentees, *pool.mentors):
        direct |= set(person.line) if person.id == name else set()
    found = set(direct)
    for boss in direct - {name, *seen}:
        found |= superiors(pool, boss, (*seen, name))
    return found


def permitted(pool: Pool, mentee: Person, mentor: Person) -> bool:
    """The hard rules once more, pair by pair, in the plainest way."""
    return not (
        mentee.id == mentor.id
        or (mentee.id, mentor.id) in pool.forbidden
        or mentor.id in mentee.vetoes
        or mentee.id in mentor.vetoes
        or mentor.id in superiors(pool, mentee.id)
        or mentee.id in superiors(pool, mentor.id)
        or breaks_asked(mentee, mentor)
    )


def breaks_asked(mentee: Person, mentor: Person) -> bool:
    """The rules of ASKED; what one side did not answer breaks none."""
    tongues = mentee.languages and mentor.languages
    if tongues and not mentee.languages & mentor.languages:
        return True
    if mentee.utc_offset is not None and mentor.utc_offset is not None:
        apart = abs(mentee.utc_offset - mentor.utc_offset)
        if min(apart, 24 - apart) > 3:
            return True
    behind = (mentor.experience or 0) < (mentee.experience or 0)
    if behind and None not in {mentor.experience, mentee.experience}:
        return True
    team = mentee.answers.get("team")
    return bool(team) and team == mentor.answers.get("team")
