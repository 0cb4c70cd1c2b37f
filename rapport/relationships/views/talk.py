"""“I would like to talk to someone.”"""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from rapport.domain.permissions import Act
from rapport.organisations.requests import MemberRequest
from rapport.relationships.access import standing_for
from rapport.relationships.actions.talk import ask_for_a_talk
from rapport.relationships.queries.talk import coordinators_of, open_talk


@require_http_methods(["GET", "POST"])
def talk(request: MemberRequest, code: str) -> HttpResponse:
    standing = standing_for(request.person, code, to=Act.ASK_FOR_A_TALK)
    if request.method == "POST":
        ask_for_a_talk(standing.relationship, by=request.person)
        return redirect("talk", code)
    return render(
        request,
        "relationships/talk/page.html",
        {
            "standing": standing,
            "asked": open_talk(standing.relationship, request.person),
            "coordinators": coordinators_of(standing.relationship),
        },
    )
