"""What the page of the criteria needs: the questions people answered, and a round to try on."""

from rapport.matching.models import MatchingRound
from rapport.matching.queries.answers import Question, questions_in
from rapport.programmes.models import Enrolment, Programme

MOST_QUESTIONS = 12


def questions_of(programme: Programme) -> dict[str, Question]:
    """The most answered questions of all intakes; free text is compared by nobody here."""
    people = Enrolment.objects.filter(intake__programme=programme, withdrawn_at=None)
    found = questions_in(people.only("answers"))
    usable = [(name, one) for name, one in found.items() if not one.is_free_text]
    return dict(usable[:MOST_QUESTIONS])


def open_round(programme: Programme) -> MatchingRound | None:
    """The newest round that is not announced, to try on."""
    rounds = MatchingRound.objects.filter(intake__programme=programme, announced_at=None)
    return rounds.select_related("intake__programme").order_by("-proposed_at").first()
