"""What coordinators note for each other beside a round."""

from django.db import transaction

from rapport.matching.models import BoardNote, MatchingRound
from rapport.people.models import Person
from rapport.programmes.models import Enrolment


@transaction.atomic
def write_note(
    matching_round: MatchingRound, *, words: str, about: Enrolment | None, by: Person
) -> BoardNote:
    """A note for colleagues, about the whole round or one person in it."""
    return BoardNote.objects.create(round=matching_round, words=words, about=about, by=by)


@transaction.atomic
def erase_note(note: BoardNote, *, by: Person) -> None:
    """Gone for everybody."""
    note.delete()
