"""Invented words for the living page of parts. Nobody here exists; nothing is stored."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django import forms
from django.core.paginator import Paginator

from rapport.domain.visibility import Audience

LEVELS = ("Others plan", "I prepare", "I chair a part", "I chair it all", "I chair it and enjoy it")
STATIC = Path(__file__).parents[1] / "static" / "web"
PAIRS = (
    ("Jonas Oberländer", "Rosa Bianchi", "Rapport", "not yet", "first meeting, 23 days"),
    ("Fatima El-Amrani", "Marek Lindqvist", "Progression", "9 weeks ago", "a decision of both"),
    ("Siân Ifans", "Hvar Nordström", "Direction", "last week", "nothing"),
)


class SampleForm(forms.Form):
    name = forms.CharField(help_text="As the other should call you.")
    why = forms.CharField(label="What brings you here?", widget=forms.Textarea, required=False)
    role = forms.ChoiceField(
        choices=[("mentee", "Mentee"), ("mentor", "Mentor"), ("either", "Either")],
        widget=forms.RadioSelect,
    )
    field = forms.ChoiceField(
        label="Your field", choices=[("", "Choose one"), ("law", "Law"), ("care", "Nursing")]
    )
    days = forms.MultipleChoiceField(
        label="Days that suit you",
        choices=[("mo", "Monday"), ("we", "Wednesday"), ("fr", "Friday")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    hours = forms.IntegerField(label="Hours a month", min_value=1, max_value=10)
    start = forms.DateField(label="From", widget=forms.DateInput(attrs={"type": "date"}))
    letter = forms.FileField(label="A letter", required=False)
    agreed = forms.BooleanField(label="I have read how my answers are used.")


SampleForm.base_fields["why"].audience = Audience.PAIR  # type: ignore[attr-defined]
SampleForm.base_fields["role"].audience = Audience.PROGRAMME  # type: ignore[attr-defined]


def open_form(theme: str) -> forms.Form:
    return SampleForm(auto_id=f"{theme}_%s", initial={"role": "mentee", "days": ["we"]})


def wrong_form(theme: str) -> forms.Form:
    form = SampleForm({"name": "Ada", "hours": "40"}, auto_id=f"{theme}_wrong_%s")
    for name in ("why", "role", "days", "letter", "start", "field", "agreed"):
        del form.fields[name]
    return form


def words() -> dict[str, Any]:
    """What the drawings show."""
    drawn = {"icons": icons(), "colours": colours()}
    return {**people(), **course(), **desk(), **drawn}


def icons() -> list[str]:
    """The names in the sprite, as they stand there."""
    return re.findall(r'<symbol id="([a-z]+)"', (STATIC / "icons.svg").read_text())


def colours() -> list[str]:
    """The names of the colours, from the tokens themselves."""
    return re.findall(r"--([a-z-]+): light-dark", (STATIC / "css" / "tokens.css").read_text())


def people() -> dict[str, Any]:
    return {
        "pair": [{"name": "Amira Nasser", "mine": True}, {"name": "Tomasz Kowalczyk"}],
        "team": [
            {"name": "Maximiliane-Theresia von Hohenstein", "mine": True},
            {"name": "李明"},
            {"name": "أميرة ناصر"},
        ],
        "cards": [
            {"name": "honesty", "label": "Honesty", "note": "Say it, kindly.", "value": "much"},
            {"name": "ease", "label": "Ease", "note": "Room to laugh.", "value": ""},
            {"name": "rigour", "label": "Rigour", "note": "No loose ends.", "value": ""},
        ],
        "weights": [
            {"value": "much", "label": "Much"},
            {"value": "some", "label": "Some"},
            {"value": "little", "label": "Little"},
        ],
        "signatures": [
            {"name": "Amira Nasser", "role": "mentee", "when": "4 September 2026"},
            {"name": "Tomasz Kowalczyk", "role": "mentor"},
        ],
    }


def course() -> dict[str, Any]:
    names = ("Rapport", "Direction", "Progression", "Winding up", "Afterwards")
    states = ("past", "past", "here", "ahead", "ahead")
    steps = ("About you", "Experience", "Wishes", "Check")
    return {
        "stations": [{"label": n, "state": s} for n, s in zip(names, states, strict=True)],
        "ready": [
            {"done": True, "text": "Two of three goals stand where you hoped."},
            {"done": False, "text": "The term you agreed ends on 30 April.", "note": "In 9 weeks"},
        ],
        "rows": [
            {"label": "Free and honest", "me": 4, "you": 5},
            {"label": "Challenged enough", "me": 2, "you": 4},
            {"label": "Responsive", "me": 5, "you": None},
        ],
        "levels": LEVELS,
        "steps": [
            {"label": n, "state": s, "url": "#"}
            for n, s in zip(steps, ("done", "done", "here", "ahead"), strict=True)
        ],
        **way(),
    }


def way() -> dict[str, Any]:
    return {
        **meeting(),
        "thursday": datetime(2026, 11, 26, 15, 0, tzinfo=UTC),
        "before": datetime(2026, 11, 5, 15, 0, tzinfo=UTC),
        "history": [
            {"when": datetime(2026, 9, 4, tzinfo=UTC), "text": "You two began.", "icon": "pair"},
            {"when": datetime(2026, 9, 18, tzinfo=UTC), "text": "You signed.", "icon": "paper"},
        ],
        "answers": [
            {"label": "Go on", "why": "Same rhythm, same goals.", "url": "#"},
            {"label": "Pause", "why": "Until a date you name.", "url": "#"},
            {"label": "Wind up", "why": "With a closing talk.", "url": "#"},
        ],
        "parts": [
            {"label": "Today", "url": "#", "icon": "home", "current": True},
            {"label": "Goals", "url": "#", "icon": "goal"},
            {"label": "Meetings", "url": "#", "icon": "calendar"},
        ],
    }


def meeting() -> dict[str, Any]:
    return {
        "agenda": [
            {"start": "16:00", "title": "How are you?", "minutes": 5},
            {"start": "16:05", "title": "The knot", "minutes": 25, "note": "Amira brings it"},
            {"start": "16:30", "title": "What you take along", "minutes": 15},
        ],
    }


def desk() -> dict[str, Any]:
    counts = (("signed up", 58), ("matched", 52), ("agreement signed", 49), ("in progression", 41))
    return {
        "stages": [{"label": label, "count": count} for label, count in counts],
        "facts": [
            {"term": "Rhythm", "text": "Every three weeks", "audience": Audience.PROGRAMME},
            {"term": "Place", "text": "The café on the third floor", "audience": Audience.PAIR},
        ],
        "pairs": [
            {
                "people": [{"name": one, "mine": True}, {"name": other}],
                "names": f"{one.split()[0]} & {other.split()[0]}",
                "phase": phase,
                "met": met,
                "waiting": waiting,
            }
            for one, other, phase, met, waiting in PAIRS
        ],
        "page": Paginator(range(124), 25).page(2),
    }
