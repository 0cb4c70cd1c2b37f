"""Files that people really have, made small: tables as CSV, and the columns of a sign-up form."""

import csv
import io
from collections.abc import Iterable, Sequence

from django.core.files.uploadedfile import SimpleUploadedFile

HEADER = ("Timestamp", "Your Name", "E-mail", "Mentor or mentee?", "Topics", "Line manager")
PEOPLE = [
    ("2026-09-01 10:00", "Ada Obi", "ada@example.org", "Mentor", "Law; Art", "Cora"),
    ("2026-09-01 11:00", "Ben Li", "ben@example.org", "Mentee", "Art", "Dora"),
    ("2026-09-01 12:00", "Finn Ray", "finn@example.org", "Mentee", "Law", "Ada Obi"),
]


def csv_file(
    rows: Iterable[Sequence[object]] = PEOPLE,
    header: Sequence[str] = HEADER,
    name: str = "sign-ups.csv",
) -> SimpleUploadedFile:
    text = io.StringIO()
    csv.writer(text).writerows([header, *rows])
    return SimpleUploadedFile(name, text.getvalue().encode())
