"""The forms of a personnel file: choose it, say what its columns are, answer what no file says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rapport.evaluation.actions.personnel_file import LONGEST, upload_personnel_file
from rapport.evaluation.models import AnalysisPlan, PersonnelFile
from rapport.evaluation.queries.columns import Column
from rapport.evaluation.reading.fields import FILES
from rapport.evaluation.reading.questions import Kind, Question
from rapport.evaluation.reading.table import Given
from rapport.evaluation.words_here import voice_here
from rapport.people.models import Person
from rapport.web.forms import ActionForm

USUAL = timedelta(days=30)
KINDS = [
    (PersonnelFile.Kind.WORKFORCE, _("Personnel: everybody, who joined the house and left it")),
    (PersonnelFile.Kind.RATINGS, _("Scores of competence, before and after")),
    (PersonnelFile.Kind.SURVEY, _("Survey: what everybody said before it began")),
]


class PersonnelUploadForm(ActionForm):
    """A file, what it is, and the day on which it is erased."""

    kind = forms.ChoiceField(label=_("What it holds"), choices=KINDS, widget=forms.RadioSelect)
    file = forms.FileField(
        label=_("File"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.xlsb,.ods,.csv,.tsv,.txt"}),
        help_text=_(
            "As your HR system exports it, with everybody who left, in one row for each person or "
            "each change. At most 10 MB here; how a larger one comes in stands below."
        ),
        error_messages={"required": _("Choose a file of at most 10 MB. Nothing is stored yet.")},
    )
    erase_on = forms.DateField(
        label=_("Erased on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("On this day it is gone for good, whatever happens. Reports stay."),
    )

    def upload(self, plan: AnalysisPlan, *, by: Person) -> bool:
        """Take it in; what is wrong with it becomes the form’s errors."""
        value = self.cleaned_data
        given = Given(value["file"].name, value["file"].read())
        return self.attempt(
            upload_personnel_file, plan, value["kind"], given, erase_on=value["erase_on"], by=by
        )


def suggested() -> dict[str, Any]:
    today = timezone.localdate()
    return {"kind": PersonnelFile.Kind.WORKFORCE, "erase_on": min(today + USUAL, today + LONGEST)}


@dataclass(frozen=True)
class ColumnRow:
    """One column of the file as the page shows it."""

    header: str
    samples: tuple[str, ...]
    field: forms.BoundField


class ColumnsForm(ActionForm):
    """What each column holds; each field once."""

    def __init__(self, *args: Any, kind: str, columns: Sequence[Column], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.columns = kind, columns
        voice = voice_here()
        names = [(each.name, capital(voice.say(f"field_{each.name}"))) for each in FILES[kind]]
        choices = [("", gettext("Not used")), *sorted(names, key=lambda each: each[1])]
        for place, column in enumerate(columns):
            self.fields[f"column_{place}"] = forms.ChoiceField(
                label=column.header, required=False, choices=choices, initial=column.field
            )

    def rows(self) -> Iterator[ColumnRow]:
        for place, column in enumerate(self.columns):
            yield ColumnRow(column.header, column.samples, self[f"column_{place}"])

    def clean(self) -> dict[str, Any]:
        """Nothing twice, and nothing missing without which there is no report."""
        found = super().clean() or self.cleaned_data
        voice = voice_here()
        seen: set[str] = set()
        for place in range(len(self.columns)):
            name = found.get(f"column_{place}")
            if name and name in seen:
                self.add_error(f"column_{place}", _("Another column is said to hold the same."))
            seen.add(name or "")
        for missing in needed(self.kind, seen):
            words = _("No column is said to hold: %(field)s. Choose one below.")
            self.add_error(None, words % {"field": voice.say(f"field_{missing}")})
        return dict(found)

    def chosen(self) -> dict[str, str]:
        """Field -> header."""
        pairs = (
            (self.cleaned_data[f"column_{place}"], column.header)
            for place, column in enumerate(self.columns)
        )
        return {field: header for field, header in pairs if field}


def needed(kind: str, there: set[str]) -> list[str]:
    """The required fields that nothing holds; other first days will do for the usual one."""
    missing = [each.name for each in FILES[kind] if each.required and each.name not in there]
    return [name for name in missing if name != "hired" or not {"first_hired", "changed"} & there]


class QuestionsForm(ActionForm):
    """One field for each question that no file answers."""

    def __init__(self, *args: Any, questions: Sequence[Question], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        for place, question in enumerate(questions):
            self.fields[f"question_{place}"] = field_for(question)

    def answers(self) -> dict[str, str]:
        return {
            question.name: self.cleaned_data[f"question_{place}"]
            for place, question in enumerate(self.questions)
        }


def field_for(question: Question) -> forms.Field:
    """A choice, or a day as people write it; what reading went on with stands in it."""
    voice = voice_here()
    label = voice.note(question.says)
    if question.options:
        options = [(each, capital(voice.say(f"option_{each}"))) for each in question.options]
        return forms.ChoiceField(label=label, choices=options, widget=forms.RadioSelect)
    help_text = _("Such as 2024-12-31.") if question.kind is Kind.DAY else ""
    return forms.CharField(label=label, max_length=40, initial=question.until, help_text=help_text)


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]
