"""One sentence an event: who is told what, and which page it leads to. The table is complete.

Sentences know first names, days and phases; never a word that somebody sealed, and never what
one side answered before the other has.
"""

from dataclasses import dataclass

from rapport.domain import events
from rapport.domain.events import Event
from rapport.domain.sentences import _
from rapport.notifications.recipients import Circle


@dataclass(frozen=True)
class Telling:
    """To whom, the subject, the sentence, and the page by name with what it needs of the event.

    Places: %(who)s did it, %(others)s are the others in the relationship, %(phase)s is where it
    is now, %(when)s is a meeting's time.
    """

    to: Circle
    subject: str
    sentence: str
    page: str = "relationship"
    needs: tuple[str, ...] = ()
    is_for_calendars: bool = False


# What nobody is told by mail: it is small, or private, or the page is open before one anyway.
SILENT: frozenset[type[Event]] = frozenset(
    {
        events.PersonInvited,  # a letter of its own, with the link that is nowhere else
        events.InvitationAccepted,
        events.InvitationWithdrawn,
        events.PlaceholderMerged,
        events.DutyGiven,
        events.DutyTakenBack,
        events.PeopleImported,
        events.PairsAnnounced,  # each pair is told by RelationshipBegan
        events.MeetingHeld,
        events.MeetingReopened,
        events.AgendaWritten,
        events.AgreementDrafted,
        events.GoalLevelRecorded,
        events.GoalPickedUp,
        events.GoalReviewed,
        events.CommitmentTalkedAbout,
        events.StepPlanned,
        events.StepTaken,
        events.StepReopened,
        events.DecisionSettled,
        events.DecisionMade,  # NextChosen has told it
        events.RelationshipRenewed,  # RelationshipBegan tells it
        events.RematchWished,
        events.TalkAnswered,
    }
)

TELLINGS: dict[type[Event], Telling] = {
    events.RelationshipBegan: Telling(
        Circle.ALL,
        _("You and %(others)s"),
        _(
            "%(others)s and you are in one mentoring relationship from today on. The page says "
            "what comes first; arranging to meet is a good beginning."
        ),
    ),
    events.MeetingArranged: Telling(
        Circle.ALL,
        _("Meeting with %(others)s on %(when)s"),
        _("%(who)s arranged a meeting for %(when)s. The invitation for your calendar is enclosed."),
        "meeting",
        ("meeting",),
        is_for_calendars=True,
    ),
    events.MeetingMoved: Telling(
        Circle.ALL,
        _("New time: meeting with %(others)s on %(when)s"),
        _("%(who)s changed your meeting; it is on %(when)s. Your calendar can update itself."),
        "meeting",
        ("meeting",),
        is_for_calendars=True,
    ),
    events.MeetingCancelled: Telling(
        Circle.ALL,
        _("Called off: meeting with %(others)s"),
        _("%(who)s called off the meeting of %(when)s. Your calendar can take it out by itself."),
        "meeting",
        ("meeting",),
        is_for_calendars=True,
    ),
    events.PreparationShared: Telling(
        Circle.OTHERS,
        _("%(who)s shares thoughts before your meeting"),
        _("%(who)s has shared with you what could be good to talk about."),
        "meeting",
        ("meeting",),
    ),
    events.ValuesSorted: Telling(
        Circle.STILL_SORTING,
        _("%(who)s has sorted the value cards"),
        _("Once you have sorted yours, you see both at the same moment."),
        "values",
    ),
    events.ValuesRevealed: Telling(
        Circle.OTHERS,
        _("You can see each other’s values"),
        _("All of you have sorted the cards. Have a look at what you share and where you differ."),
        "values",
    ),
    events.AgreementOffered: Telling(
        Circle.OTHERS,
        _("%(who)s offers your agreement for signature"),
        _("Read it. Sign it if it is right for you; otherwise change it together."),
        "agreement",
    ),
    events.AgreementSigned: Telling(
        Circle.OTHERS,
        _("%(who)s has signed your agreement"),
        _("It is in force once all of you have signed this version."),
        "agreement",
    ),
    events.GoalProposed: Telling(
        Circle.OTHERS,
        _("%(who)s proposes a goal"),
        _("A goal counts once all of you accept its wording. Read it, accept it or change it."),
        "goal",
        ("goal",),
    ),
    events.GoalReworded: Telling(
        Circle.OTHERS,
        _("%(who)s worded a goal anew"),
        _("Read the new wording, and say whether you accept it."),
        "goal",
        ("goal",),
    ),
    events.GoalAccepted: Telling(
        Circle.OTHERS,
        _("%(who)s accepts a goal"),
        _("The wording is accepted. What would be a first small step?"),
        "goal",
        ("goal",),
    ),
    events.GoalDropped: Telling(
        Circle.OTHERS,
        _("%(who)s let a goal go"),
        _("Goals may go; nobody is to blame. It can be picked up again at any time."),
        "goal",
        ("goal",),
    ),
    events.MoveProposed: Telling(
        Circle.OTHERS,
        _("%(who)s would like to move to another phase"),
        _("It happens once all of you wish it. Look at what stands ready; there is no hurry."),
        "moves",
    ),
    events.MoveWithdrawn: Telling(
        Circle.OTHERS,
        _("%(who)s took back the wish to move"),
        _("You stay where you are for now."),
        "moves",
    ),
    events.PhaseChanged: Telling(
        Circle.OTHERS_WHO_GO_ON,
        _("You are now in the phase “%(phase)s”"),
        _("All of you wished it. The page says what comes next."),
    ),
    events.RelationshipPaused: Telling(
        Circle.OTHERS,
        _("You and %(others)s are taking a break"),
        _("%(who)s has set a break. Until its end nobody is asked anything; look until when."),
        "pause",
    ),
    events.RelationshipResumed: Telling(
        Circle.OTHERS,
        _("The break with %(others)s is over"),
        _("Welcome back. Choose a day to meet when you like."),
    ),
    events.DriftAsked: Telling(
        Circle.ALL,
        _("How would you like to go on with %(others)s?"),
        _(
            "You have not met for a while. Going on, taking a break and winding up are equally "
            "good answers. Each of you answers alone; it takes a minute."
        ),
        "drift_answer",
    ),
    events.DriftAnswered: Telling(
        Circle.OTHERS_ONCE_ALL_ANSWERED,
        _("All of you have answered"),
        _("You can see now how each of you would like to go on."),
        "drift_answer",
    ),
    events.DecisionNeeded: Telling(
        Circle.COORDINATORS,
        _("A relationship needs a decision"),
        _("It has been silent for long, and two questions stayed without an answer."),
        "course",
    ),
    events.ThanksWritten: Telling(
        Circle.OTHERS,
        _("%(who)s has written you a thank-you"),
        _("It is sealed for you; read it when you have a quiet moment."),
        "winding_up",
    ),
    events.NextChosen: Telling(
        Circle.OTHERS,
        _("%(who)s has chosen what should come next"),
        _("You see each other’s choices once all of you have chosen."),
        "winding_up",
    ),
    events.RelationshipEnded: Telling(
        Circle.OTHERS,
        _("Your relationship with %(others)s has come to its end"),
        _(
            "Thank you for the time you gave each other. What you wrote stays readable for you, "
            "and the page shows the ways on, the same for all of you."
        ),
        "ending",
    ),
    events.TalkAsked: Telling(
        Circle.COORDINATORS,
        _("Somebody would like to talk to you"),
        _("A participant asks for a talk. That is all we know; your desk says who it is."),
        "desk",
    ),
}
