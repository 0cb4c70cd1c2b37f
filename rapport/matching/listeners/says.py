"""Letters around a round that is not announced: you are asked, time is short, no place yet.

Whoever is written to may not belong here yet, so these letters go to the address she signed up
with. None of them says whose answer led to what.
"""

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext

from rapport.domain.events import AskingEnded, ChoiceEnded, PlaceKept, SayAsked, SayReminded
from rapport.domain.permissions import Role
from rapport.matching.letters import (
    ASKED,
    CHOICE_ENDED,
    ENDED,
    PLACE_KEPT,
    REMINDED,
    kind_reason,
)
from rapport.matching.models import Asking, Choice, MatchingRound
from rapport.people.letters import Letter, absolute, compose
from rapport.people.models import Person
from rapport.programmes.models import Enrolment


def ask_for_say(event: SayAsked) -> None:
    write_asked(ASKED, event)


def remind_of_say(event: SayReminded) -> None:
    """Unless she has answered, or the asking has ended, since the reminder was due."""
    write_asked(REMINDED, event)


def write_asked(letters: dict[str, Letter], event: SayAsked | SayReminded) -> None:
    asking = Asking.objects.select_related("round__intake__programme", "enrolment__person")
    found = asking.get(pk=event.asking)
    if found.answered_at is None and found.round.is_asking:
        until = found.round.answers_until
        write(
            letters[found.side],
            found.enrolment,
            found.round,
            until=lambda: date_format(until, "DATE_FORMAT") if until else "",
            url=absolute(found.get_absolute_url()),
        )


def tell_choice_ended(event: ChoiceEnded) -> None:
    choices = Choice.objects.select_related(
        "asking__round__intake__programme", "asking__enrolment__person", "other"
    )
    choice = choices.get(pk=event.choice)
    if choice.asking.round.is_asking:
        url = absolute(choice.asking.get_absolute_url())
        asking = choice.asking
        write(CHOICE_ENDED, asking.enrolment, asking.round, other=str(choice.other), url=url)


def tell_place_kept(event: PlaceKept) -> None:
    """Kind and true: why there is nobody, in words that point at nobody."""
    found = MatchingRound.objects.select_related("intake__programme").get(pk=event.matching_round)
    enrolment = Enrolment.objects.select_related("person").get(pk=event.enrolment)
    why = kind_reason(found, enrolment)
    write(PLACE_KEPT, enrolment, found, why=lambda: gettext(why), whom=coordinators_in_words(found))


def tell_asking_ended(event: AskingEnded) -> None:
    """To the coordinators: everybody had her say, and it is their turn."""
    found = MatchingRound.objects.select_related("intake__programme").get(pk=event.matching_round)
    url = absolute(found.get_absolute_url())
    for person in coordinators(found):
        if person.email:
            with translation.override(person.language):
                compose(
                    ENDED, person.email, name=person.first_name, intake=found.intake, url=url
                ).send()


def write(letter: Letter, to: Enrolment, found: MatchingRound, **words: object) -> None:
    """In her own language where we know it; nothing without an address."""
    address = to.person.email if to.person and to.person.email else to.email
    if not address:
        return
    with translation.override(to.person.language if to.person else translation.get_language()):
        spoken = {name: word() if callable(word) else word for name, word in words.items()}
        programme = found.intake.programme.name
        compose(letter, address, name=str(to), programme=programme, **spoken).send()


def coordinators(found: MatchingRound) -> list[Person]:
    people = Person.objects.filter(
        programme_duties__programme=found.intake.programme,
        programme_duties__role=Role.COORDINATOR,
        is_active=True,
    )
    return list(people.distinct().order_by("name"))


def coordinators_in_words(found: MatchingRound) -> str:
    """Whom to write to: names and addresses."""
    known = (f"{each.name} ({each.email})" for each in coordinators(found) if each.email)
    return ", ".join(known) or found.intake.programme.name
