"""The analysis plan as a form: what is decided, in words that need no statistician."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.evaluation.models import AnalysisPlan
from rapport.evaluation.plan import MOST_PRIMARY
from rapport.web.forms import ActionForm

OUTCOMES = [
    ("goals", _("Goals: how many reached at least what they expected")),
    ("competence", _("Competence: how much scores changed beside the comparison")),
    ("retention", _("Retention: who is still there beside similar colleagues")),
    ("promotion", _("Promotion: who was promoted beside similar colleagues")),
]
COUNTED = [
    ("", _("Asked when the file is read")),
    ("resignations", _("Only resignations by the employee")),
    ("most", _("Resignations, dismissals and redundancies; not retirement, death or end of term")),
    ("every", _("Every end of employment except transfers and sales of a unit")),
]
ROLES = [("mentee", _("Mentees")), ("mentor", _("Mentors"))]
EXACT = [("department", _("Department")), ("level", _("Level")), ("site", _("Site"))]
MONTHS = [(6, "6"), (12, "12"), (18, "18"), (24, "24"), (36, "36")]
MOST_MONTHS = 3


class PlanForm(ActionForm):
    """Everything a plan decides; what is left blank keeps its default."""

    title = forms.CharField(label=_("Title of the report"), max_length=200)
    role = forms.ChoiceField(label=_("Whom it is about"), choices=ROLES, widget=forms.RadioSelect)
    expected = forms.IntegerField(
        label=_("How many will take part"),
        required=False,
        min_value=1,
        max_value=1_000_000,
        help_text=_("Save, and read below what so many people could show at all."),
    )
    primary = forms.MultipleChoiceField(
        label=_("What the programme is judged by"),
        choices=OUTCOMES,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("At most two. Everything else is described and judged by nobody."),
    )
    months = forms.TypedMultipleChoiceField(
        label=_("Months after joining at which it is looked at"),
        coerce=int,
        choices=MONTHS,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("At most three. The first one is the one that counts."),
    )
    counted = forms.ChoiceField(label=_("What counts as leaving"), required=False, choices=COUNTED)
    exact = forms.MultipleChoiceField(
        label=_("Colleagues must agree in"),
        required=False,
        choices=EXACT,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Other facts are balanced as well as possible."),
    )
    least_tenure_days = forms.IntegerField(
        label=_("Days in the house before one may take part"),
        required=False,
        min_value=0,
        max_value=20_000,
    )
    read_on = forms.DateField(
        label=_("Day on which it is read"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Whoever looks every month for two years sees something in 26 of 100."),
    )
    salary = forms.FloatField(
        label=_("A year’s salary, on average"),
        required=False,
        min_value=0,
        help_text=_("Only for the page about money; without it there is none."),
    )
    costs = forms.FloatField(
        label=_("What the programme costs, hours included"), required=False, min_value=0
    )

    def clean_primary(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["primary"]
        if len(chosen) > MOST_PRIMARY:
            raise forms.ValidationError(
                _("At most two. With more, one of them shows something by chance. Choose two.")
            )
        return chosen

    def clean_months(self) -> list[int]:
        chosen: list[int] = self.cleaned_data["months"]
        if len(chosen) > MOST_MONTHS:
            raise forms.ValidationError(_("At most three. Take one or two away."))
        return sorted(chosen)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if (found.get("salary") is None) != (found.get("costs") is None):
            raise forms.ValidationError(
                _("For the page about money both the salary and the costs are needed, or neither.")
            )
        return dict(found)

    def decided(self) -> dict[str, Any]:
        """As a plan file says it; what keeps its default is left out."""
        value = self.cleaned_data
        found: dict[str, Any] = {
            "title": value["title"],
            "role": value["role"],
            "outcomes": {"primary": value["primary"]},
            "retention": {"months": value["months"]},
        }
        if value["counted"]:
            found["retention"]["counted"] = value["counted"]
        if value["exact"]:
            found["comparison"] = {"exact": value["exact"]}
        if value["least_tenure_days"]:
            found["eligible"] = {"least_tenure_days": value["least_tenure_days"]}
        if value["read_on"]:
            found["read_on"] = [value["read_on"].isoformat()]
        if value["salary"] is not None:
            found["money"] = {"salary": value["salary"], "programme": value["costs"]}
        return found


def current(plan: AnalysisPlan) -> dict[str, Any]:
    """The plan as the form shows it."""
    said, plan_said = plan.decided, plan.as_plan()
    money = plan_said.money
    return {
        "title": plan_said.title or str(plan.programme),
        "role": plan_said.role,
        "expected": plan.expected,
        "primary": [str(each) for each in plan_said.primary],
        "months": list(plan_said.months),
        "counted": said.get("retention", {}).get("counted", ""),
        "exact": said.get("comparison", {}).get("exact", ["department", "level"]),
        "least_tenure_days": plan_said.least_tenure_days or None,
        "read_on": plan_said.read_on[0] if plan_said.read_on else None,
        "salary": money.salary if money else None,
        "costs": money.programme if money else None,
    }
