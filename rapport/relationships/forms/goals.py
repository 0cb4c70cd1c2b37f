"""What a page asks about a goal: open figures, and words that come sealed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.domain.goals import COMMITMENT, LEVEL_LABELS, Level
from rapport.domain.visibility import AUDIENCES
from rapport.people.models import Person
from rapport.relationships.actions.goals import Figures
from rapport.relationships.models import Goal, Participant
from rapport.sealed.forms import SealedField
from rapport.web.forms import ActionForm

ENDS = {0: _("0 – not at all"), 10: _("10 – nothing will stop me")}
LEVELS = [(level.value, label) for level, label in LEVEL_LABELS.items()]


class DayInput(forms.DateInput):
    """The browser's own calendar; a day travels as ISO 8601 whatever the language."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class LevelField(forms.TypedChoiceField):
    """One of the five levels, as a `Level`."""

    def __init__(self, **words: Any) -> None:
        super().__init__(choices=translated_levels, coerce=lambda value: Level(int(value)), **words)
        self.audience = AUDIENCES["goal_figures"]


def translated_levels() -> list[tuple[int, Any]]:
    return [(value, _(label)) for value, label in LEVELS]


class GoalForm(ActionForm):
    """A new goal, or a new wording of one."""

    words = SealedField()
    due_on = forms.DateField(
        label=_("Until when?"),
        required=False,
        widget=DayInput(),
        help_text=_("A day to look at it together. It can move."),
    )
    commitment = forms.TypedChoiceField(
        label=_("How much do you want it, from 0 to 10?"),
        choices=[("", "–"), *((each, ENDS.get(each, each)) for each in COMMITMENT)],
        coerce=int,
        required=False,
        empty_value=None,
        help_text=_("Below 7 is worth a talk: what would make it a 7?"),
    )
    starting_level = LevelField(label=_("Where does it stand today?"), initial=Level.MUCH_LESS)

    def __init__(self, *args: Any, goal: Goal | None = None, **words: Any) -> None:
        if goal is not None:
            figures = ("due_on", "commitment", "starting_level")
            words["initial"] = {name: getattr(goal, name) for name in figures}
        super().__init__(*args, **words)
        for name in ("due_on", "commitment"):
            self.fields[name].audience = AUDIENCES["goal_figures"]  # type: ignore[attr-defined]

    @property
    def figures(self) -> Figures:
        """The open part, once the form is valid."""
        data = self.cleaned_data
        return Figures(data["due_on"], data["commitment"], data["starting_level"])


class NewGoalForm(GoalForm):
    """Whose goal it is: the mentor's learning is a goal like any other."""

    owner = forms.ChoiceField(label=_("Whose goal is it?"), widget=forms.RadioSelect)
    field_order = ["owner"]

    def __init__(self, *args: Any, members: list[Participant], **words: Any) -> None:
        super().__init__(*args, **words)
        self.members = {str(each.person_id): each.person for each in members}
        self.fields["owner"].choices = [  # type: ignore[attr-defined]
            (number, str(person)) for number, person in self.members.items()
        ]
        self.fields["owner"].initial = next(iter(self.members))

    @property
    def whose(self) -> Person:
        return self.members[self.cleaned_data["owner"]]


class SplitForm(GoalForm):
    """A smaller goal made out of one; the old one may stay beside it."""

    is_replaced = forms.BooleanField(
        label=_("Let the old goal go; this one takes its place"), required=False
    )


class AcceptanceForm(ActionForm):
    """Which wording was read when it was accepted."""

    revision = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


class LevelForm(ActionForm):
    """How far a goal has come today."""

    level = LevelField()
