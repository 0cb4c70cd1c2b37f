"""One act on the board, as a browser sends it."""

from typing import Any

from django import forms

from rapport.matching.actions.board import ACTS, Press, act_on_board
from rapport.matching.models import MatchingRound
from rapport.people.models import Person
from rapport.programmes.models import Enrolment
from rapport.web.forms import ActionForm


class BoardForm(ActionForm):
    """`act` on `mentee`; `seen` is the mentor she had on the screen, `mentor` whom she gets."""

    act = forms.ChoiceField(choices=[(act, act) for act in ("move", *ACTS)])
    mentee = forms.ModelChoiceField(queryset=Enrolment.objects.none())
    mentor = forms.ModelChoiceField(queryset=Enrolment.objects.none(), required=False)
    seen = forms.ModelChoiceField(queryset=Enrolment.objects.none(), required=False)

    def __init__(self, *args: Any, matching_round: MatchingRound, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.round = matching_round
        for name in ("mentee", "mentor", "seen"):
            self.fields[name].queryset = matching_round.intake.enrolments.select_related("person")  # type: ignore[attr-defined]  # a choice of rows

    def carry_out(self, *, by: Person) -> bool:
        return self.is_valid() and self.attempt(
            act_on_board, self.round, Press(**self.cleaned_data), by=by
        )

    def sentence(self) -> str:
        """Why nothing was changed; empty when it was."""
        return " ".join(str(error) for errors in self.errors.values() for error in errors)
