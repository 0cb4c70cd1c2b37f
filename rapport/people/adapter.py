"""What we ask of the accounts library differently from what it does by itself."""

import base64
import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import record_authentication
from allauth.account.models import EmailAddress
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from rapport.domain.refusals import NotNow
from rapport.domain.sentences import _
from rapport.people.letters import absolute, compose
from rapport.people.models import Person
from rapport.people.words import ERRORS, LETTERS, MESSAGES, MFA_ERRORS

log = logging.getLogger(__name__)
FAILED = "account/messages/email_confirmation_failed.txt"
NO_MAIL = _("No mail could be sent just now. Nothing was changed; try again in a few minutes.")


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # the library is untyped
    error_messages = DefaultAccountAdapter.error_messages | ERRORS

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """People come by invitation; nobody signs up by herself."""
        return False

    def is_ajax(self, request: HttpRequest) -> bool:
        """Answers to scripts only where we ask by script: for the options of a passkey.

        Elsewhere a wrong password would be answered with status 400, which undoes the request
        and with it the count of tries.
        """
        return request.method == "GET" and bool(super().is_ajax(request))

    def pre_login(self, request: HttpRequest, user: Person, **words: Any) -> HttpResponse | None:
        """Nobody signs in without an e-mail address, by whichever way."""
        if not user.email and not EmailAddress.objects.filter(user=user).exists():
            closed: HttpResponse = self.respond_user_inactive(request, user)
            return closed
        answer: HttpResponse | None = super().pre_login(request, user, **words)
        return answer

    def login(self, request: HttpRequest, user: Person) -> None:
        """Signing in is itself the proof that somebody is fresh for sensitive changes."""
        super().login(request, user)
        record_authentication(request, user, method="sign_in", reauthenticated=True)

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """Nobody takes an address over that somebody else signs in with, or was invited by."""
        others = Person.objects.exclude(pk=email_address.user_id)
        if others.filter(email__iexact=email_address.email).exists():
            self.add_message(request, messages.ERROR, FAILED, {"email": email_address.email})
            return False
        return bool(super().confirm_email(request, email_address))

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Counted per e-mail alone: by default another port in the Host header counts anew."""
        return str(credentials.get("email") or "").strip().lower()

    # Where to go.

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return reverse("home") if request.META.get("SCRIPT_NAME") else reverse("organisations")

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account_login")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("mfa_index")

    def get_email_verification_redirect_url(self, email_address: EmailAddress) -> str:
        signed_in = self.request.user.is_authenticated
        return reverse("mfa_index" if signed_in else "account_login")

    # Letters and messages.

    def get_reset_password_from_key_url(self, key: str) -> str:
        parts = {"uidb36": "UID", "key": "KEY"}
        path = reverse("account_reset_password_from_key", kwargs=parts)
        return absolute(path.replace("UID-KEY", key))

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: Any) -> str:
        return absolute(reverse("account_confirm_email", args=[emailconfirmation.key]))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """One of our letters. A refusal when the mail server does not answer."""
        values = context | {
            "email": email,
            "reset_url": absolute(reverse("account_reset_password")),
        }
        try:
            compose(LETTERS[template_prefix], email, **values).send()
        except OSError as error:
            log.exception("A mail could not be sent")
            raise NotNow(NO_MAIL) from error

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Person,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """News of a change. The change stands even when the mail server does not answer."""
        to = email or EmailAddress.objects.get_primary_email(user)
        if not to:
            return
        facts = {"when": moment(), "ip": self.get_client_ip(self.request)} | (context or {})
        try:
            self.send_mail(template_prefix, to, facts)
        except NotNow:
            log.warning("%s was not announced by mail", template_prefix)

    def add_message(  # noqa: PLR0913, PLR0917  # the library's signature
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        sentence = message or gettext_or_nothing(MESSAGES[message_template or ""])
        if sentence:
            messages.add_message(request, level, sentence % (message_context or {}), extra_tags)


def gettext_or_nothing(sentence: str) -> str:
    """The empty sentence has a translation of its own: the head of the catalogue."""
    return gettext(sentence) if sentence else ""


def moment() -> str:
    return date_format(timezone.localtime(), "DATETIME_FORMAT")


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # the library is untyped
    error_messages = DefaultMFAAdapter.error_messages | MFA_ERRORS

    def encrypt(self, text: str) -> str:
        """Seeds of codes are of no use to whoever steals the database alone."""
        return cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return cipher().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user: Person, type: Authenticator.Type) -> str:  # noqa: A002  # the library's name
        count = Authenticator.objects.filter(user=user, type=type).count()
        return gettext("Passkey %(number)s") % {"number": count + 1}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The name under which a device keeps the passkey."""
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return entity | {"name": settings.MFA_TOTP_ISSUER}


def cipher() -> Fernet:
    """A key of its own, made from this installation's secret."""
    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"rapport/codes")
    return Fernet(base64.urlsafe_b64encode(derive.derive(settings.SECRET_KEY.encode())))
