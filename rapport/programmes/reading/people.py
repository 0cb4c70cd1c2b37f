"""Finds out which rows and which known persons are the same person, and where that cannot be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapport.domain.sentences import _
from rapport.programmes.reading.cleaning import words_of
from rapport.programmes.reading.drafts import Draft
from rapport.programmes.reading.sentences import Sentence
from rapport.programmes.reading.signups import KnownPerson, SignUp

TWO_ADDRESSES = _(
    "Rows %(rows)s have the same reference and different e-mail addresses (%(emails)s), so they "
    "may be two people. Correct one of them."
)
OTHER_ADDRESS = _(
    "This reference belongs to %(known)s, but the row says %(email)s. An import never changes an "
    "address: the person does, or you do it by hand."
)
TWO_KNOWN = _(
    "The e-mail address and the reference belong to two different people who take part already. "
    "Correct one of them."
)
TWO_NAMES = _(
    "Rows %(rows)s have the same e-mail address or reference and different names (%(names)s), so "
    "they may be two people. Give each their own."
)
OTHER_NAME = _(
    "The reference belongs to “%(known)s”, who takes part already, but the row says “%(name)s”. "
    "Give this person another reference or an e-mail address."
)

type Key = tuple[str, str]


@dataclass(frozen=True)
class Person:
    """All rows of one person, newest last, and the same person as known already, if so."""

    drafts: tuple[Draft, ...]
    known: tuple[KnownPerson, ...]


def keys_of(sign_up: SignUp) -> list[Key]:
    """By what a person is known again; big and small letters make no difference."""
    keys = (("email", sign_up.email.casefold()), ("reference", sign_up.reference.casefold()))
    return [key for key in keys if key[1]]


class Same:
    """Which keys mean the same person: those that ever stood in one row (union-find)."""

    def __init__(self) -> None:
        self._parents: dict[Key, Key] = {}

    def root(self, key: Key) -> Key:
        path = []
        while (parent := self._parents.get(key, key)) != key:
            path.append(key)
            key = parent
        self._parents.update(dict.fromkeys(path, key))
        return key

    def join(self, keys: Sequence[Key]) -> None:
        for key in keys[1:]:
            self._parents[self.root(key)] = self.root(keys[0])


def gather(drafts: Sequence[Draft], existing: Iterable[KnownPerson]) -> list[Person]:
    """Rows and known persons by person; known persons without a row are left out."""
    same = Same()
    in_file = {key for draft in drafts for key in keys_of(draft.sign_up)}
    met = [person for person in existing if in_file.intersection(keys_of(person.sign_up))]
    for sign_up in (*(draft.sign_up for draft in drafts), *(person.sign_up for person in met)):
        same.join(keys_of(sign_up))
    rows: dict[Key, list[Draft]] = {}
    for draft in drafts:
        rows.setdefault(same.root(keys_of(draft.sign_up)[0]), []).append(draft)
    known: dict[Key, list[KnownPerson]] = {}
    for person in met:
        known.setdefault(same.root(keys_of(person.sign_up)[0]), []).append(person)
    return [Person(_by_age(found), tuple(known.get(root, ()))) for root, found in rows.items()]


def _by_age(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """By the time of signing up if every row has one, by place in the file otherwise."""
    if any(draft.sign_up.signed_up_at is None for draft in drafts):
        return tuple(drafts)
    return tuple(sorted(drafts, key=lambda draft: str(draft.sign_up.signed_up_at)))


def conflict_in(person: Person) -> Sentence | None:
    """Why these rows cannot be one person; None when they can."""
    return _two_addresses(person) or _two_known(person) or _two_names(person)


def _two_addresses(person: Person) -> Sentence | None:
    emails = _different(draft.sign_up.email for draft in person.drafts)
    if len(emails) < 2:
        return None
    return Sentence.of(TWO_ADDRESSES, rows=_rows(person), emails=", ".join(emails))


def _two_known(person: Person) -> Sentence | None:
    if len(person.known) > 1:
        return Sentence.of(TWO_KNOWN)
    emails = _different(draft.sign_up.email for draft in person.drafts)
    known = _different(one.sign_up.email.casefold() for one in person.known)
    if emails and known and emails != known:
        return Sentence.of(OTHER_ADDRESS, known=known[0], email=emails[0])
    return None


def _two_names(person: Person) -> Sentence | None:
    """An address tells that somebody with a new name is the same person; a reference does not."""
    names = _different(draft.sign_up.name for draft in person.drafts)
    if any(not _alike(name, names[-1]) for name in names):
        return Sentence.of(TWO_NAMES, rows=_rows(person), names=", ".join(names))
    known = person.known[0].sign_up if person.known else None
    by_address = known and known.email and any(draft.sign_up.email for draft in person.drafts)
    if known and not by_address and names and not _alike(names[-1], known.name):
        return Sentence.of(OTHER_NAME, known=known.name, name=names[-1])
    return None


def _alike(one: str, other: str) -> bool:
    """Whether two names share a word; a name that says nothing is like any other."""
    words, others = set(words_of(one).split()), set(words_of(other).split())
    return not words or not others or bool(words & others)


def _different(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))


def _rows(person: Person) -> str:
    return ", ".join(str(number) for number in sorted(draft.number for draft in person.drafts))
