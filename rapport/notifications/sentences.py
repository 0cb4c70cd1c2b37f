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
from rapport.notifications.space_news import SPACE_NEWS
from rapport.notifications.telling import Telling
from rapport.notifications.timing import Urgency
from rapport.notifications.way_news import WAY_NEWS

# Events with a letter of their own, which need no sentence here.
SILENT: frozenset[type[Event]] = frozenset()

TELLINGS: dict[type[Event], Telling] = {
    **SMALL_NEWS,
    **WAY_NEWS,
    **SPACE_NEWS,
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
        _("Nothing is arranged. Any of you may propose others, or choose a day at once."),
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
        kind=Kind.MEETINGS,
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
        _("Once all of you have sorted, you see them at the same moment."),
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
        kind=Kind.QUESTIONS,
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
}
