"""What the database itself demands of stored bytes: a beginning, a length."""

from django.db import models
from django.db.models import F, Func, Value
from django.db.models.lookups import Exact, LessThanOrEqual


def begins_with(field: str, magic: bytes, *, name: str) -> models.CheckConstraint:
    """The field begins with these bytes."""
    start = Func(
        F(field),
        Value(1),
        Value(len(magic)),
        function="substring",
        output_field=models.BinaryField(),
    )
    return models.CheckConstraint(condition=Exact(start, Value(magic)), name=name)


def has_length(field: str, length: int, *, name: str) -> models.CheckConstraint:
    """The field has exactly so many bytes."""
    return models.CheckConstraint(condition=Exact(_length(field), Value(length)), name=name)


def has_at_most(field: str, length: int, *, name: str) -> models.CheckConstraint:
    """The field has no more than so many bytes."""
    condition = LessThanOrEqual(_length(field), Value(length))
    return models.CheckConstraint(condition=condition, name=name)


def _length(field: str) -> Func:
    return Func(F(field), function="octet_length", output_field=models.IntegerField())
