"""A copy of somebody's own record: asked for at a press, made by a worker."""

import json
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation

from rapport.journal.jobs import enqueue
from rapport.organisations.models import RecordCopy
from rapport.organisations.record import Chapter, record_of
from rapport.people.middleware import zone_of
from rapport.people.models import Person

MAKE = "rapport.make_record_copy"


@transaction.atomic
def ask_for_copy(person: Person) -> RecordCopy:
    """Asked twice before the first is ready, it is one."""
    Person.objects.select_for_update().get(pk=person.pk)
    waiting = RecordCopy.objects.filter(person=person, ready_at__isnull=True).first()
    if waiting is not None:
        return waiting
    copy = RecordCopy.objects.create(person=person)
    enqueue(MAKE, queue="record", copy=str(copy.pk), person=str(person.pk))
    return copy


@transaction.atomic
def make_copy(copy: RecordCopy) -> None:
    """In her language and time zone. Wants her as the database's person."""
    person = copy.person
    with translation.override(person.language), timezone.override(zone_of(person)):
        copy.archive = archive_of(record_of(person))
    copy.ready_at = timezone.now()
    copy.save()


def archive_of(chapters: list[Chapter]) -> bytes:
    """A page for reading, and the same for programs; sealed words are in it sealed."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        page = render_to_string("organisations/record_file.html", {"chapters": chapters})
        archive.writestr("record.html", page)
        text = json.dumps(as_data(chapters), cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)
        archive.writestr("record.json", text)
    return file.getvalue()


def as_data(chapters: list[Chapter]) -> dict[str, object]:
    return {
        "format": "rapport-record/1",
        "chapters": [
            {
                "title": chapter.title,
                "parts": [
                    {
                        "title": part.title,
                        "why": part.why,
                        "when_you_leave": part.fate,
                        "rows": [row.data for row in part.rows],
                    }
                    for part in chapter.parts
                ],
            }
            for chapter in chapters
        ],
    }
