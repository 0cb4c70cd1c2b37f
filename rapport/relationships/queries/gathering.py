"""Rows and all that hangs on them, in one question to the database.

`prefetch_related` asks once for each path, and the pages of a relationship follow nearly thirty.
Here all paths become one statement whose parts answer as JSON, and the rows are put where
`prefetch_related` would have put them: `.all()` and related objects then ask nothing.

Knows foreign keys, forwards and backwards, and columns of the kinds in `READ`; refuses any other.
Row-level security applies to each part as to any query.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.models import Model
from django.db.models.fields.reverse_related import ManyToOneRel

type Reader = Callable[[Any], Any] | None

AS_IT_IS = (
    *("CharField", "EmailField", "TextField", "BooleanField", "JSONField", "BigAutoField"),
    *("SmallIntegerField", "IntegerField", "PositiveSmallIntegerField", "PositiveIntegerField"),
)
READ: dict[str, Reader] = {
    "UUIDField": UUID,
    "DateTimeField": datetime.fromisoformat,
    "DateField": date.fromisoformat,
    "TimeField": time.fromisoformat,
    "BinaryField": lambda text: bytes.fromhex(text[2:]),
    **dict.fromkeys(AS_IT_IS),
}
"""How a column of each kind is read out of JSON; None where JSON says it as Python does."""


@dataclass(frozen=True)
class Part:
    """One step of a path: the rows of `model` that hang on the rows of the part `above`."""

    above: int  # -1: the rows that were asked about
    field: models.ForeignKey[Any, Any]
    is_forward: bool
    model: type[Model]
    columns: tuple[tuple[str, str, Reader], ...]

    def made(self, row: dict[str, Any]) -> Model:
        """The row as an object of its model, as if it had been read by itself."""
        values = [
            row[column] if read is None or row[column] is None else read(row[column])
            for _name, column, read in self.columns
        ]
        return self.model.from_db("default", [each[0] for each in self.columns], values)


@dataclass(frozen=True)
class Plan:
    """The parts in an order in which each stands behind the one above it, and the statement."""

    parts: tuple[Part, ...]
    statement: str


def gather(rows: Sequence[Model], paths: tuple[str, ...]) -> None:
    """Fill all `paths` of the rows, which are of one model, by one query; nothing without rows."""
    if not rows:
        return
    plan = plan_for(type(rows[0]), paths)
    with connection.cursor() as cursor:
        cursor.execute(plan.statement, [[row.pk for row in rows]])
        answer = cursor.fetchall()
    found: dict[int, list[Model]] = defaultdict(list)
    for place, _order, row in answer:
        found[place].append(plan.parts[place].made(json.loads(row)))
    for place, part in enumerate(plan.parts):
        above = list(rows) if part.above < 0 else found[part.above]
        (hang_forward if part.is_forward else hang_back)(part.field, above, found[place])


def hang_forward(field: Any, above: list[Model], found: list[Model]) -> None:
    by_key = {row.pk: row for row in found}
    for row in above:
        key = getattr(row, field.attname)
        if key is not None:
            field.set_cached_value(row, by_key.get(key))


def hang_back(field: Any, above: list[Model], found: list[Model]) -> None:
    """As `prefetch_related` does: an answered query set at the manager of each row."""
    mine: dict[Any, list[Model]] = defaultdict(list)
    owners = {row.pk: row for row in above}
    for each in found:
        key = getattr(each, field.attname)
        field.set_cached_value(each, owners[key])
        mine[key].append(each)
    for row in above:
        # Not through the manager of each row: making those took as long as the rest together.
        answered: Any = models.QuerySet(field.model, using="default")
        answered._deferred_filter = False, (), {field.name: row}
        answered._result_cache = mine.get(row.pk, [])
        answered._prefetch_done = True
        kept = row.__dict__.setdefault("_prefetched_objects_cache", {})
        kept[field.remote_field.cache_name] = answered


@lru_cache(maxsize=32)
def plan_for(model: type[Model], paths: tuple[str, ...]) -> Plan:
    parts: list[Part] = []
    place_of: dict[tuple[str, ...], int] = {(): -1}
    for path in paths:
        names = tuple(path.split("__"))
        for end in range(1, len(names) + 1):
            if names[:end] not in place_of:
                above = place_of[names[: end - 1]]
                parent = model if above < 0 else parts[above].model
                place_of[names[:end]] = len(parts)
                parts.append(part_of(parent, names[end - 1], above))
    return Plan(tuple(parts), statement_of(parts))


def part_of(parent: type[Model], name: str, above: int) -> Part:
    found: Any = parent._meta.get_field(name)
    is_forward = not isinstance(found, ManyToOneRel)
    field = found if is_forward else found.field
    return Part(above, field, is_forward, found.related_model, columns_of(found.related_model))


def columns_of(model: type[Model]) -> tuple[tuple[str, str, Reader], ...]:
    """Attribute, column and how it is read; KeyError for a kind that `READ` does not know."""
    return tuple(
        (field.attname, str(field.column), READ[target_of(field).get_internal_type()])
        for field in model._meta.concrete_fields
    )


def target_of(field: Any) -> Any:
    """What a foreign key points to is of the kind that counts."""
    return target_of(field.target_field) if field.is_relation else field


def statement_of(parts: Sequence[Part]) -> str:
    """Each part is named once and used by those below it; the answer is sorted as models wish."""
    parted = ", ".join(f"p{place} AS ({select_of(part)})" for place, part in enumerate(parts))
    answers = " UNION ALL ".join(
        f"SELECT {place} AS part, row_number() OVER ({order_of(part)}) AS place,"  # noqa: S608  # ours
        f" to_jsonb(p{place}) FROM p{place}"
        for place, part in enumerate(parts)
    )
    return f"WITH asked AS (SELECT unnest(%s) AS key), {parted} {answers} ORDER BY part, place"


def named(column_or_table: Any) -> str:
    return connection.ops.quote_name(str(column_or_table))


def select_of(part: Part) -> str:
    """The rows of one part; every name in it is one of our tables or columns."""
    table, above = named(part.model._meta.db_table), f"p{part.above}"
    near, far = named(part.field.column), named(part.field.target_field.column)
    if part.is_forward:
        return f"SELECT * FROM {table} WHERE {far} IN (SELECT {near} FROM {above})"  # noqa: S608
    if part.above < 0:
        return f"SELECT * FROM {table} WHERE {near} IN (SELECT key FROM asked)"  # noqa: S608
    return f"SELECT * FROM {table} WHERE {near} IN (SELECT {far} FROM {above})"  # noqa: S608


def order_of(part: Part) -> str:
    fields: Any = part.model._meta
    order = [
        named(fields.get_field(name.lstrip("-")).column) + (" DESC" if name[0] == "-" else "")
        for name in fields.ordering
    ]
    return f"ORDER BY {', '.join(order)}" if order else ""
