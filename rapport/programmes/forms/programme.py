"""Starting a programme on one page, and changing its settings later."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from rapport.domain.formats import FOUNDED, SHAPES, Format
from rapport.programmes.actions.programme import ProgrammeSettings
from rapport.programmes.calendar import first_of_next_month
from rapport.programmes.models import Programme
from rapport.web.forms import ActionForm

RHYTHMS = [
    (7, _("Every week")),
    (14, _("Every two weeks")),
    (21, _("Every three weeks")),
    (30, _("Once a month")),
    (42, _("Every six weeks")),
]
PROMISES = [
    (
        "confidential",
        _(
            "Confidential: only the pair reads what it writes. You see the course of a "
            "relationship, never a word. Right for nearly everybody."
        ),
    ),
    (
        "supervised",
        _(
            "Supervised: a safeguarding lead is a visible member of every conversation. Right "
            "where minors or people in need of protection take part."
        ),
    ),
]


def formats() -> list[tuple[str, Any]]:
    """Each format with what it means."""
    return [
        (each.value, format_lazy("{}: {}", _(SHAPES[each].label), _(SHAPES[each].sentence)))
        for each in FOUNDED
    ]


class ProgrammeForm(ActionForm):
    """The settings of a programme."""

    name = forms.CharField(label=_("Name"), max_length=200, help_text=_("As people will call it."))
    purpose = forms.CharField(
        label=_("Purpose"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "What should be different in a year, for the people and for the house? Everybody who "
            "takes part reads this."
        ),
    )
    term_months = forms.IntegerField(
        label=_("Length in months"),
        min_value=1,
        max_value=60,
        help_text=_("How long a pair stays together at first. Nine months suit most."),
    )
    rhythm_days = forms.TypedChoiceField(
        label=_("How often a pair means to meet"),
        coerce=int,
        help_text=_("A suggestion: each pair agrees on its own rhythm."),
    )
    format = forms.TypedChoiceField(
        label=_("Who works with whom"),
        choices=formats,
        coerce=Format,
        widget=forms.RadioSelect,
        help_text=_("Each intake can choose its own; what has begun stays as it is."),
    )
    promise = forms.ChoiceField(
        label=_("Who reads what a pair writes"),
        choices=PROMISES,
        widget=forms.RadioSelect,
        help_text=_("Everybody sees this before joining. It is fixed from the first sign-up on."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rhythm_days"].choices = with_own(self.initial.get("rhythm_days"))  # type: ignore[attr-defined]  # a choice field

    def settings(self) -> ProgrammeSettings:
        values = self.cleaned_data
        return ProgrammeSettings(
            name=values["name"],
            purpose=values["purpose"],
            term_months=values["term_months"],
            rhythm_days=values["rhythm_days"],
            format=values["format"],
            is_supervised=values["promise"] == "supervised",
            rematch_pause_days=values.get("rematch_pause_days", 14),
        )


class ProgrammeSettingsForm(ProgrammeForm):
    """The same, and what nobody needs on the first day."""

    rematch_pause_days = forms.IntegerField(
        label=_("Days before a new match after an early ending"),
        min_value=0,
        max_value=365,
        help_text=_("Time to breathe, the same for both. Then whoever wishes is matched again."),
    )


class NewProgrammeForm(ProgrammeForm):
    """A programme and its first intake, on one page."""

    intake_name = forms.CharField(
        label=_("First intake"), max_length=200, help_text=_("One round of people, with its dates.")
    )
    starts_on = forms.DateField(
        label=_("The first intake begins"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("It ends after the length above. You can change both dates at any time."),
    )


def with_own(days: int | None) -> list[tuple[int, Any]]:
    """The usual rhythms, and the one a programme has already if it is another."""
    if days is None or days in dict(RHYTHMS):
        return RHYTHMS
    return sorted([*RHYTHMS, (days, _("Every %(days)s days") % {"days": days})])


def suggested() -> dict[str, Any]:
    """What suits most programmes, so that a name is all that has to be typed."""
    start = first_of_next_month(timezone.localdate())
    return {
        "term_months": 9,
        "rhythm_days": 21,
        "format": Format.ONE_TO_ONE,
        "promise": "confidential",
        "intake_name": date_format(start, "F Y"),
        "starts_on": start,
    }


def current(programme: Programme) -> dict[str, Any]:
    """The settings as they are."""
    names = ["name", "purpose", "term_months", "rhythm_days", "format", "rematch_pause_days"]
    promise = "supervised" if programme.is_supervised else "confidential"
    return {name: getattr(programme, name) for name in names} | {"promise": promise}
