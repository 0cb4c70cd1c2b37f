"""Asking both sides, and announcing in stages."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rapport.web.forms import ActionForm

STAGES = [
    ("all", _("All pairs of this round. Whoever has nobody is told that a place is kept.")),
    ("fixed", _("Only the pairs that are fixed. The others stay on the board for now.")),
]


class AskingForm(ActionForm):
    """Until when people may answer; the day itself counts."""

    until = forms.DateField(
        label=_("Until"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Two days before, whoever has not answered is reminded once."),
    )


class AnnouncementForm(ActionForm):
    """Everything at once, or what is fixed first."""

    stage = forms.ChoiceField(
        label=_("Which pairs"),
        choices=STAGES,
        widget=forms.RadioSelect,
        initial="all",
        required=False,
    )

    def __init__(self, data: Any = None, *, may_stage: bool) -> None:
        super().__init__(data)
        if not may_stage:
            self.fields["stage"].widget = forms.HiddenInput()

    def only_fixed(self) -> bool:
        return bool(self.cleaned_data["stage"] == "fixed")


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)
