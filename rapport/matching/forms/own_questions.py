"""The programme's own questions as criteria: how each is used, how much it counts, who is guarded.

A question with numbers is compared by distance, one with choices by what is in common.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rapport.matching.engine import Criteria
from rapport.matching.queries.answers import Question

UNUSED = ""
NUMBERS = [("closeness", _("Close answers count")), ("difference", _("Different answers count"))]
CHOICES = [
    ("likeness", _("Answers in common count")),
    ("same", _("The same answer counts")),
]
RULES = [
    ("must_shared", _("Must have an answer in common")),
    ("must_same", _("Must have the same answer")),
    ("must_different", _("Must have different answers")),
]
PREFERENCE = "preference:"
MOST = 100


def add_questions(fields: dict[str, forms.Field], questions: Sequence[Question]) -> None:
    """Three fields a question: use, weight, guard."""
    for place, question in enumerate(questions):
        fields[f"use_{place}"] = forms.ChoiceField(
            label=question.name, choices=uses(question, questions), required=False
        )
        fields[f"value_{place}"] = forms.IntegerField(
            label=gettext("Weight of “%(question)s”") % {"question": question.name},
            min_value=0,
            max_value=MOST,
            required=False,
        )
        fields[f"guard_{place}"] = forms.BooleanField(
            label=gettext("Protected: counts only by the mentee’s own wish"), required=False
        )


def uses(question: Question, questions: Sequence[Question]) -> list[tuple[str, Any]]:
    """What can be done with this question; wishes are answers to another one."""
    if question.is_number:
        return [(UNUSED, _("Does not count")), *NUMBERS]
    wishes = [
        (f"{PREFERENCE}{place}", gettext("As the mentee wishes in “%(name)s”") % {"name": one.name})
        for place, one in enumerate(questions)
        if one is not question and not one.is_number
    ]
    return [(UNUSED, _("Does not count")), *CHOICES, *RULES, *wishes]


def chosen_criteria(
    values: Mapping[str, Any], questions: Sequence[Question]
) -> Iterable[dict[str, Any]]:
    for place, question in enumerate(questions):
        use, value = values[f"use_{place}"], values[f"value_{place}"] or 0
        if not use or use.startswith("must_") or not value:
            continue
        if use.startswith(PREFERENCE):
            wanted = questions[int(use.removeprefix(PREFERENCE))].name
            more: dict[str, Any] = {"kind": "preference", "wanted": wanted}
        else:
            more = {"kind": use, **scale(question)}
        yield {**more, "question": question.name, "weight": value}


def chosen_rules(
    values: Mapping[str, Any], questions: Sequence[Question]
) -> Iterable[dict[str, Any]]:
    for place, question in enumerate(questions):
        use = values[f"use_{place}"]
        if use.startswith("must_"):
            kind = use.removeprefix("must_")
            least = {"least": 1} if kind == "shared" else {}
            yield {"kind": kind, "question": question.name, **least}


def scale(question: Question) -> dict[str, float]:
    """From the lowest to the highest answer anybody gave; nothing for choices."""
    if not question.is_number:
        return {}
    return {"low": min(question.numbers), "high": max(question.numbers)}


def guarded(values: Mapping[str, Any], questions: Sequence[Question]) -> list[str]:
    return [one.name for place, one in enumerate(questions) if values[f"guard_{place}"]]


def initial_of_questions(criteria: Criteria, questions: Sequence[Question]) -> dict[str, Any]:
    """How each question is used now."""
    places = {one.name: place for place, one in enumerate(questions)}
    found: dict[str, Any] = {
        f"guard_{place}": name in criteria.protected for name, place in places.items()
    }
    for rule in criteria.rules:
        if rule.question in places:
            found[f"use_{places[rule.question]}"] = f"must_{rule.kind}"
    for one in criteria.criteria:
        if one.question in places:
            wish = f"{PREFERENCE}{places.get(one.wanted, 0)}"
            use = wish if one.kind == "preference" else one.kind
            place = places[one.question]
            found |= {f"use_{place}": use, f"value_{place}": round(one.weight)}
    return found
