"""The door to a round of matching: whoever forms pairs in its programme, nobody else."""

from uuid import UUID

from django.http import Http404

from rapport.domain.permissions import Act
from rapport.matching.models import MatchingRound, Proposal
from rapport.people.models import Person
from rapport.programmes.access import intake_for


def round_for(person: Person, slug: str, code: str, number: int) -> MatchingRound:
    """The round with this number of an intake; else Http404."""
    intake = intake_for(person, slug, code, to=Act.FORM_PAIRS)
    rounds = intake.matching_rounds.select_related("intake__programme", "announced_by")
    found = rounds.filter(number=number).first()
    if found is None:
        raise Http404
    return found


def proposal_for(person: Person, slug: str, code: str, number: int, pair: UUID) -> Proposal:
    """One pair of a round that nobody has taken out, under the same rule."""
    found_round = round_for(person, slug, code, number)
    proposals = found_round.proposals.select_related("round__intake__programme", "mentor", "mentee")
    proposal = proposals.filter(pk=pair, removed_at=None).first()
    if proposal is None:
        raise Http404
    return proposal
