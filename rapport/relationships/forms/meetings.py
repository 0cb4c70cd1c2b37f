"""When to meet: typed in the person's own time zone."""

from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from rapport.domain.meetings import REPEATS
from rapport.domain.visibility import AUDIENCES
from rapport.relationships.actions.meetings import Slot
from rapport.sealed.forms import SealedField
from rapport.web.forms import ActionForm

MOMENT = "%Y-%m-%dT%H:%M"


def moment_field(label: Any, *, required: bool = True) -> forms.DateTimeField:
    """A day and an hour on the reader's own clock."""
    return forms.DateTimeField(
        label=label,
        required=required,
        input_formats=[MOMENT, "%Y-%m-%dT%H:%M:%S"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
        error_messages={
            "required": _("Choose a day and a time, then send it again."),
            "invalid": _("Write the day and the time like 2026-11-25T16:00, then send it again."),
        },
    )


class MeetingForm(ActionForm):
    """Day and hour, length, place, how many in a row, and whether it is the closing one."""

    starts_at = moment_field(_("Day and time"))
    minutes = forms.IntegerField(
        label=_("How long, in minutes"),
        initial=60,
        validators=[MinValueValidator(10), MaxValueValidator(480)],
        widget=forms.NumberInput(attrs={"min": 10, "max": 480, "step": 5}),
    )
    count = forms.IntegerField(
        label=_("How many meetings, one after the other in your rhythm"),
        initial=1,
        required=False,
        validators=[MinValueValidator(1), MaxValueValidator(REPEATS.stop - 1)],
        widget=forms.NumberInput(attrs={"min": 1, "max": REPEATS.stop - 1}),
    )
    is_closing = forms.BooleanField(label=_("This is our closing conversation"), required=False)
    place = SealedField(required=False)

    def __init__(
        self, *args: Any, can_close: bool = False, can_repeat: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["starts_at"].audience = AUDIENCES["meeting_date"]  # type: ignore[attr-defined]  # read by the field template
        if not can_close:
            del self.fields["is_closing"]
        if not can_repeat:
            del self.fields["count"]

    @property
    def is_row(self) -> bool:
        return (self.cleaned_data.get("count") or 1) > 1

    @property
    def slot(self) -> Slot:
        """What was typed, for the act."""
        return Slot(
            starts_at=self.cleaned_data["starts_at"],
            minutes=self.cleaned_data["minutes"],
            place=self.cleaned_data["place"],
            is_closing=self.cleaned_data.get("is_closing", False),
        )


class WordsForm(ActionForm):
    """Nothing but sealed words: an agenda, a preparation."""

    words = SealedField()
