"""A note for colleagues."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.domain.visibility import Audience
from rapport.matching.models import MatchingRound
from rapport.programmes.models import Enrolment
from rapport.web.forms import ActionForm


class NoteForm(ActionForm):
    """Up to 500 signs, about the round or about one person in it."""

    about = forms.ModelChoiceField(
        label=_("About"),
        queryset=Enrolment.objects.none(),
        required=False,
        empty_label=_("The whole round"),
    )
    words = forms.CharField(
        label=_("Note"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Whoever coordinates this programme reads it, and whom it is about may ask to see it."
        ),
    )

    def __init__(self, *args: Any, matching_round: MatchingRound, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = matching_round.intake.enrolments.filter(withdrawn_at=None)
        self.fields["about"].queryset = people.order_by("name", "pk")  # type: ignore[attr-defined]  # a choice of rows
        self.fields["words"].audience = Audience.PROGRAMME  # type: ignore[attr-defined]  # drawn as a chip
