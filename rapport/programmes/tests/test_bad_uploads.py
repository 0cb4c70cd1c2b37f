"""Every bad file through the page: a clear sentence, and nothing stored."""

import html
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from rapport.programmes.models import Enrolment, ImportRun, Intake
from rapport.programmes.reading import LIMITS
from rapport.programmes.reading.tests.test_bad_files import CASES, Case
from rapport.programmes.tests.conftest import AT
from rapport.programmes.tests.tables import csv_file

MB = 1024 * 1024


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_bad_file_is_answered_with_a_sentence_and_leaves_nothing(
    cora: Client, intake: Intake, case: Case
) -> None:
    name, content, sentence = case
    answer = cora.post(f"{AT}import/", {"file": SimpleUploadedFile(name, content())})
    assert answer.status_code == 200
    assert sentence in html.unescape(answer.content.decode())
    assert_nothing_is_stored()


@pytest.mark.parametrize("words", [{}, {"file": ""}, {"file": "text, not a file"}])
def test_no_file_is_answered_with_a_sentence(
    cora: Client, intake: Intake, words: dict[str, str]
) -> None:
    page = cora.post(f"{AT}import/", words).content.decode()
    assert "Choose a file of at most 10 MB" in page
    assert_nothing_is_stored()


def test_a_file_too_large_to_be_taken_at_all_is_answered_alike(
    cora: Client, intake: Intake
) -> None:
    file = SimpleUploadedFile("a.csv", b"a" * (13 * MB))
    page = cora.post(f"{AT}import/", {"file": file}).content.decode()
    assert "Choose a file of at most 10 MB" in page
    assert LIMITS.file_bytes == 10 * MB
    assert_nothing_is_stored()


def test_a_file_name_leads_nowhere(cora: Client, intake: Intake) -> None:
    file = csv_file(name="../../etc/passwd<script>.csv")
    cora.post(f"{AT}import/", {"file": file})
    page = cora.get(f"{AT}import/").content.decode()
    assert "<script>.csv" not in page
    assert Path(ImportRun.objects.get().file_name).name == ImportRun.objects.get().file_name


def assert_nothing_is_stored() -> None:
    assert not ImportRun.objects.exists()
    assert not Enrolment.objects.exists()
