"""A private talk with whoever safeguards: pages of their own, which others do not see."""

from django.db import transaction

from rapport.domain.refusals import NotNow
from rapport.domain.sentences import _
from rapport.people.models import Person
from rapport.sealed.actions.space import open_space
from rapport.sealed.models import Space

NOBODY = _("Nobody safeguards these pages. Nothing was changed; ask for a talk instead.")


@transaction.atomic
def open_report(space: Space, *, by: Person) -> Space:
    """The pages between this member and the safeguarding leads of the space; made when missing.

    NotNow where nobody safeguards: then nobody but the members reads along either.
    """
    Space.objects.select_for_update().get(pk=space.pk)
    leads = [each.person for each in space.members.filter(safeguards=True, left_at=None)]
    if not leads or by in leads:
        raise NotNow(NOBODY)
    known = Space.objects.filter(origin=space, members__person=by).first()
    if known is None:
        known = open_space(Space.Kind.REPORT, [by, *leads])
        known.origin = space
        known.save(update_fields=["origin"])
    return known
