"""One sentence an event: who is told what, and which page it leads to. The table is complete.

Sentences know first names, days and phases; never a word that somebody sealed, and never what
one side answered before the other has.
"""

from rapport.domain import events
from rapport.domain.events import Event
from rapport.domain.sentences import _
from rapport.notifications.kinds import Kind
from rapport.notifications.recipients import Circle
from rapport.notifications.small_news import SMALL_NEWS
from rapport.notifications.telling import Telling
from rapport.notifications.timing import Urgency

# Events with a letter of their own, which need no sentence here.
SILENT: frozenset[type[Event]] = frozenset()

TELLINGS: dict[type[Event], Telling] = {
    **SMALL_NEWS,
    events.RelationshipBegan: Telling(
        Circle.ALL,
        _("You and %(others)s"),
        _(
            "%(others)s and you are in one mentoring relationship from today on. The page says "
            "what comes first; arranging to meet is a good beginning."
        ),
        urgency=Urgency.NOW,
    ),
    events.MemberLeft: Telling(
        Circle.OTHERS,
        _("Your circle has become smaller"),
        _(
            "One of you has stepped out. Anybody may, at any time and without a reason; you "
            "others go on. The page shows who is there."
        ),
    ),
    events.TimesProposed: Telling(
        Circle.OTHERS,
        _("%(who)s proposes times to meet"),
        _("Choose the one that suits you; it goes into all calendars by itself."),
        "times",
        ("proposal",),
        kind=Kind.MEETINGS,
    ),
    events.TimesWithdrawn: Telling(
        Circle.OTHERS,
        _("%(who)s took back the proposed times"),
        _("Nothing is arranged. Either of you may propose others, or choose a day at once."),
        "meetings",
        kind=Kind.MEETINGS,
    ),
    events.MeetingArranged: Telling(
        Circle.ALL,
        _("Meeting with %(others)s on %(when)s"),
        _("%(who)s arranged a meeting for %(when)s. The invitation for your calendar is enclosed."),
        "meeting",
        ("meeting",),
        is_for_calendars=True,
        to_oneself=_(
            "You arranged a meeting for %(when)s. The invitation for your calendar is enclosed."
        ),
        kind=Kind.MEETINGS,
        urgency=Urgency.NOW,
    ),
    events.MeetingMoved: Telling(
        Circle.ALL,
        _("New time: meeting with %(others)s on %(when)s"),
        _("%(who)s changed your meeting; it is on %(when)s. Your calendar can update itself."),
        "meeting",
        ("meeting",),
        is_for_calendars=True,
        to_oneself=_(
            "You changed your meeting; it is on %(when)s. Your calendar can update itself."
        ),
        kind=Kind.MEETINGS,
        urgency=Urgency.NOW,
    ),
    events.MeetingCancelled: Telling(
        Circle.ALL,
        _("Called off: meeting with %(others)s"),
        _("%(who)s called off the meeting of %(when)s. Your calendar can take it out by itself."),
        "meeting",
        ("meeting",),
        is_for_calendars=True,
        to_oneself=_(
            "You called off the meeting of %(when)s. Your calendar can take it out by itself."
        ),
        by_nobody=_(
            "Your meeting of %(when)s does not take place. Your calendar can take it out by itself."
        ),
        kind=Kind.MEETINGS,
        urgency=Urgency.NOW,
    ),
    events.PreparationShared: Telling(
        Circle.OTHERS,
        _("%(who)s shares thoughts before your meeting"),
        _("%(who)s has shared with you what could be good to talk about."),
        "meeting",
        ("meeting",),
        kind=Kind.MEETINGS,
    ),
    events.ReflectionShared: Telling(
        Circle.OTHERS,
        _("%(who)s shares what your meeting left behind"),
        _("What was learned, and what helped. Read it when you have a quiet moment."),
        "meeting",
        ("meeting",),
    ),
    events.ShelfItemAdded: Telling(
        Circle.OTHERS,
        _("%(who)s put something on your shelf"),
        _("A link or a contact that might help. It is sealed for you."),
        "shelf",
    ),
    events.ValuesSorted: Telling(
        Circle.STILL_SORTING,
        _("%(who)s has sorted the value cards"),
        _("Once you have sorted yours, you see both at the same moment."),
        "values",
        kind=Kind.AGREEMENT,
    ),
    events.ValuesRevealed: Telling(
        Circle.OTHERS,
        _("You can see each other’s values"),
        _("All of you have sorted the cards. Have a look at what you share and where you differ."),
        "values",
        kind=Kind.AGREEMENT,
    ),
    events.TrustRevealed: Telling(
        Circle.OTHERS,
        _("You can see each other’s trust cards"),
        _("All of you have chosen. Look at what builds trust for each, and what would hurt it."),
        "trust",
        kind=Kind.AGREEMENT,
    ),
    events.GoalSplit: Telling(
        Circle.OTHERS,
        _("%(who)s made a smaller goal out of one"),
        _("It counts once all of you accept its wording. Read it, accept it or change it."),
        "goal",
        ("goal",),
        kind=Kind.GOALS,
    ),
    events.PulseRevealed: Telling(
        Circle.OTHERS,
        _("All of you have answered the pulse"),
        _("Look at it side by side, and choose one thing that is worth a talk."),
        "pulse",
    ),
    events.AgreementOffered: Telling(
        Circle.OTHERS,
        _("%(who)s offers your agreement for signature"),
        _("Read it. Sign it if it is right for you; otherwise change it together."),
        "agreement",
        kind=Kind.AGREEMENT,
    ),
    events.AgreementSigned: Telling(
        Circle.OTHERS,
        _("%(who)s has signed your agreement"),
        _("It is in force once all of you have signed this version."),
        "agreement",
        kind=Kind.AGREEMENT,
    ),
    events.GoalProposed: Telling(
        Circle.OTHERS,
        _("%(who)s proposes a goal"),
        _("A goal counts once all of you accept its wording. Read it, accept it or change it."),
        "goal",
        ("goal",),
        kind=Kind.GOALS,
    ),
    events.GoalReworded: Telling(
        Circle.OTHERS,
        _("%(who)s worded a goal anew"),
        _("Read the new wording, and say whether you accept it."),
        "goal",
        ("goal",),
        kind=Kind.GOALS,
    ),
    events.GoalAccepted: Telling(
        Circle.OTHERS,
        _("%(who)s accepts a goal"),
        _("The wording is accepted. What would be a first small step?"),
        "goal",
        ("goal",),
        kind=Kind.GOALS,
    ),
    events.GoalDropped: Telling(
        Circle.OTHERS,
        _("%(who)s let a goal go"),
        _("Goals may go; nobody is to blame. It can be picked up again at any time."),
        "goal",
        ("goal",),
        kind=Kind.GOALS,
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
        kind=Kind.QUESTIONS,
    ),
    events.DriftAnswered: Telling(
        Circle.OTHERS_ONCE_ALL_ANSWERED,
        _("All of you have answered"),
        _("You can see now how each of you would like to go on."),
        "drift_answer",
        kind=Kind.QUESTIONS,
    ),
    events.DecisionNeeded: Telling(
        Circle.COORDINATORS,
        _("A relationship needs a decision"),
        _("It has been silent for long, and two questions stayed without an answer."),
        "course",
        kind=Kind.PROGRAMME,
    ),
    events.ReadinessShown: Telling(
        Circle.OTHERS,
        _("How far you two have come"),
        _("%(who)s opened the view of your goals and what came of them. Look at it together."),
        "outlook",
    ),
    events.IntroductionPromised: Telling(
        Circle.OTHERS,
        _("%(who)s promises you an introduction"),
        _("Whom to, and how, stands on your page. It is sealed for you."),
        "introductions",
    ),
    events.IntroductionMade: Telling(
        Circle.OTHERS,
        _("%(who)s has made the introduction"),
        _("The promise is kept. A short word back is always welcome."),
        "introductions",
    ),
    events.FarewellWritten: Telling(
        Circle.OTHERS,
        _("A last word from %(who)s"),
        _("It is sealed for you, and asks for no answer."),
        "ending",
    ),
    events.WordsErased: Telling(
        Circle.ALL,
        _("What you did not want to keep is gone"),
        _("All of you had chosen so. What stays is on the page, as long as you want it."),
        "ending",
    ),
    events.AfterCareDue: Telling(
        Circle.ALL,
        _("How are you doing, %(reader)s?"),
        _(
            "Some time has passed since you and %(others)s finished. If you promised to stay in "
            "touch, today is a good day for it. Nobody waits for an answer here."
        ),
        "after_care",
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
        urgency=Urgency.NOW,
    ),
    events.TalkAsked: Telling(
        Circle.COORDINATORS,
        _("Somebody would like to talk to you"),
        _("A participant asks for a talk. That is all we know; your desk says who it is."),
        "desk",
        kind=Kind.PROGRAMME,
        urgency=Urgency.NOW,
    ),
}
