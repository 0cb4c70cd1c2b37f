"""Until when a pair rests."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.relationships.forms.goals import DayInput
from rapport.web.forms import ActionForm


class PauseForm(ActionForm):
    until = forms.DateField(
        label=_("Until when?"),
        widget=DayInput(),
        help_text=_("On this day you are back. You can come back earlier, or move the day."),
    )
