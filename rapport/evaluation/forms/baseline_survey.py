"""The survey before as forms: whom to ask and until when, and the two questions themselves."""

import re
from collections import Counter
from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rapport.evaluation.actions.baseline_survey import Eligible
from rapport.web.forms import ActionForm

PARTS = re.compile(r"[\t;,]")
MOST_SHOWN = 5
MOST_PEOPLE = 20_000
USUAL_OPEN, USUAL_KEPT = timedelta(days=14), timedelta(days=3 * 365)
DAY = {"type": "date"}


class SurveyForm(ActionForm):
    """A list pasted from a spreadsheet, and two days."""

    people = forms.CharField(
        label=_("Everybody who could take part"),
        max_length=2_000_000,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false", "autocomplete": "off"}),
        help_text=_(
            "One row for each person: the number the personnel file has, and the e-mail address. "
            "Copy both columns from a spreadsheet and paste them here. Those who will not join as "
            "well."
        ),
    )
    closes_on = forms.DateField(
        label=_("Last day to answer"),
        widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
        help_text=_("Before anybody is matched: later answers cannot count."),
    )
    erase_on = forms.DateField(
        label=_("Erased on"),
        widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
        help_text=_("After the last report is made. On this day all answers are gone for good."),
    )

    def clean_people(self) -> list[Eligible]:
        """Every row understood, nobody twice; else which rows are not."""
        rows = [line.strip() for line in self.cleaned_data["people"].splitlines() if line.strip()]
        if rows and "@" not in rows[0]:
            rows = rows[1:]  # the heads of both columns
        if len(rows) > MOST_PEOPLE:
            raise ValidationError(
                _("More than 20,000 rows. Nothing was sent; ask in two programmes.")
            )
        found = [(row, eligible_in(row)) for row in rows]
        if wrong := [row for row, each in found if each is None]:
            raise ValidationError(
                _("These rows have no number and address: %(rows)s. Nothing was sent yet."),
                params={"rows": " · ".join(row[:60] for row in wrong[:MOST_SHOWN])},
            )
        people = [each for _row, each in found if each is not None]
        if twice := doubles(people):
            raise ValidationError(
                _("These stand in more than one row: %(rows)s. Nothing was sent yet."),
                params={"rows": " · ".join(twice[:MOST_SHOWN])},
            )
        return people


def eligible_in(row: str) -> Eligible | None:
    """In either order; anything that is neither a number nor an address is not taken."""
    parts = [part.strip().strip('"') for part in PARTS.split(row) if part.strip()]
    emails = [part.lower() for part in parts if is_email(part)]
    numbers = [part for part in parts if "@" not in part]
    if len(parts) != 2 or len(emails) != 1 or len(numbers) != 1 or len(numbers[0]) > 64:  # a pair
        return None
    return Eligible(numbers[0], emails[0])


def is_email(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def doubles(people: list[Eligible]) -> list[str]:
    counts = Counter(value for each in people for value in (each.number, each.email))
    return [value for value, count in counts.items() if count > 1]


def suggested() -> dict[str, Any]:
    today = timezone.localdate()
    return {"closes_on": today + USUAL_OPEN, "erase_on": today + USUAL_KEPT}


class BaselineForm(ActionForm):
    """The two questions, each from 1 to 7. Their wording is what the documentation names."""

    engagement = forms.TypedChoiceField(
        label=_("At my work I feel full of energy."),
        coerce=int,
        choices=[
            (1, _("1 – never")),
            *((each, str(each)) for each in range(2, 7)),
            (7, _("7 – always")),
        ],
        widget=forms.RadioSelect,
    )
    intention = forms.TypedChoiceField(
        label=_("I mean to be working here in two years."),
        coerce=int,
        choices=[
            (1, _("1 – no")),
            *((each, str(each)) for each in range(2, 7)),
            (7, _("7 – yes")),
        ],
        widget=forms.RadioSelect,
    )
