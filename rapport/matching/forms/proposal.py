"""Changing pairs by hand: two people put together, or another mentor for a mentee."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rapport.matching.models import MatchingRound, Proposal
from rapport.matching.queries.proposals import free_mentors, left_over, mentors_for
from rapport.matching.words import fit_in_words
from rapport.programmes.models import Enrolment
from rapport.web.forms import ActionForm


class PairForm(ActionForm):
    """Two people who have a free place."""

    mentee = forms.ModelChoiceField(
        label=_("Mentee"), queryset=Enrolment.objects.none(), empty_label=_("Choose")
    )
    mentor = forms.ModelChoiceField(
        label=_("Mentor"), queryset=Enrolment.objects.none(), empty_label=_("Choose")
    )

    def __init__(self, *args: Any, matching_round: MatchingRound, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nobody = [each["enrolment"].pk for each in left_over(matching_round)]
        sides = {
            "mentee": Enrolment.objects.filter(pk__in=nobody).exclude(role="mentor"),
            "mentor": Enrolment.objects.filter(pk__in=free_mentors(matching_round)),
        }
        for name, people in sides.items():
            self.fields[name].queryset = people  # type: ignore[attr-defined]  # a choice of rows


class MoveForm(ActionForm):
    """Another mentor, the best first; whoever a rule forbids stands apart."""

    mentor = forms.ChoiceField(label=_("Another mentor"))

    def __init__(self, *args: Any, proposal: Proposal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ranked = mentors_for(proposal.round, proposal.mentee)
        self.people = Enrolment.objects.in_bulk([number for number, _points, _may in ranked])
        groups: dict[bool, list[tuple[str, str]]] = {True: [], False: []}
        for number, points, may in ranked:
            person = self.people[UUID(number)]
            if person.pk != proposal.mentor_id:
                label = f"{person} – {fit_in_words(points)}" if may else str(person)
                groups[may].append((number, label))
        forbidden = (gettext("A rule is in the way"), groups[False])
        self.fields["mentor"].choices = [*groups[True], *([forbidden] if groups[False] else [])]  # type: ignore[attr-defined]  # a choice field

    def chosen(self) -> Enrolment:
        return self.people[UUID(self.cleaned_data["mentor"])]
