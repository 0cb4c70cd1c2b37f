"""After a meeting: words for oneself, and who led, as a number."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.domain.visibility import AUDIENCES
from rapport.relationships.forms.meetings import moment_field
from rapport.sealed.forms import SealedField
from rapport.web.forms import ActionForm

LED = [
    ("1", _("Only the mentor")),
    ("2", _("Rather the mentor")),
    ("3", _("Both alike")),
    ("4", _("Rather the mentee")),
    ("5", _("Only the mentee")),
]


class HourForm(forms.Form):
    """When to think, on one's own clock."""

    starts_at = moment_field(_("When?"))


class ReflectionForm(ActionForm):
    words = SealedField()
    led = forms.TypedChoiceField(
        label=_("Who led the conversation?"),
        choices=LED,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    led.audience = AUDIENCES["who_led"]  # type: ignore[attr-defined]  # read by the field template
