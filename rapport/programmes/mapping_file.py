"""A mapping as a small file that a person can write: headers and what they become.

    {"columns": {"E-mail": "email", "Year": "ignore"},
     "role_words": {"Elder": "mentor"}, "role_for_all": null}

Columns that the file does not name keep their suggestion.
"""

import json
from pathlib import Path
from typing import Any

from rapport.programmes.reading import Json, Mapping, Role, Target, from_json, to_json


class MappingFileError(ValueError):
    """The file cannot be used; the sentence says why."""


def written(mapping: Mapping) -> str:
    """The mapping as such a file, to be corrected by hand."""
    values = {
        "columns": {column.header: column.target.value for column in mapping.columns},
        "role_words": {known.word: known.role.value for known in mapping.role_words},
        "role_for_all": mapping.role_for_all.value if mapping.role_for_all else None,
    }
    return json.dumps(values, indent=2, ensure_ascii=False) + "\n"


def corrected(suggested: Json, path: Path | None) -> Json:
    """The suggestion with what the file says; MappingFileError when it says nothing usable."""
    if path is None:
        return suggested
    try:
        return to_json(laid_over(from_json(Mapping, suggested), json.loads(path.read_text())))
    except (ValueError, AttributeError, TypeError) as error:
        raise MappingFileError(
            f"The mapping in “{path}” cannot be used: {error}. Nothing was stored; write one "
            "with --write-mapping and correct that."
        ) from error


def laid_over(mapping: Mapping, values: dict[str, Any]) -> Mapping:
    known = {column.header for column in mapping.columns}
    for header, target in values.get("columns", {}).items():
        if header not in known:
            raise ValueError(f"no column is called “{header}”")
        mapping = mapping.with_target(header, Target(target))
    for word, role in values.get("role_words", {}).items():
        mapping = mapping.with_role_word(word, Role(role))
    role_for_all = values.get("role_for_all")
    return mapping.with_role_for_all(Role(role_for_all)) if role_for_all else mapping
