"""After a meeting: words for oneself, and who led, as a number."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.domain.visibility import AUDIENCES
from rapport.relationships.actions.reflections import Report
from rapport.relationships.forms.meetings import moment_field
from rapport.sealed.forms import SealedField
from rapport.web.forms import ActionForm

LED = [
    ("1", _("Only the mentor")),
    ("2", _("Rather the mentor")),
    ("3", _("All alike")),
    ("4", _("Rather the mentee")),
    ("5", _("Only the mentee")),
]


class HourForm(forms.Form):
    """When to think, on one's own clock."""

    starts_at = moment_field(_("When?"))


CHALLENGE = [
    ("1", _("Far too little")),
    ("2", _("Rather too little")),
    ("3", _("Just right")),
    ("4", _("Rather too much")),
    ("5", _("Far too much")),
]


class ReflectionForm(ActionForm):
    """Words for oneself, and two numbers that nobody has to give."""

    words = SealedField()
    led = forms.TypedChoiceField(
        label=_("Who led the conversation?"),
        help_text=_("You see what each of you says once all have said it."),
        choices=LED,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    led.audience = AUDIENCES["who_led"]  # type: ignore[attr-defined]  # read by the field template
    challenge = forms.TypedChoiceField(
        label=_("How much did it challenge you?"),
        choices=CHALLENGE,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    challenge.audience = AUDIENCES["challenge_felt"]  # type: ignore[attr-defined]

    def __init__(self, *args: Any, has_sides: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_sides:
            del self.fields["led"]

    @property
    def report(self) -> Report:
        """Where there are no sides, nobody led as one of them."""
        return Report(self.cleaned_data.get("led"), self.cleaned_data["challenge"])
