"""What a member finds when it is over: the way on, what remains, a last word, what should stay."""

from typing import Any

from django.utils import timezone

from rapport.domain.ending import EndingKind, may_say_farewell
from rapport.relationships.access import Standing
from rapport.relationships.actions.letting_go import day_of_erasing, erased_on
from rapport.relationships.forms.afterwards import KeepingForm, SealedWordsForm
from rapport.relationships.models import Ending, Farewell, Keeping, RematchWish
from rapport.relationships.pages.winding_up import decision_seen_by


def ended_for(standing: Standing) -> dict[str, Any]:
    """Everything the page shows, the same for all members."""
    relationship, me = standing.relationship, standing.me.person_id
    ending = Ending.objects.get(relationship=relationship)
    farewells = Farewell.objects.filter(relationship=relationship).select_related("words", "person")
    mine = farewells.filter(person=me).first()
    keeping = Keeping.objects.filter(relationship=relationship, person=me).first()
    return {
        "standing": standing,
        "ending": ending,
        "wish": RematchWish.objects.filter(ending=ending, person=me).first(),
        "is_early": ending.kind != EndingKind.COMPLETED,
        "can_say_farewell": can_say_farewell(ending),
        "farewells": farewells.exclude(person=me),
        "my_farewell": mine,
        "farewell_form": SealedWordsForm(),
        "keeping": keeping,
        "keeping_form": KeepingForm(initial={"keep": keeping.keep if keeping else "everything"}),
        "goes_on": day_of_erasing(ending),
        "erased_on": erased_on(relationship),
        "decision": decision_seen_by(standing),
    }


def can_say_farewell(ending: Ending) -> bool:
    ended_on = timezone.localdate(ending.ended_at)
    is_early = ending.kind != EndingKind.COMPLETED
    return is_early and may_say_farewell(ended_on, timezone.localdate())
