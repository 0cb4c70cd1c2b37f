"""An event happened → who listens. All consequences stand on this page."""

from collections.abc import Callable
from typing import Any

from rapport.domain import events
from rapport.domain.events import Event

Listener = Callable[[Any], None]

LISTENERS: dict[type[Event], list[Listener]] = {
    events.RelationshipBegan: [],
    events.PersonInvited: [],
    events.InvitationAccepted: [],
    events.PeopleImported: [],
    events.PairsAnnounced: [],
    events.MeetingArranged: [],
    events.MeetingMoved: [],
    events.MeetingCancelled: [],
    events.MeetingHeld: [],
    events.ValuesSorted: [],
    events.ValuesRevealed: [],
    events.AgreementDrafted: [],
    events.AgreementSigned: [],
    events.GoalProposed: [],
    events.GoalAccepted: [],
    events.GoalLevelRecorded: [],
    events.GoalDropped: [],
    events.StepTaken: [],
    events.MoveProposed: [],
    events.MoveWithdrawn: [],
    events.PhaseChanged: [],
    events.RelationshipPaused: [],
    events.RelationshipResumed: [],
    events.DriftAsked: [],
    events.DriftAnswered: [],
    events.DecisionNeeded: [],
    events.DecisionMade: [],
    events.RelationshipEnded: [],
    events.TalkAsked: [],
}
