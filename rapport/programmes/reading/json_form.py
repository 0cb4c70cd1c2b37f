"""Turns the frozen values of this package into plain JSON and back, driven by their type hints.

It knows dataclasses, tuples, enumerations, dates and None; it knows none of them by name.
"""

import dataclasses
import datetime
import types
import typing
from enum import Enum
from typing import Any, TypeAliasType

type Json = dict[str, Json] | list[Json] | str | int | float | bool | None


def to_json(value: object) -> Json:
    """Plain dicts, lists, texts and numbers, as a JSON column takes them."""
    match value:
        case Enum():
            return to_json(value.value)
        case None | str() | bool() | int() | float():
            return value
        case datetime.datetime():
            return value.isoformat()
        case list() | tuple():
            return [to_json(item) for item in value]
    if not dataclasses.is_dataclass(value):
        raise TypeError(f"{type(value).__name__} has no JSON form here")
    return {field.name: to_json(getattr(value, field.name)) for field in dataclasses.fields(value)}


def from_json[T](kind: type[T], json: Json) -> T:
    """The value that `to_json` was given; a field that was not stored yet takes its default.

    Raises TypeError or ValueError for JSON of another shape.
    """
    value: T = _from(kind, json)
    return value


def _from(kind: Any, json: Any) -> Any:
    if isinstance(kind, TypeAliasType):
        return _from(kind.__value__, json)
    if isinstance(kind, types.UnionType):
        return _from_one_of(typing.get_args(kind), json)
    if typing.get_origin(kind) is tuple:
        return _from_list(typing.get_args(kind), json)
    if dataclasses.is_dataclass(kind):
        return _from_fields(kind, json)
    if kind is datetime.datetime:
        return datetime.datetime.fromisoformat(json)
    return kind(json) if issubclass(kind, Enum) else json


def _from_one_of(kinds: tuple[Any, ...], json: Any) -> Any:
    if json is None:
        return None
    some = [kind for kind in kinds if kind is not types.NoneType]
    if isinstance(json, dict):
        return _from(next(kind for kind in some if dataclasses.is_dataclass(kind)), json)
    return json if len(some) > 1 else _from(some[0], json)


def _from_list(kinds: tuple[Any, ...], json: Any) -> Any:
    if kinds[-1] is Ellipsis:
        return tuple(_from(kinds[0], item) for item in json)
    return tuple(_from(kind, item) for kind, item in zip(kinds, json, strict=True))


def _from_fields(kind: Any, json: Any) -> Any:
    hints = typing.get_type_hints(kind)
    known = [field.name for field in dataclasses.fields(kind) if field.name in json]
    return kind(**{name: _from(hints[name], json[name]) for name in known})
