"""Who looked at my data: what the audit log says about a person, for her alone."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rapport.audit.models import AuditLine
from rapport.audit.queries import about, last_checkpoint, looks_at
from rapport.domain.audit import LOOKS, SENTENCES, Deed
from rapport.people.models import Person

LINES_A_PAGE = 50


@require_GET
def looks(request: HttpRequest) -> HttpResponse:
    """Looks by others; with `?all` also her own signing in and changes to her account."""
    person = UUID(str(request.user.pk))
    chosen = about(person) if "all" in request.GET else looks_at(person)
    page = Paginator(chosen, LINES_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "entries": in_words(page.object_list, person),
        "shows_all": "all" in request.GET,
        "checkpoint": last_checkpoint(),
    }
    return render(request, "people/looks.html", context)


def in_words(lines: Iterable[AuditLine], reader: object) -> list[dict[str, Any]]:
    """Each line as a sentence with its moment; names are looked up once."""
    lines = list(lines)
    names = dict(
        Person.objects.filter(pk__in={line.actor for line in lines}).values_list("pk", "name")
    )
    return [
        {
            "when": line.at,
            "note": date_format(localtime(line.at), "TIME_FORMAT"),
            "text": _(SENTENCES[Deed(line.action)]) % {"actor": actor(line, reader, names)},
            "icon": "eye" if line.action in LOOKS else "record",
        }
        for line in lines
    ]


def actor(line: AuditLine, reader: object, names: dict[Any, str]) -> str:
    if line.actor is None:
        return _("Somebody")
    return _("You") if line.actor == reader else names.get(line.actor, _("Somebody who has left"))
