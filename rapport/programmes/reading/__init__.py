"""Reads what people really export and plans what an import would do, as values.

read_table -> suggest_mapping -> plan_import. Pure Python: no Django, no database, nothing stored.
"""

from rapport.programmes.reading.json_form import Json, from_json, to_json
from rapport.programmes.reading.limits import LIMITS, Limits
from rapport.programmes.reading.mapping import ColumnMapping, Confidence, Mapping, RoleWord
from rapport.programmes.reading.plan import (
    OUTCOMES,
    Change,
    ImportPlan,
    Outcome,
    RoleQuestion,
    RowPlan,
)
from rapport.programmes.reading.planning import plan_import
from rapport.programmes.reading.read import read_table
from rapport.programmes.reading.refused import Unreadable
from rapport.programmes.reading.sentences import Sentence
from rapport.programmes.reading.signups import Answer, KnownPerson, SignUp
from rapport.programmes.reading.suggestion import suggest_mapping
from rapport.programmes.reading.table import Column, Row, Table
from rapport.programmes.reading.targets import TARGETS, About, Role, Target

__all__ = [
    "LIMITS",
    "OUTCOMES",
    "TARGETS",
    "About",
    "Answer",
    "Change",
    "Column",
    "ColumnMapping",
    "Confidence",
    "ImportPlan",
    "Json",
    "KnownPerson",
    "Limits",
    "Mapping",
    "Outcome",
    "Role",
    "RoleQuestion",
    "RoleWord",
    "Row",
    "RowPlan",
    "Sentence",
    "SignUp",
    "Table",
    "Target",
    "Unreadable",
    "from_json",
    "plan_import",
    "read_table",
    "suggest_mapping",
    "to_json",
]
