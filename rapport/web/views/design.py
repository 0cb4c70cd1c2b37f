"""The living page of all parts, for whoever builds pages. Registered in development alone.

Knows for each part one sentence of use; the drawings are in `templates/web/design/`.
"""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rapport.web.views import design_samples as samples

# Part → when to use it. Every file in `components/` is here or in FRAME; a test compares.
USES = {
    "page_head": "The top of every page: who or what it is about, and its actions.",
    "next_step": "The one thing to do now. Once a page, before everything else.",
    "journey": "Where the two are, in five stations and in words; never a percentage.",
    "readiness": "What stands ready to move on and what is missing, as sentences.",
    "audience": "Who can see this. Beside each heading or field; explains itself on tap.",
    "sheet": "One matter on a page, with its heading and its audience.",
    "sides": "Two answers compared: equal weight, side by side on every width.",
    "comparison": "Pulse: both answers on one line, with figures for those who read tables.",
    "button": "Main once a sheet; plain beside it; quiet in running lines; danger without noise.",
    "choices": "Equal answers to one question, none preferred.",
    "entry": "One person, pair or team in a list, with what comes next.",
    "meeting": "One line a meeting: when, how it stands, where, and the way in.",
    "agenda": "A time-boxed agenda, to be used on a phone on a café table and on paper.",
    "scale": "Attainment of a goal on five levels: where it began, where it is, what was hoped.",
    "deck": "Cards to sort. Radio groups, so that arrow keys do it too.",
    "paper": "The agreement and whatever is signed or printed.",
    "timeline": "What happened, without content.",
    "facts": "Terms and what they are here.",
    "table": "Rows of the desk; on a phone each row is a card.",
    "funnel": "How many came how far, with a sentence.",
    "figure": "One figure, its sentence and a question; or why it is not shown.",
    "progress": "Long work that can be left.",
    "pagination": "Long lists, with where one is in words.",
    "subnav": "The parts of one relationship or one programme.",
    "stepper": "Long forms: which step this is and what is done.",
    "notice": "Something to know: information, a caution, a danger.",
    "empty": "Nothing here yet: what will be, and how it comes.",
    "dialog": "A short decision without leaving the page.",
    "disclosure": "What few people need.",
    "copy": "Something to take elsewhere.",
    "faces": "A person, a pair, a team.",
    "field": "A field written by hand, as sealed words need it.",
    "error_summary": "A form with errors: what to look at, with links; nothing typed is lost.",
}
FRAME = {
    "actions", "audience_tips", "face", "mark", "messages", "not_sent", "person_menu", "scripts",
    "side", "styles", "time",
}  # fmt: skip
THEMES = ("light", "dark")


@login_not_required
@require_safe
def design(request: HttpRequest) -> HttpResponse:
    """Show every part with its use, in both themes."""
    specimens = [
        {"part": part, "use": use, "template": f"web/design/{part}.html"}
        for part, use in USES.items()
    ]
    themes = [
        {"name": theme, "form": samples.open_form(theme), "wrong": samples.wrong_form(theme)}
        for theme in THEMES
    ]
    page = {"specimens": specimens, "themes": themes, **samples.words()}
    return render(request, "web/design.html", page)
