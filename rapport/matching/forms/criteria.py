"""What counts and what must hold, line by line: the programme's criteria as a form.

Knows which lines there always are, and makes one for every question of the sign-up.
"""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.matching.actions.matching_settings import Decided, change_matching
from rapport.matching.forms.own_questions import (
    add_questions,
    chosen_criteria,
    chosen_rules,
    guarded,
    initial_of_questions,
)
from rapport.matching.models import MatchingSettings, Mode
from rapport.matching.queries.answers import Question
from rapport.matching.queries.criteria import criteria_of
from rapport.people.models import Person
from rapport.programmes.models import Programme
from rapport.web.forms import ActionForm

MOST = 100

# The field's name, what it says, and the criterion without its weight.
LINES: list[tuple[str, Any, dict[str, Any]]] = [
    (
        "topics",
        _("The mentor offers what the mentee looks for"),
        {"kind": "coverage", "question": "topics"},
    ),
    ("mentee_wish", _("The mentee’s wish"), {"kind": "wish", "side": "mentee"}),
    ("mentor_wish", _("The mentor’s wish"), {"kind": "wish", "side": "mentor"}),
    ("site", _("The same place"), {"kind": "same", "question": "site"}),
    ("languages", _("Languages in common"), {"kind": "likeness", "question": "languages"}),
    (
        "ahead",
        _("The mentor is one to five stages ahead"),
        {"kind": "ahead", "question": "experience", "least": 1, "most": 5},
    ),
]
TICKS: list[tuple[str, Any, dict[str, Any]]] = [
    (
        "must_languages",
        _("At least one language in common"),
        {"kind": "shared", "question": "languages", "least": 1},
    ),
    ("must_site", _("The same place"), {"kind": "same", "question": "site"}),
    ("must_manager", _("Not the same manager or advisor"), {"kind": "different_manager"}),
]
SHOWN = [
    ("topics", _("Topics")),
    ("languages", _("Languages")),
    ("site", _("Place")),
    ("experience", _("Stage or year")),
]


class CriteriaForm(ActionForm):
    """Everything on the page of how a programme matches."""

    mode = forms.ChoiceField(
        label=_("Who has a say before it is announced"),
        choices=Mode.choices,
        widget=forms.RadioSelect,
        help_text=_("A no never has a sender: the next best is looked for, and that is all."),
    )
    answer_days = forms.IntegerField(
        label=_("Days to answer"),
        min_value=1,
        max_value=60,
        help_text=_("You can set another last day for each round."),
    )
    shown = forms.MultipleChoiceField(
        label=_("Answers that partners may read as a reason"),
        choices=SHOWN,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Only what your sign-up promised. Whatever is not ticked stays with you."),
    )

    def __init__(
        self, data: Any = None, *, settings: MatchingSettings, questions: Mapping[str, Question]
    ) -> None:
        super().__init__(data, initial=initial_of(settings, questions))
        self.questions = list(questions.values())
        for name, label, _line in LINES:
            self.fields[f"weight_{name}"] = weight(label)
        for name, label, _rule in TICKS:
            self.fields[name] = forms.BooleanField(label=label, required=False)
        self.fields["most_hours"] = hours()
        add_questions(self.fields, self.questions)

    def decided(self) -> Decided:
        values = self.cleaned_data
        return Decided(
            criteria={
                "rules": [*self.rules(), *chosen_rules(values, self.questions)],
                "criteria": [*self.lines(), *chosen_criteria(values, self.questions)],
                "protected": guarded(values, self.questions),
            },
            shown=values["shown"],
            mode=Mode(values["mode"]),
            answer_days=values["answer_days"],
        )

    def save(self, programme: Programme, *, by: Person) -> bool:
        return self.attempt(change_matching, programme, self.decided(), by=by)

    def lines(self) -> list[dict[str, Any]]:
        weights = ((line, self.cleaned_data[f"weight_{name}"]) for name, _label, line in LINES)
        return [{**line, "weight": weight} for line, weight in weights if weight]

    def rules(self) -> list[dict[str, Any]]:
        asked = [rule for name, _label, rule in TICKS if self.cleaned_data[name]]
        most = self.cleaned_data["most_hours"]
        apart = {"kind": "within", "question": "utc_offset", "most": most}
        return [*asked, apart] if most is not None else asked

    def parts(self) -> dict[str, list[forms.BoundField]]:
        """The fields as the page groups them."""
        own = [name for name in self.fields if name.startswith(("use_", "value_", "guard_"))]
        groups = {
            "say": ["mode", "answer_days"],
            "weights": [f"weight_{name}" for name, _label, _line in LINES],
            "rules": [*(name for name, _label, _rule in TICKS), "most_hours"],
            "shown": ["shown"],
        }
        bound = {group: [self[name] for name in names] for group, names in groups.items()}
        return {**bound, "own": [self[name] for name in own]}


def weight(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=MOST)


def hours() -> forms.FloatField:
    return forms.FloatField(
        label=_("At most so many hours apart"),
        required=False,
        min_value=0,
        max_value=12,
        help_text=_("By time zone. Empty: it does not matter."),
    )


def initial_of(settings: MatchingSettings, questions: Mapping[str, Question]) -> dict[str, Any]:
    """The settings as they are, or the usual ones."""
    criteria = criteria_of(settings)
    weights = {one.key: round(one.weight) for one in criteria.criteria}
    rules = {rule.key: rule for rule in criteria.rules}
    apart = rules.get("within:utc_offset")
    return {
        "mode": settings.mode,
        "answer_days": settings.answer_days,
        "shown": settings.shown,
        "most_hours": apart.most if apart else None,
        **{f"weight_{name}": weights.get(key_of(line), 0) for name, _label, line in LINES},
        **{name: key_of(rule) in rules for name, _label, rule in TICKS},
        **initial_of_questions(criteria, list(questions.values())),
    }


def key_of(line: Mapping[str, Any]) -> str:
    """As the engine names it, such as `same:site`, `wish:mentee` or `different_manager`."""
    about = line.get("question") or line.get("side", "")
    return f"{line['kind']}:{about}" if about else str(line["kind"])
