"""Every column that points to a person: what it is, and what becomes of it when she leaves.

Complete, held by a test: a new column without a row here fails. `ERASED` rows go with her,
`UNTIED` rows stay without her, `KEPT` rows stay hers, each for the reason that stands there.
"""

from rapport.domain.sentences import _
from rapport.organisations.record import Fate, Group

OTHERS_RECORD = _(
    "It belongs to the record of the others in the relationship as well, so it stays with it."
)
CHECKED = _(
    "Without it the browsers of the others could not check who wrote what; nobody can read it "
    "who could not before."
)
TRAIL = _("That it was done stays; who did it does not.")

PERSONAL: tuple[Group, ...] = (
    Group(
        _("You"),
        _("So that people can address you. It is emptied when you delete your account."),
        Fate.ERASED,
        ("people.Person.pk",),
        frozenset({"password"}),
    ),
    Group(
        _("How you sign in"),
        _("So that nobody else signs in as you. It goes with your account."),
        Fate.ERASED,
        (
            "account.EmailAddress.user",
            "mfa.Authenticator.user",
            "usersessions.UserSession.user",
            "organisations.RecordCopy.person",
        ),
        frozenset({"data", "session_key", "archive"}),
    ),
    Group(
        _("Your ways to open sealed pages"),
        _("Wrapped, so that only your phrase or your recovery code opens them."),
        Fate.ERASED,
        ("sealed.UnlockSlot.person", "sealed.Keyring.person"),
        frozenset({"commitment", "nonce", "wrapped", "kdf"}),
    ),
    Group(
        _("Your public keys"),
        CHECKED,
        Fate.KEPT,
        ("sealed.IdentityKey.person",),
        frozenset({"bundle"}),
    ),
    Group(
        _("That you belong here, and your duties"),
        _("So that programmes find you, and people know who is responsible for what."),
        Fate.ERASED,
        (
            "organisations.Membership.person",
            "organisations.Duty.person",
            "organisations.Invitation.person",
            "programmes.ProgrammeDuty.person",
        ),
        frozenset({"hashed_token"}),
    ),
    Group(
        _("What you signed up with"),
        _("So that you could be matched. It is emptied; that somebody took part stays counted."),
        Fate.UNTIED,
        ("programmes.Enrolment.person",),
    ),
    Group(
        _("What you were told"),
        _("So that nothing is told twice, and mails that do not arrive are seen."),
        Fate.ERASED,
        (
            "notifications.Notification.person",
            "notifications.Mail.person",
            "notifications.ChannelChoice.person",
            "notifications.PushDevice.person",
        ),
        frozenset({"auth"}),
    ),
    Group(
        _("Your wishes and questions"),
        _("They were yours alone."),
        Fate.ERASED,
        (
            "relationships.MoveWish.person",
            "relationships.TalkRequest.person",
            "relationships.RematchWish.person",
            "relationships.DriftAnswer.person",
            "relationships.QuestionBookmark.person",
        ),
    ),
    Group(
        _("What you did at trainings and workshops"),
        _("So that whoever holds them knows who comes. It goes with you."),
        Fate.ERASED,
        ("learning.Reply.person",),
    ),
    Group(
        _("Your private journal"),
        _("It is sealed for you alone, and goes with you."),
        Fate.ERASED,
        ("sealed.JournalNote.person",),
    ),
    Group(
        _("Your relationships"),
        OTHERS_RECORD,
        Fate.KEPT,
        (
            "relationships.Participant.person",
            "relationships.Departure.person",
            "relationships.Agreement.drafted_by",
            "relationships.Signature.person",
            "relationships.ClauseView.person",
            "sharing.SharingConsent.person",
            "sharing.SharedAgreement.made_by",
            "relationships.Decision.person",
            "relationships.Thanks.person",
            "relationships.Introduction.by",
            "relationships.Farewell.person",
            "relationships.Keeping.person",
            "relationships.OutlookShowing.by",
            "relationships.Pause.by",
            "relationships.ShelfItem.by",
            "relationships.TrustSort.person",
            "relationships.ValueSort.person",
        ),
    ),
    Group(
        _("Your goals and steps"),
        OTHERS_RECORD,
        Fate.KEPT,
        (
            "relationships.Goal.owner",
            "relationships.Acceptance.person",
            "relationships.Attainment.person",
            "relationships.Step.owner",
            "relationships.Review.person",
            "relationships.Confidence.person",
        ),
    ),
    Group(
        _("Your meetings"),
        OTHERS_RECORD,
        Fate.KEPT,
        (
            "relationships.Meeting.called_by",
            "relationships.Meeting.agenda_by",
            "relationships.Meeting.held_noted_by",
            "relationships.Meeting.cancelled_by",
            "relationships.TimeProposal.by",
            "relationships.Preparation.person",
            "relationships.Reflection.person",
        ),
    ),
    Group(
        _("What you answered about a relationship"),
        OTHERS_RECORD,
        Fate.KEPT,
        (
            "relationships.PulseAnswer.person",
            "relationships.CompetencyView.person",
            "relationships.CompetencyView.about",
        ),
    ),
    Group(
        _("That you lent figures to your programme"),
        _("So that means of two months cannot be subtracted from each other; which, is nowhere."),
        Fate.KEPT,
        ("waves.PoolGift.person",),
    ),
    Group(
        _("What you wrote, sealed"),
        CHECKED,
        Fate.KEPT,
        (
            "sealed.SpaceMember.person",
            "sealed.Envelope.author",
            "sealed.Blob.author",
            "sealed.Message.author",
            "sealed.SpaceLogEntry.author",
            "sealed.Approval.person",
        ),
    ),
    Group(
        _("Keys on their way to you"),
        _("They wait until your browser has taken them; without you they are of no use."),
        Fate.ERASED,
        (
            "sealed.Grant.person",
            "sealed.Candidacy.person",
            "sealed.Candidacy.proposed_by",
            "sealed.LogProposal.author",
        ),
    ),
    Group(
        _("What you did for others here"),
        TRAIL,
        Fate.UNTIED,
        (
            "organisations.Invitation.invited_by",
            "organisations.Duty.given_by",
            "programmes.ProgrammeDuty.given_by",
            "programmes.ImportRun.uploaded_by",
            "programmes.Draw.drawn_by",
            "learning.Assembly.called_by",
            "learning.BoardCard.by",
            "evaluation.AnalysisPlan.locked_by",
            "evaluation.PersonnelFile.uploaded_by",
            "evaluation.BaselineSurvey.begun_by",
            "evaluation.EvaluationReport.asked_by",
            "matching.MatchingRound.proposed_by",
            "matching.MatchingRound.announced_by",
            "matching.Proposal.removed_by",
            "matching.MatchingSettings.changed_by",
            "matching.BoardEdit.by",
            "matching.BoardNote.by",
            "relationships.PhaseChange.by",
            "relationships.Ending.by",
            "relationships.TalkRequest.answered_by",
        ),
        # That it was done, and when: what stood in it is about others, and is not hers to take.
        frozenset({"hashed_token", "person", "name", "mailed_to", "table", "mapping", "report"})
        | {"content", "columns", "answers", "file", "grounds", "file_digest"}
        | {"before", "after", "summary", "summary_before", "reasons", "parts", "mentor", "mentee"},
    ),
)
