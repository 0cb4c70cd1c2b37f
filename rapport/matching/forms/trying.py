"""Trying other criteria on an open round, on everybody and on one chosen person."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.matching.actions.matching_settings import require_usable
from rapport.matching.forms.criteria import CriteriaForm
from rapport.matching.models import MatchingRound
from rapport.matching.pages.simulation import Simulation, simulate_on
from rapport.matching.queries.criteria import from_data
from rapport.programmes.models import Enrolment
from rapport.web.forms import ActionForm


class TryForm(ActionForm):
    """Whom to look at closer; may be nobody."""

    person = forms.ModelChoiceField(
        label=_("And look closer at"),
        queryset=Enrolment.objects.none(),
        required=False,
        empty_label=_("Nobody in particular"),
    )

    simulation: Simulation | None = None

    def __init__(self, *args: Any, matching_round: MatchingRound, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.round = matching_round
        people = matching_round.intake.enrolments.filter(withdrawn_at=None)
        mentees = people.exclude(role=Enrolment.Role.MENTOR)
        self.fields["person"].queryset = mentees.order_by("name")  # type: ignore[attr-defined]  # a choice of rows

    def try_out(self, criteria: CriteriaForm) -> bool:
        """`result` is the simulation; a refusal stands in the form of the criteria."""
        return self.is_valid() and criteria.attempt(self.simulate, criteria)

    def simulate(self, criteria: CriteriaForm) -> Simulation:
        data = criteria.decided().criteria
        require_usable(data)
        found = simulate_on(self.round, from_data(data), self.cleaned_data["person"])
        self.simulation = found
        return found
