"""Small random pools of people for hypothesis, and a referee for rules that shares no code."""

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


def some(values: tuple[str, ...]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(values), max_size=2)


@st.composite
def people(draw: st.DrawFn, name: str, others: tuple[str, ...]) -> Person:
    """Somebody of that name who answered whatever the draw gives, and often nothing."""
    team, pace = draw(st.sampled_from(["", "red", "blue"])), draw(st.none() | st.integers(1, 5))
    most = draw(st.integers(0, 2))
    return Person(
        id=name,
        capacity=Capacity(draw(st.integers(0, most)), most),
        topics=draw(some(TOPICS)),
        experience=draw(st.none() | st.integers(0, 3)),
        line=tuple(draw(st.lists(st.sampled_from(HEADS), max_size=2, unique=True))),
        languages=draw(some(TONGUES)),
        utc_offset=draw(st.none() | st.sampled_from([-11.0, 0.0, 2.0, 12.0])),
        wishes=tuple(draw(st.lists(st.sampled_from(others), max_size=2, unique=True))),
        vetoes=draw(st.frozensets(st.sampled_from(others), max_size=1)),
        answers={"team": team} if pace is None else {"team": team, "pace": pace},
    )


@st.composite
def pools(draw: st.DrawFn) -> Pool:
    """Up to five mentees and four mentors; Ada may be on both sides, as one and the same."""
    mentees = draw(st.lists(st.sampled_from(MENTEES), min_size=2, unique=True))
    mentors = draw(st.lists(st.sampled_from(MENTORS), min_size=1, unique=True))
    pairs = [(mentee, mentor) for mentee in mentees for mentor in mentors]
    return Pool(
        mentees=tuple(draw(people(name, MENTORS)) for name in mentees),
        mentors=tuple(draw(people(name, MENTEES)) for name in mentors),
        forbidden=frozenset(draw(st.lists(st.sampled_from(pairs), max_size=2))),
        lines={"Hedy": ("Abe",), "Hugo": ("HEDY",)},
    )


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
