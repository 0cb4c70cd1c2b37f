"""Looking at a skill, of oneself or of a partner, at the start or the end of a phase."""

from dataclasses import dataclass

from django.db import transaction

from rapport.domain.competencies import Moment, is_open
from rapport.domain.events import CompetencyViewed
from rapport.domain.phases import Phase
from rapport.domain.refusals import NotAcceptable, NotNow
from rapport.domain.sentences import _
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.relationships.actions.words import put_words
from rapport.relationships.models import CompetencyView, Relationship
from rapport.sealed.actions import put_envelope
from rapport.sealed.actions.note import journal_for
from rapport.sealed.forms import SealedInput


@dataclass(frozen=True)
class Look:
    """At whom, in which phase, at its start or at its end."""

    about: Person
    phase: Phase
    moment: Moment


@transaction.atomic
def view_competencies(
    relationship: Relationship, look: Look, words: SealedInput, *, by: Person
) -> CompetencyView:
    """Keep the view: of herself in her own journal space, of a partner in the shared one."""
    relationship.lock_open()
    require_open(relationship, look)
    key = {"phase": look.phase, "moment": look.moment, "person": by, "about": look.about}
    view = relationship.competency_views.filter(**key).first()
    view = view or CompetencyView(relationship=relationship, **key)
    into = view.words if view.words_id else None
    if look.about == by:
        view.words = put_envelope(journal_for(by), words, by=by, onto=into)
    else:
        view.words = put_words(relationship, words, by=by, into=into)
    view.save()
    record(CompetencyViewed(relationship=relationship.pk, by=by.pk))
    return view


def require_open(relationship: Relationship, look: Look) -> None:
    """It is about a member, and at its time."""
    if look.about.pk not in relationship.member_ids():
        raise NotAcceptable
    stations = relationship.shape.stations
    if not is_open(Phase(relationship.phase), look.phase, look.moment, stations):
        raise NotNow(
            _("The time for this look is over, so nothing was saved. Look at the phase you are in.")
        )
