"""What was done on a board, in words; and how it stood before a change, beside how it stands."""

from typing import Any

from rapport.domain.sentences import _
from rapport.matching.models import BoardEdit, MatchingRound
from rapport.programmes.models import Enrolment

SAID = {
    BoardEdit.Kind.PAIRED: _("%(mentee)s and %(mentor)s were put together."),
    BoardEdit.Kind.MOVED: _("%(mentee)s was moved to %(mentor)s."),
    BoardEdit.Kind.TAKEN_OUT: _("%(mentee)s and %(mentor)s were taken out."),
    BoardEdit.Kind.LOCKED: _("%(mentee)s and %(mentor)s were fixed."),
    BoardEdit.Kind.RELEASED: _("%(mentee)s and %(mentor)s were released."),
    BoardEdit.Kind.SOLVED: _("The pairs were formed anew."),
    BoardEdit.Kind.SAID: _("Somebody who was asked has answered."),
}

type Mentors = dict[str, str]
"""Mentee's number to mentor's, of all pairs that stand."""


def history_page(found: MatchingRound, since: int | None) -> dict[str, Any]:
    """The newest first; `since`: what is different now from just before that change."""
    edits = list(found.edits.select_related("mentee__person", "mentor__person", "by"))
    standing = [edit for edit in edits if edit.undone_at is None]
    return {
        "round": found,
        "entries": [
            {"edit": each, "template": SAID[BoardEdit.Kind(each.kind)], "words": words_of(each)}
            for each in edits
        ],
        "newest": standing[0].number if standing else None,
        "since": since,
        "moves": moves_since(found, standing, since) if since else None,
    }


def words_of(edit: BoardEdit) -> dict[str, str]:
    return {"mentee": str(edit.mentee or ""), "mentor": str(edit.mentor or "")}


def moves_since(found: MatchingRound, edits: list[BoardEdit], since: int) -> list[dict[str, str]]:
    """Every mentee who has somebody else now than just before the change with this number."""
    now = mentors_now(found)
    then = before(now, [edit for edit in edits if edit.number >= since])
    changed = sorted(one for one in now.keys() | then.keys() if now.get(one) != then.get(one))
    numbers = {one for each in changed for one in (each, now.get(each), then.get(each)) if one}
    people = Enrolment.objects.filter(pk__in=numbers).select_related("person")
    names = {str(each.pk): str(each) for each in people}
    return [
        {
            "mentee": names.get(each, ""),
            "before": names.get(then.get(each, ""), ""),
            "after": names.get(now.get(each, ""), ""),
        }
        for each in changed
    ]


def mentors_now(found: MatchingRound) -> Mentors:
    pairs = found.proposals.filter(removed_at=None).values_list("mentee_id", "mentor_id")
    return {str(mentee): str(mentor) for mentee, mentor in pairs}


def before(now: Mentors, edits: list[BoardEdit]) -> Mentors:
    """How the pairs stood before these changes, walked back from the newest."""
    then = dict(now)
    for edit in edits:
        for row in edit.after:
            if not row["removed_at"]:
                then.pop(row["mentee_id"], None)
        then |= {row["mentee_id"]: row["mentor_id"] for row in edit.before if not row["removed_at"]}
    return then
