"""Who sits in a circle, and in which format."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.domain.formats import FOUNDED, SHAPES, Format
from rapport.domain.permissions import Role
from rapport.programmes.models import Enrolment, Intake
from rapport.web.forms import ActionForm

SEATS = [
    ("", _("not in it")),
    (Role.MENTOR.value, _("Mentor")),
    (Role.CO_MENTOR.value, _("Co-mentor")),
    (Role.MENTEE.value, _("Mentee")),
    (Role.PEER.value, _("Peer")),
]


def formats() -> list[tuple[str, Any]]:
    return [(each.value, _(SHAPES[each].label)) for each in FOUNDED]


class CircleForm(ActionForm):
    """One field a person, named by her sign-up."""

    shaped = forms.TypedChoiceField(
        label=_("Which format?"), choices=formats, coerce=Format, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, intake: Intake, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {
            f"seat_{each.pk.hex}": each for each in intake.enrolments.filter(withdrawn_at=None)
        }
        for name, each in self.people.items():
            self.fields[name] = forms.ChoiceField(label=str(each), choices=SEATS, required=False)

    @property
    def seats(self) -> list[forms.BoundField]:
        return [self[name] for name in self.people]

    @property
    def roles(self) -> dict[Enrolment, Role]:
        """Who was given a seat."""
        typed = self.cleaned_data
        return {each: Role(typed[name]) for name, each in self.people.items() if typed[name]}
