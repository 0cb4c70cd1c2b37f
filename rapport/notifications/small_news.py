"""Sentences for what is worth no mail: it stands in the bell, or only in a person's own record.

And what concerns an organisation rather than a relationship.
"""

from rapport.domain import events
from rapport.domain.events import Event
from rapport.domain.sentences import _
from rapport.notifications.kinds import Kind
from rapport.notifications.recipients import Circle
from rapport.notifications.telling import Telling
from rapport.notifications.timing import Urgency


def small(  # a row of a table
    to: Circle,
    subject: str,
    page: str = "relationship",
    needs: tuple[str, ...] = (),
    *,
    kind: Kind = Kind.JOURNEY,
) -> Telling:
    """News for the bell alone."""
    return Telling(to, subject, page=page, needs=needs, kind=kind, urgency=Urgency.SMALL)


MEETING, GOAL = ("meeting",), ("goal",)

SMALL_NEWS: dict[type[Event], Telling] = {
    events.MeetingHeld: small(
        Circle.OTHERS, _("%(who)s noted that you met"), "meeting", MEETING, kind=Kind.MEETINGS
    ),
    events.MeetingReopened: small(
        Circle.OTHERS,
        _("%(who)s took back the note that you met"),
        "meeting",
        MEETING,
        kind=Kind.MEETINGS,
    ),
    events.AgendaWritten: small(
        Circle.OTHERS,
        _("%(who)s wrote at the agenda of your meeting"),
        "meeting",
        MEETING,
        kind=Kind.MEETINGS,
    ),
    events.PulseAnswered: small(
        Circle.NOBODY, _("%(who)s answered the pulse"), "pulse", kind=Kind.QUESTIONS
    ),
    events.PulseTopicChosen: small(
        Circle.NOBODY, _("%(who)s chose what to talk about"), "pulse", kind=Kind.QUESTIONS
    ),
    events.TrustSorted: small(
        Circle.OTHERS, _("%(who)s chose the trust cards"), "trust", kind=Kind.AGREEMENT
    ),
    events.CompetencyViewed: small(
        Circle.NOBODY, _("%(who)s looked at the skills of this phase"), "competencies"
    ),
    events.ClausesViewed: small(
        Circle.OTHERS,
        _("%(who)s went through the clauses of your draft"),
        "agreement_clauses",
        kind=Kind.AGREEMENT,
    ),
    events.KeepingChosen: small(
        Circle.NOBODY, _("%(who)s has said what should stay"), "winding_up"
    ),
    events.AgreementShared: small(
        Circle.COORDINATORS, _("An agreement is shown to you"), "course", kind=Kind.PROGRAMME
    ),
    events.AgreementDrafted: small(
        Circle.OTHERS, _("%(who)s wrote at your agreement"), "agreement", kind=Kind.AGREEMENT
    ),
    events.GoalLevelRecorded: small(
        Circle.OTHERS,
        _("%(who)s recorded how far a goal has come"),
        "goal",
        GOAL,
        kind=Kind.GOALS,
    ),
    events.GoalPickedUp: small(
        Circle.OTHERS, _("%(who)s picked up a goal again"), "goal", GOAL, kind=Kind.GOALS
    ),
    events.GoalReviewed: small(
        Circle.OTHERS, _("%(who)s looked back at a goal"), "goal", GOAL, kind=Kind.GOALS
    ),
    events.CommitmentTalkedAbout: small(
        Circle.OTHERS,
        _("%(who)s noted that you talked about a goal"),
        "goal",
        GOAL,
        kind=Kind.GOALS,
    ),
    events.StepPlanned: small(Circle.OTHERS, _("%(who)s planned a step"), "steps", kind=Kind.GOALS),
    events.StepTaken: small(Circle.OTHERS, _("%(who)s took a step"), "steps", kind=Kind.GOALS),
    events.StepReopened: small(
        Circle.OTHERS, _("%(who)s opened a step again"), "steps", kind=Kind.GOALS
    ),
    events.DecisionMade: small(Circle.OTHERS, _("All of you chose alike"), "winding_up"),
    events.SpaceJoined: small(Circle.NOBODY, _("Somebody was let into sealed pages")),
    events.SpaceLeft: small(Circle.NOBODY, _("Somebody is out of sealed pages")),
    events.CoMentorWithdrawn: small(
        Circle.OTHERS, _("%(who)s no longer proposes a co-mentor to you")
    ),
    events.RelationshipRenewed: small(Circle.NOBODY, _("You began a new round")),
    events.TalkAnswered: small(
        Circle.ASKER, _("Your wish for a talk is answered"), "talk", kind=Kind.QUESTIONS
    ),
    events.RematchWished: small(
        Circle.COORDINATORS, _("Somebody would like a new match"), "desk", kind=Kind.PROGRAMME
    ),
    events.DecisionSettled: small(
        Circle.COORDINATORS,
        _("A relationship has found its way on"),
        "course",
        kind=Kind.PROGRAMME,
    ),
    events.PairsAnnounced: small(
        Circle.NOBODY, _("%(who)s announced pairs"), "desk", kind=Kind.PROGRAMME
    ),
    events.AssemblyCalled: Telling(
        Circle.CALLED,
        _("%(programme)s calls you together"),
        _(
            "A training, a check-up or a workshop: the page says what for, when and where. Say "
            "whether you are coming."
        ),
        "assembly",
        ("assembly",),
        kind=Kind.LEARNING,
    ),
    events.AssemblyCalledOff: Telling(
        Circle.CALLED,
        _("Called off: something that %(programme)s had planned"),
        _("The page says what it was. There is nothing you need to do."),
        "assembly",
        ("assembly",),
        kind=Kind.LEARNING,
    ),
    events.WavePublished: Telling(
        Circle.PROGRAMME,
        _("New pooled figures of %(programme)s"),
        _(
            "What people lent of their own figures was pooled, examined and published. Look at it "
            "with a question in mind, not with a verdict."
        ),
        "waves",
        ("programme",),
        kind=Kind.PROGRAMME,
    ),
    events.SayAsked: small(
        Circle.NOBODY, _("%(who)s asked for a say"), "desk", kind=Kind.PROGRAMME
    ),
    events.SayReminded: small(
        Circle.NOBODY, _("A reminder to have a say"), "desk", kind=Kind.PROGRAMME
    ),
    events.ChoiceEnded: small(
        Circle.NOBODY, _("A choice does not come about"), "desk", kind=Kind.PROGRAMME
    ),
    events.AskingEnded: small(
        Circle.NOBODY, _("Everybody has had a say"), "desk", kind=Kind.PROGRAMME
    ),
    events.PlaceKept: small(
        Circle.NOBODY, _("A place in the next round is kept"), "desk", kind=Kind.PROGRAMME
    ),
    events.PlaceGiven: small(
        Circle.NOBODY, _("A place was given to somebody who waited"), "desk", kind=Kind.PROGRAMME
    ),
    events.PlaceFree: small(
        Circle.NOBODY, _("A place became free for whoever waits"), "desk", kind=Kind.PROGRAMME
    ),
    events.PeopleImported: small(
        Circle.NOBODY, _("%(who)s imported people"), "desk", kind=Kind.PROGRAMME
    ),
    events.PersonInvited: small(  # her letter has the link that is nowhere else
        Circle.NOBODY, _("%(who)s invited somebody"), "invitations", kind=Kind.ACCOUNT
    ),
    events.InvitationAccepted: small(
        Circle.INVITER, _("%(who)s came by your invitation"), "home", kind=Kind.PROGRAMME
    ),
    events.InvitationWithdrawn: small(
        Circle.NOBODY, _("%(who)s withdrew an invitation"), "invitations", kind=Kind.ACCOUNT
    ),
    events.PlaceholderMerged: small(
        Circle.NOBODY, _("%(who)s took the place kept for her"), "home", kind=Kind.ACCOUNT
    ),
    events.DutyGiven: Telling(
        Circle.PERSON,
        _("You have a new duty: %(duty)s"),
        _("%(who)s gave it to you. Your start page shows what it opens."),
        "home",
        kind=Kind.ACCOUNT,
    ),
    events.DutyTakenBack: Telling(
        Circle.PERSON,
        _("A duty of yours has ended: %(duty)s"),
        _("%(who)s took it back. What you did in it stays as it is."),
        "home",
        kind=Kind.ACCOUNT,
    ),
    events.BaselineAsked: small(  # whoever is asked needs no account, and has a letter
        Circle.NOBODY, _("%(who)s asked everybody who could take part"), "home", kind=Kind.PROGRAMME
    ),
    events.SessionsEnded: small(  # a letter of its own says it at once
        Circle.PERSON, _("%(who)s signed you out on all your devices"), "home", kind=Kind.ACCOUNT
    ),
    events.SecondStepForgotten: small(
        Circle.PERSON, _("%(who)s removed your second step"), "home", kind=Kind.ACCOUNT
    ),
    events.MailGivenUp: small(
        Circle.RUNNERS, _("A mail to %(name)s did not arrive"), "undelivered", kind=Kind.PROGRAMME
    ),
    events.MembershipEnded: Telling(
        Circle.RUNNERS,
        _("%(name)s has left"),
        _("Relationships of theirs have ended without fault; whoever wishes is matched again."),
        "desk",
        kind=Kind.PROGRAMME,
    ),
}
