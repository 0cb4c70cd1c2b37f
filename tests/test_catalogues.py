"""Translations keep the values of their sentences, and what is compiled is what was written."""

import gettext
import re
from pathlib import Path

import pytest
from django.utils import translation

from rapport.notifications.sentences import TELLINGS
from tools.catalogues import FIXED, LOCALE, compiled, pseudo, read_po, write_pseudo, written

CATALOGUES = sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))
VALUES = re.compile(r"%\([a-z_]+\)[sd]|\{[a-z]*\}")


@pytest.mark.parametrize("po", CATALOGUES, ids=lambda po: po.parts[-3])
def test_the_compiled_catalogue_is_fresh(po: Path) -> None:
    assert po.with_suffix(".mo").read_bytes() == compiled(po), "python -m tools.catalogues compile"


@pytest.mark.parametrize("po", CATALOGUES, ids=lambda po: po.parts[-3])
def test_a_translation_keeps_the_values_of_its_sentence(po: Path) -> None:
    wrong = []
    for message in read_po(po.read_text()):
        if message.key and written(message):
            known = set(VALUES.findall(message.key)) | set(VALUES.findall(message.plural))
            wrong += [text for text in message.texts if not set(VALUES.findall(text)) <= known]
            wrong += [text for text in message.texts[-1:] if set(VALUES.findall(text)) != known]
    assert wrong == []


def test_a_german_reader_reads_german() -> None:
    with translation.override("de"):
        assert translation.gettext("Home") == "Start"
        some = translation.ngettext("%(minutes)s minute", "%(minutes)s minutes", 3)
    assert some == "%(minutes)s Minuten"


def test_what_is_told_most_often_is_told_in_german() -> None:
    told = [row.subject for row in TELLINGS.values()]
    with translation.override("de"):
        german = [each for each in told if translation.gettext(each) != each]
    assert len(german) > len(told) * 0.8


def test_made_up_sentences_keep_values_and_mark_up() -> None:
    text = "Meeting with %(others)s on <b>%(when)s</b> at 100%%"
    made_up = pseudo(text)
    assert FIXED.findall(made_up) == FIXED.findall(text)
    assert len(made_up) > len(text) * 1.1
    assert not re.search("[a-zA-Z]", FIXED.sub("", made_up))


def test_the_made_up_catalogue_can_be_read(tmp_path: Path) -> None:
    write_pseudo(tmp_path)
    with (tmp_path / "ar" / "LC_MESSAGES" / "django.mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    assert catalogue.gettext("Home") == pseudo("Home")
    assert catalogue.ngettext("%(n)s entry.", "%(n)s entries.", 2) == pseudo("%(n)s entries.")
