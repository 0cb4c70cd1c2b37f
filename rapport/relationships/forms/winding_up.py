"""What the winding up asks: how far each goal came, thanks, and what comes next."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.domain.ending import NEXT_LABELS, REDEFINITION_LABELS, Next, Redefinition
from rapport.domain.visibility import AUDIENCES
from rapport.relationships.actions.winding_up import Choice
from rapport.relationships.forms.goals import LevelField
from rapport.sealed.forms import SealedField
from rapport.web.forms import ActionForm


class ReviewForm(ActionForm):
    level = LevelField(label=_("Where did it come to?"), widget=forms.RadioSelect)
    words = SealedField(required=False)


class ThanksForm(ActionForm):
    words = SealedField()


def next_choices() -> list[tuple[str, Any]]:
    return [(each.value, _(label)) for each, label in NEXT_LABELS.items()]


def redefinition_choices() -> list[tuple[str, Any]]:
    return [(each.value, _(label)) for each, label in REDEFINITION_LABELS.items()]


class DecisionForm(ActionForm):
    """Each chooses alone."""

    next = forms.TypedChoiceField(
        label=_("What comes next?"), choices=next_choices, coerce=Next, widget=forms.RadioSelect
    )
    redefinition = forms.TypedChoiceField(
        label=_("What does the relationship become?"),
        choices=redefinition_choices,
        coerce=Redefinition,
        widget=forms.RadioSelect,
    )
    words = SealedField(required=False)

    def __init__(self, *args: Any, **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["next"].audience = AUDIENCES["decision"]  # type: ignore[attr-defined]
        self.fields["redefinition"].audience = AUDIENCES["redefinition"]  # type: ignore[attr-defined]

    @property
    def choice(self) -> Choice:
        return Choice(self.cleaned_data["next"], self.cleaned_data["redefinition"])
