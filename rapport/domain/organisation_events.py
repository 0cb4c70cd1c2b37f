"""What can happen in an organisation and its programmes, in the past tense."""

from dataclasses import dataclass
from uuid import UUID

from rapport.domain.event import Event


@dataclass(frozen=True, kw_only=True)
class PersonInvited(Event):
    invitation: UUID


@dataclass(frozen=True, kw_only=True)
class InvitationAccepted(Event):
    invitation: UUID


@dataclass(frozen=True, kw_only=True)
class InvitationWithdrawn(Event):
    invitation: UUID


@dataclass(frozen=True, kw_only=True)
class PlaceholderMerged(Event):
    """A person who was only known by name turned out to be somebody with an account."""

    placeholder: UUID
    person: UUID


@dataclass(frozen=True, kw_only=True)
class DutyGiven(Event):
    """In one programme, or in the whole organisation when none is named."""

    person: UUID
    role: str
    programme: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class DutyTakenBack(Event):
    person: UUID
    role: str
    programme: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class SessionsEnded(Event):
    """Whoever keeps the accounts signed a person out on all her devices."""

    person: UUID


@dataclass(frozen=True, kw_only=True)
class SecondStepForgotten(Event):
    """She lost it, showed who she is, and signs in by password until she adds another one."""

    person: UUID


@dataclass(frozen=True, kw_only=True)
class PeopleImported(Event):
    import_run: UUID


@dataclass(frozen=True, kw_only=True)
class LooksListed(Event):
    """A month is over: everybody may read who looked at her data in it."""


@dataclass(frozen=True, kw_only=True)
class PairsAnnounced(Event):
    matching_round: UUID


@dataclass(frozen=True, kw_only=True)
class AssemblyCalled(Event):
    """People of a programme are called together: a training, a check-up, a workshop."""

    programme: UUID
    assembly: UUID


@dataclass(frozen=True, kw_only=True)
class AssemblyCalledOff(Event):
    programme: UUID
    assembly: UUID


@dataclass(frozen=True, kw_only=True)
class BaselineAsked(Event):
    """Somebody who could take part gets her link, or gets it once more."""

    asked: UUID


@dataclass(frozen=True, kw_only=True)
class WavePublished(Event):
    """Pooled figures of a programme can be read; a wave that shows nothing is no news."""

    programme: UUID
    wave: UUID
