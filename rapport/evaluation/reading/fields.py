"""All fields of all files: one table, from which reading, questions and docs are made.

The first field of a file whose pattern fits a header takes it.
"""

from rapport.evaluation.reading.field import Content, Field, When
from rapport.evaluation.reading.fields_programme import GOALS, PARTICIPANTS, RATINGS, SURVEY
from rapport.evaluation.reading.fields_workforce import WORKFORCE

__all__ = ["FILES", "Content", "Field", "When", "fields_of"]

FILES: dict[str, tuple[Field, ...]] = {
    "workforce": WORKFORCE,
    "participants": PARTICIPANTS,
    "goals": GOALS,
    "ratings": RATINGS,
    "survey": SURVEY,
}


def fields_of(file: str) -> dict[str, Field]:
    return {field.name: field for field in FILES[file]}
