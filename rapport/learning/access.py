"""The door to an assembly: whoever it is for, and whoever runs it; all others find nothing."""

from uuid import UUID

from django.http import Http404

from rapport.learning.models import Assembly
from rapport.learning.queries import invited_to, may_run
from rapport.people.models import Person


def assembly_for(person: Person, pk: UUID) -> Assembly:
    found = Assembly.objects.select_related("programme").filter(pk=pk).first()
    if found is None or not (
        may_run(person, found.programme) or invited_to(found).filter(pk=person.pk).exists()
    ):
        raise Http404
    return found


def board_for(person: Person, pk: UUID) -> Assembly:
    """The same, where there are boards."""
    found = assembly_for(person, pk)
    if not found.has_boards:
        raise Http404
    return found
