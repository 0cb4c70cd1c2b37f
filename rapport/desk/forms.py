"""Which relationships the desk shows."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.domain.phases import STATIONS
from rapport.programmes.models import Intake, Programme
from rapport.relationships.journey import PHASE_NAMES

EVERYTHING = ("", _("All"))


class DeskFilter(forms.Form):
    """Comes by GET; what cannot be right shows everything."""

    programme = forms.ChoiceField(label=_("Programme"), required=False)
    intake = forms.ChoiceField(label=_("Intake"), required=False)
    phase = forms.ChoiceField(label=_("Phase"), required=False)

    def __init__(self, data: Any, intakes: list[Intake]) -> None:
        super().__init__(data)
        self.intakes = intakes
        programmes = {each.programme.slug: each.programme for each in intakes}
        self.fields["programme"].choices = [EVERYTHING, *labelled(programmes)]  # type: ignore[attr-defined]
        self.fields["intake"].choices = [  # type: ignore[attr-defined]
            EVERYTHING,
            *((str(each.pk), str(each)) for each in intakes),
        ]
        self.fields["phase"].choices = [  # type: ignore[attr-defined]
            EVERYTHING,
            *((phase.value, _(PHASE_NAMES[phase])) for phase in STATIONS),
        ]

    @property
    def chosen(self) -> dict[str, str]:
        return self.cleaned_data if self.is_valid() else {}

    @property
    def chosen_intakes(self) -> list[UUID]:
        """The numbers of the intakes that are looked at."""
        programme, intake = self.chosen.get("programme"), self.chosen.get("intake")
        return [
            each.pk
            for each in self.intakes
            if programme in {None, "", each.programme.slug} and intake in {None, "", str(each.pk)}
        ]


def labelled(programmes: dict[str, Programme]) -> list[tuple[str, str]]:
    return [(slug, str(programme)) for slug, programme in programmes.items()]
