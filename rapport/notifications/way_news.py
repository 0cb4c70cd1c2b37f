"""Sentences about the way of a relationship: moves, breaks, questions, its end and what follows."""

from rapport.domain import events
from rapport.domain.events import Event
from rapport.domain.sentences import _
from rapport.notifications.kinds import Kind
from rapport.notifications.recipients import Circle
from rapport.notifications.telling import Telling
from rapport.notifications.timing import Urgency

WAY_NEWS: dict[type[Event], Telling] = {
    events.CoMentorProposed: Telling(
        Circle.OTHERS,
        _("%(who)s proposes a co-mentor: %(name)s"),
        _(
            "Only you decide, and all of you have to agree. Whoever joins reads what is written "
            "from then on; what was written before opens only if all of you choose that, too."
        ),
    ),
    events.CoMentorJoined: Telling(
        Circle.ALL,
        _("%(name)s is in your circle from now on"),
        _(
            "All members have signed it. Compare your numbers when you meet; an agreement in "
            "force needs a new version that everybody signs."
        ),
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
        _("How far you have come"),
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
        _("All of you had chosen so. What stays is on the page, until its day that stands there."),
        "ending",
    ),
    events.PagesGoSoon: Telling(
        Circle.ALL,
        _("What you wrote with %(others)s is erased soon"),
        _(
            "Your relationship has been over for a while. The page says on which day your sealed "
            "words are erased here for good. Until then each of you can read them and take a copy "
            "of your own, which stays yours."
        ),
        "ending",
        urgency=Urgency.NOW,
    ),
    events.PagesErased: Telling(
        Circle.ALL,
        _("What you wrote with %(others)s is erased"),
        _(
            "Its time was over, as you were told twice. Copies that you took are yours. In backups "
            "it is gone when they age out."
        ),
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
        kind=Kind.QUESTIONS,
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
