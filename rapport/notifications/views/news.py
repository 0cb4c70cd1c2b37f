"""The bell: what is new, opened one by one or put aside together."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from rapport.notifications.queries import bell_of, in_bell
from rapport.notifications.wording import news_of
from rapport.organisations.requests import MemberRequest


@require_GET
def news(request: MemberRequest) -> HttpResponse:
    bell = bell_of(request.person, request.GET.get("page"))
    return render(request, "notifications/news.html", {"bell": bell, "page": bell.page})


@require_POST
def open_news(request: MemberRequest, number: UUID) -> HttpResponse:
    """Notes that she has seen it, and leads to its page; back to the list when that is gone."""
    notification = get_object_or_404(in_bell(request.person), pk=number)
    notification.read_at = notification.read_at or timezone.now()
    notification.save(update_fields=["read_at"])
    told = news_of([notification], request.person)
    return redirect(told[0].path if told else "news")


@require_POST
def put_aside(request: MemberRequest) -> HttpResponse:
    in_bell(request.person).filter(read_at__isnull=True).update(read_at=timezone.now())
    return redirect("news")
