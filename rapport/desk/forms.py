"""Which relationships the desk shows, and whom a coordinator thinks of as a co-mentor."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.domain.phases import STATIONS
from rapport.programmes.models import Enrolment, Intake
from rapport.relationships.pages.journey import PHASE_NAMES
from rapport.web.forms import ActionForm

ALL = "all"


class DeskFilter(forms.Form):
    """Comes by GET; a field that is missing or cannot be right leaves everything in."""

    programme = forms.ChoiceField(label=_("Programme"))
    intake = forms.ChoiceField(label=_("Intake"))
    phase = forms.ChoiceField(label=_("Phase"))

    def __init__(self, asked: Mapping[str, str], intakes: list[Intake]) -> None:
        super().__init__({name: asked.get(name) or ALL for name in self.base_fields})
        self.intakes = intakes
        choices = {
            "programme": {each.programme.slug: each.programme for each in intakes},
            "intake": {str(each.pk): each for each in intakes},
            "phase": {phase.value: _(PHASE_NAMES[phase]) for phase in STATIONS},
        }
        for name, known in choices.items():
            self.fields[name].choices = [(ALL, _("All")), *known.items()]  # type: ignore[attr-defined]

    def chosen(self, name: str) -> str:
        """The choice of one field; empty when everything is meant."""
        self.is_valid()
        value = self.cleaned_data.get(name, ALL)
        return "" if value == ALL else str(value)

    @property
    def chosen_intakes(self) -> list[UUID]:
        """The numbers of the intakes that are looked at."""
        programme, intake = self.chosen("programme"), self.chosen("intake")
        return [
            each.pk
            for each in self.intakes
            if programme in {"", each.programme.slug} and intake in {"", str(each.pk)}
        ]


class CoMentorForm(ActionForm):
    """Whom a coordinator thinks of."""

    whom = forms.TypedChoiceField(
        label=_("Whom do you think of?"),
        help_text=_("Whoever signed up as a mentor for this intake and is not among them."),
    )

    def __init__(self, *args: Any, people: Iterable[Enrolment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = {str(each.pk): each for each in people}
        field = self.fields["whom"]
        field.choices = [("", _("Choose")), *((key, str(each)) for key, each in known.items())]  # type: ignore[attr-defined]
        field.coerce = known.__getitem__  # type: ignore[attr-defined]
