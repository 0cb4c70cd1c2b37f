"""Opening an intake, and changing its name and dates."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from rapport.domain.formats import FOUNDED, SHAPES, Format
from rapport.programmes.calendar import first_of_next_month, months_later
from rapport.programmes.models import Programme
from rapport.web.forms import ActionForm


def day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def formats() -> list[tuple[str, Any]]:
    """The programme's own first."""
    own = [(each.value, _(SHAPES[each].label)) for each in FOUNDED]
    return [("", _("As in the programme")), *own]


class IntakeForm(ActionForm):
    """One round of people, with its dates."""

    name = forms.CharField(label=_("Name"), max_length=200)
    starts_on = forms.DateField(label=_("Begins"), widget=day())
    ends_on = forms.DateField(label=_("Ends"), widget=day())
    own_format = forms.TypedChoiceField(
        label=_("Who works with whom"),
        choices=formats,
        coerce=Format,
        empty_value=None,
        required=False,
        help_text=_("For what begins from now on; what has begun stays as it is."),
    )


def suggested(programme: Programme) -> dict[str, Any]:
    """The next beginning that leaves time, and the length the programme says."""
    start = first_of_next_month(timezone.localdate())
    return {
        "name": date_format(start, "F Y"),
        "starts_on": start,
        "ends_on": months_later(start, programme.term_months),
        "own_format": "",
    }
