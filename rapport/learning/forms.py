"""What is asked of whoever calls people together, and of a group at its board."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.domain.assemblies import LONGEST_CARD, PURPOSES, AssemblyKind, BoardGroup
from rapport.learning.actions import Call
from rapport.web.forms import ActionForm


def kinds() -> list[tuple[str, Any]]:
    return [(kind.value, _(purpose.label)) for kind, purpose in PURPOSES.items()]


class CallForm(ActionForm):
    kind = forms.TypedChoiceField(label=_("What for"), choices=kinds, coerce=AssemblyKind)
    starts_at = forms.DateTimeField(
        label=_("Day and time"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    minutes = forms.IntegerField(label=_("Minutes"), min_value=15, max_value=480, initial=90)
    place = forms.CharField(
        label=_("Where, or how"), max_length=300, help_text=_("A room, or a link to a call.")
    )

    @property
    def call(self) -> Call:
        return Call(**self.cleaned_data)


class ReplyForm(ActionForm):
    is_coming = forms.TypedChoiceField(
        choices=[("yes", "yes"), ("no", "no")], coerce=lambda value: value == "yes"
    )


class CardForm(ActionForm):
    group = forms.TypedChoiceField(
        choices=[(each.value, each.value) for each in BoardGroup], coerce=BoardGroup
    )
    text = forms.CharField(label=_("A card for the board"), max_length=LONGEST_CARD)
