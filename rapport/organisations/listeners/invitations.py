"""Somebody was invited: the letter with the link goes out."""

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format

from rapport.domain.events import PersonInvited
from rapport.domain.sentences import _
from rapport.organisations.models import Invitation
from rapport.people.letters import Letter, absolute, compose

INVITATION = Letter(
    _("%(inviter)s invites you to %(organisation)s"),
    (
        _("Hello %(name)s,"),
        _(
            "%(inviter)s invites you to the mentoring of %(organisation)s. Open this address to "
            "join; it works once, and until %(until)s:"
        ),
        "%(url)s",
        _("If you do not know what this is about, do nothing; then nothing happens."),
    ),
)


def send_invitation(event: PersonInvited) -> None:
    """To whoever has an address. The link is made here, so that it is nowhere but in the letter."""
    invitation = Invitation.objects.select_related("person", "invited_by", "organisation").get(
        pk=event.invitation
    )
    if not (invitation.person.email and invitation.is_open):
        return
    token = invitation.renew_token()
    invitation.mailed_to = invitation.person.email
    invitation.save()
    with translation.override(invitation.person.language):
        compose(INVITATION, invitation.mailed_to, **words(invitation, token)).send()


def words(invitation: Invitation, token: str) -> dict[str, str]:
    inviter = invitation.invited_by.name if invitation.invited_by else str(invitation.organisation)
    return {
        "name": str(invitation),
        "inviter": inviter,
        "organisation": invitation.organisation.name,
        "until": date_format(timezone.localtime(invitation.expires_at), "DATE_FORMAT"),
        "url": absolute(reverse("invitation", args=[token])),
    }


ACCOUNT = Letter(
    _("You have an account already"),
    (
        _("Hello,"),
        _(
            "somebody, probably you, opened an invitation and gave this address for a new "
            "account. There is one with this address already. Sign in with it, and open the "
            "invitation once more:"
        ),
        "%(url)s",
        _("If that was not you, do nothing; then nothing happens."),
    ),
)


def send_word_of_account(email: str, url: str) -> None:
    """Only the mailbox learns that it has an account, never the page where it was typed."""
    compose(ACCOUNT, email, url=url).send()
