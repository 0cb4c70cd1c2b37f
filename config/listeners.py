"""An event happened → who listens. All consequences stand on this page."""

from collections.abc import Callable
from typing import Any

from rapport.domain import events
from rapport.domain.events import Event
from rapport.notifications.listeners import tell_people
from rapport.organisations.listeners import invitations

Listener = Callable[[Any], None]

LISTENERS: dict[type[Event], list[Listener]] = {
    events.RelationshipBegan: [tell_people],
    events.PersonInvited: [invitations.send_invitation],
    events.InvitationAccepted: [],
    events.InvitationWithdrawn: [],
    events.PlaceholderMerged: [],
    events.DutyGiven: [],
    events.DutyTakenBack: [],
    events.PeopleImported: [],
    events.PairsAnnounced: [],
    events.MeetingArranged: [tell_people],
    events.MeetingMoved: [tell_people],
    events.MeetingCancelled: [tell_people],
    events.MeetingHeld: [],
    events.MeetingReopened: [],
    events.AgendaWritten: [],
    events.PreparationShared: [tell_people],
    events.ValuesSorted: [tell_people],
    events.ValuesRevealed: [tell_people],
    events.AgreementDrafted: [],
    events.AgreementOffered: [tell_people],
    events.AgreementSigned: [tell_people],
    events.GoalProposed: [tell_people],
    events.GoalReworded: [tell_people],
    events.GoalAccepted: [tell_people],
    events.GoalLevelRecorded: [],
    events.GoalDropped: [tell_people],
    events.GoalPickedUp: [],
    events.CommitmentTalkedAbout: [],
    events.GoalReviewed: [],
    events.StepPlanned: [],
    events.StepTaken: [],
    events.StepReopened: [],
    events.MoveProposed: [tell_people],
    events.MoveWithdrawn: [tell_people],
    events.PhaseChanged: [tell_people],
    events.RelationshipPaused: [tell_people],
    events.RelationshipResumed: [tell_people],
    events.DriftAsked: [tell_people],
    events.DriftAnswered: [tell_people],
    events.DecisionNeeded: [tell_people],
    events.DecisionSettled: [],
    events.ThanksWritten: [tell_people],
    events.NextChosen: [tell_people],
    events.DecisionMade: [],
    events.RelationshipEnded: [tell_people],
    events.RelationshipRenewed: [],
    events.RematchWished: [],
    events.TalkAsked: [tell_people],
    events.TalkAnswered: [],
}
