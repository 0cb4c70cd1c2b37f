"""Who stands above whom. Knows reporting lines and nothing else about people."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .pool import Person, Pool, plain

NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lines:
    """All reporting lines of a pool, followed to the top."""

    names: Mapping[str, frozenset[str]]
    above: Mapping[str, frozenset[str]]
    nearest: Mapping[str, str]

    def stands_above(self, upper: str, lower: str) -> bool:
        """Whether ``upper`` manages or advises ``lower``, directly or over any number of heads."""
        return not self.names[upper].isdisjoint(self.above[lower])

    def related(self, one: str, other: str) -> bool:
        """Whether one of the two stands above the other, in either direction."""
        return self.stands_above(one, other) or self.stands_above(other, one)

    def same_manager(self, one: str, other: str) -> bool:
        """Whether both name the same nearest manager or advisor; unknown means no."""
        return one in self.nearest and self.nearest[one] == self.nearest.get(other)


def lines_of(pool: Pool) -> Lines:
    """Follow every line of the pool upwards; a circle in the data ends where it began."""
    names: dict[str, frozenset[str]] = defaultdict(frozenset)
    nearest: dict[str, str] = {}
    for person in pool.everybody():
        names[person.id] |= own_names(person)
        if person.line:
            nearest[person.id] = plain(person.line[0])
    direct = direct_lines(pool, names)
    above = {identity: reach(direct, own) for identity, own in names.items()}
    return Lines(dict(names), above, nearest)


def own_names(person: Person) -> frozenset[str]:
    return frozenset(plain(name) for name in (person.id, *person.known_as) if plain(name))


def direct_lines(pool: Pool, names: Mapping[str, frozenset[str]]) -> Mapping[str, set[str]]:
    """For each name, the names one step up, and the other names of the same person."""
    direct: dict[str, set[str]] = defaultdict(set)
    for person in pool.everybody():
        ups = {plain(manager) for manager in person.line if plain(manager)}
        if ups:
            for name in names[person.id]:
                direct[name] |= ups
    for name, managers in pool.lines.items():
        direct[plain(name)] |= {plain(manager) for manager in managers if plain(manager)}
    synonyms: dict[str, set[str]] = defaultdict(set)
    for same in names.values():
        if len(same) > 1:
            for name in same:
                synonyms[name] |= same
    return {name: widened(ups, synonyms) for name, ups in direct.items()}


def widened(names: Iterable[str], synonyms: Mapping[str, set[str]]) -> set[str]:
    """The names, together with all other names of the people they mean."""
    return set[str]().union(*(synonyms.get(name, set()) | {name} for name in names))


def reach(direct: Mapping[str, set[str]], start: frozenset[str]) -> frozenset[str]:
    """Everybody above ``start``, at any height; never ``start`` itself."""
    if direct.keys().isdisjoint(start):
        return NOBODY
    found: set[str] = set()
    ahead = set(start)
    while ahead:
        ahead = set[str]().union(*(direct.get(name, set()) for name in ahead)) - found
        found |= ahead
    return frozenset(found - start)
