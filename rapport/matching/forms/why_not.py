"""Two people of a round, asked about and not put together."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.matching.models import MatchingRound
from rapport.programmes.models import Enrolment


class WhyNotForm(forms.Form):
    """A mentee, and perhaps a mentor."""

    required_css_class = "required"
    mentee = forms.ModelChoiceField(label=_("Mentee"), queryset=Enrolment.objects.none())
    mentor = forms.ModelChoiceField(
        label=_("Why not this mentor?"),
        queryset=Enrolment.objects.none(),
        required=False,
        empty_label=_("Show the next best only"),
    )

    def __init__(self, *args: Any, matching_round: MatchingRound, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = matching_round.intake.enrolments.filter(withdrawn_at=None).order_by("name", "pk")
        sides = {
            "mentee": people.exclude(role=Enrolment.Role.MENTOR),
            "mentor": people.exclude(role=Enrolment.Role.MENTEE),
        }
        for name, side in sides.items():
            self.fields[name].queryset = side  # type: ignore[attr-defined]  # a choice of rows
