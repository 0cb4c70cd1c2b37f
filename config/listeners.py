"""An event happened → who listens. All consequences stand on this page."""

from collections.abc import Callable
from typing import Any

from rapport.domain import events
from rapport.domain.events import Event
from rapport.organisations.listeners import invitations

Listener = Callable[[Any], None]

LISTENERS: dict[type[Event], list[Listener]] = {
    events.RelationshipBegan: [],
    events.PersonInvited: [invitations.send_invitation],
    events.InvitationAccepted: [],
    events.InvitationWithdrawn: [],
    events.PlaceholderMerged: [],
    events.DutyGiven: [],
    events.DutyTakenBack: [],
    events.PeopleImported: [],
    events.PairsAnnounced: [],
    events.MeetingArranged: [],
    events.MeetingMoved: [],
    events.MeetingCancelled: [],
    events.MeetingHeld: [],
    events.MeetingReopened: [],
    events.AgendaWritten: [],
    events.PreparationShared: [],
    events.ValuesSorted: [],
    events.ValuesRevealed: [],
    events.AgreementDrafted: [],
    events.AgreementOffered: [],
    events.AgreementSigned: [],
    events.GoalProposed: [],
    events.GoalReworded: [],
    events.GoalAccepted: [],
    events.GoalLevelRecorded: [],
    events.GoalDropped: [],
    events.GoalPickedUp: [],
    events.CommitmentTalkedAbout: [],
    events.GoalReviewed: [],
    events.StepPlanned: [],
    events.StepTaken: [],
    events.StepReopened: [],
    events.MoveProposed: [],
    events.MoveWithdrawn: [],
    events.PhaseChanged: [],
    events.RelationshipPaused: [],
    events.RelationshipResumed: [],
    events.DriftAsked: [],
    events.DriftAnswered: [],
    events.DecisionNeeded: [],
    events.DecisionSettled: [],
    events.ThanksWritten: [],
    events.NextChosen: [],
    events.DecisionMade: [],
    events.RelationshipEnded: [],
    events.RelationshipRenewed: [],
    events.RematchWished: [],
    events.TalkAsked: [],
    events.TalkAnswered: [],
}
