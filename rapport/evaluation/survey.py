"""The survey before a programme begins: two questions for everybody who could take part.

Asked of those who will not join as well: what makes people join also makes them stay, and nothing
else tells the two apart when no lots are drawn. The columns are those the reader knows.
"""

from io import BytesIO

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Font


def survey_sheet() -> bytes:
    """A workbook with one sheet to fill and one that says how."""
    book = Workbook()
    sheet = book.active
    if sheet is None:
        raise TypeError("a new workbook has a sheet")
    sheet.title = _("Survey")
    sheet.append(["Employee ID", "Engagement", "Intention to stay", "Date"])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    how = book.create_sheet(_("How to ask"))
    for line in lines():
        how.append([line])
    how.column_dimensions["A"].width = 110
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def lines() -> list[str]:
    return [
        _("Ask everybody who could take part, before anybody is chosen, with a tool you have."),
        _("Engagement: “At my work I feel full of energy.” From 1, never, to 7, always."),
        _("Intention to stay: “I mean to be working here in two years.” From 1, no, to 7, yes."),
        _("Say who reads the answers, for what, and until when. Nobody has to answer."),
        _(
            "One row for each person, with the number the personnel file has. Choose the filled "
            "sheet beside that file; both meet by this number."
        ),
        _("An answer counts when its day lies before joining. Without a day it does not count."),
    ]
