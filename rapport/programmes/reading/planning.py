"""Makes the plan of an import from a table, its mapping and the people known already."""

from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Dictionary
from dataclasses import replace

from rapport.domain.sentences import _
from rapport.programmes.reading.changes import changes_between
from rapport.programmes.reading.cleaning import words_of
from rapport.programmes.reading.drafts import Draft, read_row
from rapport.programmes.reading.mapping import Mapping
from rapport.programmes.reading.people import Person, conflict_in, gather
from rapport.programmes.reading.plan import ImportPlan, Outcome, RoleQuestion, RowPlan
from rapport.programmes.reading.reader import Reader, SetAside, prepare
from rapport.programmes.reading.sentences import Sentence
from rapport.programmes.reading.signups import (
    KnownPerson,
    SignUp,
    clock,
    fitting_its_role,
    laid_over,
)
from rapport.programmes.reading.table import Table
from rapport.programmes.reading.targets import Role

OLDER_ANSWER = _("Row %(row)s is a newer answer of the same person, so that one counts.")
BOTH_ROLES = _("The same person as row %(row)s, in the other role; both rows are taken together.")
ALSO_OTHER_ROLE = _(
    "This person took part in one role and now signs up for the other; both are kept. Change it "
    "by hand if it is a correction."
)
NEWER_KNOWN = _("What is known already is newer than this answer, so nothing changes.")
NAME_KEPT = _("The name “%(known)s” stays; people change their own name themselves.")
AMBIGUOUS_DATES = _(
    "Dates such as 3/4 could be read both ways; the month was taken first. This only decides which "
    "of two answers is newer."
)
NO_ADDRESSES = _(
    "People to be stored without an e-mail address: %(count)s. They take part in matching; "
    "instead of a letter they get a link that you hand over."
)
NOT_IN_FILE = _(
    "People who take part already and are not in this file: %(count)s. They stay as they are."
)


def plan_import(
    table: Table,
    mapping: Mapping,
    existing: Iterable[KnownPerson] = (),
    role_words: Dictionary[str, Role] | None = None,
) -> ImportPlan:
    """What would happen with every row, in the order of the file. Stores nothing, never raises.

    `existing` are all who take part in the intake; `role_words` are the programme's own words for
    the roles ("Sponsor"). Words remembered in the mapping come before these.
    """
    people = list(existing)
    reader = prepare(table, mapping, role_words or {})
    drafts, rows, unknown = _read(table, reader)
    persons = gather(drafts, people)
    for person in persons:
        rows += _plan_person(person)
    known = sum(len(person.known) for person in persons)
    return ImportPlan(
        file_name=table.file_name,
        rows=tuple(sorted(rows, key=lambda row: row.number)),
        role_questions=unknown,
        problems=mapping.problems(),
        notes=(*table.notes, *_notes(reader, rows, len(people) - known)),
    )


def _read(
    table: Table, reader: Reader
) -> tuple[list[Draft], list[RowPlan], tuple[RoleQuestion, ...]]:
    drafts: list[Draft] = []
    aside: list[RowPlan] = []
    unknown: dict[str, tuple[str, list[int]]] = {}
    for row in table.rows:
        try:
            drafts.append(read_row(row, reader))
        except SetAside as reason:
            aside.append(_set_aside(row.number, reason.sentence))
            if reason.unknown_role:
                word = reason.unknown_role
                unknown.setdefault(words_of(word), (word, []))[1].append(row.number)
    return drafts, aside, tuple(RoleQuestion(word, tuple(at)) for word, at in unknown.values())


def _set_aside(number: int, sentence: Sentence) -> RowPlan:
    return RowPlan(number, Outcome.SET_ASIDE, sentences=(sentence,))


def _plan_person(person: Person) -> list[RowPlan]:
    conflict = conflict_in(person)
    if conflict:
        return [_set_aside(draft.number, conflict) for draft in person.drafts]
    *older, newest = person.drafts
    said, folded = _fold(newest, older)
    return [_plan_row(newest, said, person.known), *folded]


def _fold(newest: Draft, older: Sequence[Draft]) -> tuple[SignUp, list[RowPlan]]:
    """What the newest row says, with an older one beneath it only where that had another role."""
    said, folded = newest.sign_up, []
    for draft in reversed(older):
        same_role = said.role.covers(draft.sign_up.role)
        wording = OLDER_ANSWER if same_role else BOTH_ROLES
        said = said if same_role else laid_over(said, draft.sign_up)
        sentence = Sentence.of(wording, row=str(newest.number))
        folded.append(RowPlan(draft.number, Outcome.FOLDED, sentences=(sentence,)))
    return said, folded


def _plan_row(draft: Draft, said: SignUp, known: Sequence[KnownPerson]) -> RowPlan:
    if not known:
        return RowPlan(draft.number, Outcome.NEW, fitting_its_role(said), sentences=draft.notes)
    return _plan_known(draft, said, known[0])


def _plan_known(draft: Draft, said: SignUp, known: KnownPerson) -> RowPlan:
    before = known.sign_up
    if _is_newer(before, said):
        newer = (Sentence.of(NEWER_KNOWN),)
        return RowPlan(draft.number, Outcome.UNCHANGED, before, known.key, sentences=newer)
    after = fitting_its_role(laid_over(said, before))
    after = _with_own_words_kept(after, before)
    changes = changes_between(before, after)
    return RowPlan(
        draft.number,
        Outcome.UPDATE if changes else Outcome.UNCHANGED,
        after if changes else before,
        known.key,
        changes,
        (*draft.notes, *_notes_on_known(said, before)),
    )


def _is_newer(before: SignUp, said: SignUp) -> bool:
    known, new = clock(before.signed_up_at), clock(said.signed_up_at)
    return known is not None and new is not None and known > new


def _with_own_words_kept(after: SignUp, before: SignUp) -> SignUp:
    """An address and a name belong to the person; an import only fills them in."""
    return replace(after, email=before.email or after.email, name=before.name or after.name)


def _notes_on_known(said: SignUp, before: SignUp) -> list[Sentence]:
    notes = []
    if not before.role.covers(said.role):
        notes.append(Sentence.of(ALSO_OTHER_ROLE))
    if said.name and before.name and said.name != before.name:
        notes.append(Sentence.of(NAME_KEPT, known=before.name))
    return notes


def _notes(reader: Reader, rows: Sequence[RowPlan], missing: int) -> list[Sentence]:
    stored = [row.sign_up for row in rows if row.sign_up and row.outcome is not Outcome.UNCHANGED]
    silent = sum(1 for sign_up in stored if not sign_up.email)
    notes = [Sentence.of(AMBIGUOUS_DATES)] if reader.order is None else []
    if silent:
        notes.append(Sentence.of(NO_ADDRESSES, count=silent))
    if missing:
        notes.append(Sentence.of(NOT_IN_FILE, count=missing))
    return notes
