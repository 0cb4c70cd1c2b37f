"""From when to when a programme rests."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.domain.rhythm import Rest
from rapport.relationships.forms.goals import DayInput
from rapport.web.forms import ActionForm


class HolidayForm(ActionForm):
    name = forms.CharField(label=_("What is it?"), max_length=100)
    first_day = forms.DateField(label=_("First day"), widget=DayInput())
    last_day = forms.DateField(label=_("Last day"), widget=DayInput())

    @property
    def rest(self) -> Rest:
        return Rest(self.cleaned_data["first_day"], self.cleaned_data["last_day"])
