"""Clause by clause, for the pair and for the template of a programme."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rapport.domain.agreement import CLAUSES, MOST_OWN
from rapport.relationships.models import AgreementTemplate
from rapport.sealed.forms import SealedField
from rapport.web.forms import ActionForm

LONGEST = 4000


class ClausesForm(ActionForm):
    words = SealedField()


class TemplateForm(ActionForm):
    """Each clause with the text a pair begins from, and a few clauses of the programme’s own."""

    def __init__(self, *args: Any, template: AgreementTemplate, **words: Any) -> None:
        super().__init__(*args, **words)
        for clause in CLAUSES:
            self.fields[clause.key] = forms.CharField(
                label=gettext(clause.heading),
                required=False,
                max_length=LONGEST,
                initial=template.texts.get(clause.key) or gettext(clause.beginning),
                widget=forms.Textarea(attrs={"rows": 3}),
            )
        for place in range(MOST_OWN):
            self.add_own(place, template)

    def add_own(self, place: int, template: AgreementTemplate) -> None:
        """One place for a clause of the programme’s own; empty ones are left out."""
        heading, text = template.own[place] if place < len(template.own) else ("", "")
        number = {"number": place + 1}
        self.fields[f"heading_{place}"] = forms.CharField(
            label=_("Clause of your own %(number)s: heading") % number,
            required=False,
            max_length=120,
            initial=heading,
        )
        self.fields[f"text_{place}"] = forms.CharField(
            label=_("Clause of your own %(number)s: text") % number,
            required=False,
            max_length=LONGEST,
            initial=text,
            widget=forms.Textarea(attrs={"rows": 3}),
        )

    @property
    def texts(self) -> dict[str, str]:
        """Only what differs from ours, so that a better text of ours reaches everybody else."""
        typed = {clause: self.cleaned_data[clause.key].strip() for clause in CLAUSES}
        return {
            clause.key: text
            for clause, text in typed.items()
            if text and text != gettext(clause.beginning)
        }

    @property
    def own(self) -> list[list[str]]:
        """Heading and text of each place, the empty ones kept so that the others keep theirs."""
        data = self.cleaned_data
        return [
            [data[f"heading_{place}"].strip(), data[f"text_{place}"].strip()]
            for place in range(MOST_OWN)
        ]
