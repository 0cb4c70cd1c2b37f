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
ALLOWED = {"departments": "department", "levels": "level"}
MONTHS = [(6, "6"), (12, "12"), (18, "18"), (24, "24"), (36, "36")]
MOST_MONTHS = 3
DAYS = ("read_on", "read_again", "read_last")


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
    departments = forms.CharField(
        label=_("Only from these departments"),
        required=False,
        max_length=1_000,
        help_text=_("Written as in the personnel file, parted by commas. Blank: from all."),
    )
    levels = forms.CharField(
        label=_("Only on these levels"),
        required=False,
        max_length=1_000,
        help_text=_("Whoever could not have taken part is nobody to compare with."),
    )
    read_on = forms.DateField(
        label=_("Day on which it is read"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_(
            "No report is made before. Whoever looks every month for two years sees something in "
            "26 of 100."
        ),
    )
    read_again = forms.DateField(
        label=_("Second day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("One look on each day and none between; more looks make intervals wider."),
    )
    read_last = forms.DateField(
        label=_("Third day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    reliability = forms.FloatField(
        label=_("Reliability of the scores of competence"),
        required=False,
        min_value=0.01,
        max_value=0.99,
        widget=forms.NumberInput(attrs={"step": "0.01"}),
        help_text=_("As the authors of the questionnaire give it, such as 0.85."),
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
        said = [found[name] for name in DAYS if found.get(name)]
        if said != sorted(set(said)) or (said and not found.get("read_on")):
            self.add_error(
                "read_again", _("Begin with the first day; each one lies after the one before.")
            )
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
        return found | self.seldom_decided()

    def seldom_decided(self) -> dict[str, Any]:
        """Who could take part, when it is read, what scores and money need; only what is said."""
        value = self.cleaned_data
        facts = {fact: words for fact, words in self.allowed().items() if words}
        eligible = {"least_tenure_days": value["least_tenure_days"], "facts": facts}
        found = {
            "eligible": {name: said for name, said in eligible.items() if said},
            "read_on": [value[name].isoformat() for name in DAYS if value[name]],
            "competence": {"reliability": value["reliability"]} if value["reliability"] else None,
            "money": {"salary": value["salary"], "programme": value["costs"]}
            if value["salary"] is not None
            else None,
        }
        return {name: said for name, said in found.items() if said}

    def allowed(self) -> dict[str, list[str]]:
        """Fact -> the words that allow taking part."""
        return {
            fact: [word.strip() for word in self.cleaned_data[name].split(",") if word.strip()]
            for name, fact in ALLOWED.items()
        }


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
        **{name: ", ".join(plan_said.eligible.get(fact, ())) for name, fact in ALLOWED.items()},
        **dict(zip(DAYS, sorted(plan_said.read_on), strict=False)),
        "reliability": plan_said.reliability,
        "salary": money.salary if money else None,
        "costs": money.programme if money else None,
    }
