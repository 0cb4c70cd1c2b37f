"""What is asked around the end: how sure one feels, what is to stay, a last word."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.domain.ending import KEEP_LABELS, Keep
from rapport.domain.outlook import CONFIDENCE
from rapport.domain.visibility import AUDIENCES
from rapport.sealed.forms import SealedField
from rapport.web.forms import ActionForm


class ConfidenceForm(ActionForm):
    level = forms.TypedChoiceField(
        label=_("How sure do you feel to go on by yourself?"),
        help_text=_("0: not at all. 10: fully. What you say today may be otherwise next month."),
        choices=[("", "–"), *((str(each), str(each)) for each in CONFIDENCE)],
        coerce=int,
    )
    level.audience = AUDIENCES["confidence"]  # type: ignore[attr-defined]  # read by the template


def keep_choices() -> list[tuple[str, Any]]:
    return [(each.value, _(label)) for each, label in KEEP_LABELS.items()]


class KeepingForm(ActionForm):
    keep = forms.TypedChoiceField(
        label=_("What should stay?"), choices=keep_choices, coerce=Keep, widget=forms.RadioSelect
    )
    keep.audience = AUDIENCES["keeping"]  # type: ignore[attr-defined]  # read by the template


class SealedWordsForm(ActionForm):
    """A promise, a last word, a private thought."""

    words = SealedField()
