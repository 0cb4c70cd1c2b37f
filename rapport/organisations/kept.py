"""What organisations keep about a person: that she belongs to them, and her duties."""

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rapport.organisations.models import Duty, Membership
from rapport.people.kept import Kept
from rapport.people.models import Person


def memberships(person: Person) -> Iterable[Kept]:
    """Every membership of hers; duties of the organisation she is in at the moment."""
    belongs = Membership.objects.filter(person=person).select_related("organisation")
    facts = [
        {
            "term": str(each.organisation),
            "text": _("since %(day)s") % {"day": date_format(each.joined_at, "DATE_FORMAT")},
        }
        for each in belongs.order_by("organisation__name")
    ]
    facts += [
        {
            "term": duty.get_role_display(),
            "text": _("since %(day)s") % {"day": date_format(duty.given_at, "DATE_FORMAT")},
        }
        for duty in Duty.objects.filter(person=person).order_by("role")
    ]
    if facts:
        yield Kept(
            _("Where you belong"),
            _("So that its programmes find you, and people know who is responsible for what."),
            facts,
        )
