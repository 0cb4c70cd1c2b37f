"""An order of people, and whom one would rather not meet."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.matching.models import Asking, Choice
from rapport.matching.words import said
from rapport.web.forms import ActionForm

PLACES: list[tuple[str, Any]] = [
    ("", _("No wish")),
    ("1", _("First wish")),
    ("2", _("Second wish")),
    ("3", _("Third wish")),
    ("no", _("Rather not")),
]


class SayForm(ActionForm):
    """One choice a person shown; the fields are named by the number of the choice."""

    def __init__(self, *args: Any, asking: Asking, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices = list(asking.choices.select_related("other"))
        for choice in self.choices:
            self.fields[str(choice.pk)] = forms.ChoiceField(
                label=str(choice.other),
                choices=PLACES,
                required=False,
                initial=said_before(choice),
                help_text=" ".join(said(choice.reasons)),
            )

    def ranks(self) -> dict[UUID, int]:
        return {UUID(name): int(said) for name, said in self.cleaned_data.items() if said.isdigit()}

    def rather_not(self) -> frozenset[UUID]:
        return frozenset(UUID(name) for name, said in self.cleaned_data.items() if said == "no")


def said_before(choice: Choice) -> str:
    return "no" if choice.answer == Choice.Answer.NO else str(choice.rank or "")
