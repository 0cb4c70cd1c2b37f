"""Finds out which column of a file is which field; the plan may say it, else the header does."""

from collections.abc import Mapping, Sequence

from rapport.evaluation.reading.fields import FILES, Field
from rapport.evaluation.reading.ledger import Ledger
from rapport.evaluation.reading.questions import Unusable
from rapport.evaluation.words import Note
from rapport.programmes.reading.cleaning import key_of, words_of


def columns_of(
    file: str, headers: Sequence[str], said: Mapping[str, str], ledger: Ledger
) -> dict[str, str]:
    """Field name -> header. What the plan says wins; of two columns that fit, the first.

    Raises Unusable when the plan names a column that is not there, or a required one is missing.
    """
    chosen = recognised(file, headers, said, ledger)
    _require(file, chosen, headers)
    return chosen


def named_columns(file: str, headers: Sequence[str], said: Mapping[str, str]) -> dict[str, str]:
    """Those that somebody named and no other. Raises Unusable when one of them is not there."""
    return {name: _header_called(file, header, headers) for name, header in said.items()}


def recognised(
    file: str, headers: Sequence[str], said: Mapping[str, str], ledger: Ledger
) -> dict[str, str]:
    """The same as `columns_of`, whether anything required is missing or not."""
    chosen = named_columns(file, headers, said)
    for header in headers:
        field = _field_of(file, header)
        if field is None or header in chosen.values():
            continue
        if field.name in chosen:
            if field.name not in said:
                ledger.note("note_second_column", file=file, column=header, used=chosen[field.name])
            continue
        chosen[field.name] = header
    return chosen


def _field_of(file: str, header: str) -> Field | None:
    words = words_of(header.replace("_", " "))
    return next((field for field in FILES[file] if field.pattern.search(words)), None)


def _header_called(file: str, wanted: str, headers: Sequence[str]) -> str:
    found = next((header for header in headers if key_of(header) == key_of(wanted)), None)
    if found is None:
        raise Unusable(
            Note.of("refused_no_column", file=file, column=wanted, columns=", ".join(headers))
        )
    return found


def _require(file: str, chosen: Mapping[str, str], headers: Sequence[str]) -> None:
    missing = [field.name for field in FILES[file] if field.required and field.name not in chosen]
    if "hired" in missing and {"first_hired", "changed"} & set(chosen):
        missing.remove("hired")
    if missing:
        raise Unusable(
            *(
                Note.of(
                    "refused_missing_field",
                    file=file,
                    field=Note.of(f"field_{name}"),
                    name=name,
                    columns=", ".join(headers),
                )
                for name in missing
            )
        )
