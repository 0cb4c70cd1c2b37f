"""Times to offer: two to five, typed in the person's own time zone."""

from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from rapport.domain.meetings import TIMES
from rapport.domain.visibility import AUDIENCES
from rapport.relationships.actions.proposals import Offer
from rapport.relationships.forms.meetings import moment_field
from rapport.sealed.forms import SealedField
from rapport.web.forms import ActionForm


class ProposalForm(ActionForm):
    """As many fields as there may be times; two of them are enough."""

    minutes = forms.IntegerField(
        label=_("How long, in minutes"),
        initial=60,
        validators=[MinValueValidator(10), MaxValueValidator(480)],
        widget=forms.NumberInput(attrs={"min": 10, "max": 480, "step": 5}),
    )
    place = SealedField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, TIMES.stop):
            label = _("Time %(number)s") % {"number": number}
            field = moment_field(label, required=number < TIMES.start)
            field.audience = AUDIENCES["meeting_date"]  # type: ignore[attr-defined]  # for the page
            self.fields[f"time_{number}"] = field

    @property
    def times(self) -> list[forms.BoundField]:
        return [self[f"time_{number}"] for number in range(1, TIMES.stop)]

    @property
    def offer(self) -> Offer:
        typed = self.cleaned_data
        times = (typed.get(f"time_{number}") for number in range(1, TIMES.stop))
        return Offer([each for each in times if each], typed["minutes"], typed["place"])


class ChoiceForm(ActionForm):
    time = forms.UUIDField()
