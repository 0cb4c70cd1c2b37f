"""Why a file is refused as a whole: one problem, one sentence. Nothing is ever stored here."""

from enum import StrEnum
from typing import NoReturn

from rapport.domain.sentences import _
from rapport.programmes.reading.sentences import Sentence, Value


class Problem(StrEnum):
    EMPTY_FILE = "empty_file"
    TOO_BIG = "too_big"
    WRONG_TYPE = "wrong_type"
    PASSWORD = "password"  # noqa: S105 -- a problem's name, not a password
    DAMAGED = "damaged"
    INFLATES_TOO_MUCH = "inflates_too_much"
    TOO_HEAVY = "too_heavy"
    NO_ROWS = "no_rows"
    NO_ANSWERS = "no_answers"
    NO_SUCH_SHEET = "no_such_sheet"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    CELL_TOO_LONG = "cell_too_long"
    FIELD_TOO_LONG = "field_too_long"
    FORMULA_WITHOUT_VALUE = "formula_without_value"
    UNREADABLE_LETTERS = "unreadable_letters"
    OPEN_QUOTE = "open_quote"


WORDINGS: dict[Problem, str] = {
    Problem.EMPTY_FILE: _(
        "The file “%(name)s” is empty, so nothing is stored. Export the answers again and choose "
        "the new file."
    ),
    Problem.TOO_BIG: _(
        "The file “%(name)s” has %(megabytes)s MB and an import takes at most %(limit)s MB, so "
        "nothing is stored. Remove pictures and other sheets, or split the file."
    ),
    Problem.WRONG_TYPE: _(
        "The file “%(name)s” is %(kind)s and not a table of people, so nothing is stored. Save "
        "the table as XLSX or CSV and choose that file."
    ),
    Problem.PASSWORD: _(
        "The file “%(name)s” is locked with a password, so nothing is stored. Save a copy "
        "without a password and choose that copy."
    ),
    Problem.DAMAGED: _(
        "The file “%(name)s” is damaged or was cut off on its way, so nothing is stored. "
        "Download or export it again and choose the new file."
    ),
    Problem.INFLATES_TOO_MUCH: _(
        "The file “%(name)s” is small but unpacks to more than %(limit)s MB, so it was not opened "
        "and nothing is stored. Copy the rows with people into a new file and choose that file."
    ),
    Problem.TOO_HEAVY: _(
        "The file “%(name)s” takes too much memory or time to open, so nothing is stored. Copy "
        "the rows with people into a new file and choose that file."
    ),
    Problem.NO_ROWS: _(
        "There is not a single filled row in “%(name)s”, so nothing is stored. Choose the file "
        "that holds the answers."
    ),
    Problem.NO_ANSWERS: _(
        "There is a header in “%(name)s” but no row below it, so nothing is stored. Choose the "
        "file that holds the answers."
    ),
    Problem.NO_SUCH_SHEET: _(
        "There is no sheet “%(sheet)s” in “%(name)s”, so nothing is stored. Choose one of its "
        "sheets: %(sheets)s."
    ),
    Problem.TOO_MANY_ROWS: _(
        "There are %(count)s filled rows in “%(name)s” and an import takes at most %(limit)s, so "
        "nothing is stored. Split the file and import the parts one after the other."
    ),
    Problem.TOO_MANY_COLUMNS: _(
        "There are %(count)s columns in “%(name)s” and an import takes at most %(limit)s, so "
        "nothing is stored. Delete the columns that you do not need and choose the file again."
    ),
    Problem.CELL_TOO_LONG: _(
        "Cell %(cell)s holds %(count)s characters and a cell may hold at most %(limit)s, so "
        "nothing is stored. Shorten that cell and choose the file again."
    ),
    Problem.FIELD_TOO_LONG: _(
        "A cell in row %(row)s is longer than %(limit)s characters, so nothing is stored. Look "
        "there for a cell to shorten or a quotation mark that is never closed."
    ),
    Problem.FORMULA_WITHOUT_VALUE: _(
        "Cell %(cell)s holds a formula whose result was never saved, so nothing is stored. Open "
        "the file in a spreadsheet program, save it there once and choose it again."
    ),
    Problem.UNREADABLE_LETTERS: _(
        "Line %(line)s of “%(name)s” holds letters in an encoding that nobody can tell, so "
        "nothing is stored. Save the table as “CSV UTF-8” or XLSX and choose that file."
    ),
    Problem.OPEN_QUOTE: _(
        "A quotation mark opened in row %(row)s of “%(name)s” is never closed, so nothing is "
        "stored. Close it, or save the table as XLSX and choose that file."
    ),
}


class Unreadable(Exception):
    """A file that is refused whole; `findings` holds one sentence for each reason."""

    def __init__(self, *findings: Sentence) -> None:
        super().__init__(" ".join(map(str, findings)))
        self.findings = findings


def finding(problem: Problem, **values: Value) -> Sentence:
    return Sentence.of(WORDINGS[problem], **values)


def refuse(problem: Problem, **values: Value) -> NoReturn:
    raise Unreadable(finding(problem, **values))
