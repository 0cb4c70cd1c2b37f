"""Looks at people's data and changes of duties, noted in the audit log."""

from collections.abc import Iterable
from uuid import UUID

from rapport.audit.actions import note
from rapport.domain.audit import Deed
from rapport.domain.events import DutyGiven, DutyTakenBack, SecondStepForgotten, SessionsEnded
from rapport.organisations.requests import MemberRequest
from rapport.organisations.scope import current_organisation_id

DUTIES = {DutyGiven: Deed.DUTY_GIVEN, DutyTakenBack: Deed.DUTY_ENDED}
HELP = {
    SessionsEnded: Deed.SESSIONS_ENDED,
    SecondStepForgotten: Deed.SECOND_STEP_FORGOTTEN,
}


def note_look(request: MemberRequest, deed: Deed, at: Iterable[UUID | None], what: UUID) -> None:
    """One line for each other person whose data this page shows; `what` is the row shown."""
    here = request.organisation.pk
    for person in sorted({each for each in at if each and each != request.person.pk}):
        note(deed, by=request.person.pk, about=person, organisation=here, row=str(what))


def note_duty(event: DutyGiven | DutyTakenBack) -> None:
    """A listener: power was given or taken back."""
    note(
        DUTIES[type(event)],
        by=event.by,
        about=event.person,
        organisation=current_organisation_id(),
        role=str(event.role),
        programme=str(event.programme or ""),
    )


def note_help(event: SessionsEnded | SecondStepForgotten) -> None:
    """A listener: whoever keeps the accounts changed how somebody is signed in."""
    here = current_organisation_id()
    note(HELP[type(event)], by=event.by, about=event.person, organisation=here)
