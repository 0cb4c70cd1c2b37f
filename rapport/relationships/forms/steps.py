"""What a page asks about a step."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.domain.goals import REPEATS
from rapport.domain.visibility import AUDIENCES
from rapport.relationships.actions.steps import Plan
from rapport.relationships.forms.goals import DayInput
from rapport.relationships.models import Goal, Participant
from rapport.sealed.forms import SealedField
from rapport.web.forms import ActionForm


def repeats() -> list[tuple[object, object]]:
    """Once, or again after so many days."""
    return [("", _("Once")), *((days, _(label)) for days, label in REPEATS.items())]


class StepForm(ActionForm):
    """Small, dated, this week's work. Goals have sealed names, so the page offers them itself."""

    words = SealedField()
    due_on = forms.DateField(label=_("Until when?"), required=False, widget=DayInput())
    owner = forms.ChoiceField(label=_("Who does it?"))
    repeat_days = forms.TypedChoiceField(
        label=_("How often?"), choices=repeats, coerce=int, required=False, empty_value=None
    )
    goal = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, members: list[Participant], goals: list[Goal], **words: Any
    ) -> None:
        super().__init__(*args, **words)
        self.members = {str(each.person_id): each.person for each in members}
        self.goals = {each.pk: each for each in goals}
        self.fields["owner"].choices = [  # type: ignore[attr-defined]
            (number, str(person)) for number, person in self.members.items()
        ]
        for name in ("due_on", "owner", "repeat_days"):
            self.fields[name].audience = AUDIENCES["goal_figures"]  # type: ignore[attr-defined]

    def clean_goal(self) -> UUID | None:
        goal: UUID | None = self.cleaned_data["goal"]
        if goal is not None and goal not in self.goals:
            raise forms.ValidationError(
                _("This goal is not there any more. Your step is kept; choose another goal.")
            )
        return goal

    @property
    def plan(self) -> Plan:
        data = self.cleaned_data
        return Plan(
            owner=self.members[data["owner"]],
            due_on=data["due_on"],
            goal=self.goals[data["goal"]] if data["goal"] else None,
            repeat_days=data["repeat_days"],
        )
