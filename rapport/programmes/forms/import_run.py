"""The forms of an import: choose a file, say what its columns are, say what role words mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from rapport.people.models import Person
from rapport.programmes.actions.import_run import upload_file
from rapport.programmes.models import Enrolment, Intake
from rapport.programmes.reading import (
    TARGETS,
    ColumnMapping,
    Mapping,
    Role,
    RoleQuestion,
    Table,
    Target,
    Unreadable,
)
from rapport.web.forms import ActionForm

SAMPLES = 3
SAMPLE_LENGTH = 60


class UploadForm(ActionForm):
    """A table as people really export it."""

    file = forms.FileField(
        label=_("File"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.xlsb,.ods,.csv,.tsv,.txt"}),
        help_text=_("Excel, OpenDocument or CSV, as your form or your HR system exports it."),
        error_messages={"required": _("Choose a file of at most 10 MB. Nothing is stored yet.")},
    )
    sheet = forms.CharField(
        label=_("Sheet"),
        required=False,
        max_length=100,
        help_text=_("Only if the file has several sheets and the wrong one was read."),
    )

    def upload(self, intake: Intake, *, by: Person) -> bool:
        """Read the file into a draft; what is wrong with it becomes the field's errors."""
        file, sheet = self.cleaned_data["file"], self.cleaned_data["sheet"]
        try:
            return self.attempt(upload_file, intake, file.name, file.read(), sheet=sheet, by=by)
        except Unreadable as unreadable:
            self.add_error("file", [finding.said(gettext) for finding in unreadable.findings])
            return False


@dataclass(frozen=True)
class MappingRow:
    """One column of the file as the page shows it."""

    letters: str
    header: str
    samples: tuple[str, ...]
    reason: str
    confidence: str
    field: forms.BoundField


class MappingForm(ActionForm):
    """What each column becomes, and what everybody is where no column says it."""

    role_for_all = forms.ChoiceField(
        label=_("If no column says the role, everybody in this file is"),
        required=False,
        choices=[("", pgettext_lazy("no choice", "Not needed")), *Enrolment.Role.choices],
    )

    def __init__(self, *args: Any, table: Table, mapping: Mapping, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table, self.mapping = table, mapping
        self.fields["role_for_all"].initial = mapping.role_for_all or ""
        for index, column in enumerate(mapping.columns):
            self.fields[f"column_{index}"] = target_field(column)

    def filled_rows(self) -> list[MappingRow]:
        """The columns in which somebody wrote something, in the order of the file."""
        return [row for row in self.rows() if row.samples]

    def empty_rows(self) -> list[MappingRow]:
        """The columns in which nobody wrote anything."""
        return [row for row in self.rows() if not row.samples]

    def rows(self) -> Iterator[MappingRow]:
        """The columns in the order of the file."""
        for index, column in enumerate(self.mapping.columns):
            yield MappingRow(
                self.table.columns[index].letters,
                column.header,
                samples_of(self.table, index),
                column.reason.said(gettext),
                column.confidence.value,
                self[f"column_{index}"],
            )

    def chosen(self) -> Mapping:
        """The mapping with everything the coordinator changed."""
        mapping = self.mapping
        for index, column in enumerate(self.mapping.columns):
            target = Target(self.cleaned_data[f"column_{index}"])
            mapping = mapping.with_target(column.header, target)
        role = self.cleaned_data["role_for_all"]
        return mapping.with_role_for_all(Role(role) if role else None)


class RoleWordsForm(ActionForm):
    """What the words mean that stand in the role column and that nobody knows."""

    def __init__(self, *args: Any, questions: Sequence[RoleQuestion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        for question in questions:
            self.fields[f"word_{question.word}"] = forms.ChoiceField(
                label=question.word, choices=Enrolment.Role.choices, widget=forms.RadioSelect
            )

    def chosen(self, mapping: Mapping) -> Mapping:
        """The mapping, remembering what each word means."""
        for question in self.questions:
            role = Role(self.cleaned_data[f"word_{question.word}"])
            mapping = mapping.with_role_word(question.word, role)
        return mapping


class ConfirmForm(ActionForm):
    """Yes to what the preview showed; `seen` says which preview that was."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)


def target_field(column: ColumnMapping) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=column.header,
        initial=column.target.value,
        choices=[(target.value, _(about.label)) for target, about in TARGETS.items()],
    )


def samples_of(table: Table, index: int) -> tuple[str, ...]:
    """A few different values of a column, each short enough for a cell."""
    different = list(dict.fromkeys(table.values(index)))[:SAMPLES]
    return tuple(
        text if len(text) <= SAMPLE_LENGTH else f"{text[:SAMPLE_LENGTH]}…" for text in different
    )
