"""Everything that is kept about a person, row by row, and what becomes of it when she leaves.

Which columns point to people stands in one complete table (the setting PERSONAL_RECORD); here the
table is read: for the page, for the copy she takes with her, and for what a leaving erases.
"""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.module_loading import import_string
from django.utils.text import capfirst
from django.utils.translation import gettext

from rapport.domain.sentences import _
from rapport.journal.models import Entry
from rapport.organisations.models import Membership, TenantModel
from rapport.organisations.tenancy import tenant
from rapport.people.models import Person


class Fate(StrEnum):
    """What becomes of rows when their person leaves."""

    ERASED = "erased"
    UNTIED = "untied"
    KEPT = "kept"


HISTORY = _("What you caused to happen")
NUMBERS = _(
    "The history of what happened holds numbers and no words, and nobody can change it. Once you "
    "have deleted your account, the number leads to nobody."
)


@dataclass(frozen=True)
class Group:
    """Columns that belong together: what they are, what becomes of them, and why.

    A column is `app.Model.field`; `hidden` are fields that are nobody's to read, such as hashes.
    """

    title: str
    why: str
    fate: Fate
    columns: tuple[str, ...]
    hidden: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Row:
    """One row: for people (label and text), and for programs."""

    shown: list[tuple[str, str]]
    data: dict[str, Any]


@dataclass(frozen=True)
class Part:
    title: str
    why: str
    fate: Fate
    rows: list[Row]


@dataclass(frozen=True)
class Chapter:
    """The account, or one organisation."""

    title: str
    parts: list[Part]


def groups() -> tuple[Group, ...]:
    table: tuple[Group, ...] = import_string(settings.PERSONAL_RECORD)
    return table


def column(name: str) -> tuple[type[models.Model], str]:
    app, model, field = name.split(".")
    return apps.get_model(app, model), field


def is_of_organisation(name: str) -> bool:
    return issubclass(column(name)[0], TenantModel)


def record_of(person: Person) -> list[Chapter]:
    """All of it: her account, then each organisation she belongs to. Wants her as the database's
    person; she may read it, nobody else."""
    belongs = Membership.objects.filter(person=person).select_related("organisation")
    organisations = [each.organisation for each in belongs.order_by("organisation__name")]
    chapters = [Chapter(gettext("Your account"), list(parts_of(person, inside=False)))]
    for organisation in organisations:
        with tenant(organisation):
            parts = [*parts_of(person, inside=True), *history_of(person)]
            chapters.append(Chapter(str(organisation), parts))
    return chapters


def parts_of(person: Person, *, inside: bool) -> Iterator[Part]:
    """The parts with at least one row; inside an organisation, or of the account itself."""
    for group in groups():
        names = [name for name in group.columns if is_of_organisation(name) is inside]
        rows = [row for name in names for row in rows_of(name, person, group.hidden)]
        if rows:
            yield Part(gettext(group.title), gettext(group.why), group.fate, rows)


def history_of(person: Person) -> Iterator[Part]:
    """Lines of the journal that she caused: no column points to her, a number among others does."""
    entries = Entry.objects.filter(values__by=str(person.pk)).order_by("pk")
    rows = [row_of(entry, "journal.Entry.values", frozenset()) for entry in entries]
    if rows:
        yield Part(gettext(HISTORY), gettext(NUMBERS), Fate.KEPT, rows)


def rows_of(name: str, person: Person, hidden: frozenset[str]) -> Iterator[Row]:
    model, field = column(name)
    if field == "pk":
        found = model._base_manager.filter(pk=person.pk)
    else:
        near = [each.name for each in model._meta.fields if each.is_relation]
        found = model._base_manager.filter(**{field: person}).select_related(*near)
    for row in found.order_by("pk"):
        yield row_of(row, name, hidden)


def row_of(row: models.Model, name: str, hidden: frozenset[str]) -> Row:
    fields = [each for each in row._meta.fields if each.name not in hidden]
    shown = [(label_of(each), text_of(row, each)) for each in fields]
    data = {each.attname: plain(getattr(row, each.attname)) for each in fields}
    return Row([pair for pair in shown if pair[1]], {"table": name} | data)


def label_of(field: "models.Field[Any, Any]") -> str:
    """What the column is called, in the language of now; all names stand in one table."""
    return capfirst(gettext(str(field.verbose_name)))


def text_of(row: models.Model, field: "models.Field[Any, Any]") -> str:
    """A value in words; empty where there is nothing for people to read."""
    value = getattr(row, field.name)
    if value is None or value in ("", [], {}) or field.name in {"id", "organisation"}:
        return ""
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "DATETIME_FORMAT")
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, bytes | memoryview):
        return gettext("%(n)s bytes that only keys open") % {"n": len(value)}
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    return str(value)


def plain(value: Any) -> Any:
    """As JSON can carry it; bytes as base64."""
    return b64encode(value).decode() if isinstance(value, bytes | memoryview) else value


def carry_out(person: Person, *, inside: bool) -> None:
    """Do to her rows what the table says: those of the present organisation, or her account's."""
    for group in groups():
        for name in group.columns:
            model, field = column(name)
            if is_of_organisation(name) is not inside or field == "pk":
                continue
            rows = model._base_manager.filter(**{field: person})
            if group.fate is Fate.ERASED:
                rows.delete()
            elif group.fate is Fate.UNTIED:
                rows.update(**{field: None})
