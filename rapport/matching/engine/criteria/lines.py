"""Who stands above whom. Knows reporting lines and nothing else about people."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .crowd import with_names
from .person import ids_of, plain
from .pool import Pool

NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lines:
    """All reporting lines of a pool, followed to the top.

    Only people with a line or another name are held: of a million most may have neither.
    """

    names: Mapping[str, frozenset[str]]
    above: Mapping[str, frozenset[str]]
    nearest: Mapping[str, str]

    def names_of(self, person: str) -> frozenset[str]:
        """All names somebody goes by."""
        return self.names.get(person) or frozenset({plain(person)} - {""})

    def above_of(self, person: str) -> frozenset[str]:
        """The names of everybody above somebody."""
        return self.above.get(person, NOBODY)

    def stands_above(self, upper: str, lower: str) -> bool:
        """Whether ``upper`` manages or advises ``lower``, directly or over any number of heads."""
        return not self.names_of(upper).isdisjoint(self.above_of(lower))

    def related(self, one: str, other: str) -> bool:
        """Whether one of the two stands above the other, in either direction."""
        return self.stands_above(one, other) or self.stands_above(other, one)

    def same_manager(self, one: str, other: str) -> bool:
        """Whether both name the same nearest manager or advisor; unknown means no."""
        return one in self.nearest and self.nearest[one] == self.nearest.get(other)


def lines_of(pool: Pool) -> Lines:
    """Follow every line of the pool upwards; a circle in the data ends where it began."""
    names: dict[str, frozenset[str]] = {}
    nearest: dict[str, str] = {}
    managers: dict[str, set[str]] = defaultdict(set)
    for side in (pool.mentees, pool.mentors):
        for person, line, known_as in with_names(side):
            own = frozenset(plain(name) for name in (person, *known_as) if plain(name))
            names[person] = names.get(person, NOBODY) | own
            if line:
                nearest[person] = plain(line[0])
                managers[person] |= {plain(manager) for manager in line if plain(manager)}
    direct = direct_lines(pool, names, managers)
    return Lines(names, above_all(pool, direct, names), nearest)


def direct_lines(
    pool: Pool, names: Mapping[str, frozenset[str]], managers: Mapping[str, set[str]]
) -> Mapping[str, frozenset[str]]:
    """For each name, the names one step up, and the other names of the same person."""
    direct: dict[str, set[str]] = {}
    for person, ups in managers.items():
        for name in names[person]:
            direct[name] = direct[name] | ups if name in direct else ups
    for name, line in pool.lines.items():
        ups = {plain(manager) for manager in line if plain(manager)}
        direct[plain(name)] = direct.get(plain(name), set()) | ups
    synonyms: dict[str, set[str]] = defaultdict(set)
    for same in names.values():
        if len(same) > 1:
            for name in same:
                synonyms[name] |= same
    return shared_sets((name, widened(ups, synonyms)) for name, ups in direct.items() if ups)


def widened(names: Iterable[str], synonyms: Mapping[str, set[str]]) -> frozenset[str]:
    """The names, together with all other names of the people they mean."""
    return frozenset[str]().union(*(synonyms.get(name, set()) | {name} for name in names))


def shared_sets(found: Iterable[tuple[str, frozenset[str]]]) -> dict[str, frozenset[str]]:
    """One set for all who have the same: the reports of a manager are many."""
    kept: dict[frozenset[str], frozenset[str]] = {}
    return {name: kept.setdefault(one, one) for name, one in found}


def above_all(
    pool: Pool, direct: Mapping[str, frozenset[str]], names: Mapping[str, frozenset[str]]
) -> dict[str, frozenset[str]]:
    """For everybody with somebody above her, all of them, at any height; never herself."""
    starts = {person: own for person, own in names.items() if not direct.keys().isdisjoint(own)}
    for side in (pool.mentees, pool.mentors) if direct else ():
        for person in ids_of(side):
            if person not in names and plain(person) in direct:
                starts[person] = frozenset({plain(person)})
    reached: dict[frozenset[str], frozenset[str]] = {}
    return shared_sets(
        (person, reach(direct, own, reached) - own) for person, own in starts.items()
    )


def reach(
    direct: Mapping[str, frozenset[str]],
    start: frozenset[str],
    reached: dict[frozenset[str], frozenset[str]],
) -> frozenset[str]:
    """Everybody above ``start``; above the same people it is looked up but once."""
    first = frozenset[str]().union(*(direct.get(name, NOBODY) for name in start))
    if first not in reached:
        found, ahead = set(first), set(first)
        while ahead:
            ahead = set[str]().union(*(direct.get(name, NOBODY) for name in ahead)) - found
            found |= ahead
        reached[first] = frozenset(found)
    return reached[first]
