"""What the accounts library says, in our words: letters, messages and errors, a row each.

The keys are the library's; a test finds a key that has no row.
"""

from django.utils.translation import gettext_lazy

from rapport.domain.sentences import _
from rapport.people.letters import Letter

CLOSE = _("If that was not you, set a new password at once, and tell whoever runs your programme:")
WHEN = _("It was done on %(when)s, from the network address %(ip)s.")
RESET = "%(reset_url)s"

LETTERS: dict[str, Letter] = {
    "account/email/password_reset_key": Letter(
        _("Set a new password"),
        (
            _("Hello,"),
            _("somebody, probably you, asked for a new password. Set it here within an hour:"),
            "%(password_reset_url)s",
            _("If you did not ask, do nothing: your password stays as it is."),
            _(
                "A new password lets you in. It does not open your sealed pages; for those you "
                "need your key phrase or your recovery code as before."
            ),
        ),
    ),
    "account/email/unknown_account": Letter(
        _("Set a new password"),
        (
            _("Hello,"),
            _(
                "somebody, probably you, asked for a new password for this address. "
                "There is no account with this address."
            ),
            _("Perhaps you signed up with another one; ask for a new password for that:"),
            RESET,
        ),
    ),
    "account/email/email_confirmation": Letter(
        _("Confirm your e-mail address"),
        (
            _("Hello,"),
            _("open this address within three days to confirm that this mailbox is yours:"),
            "%(activate_url)s",
            _("If you know nothing of this, do nothing; then nothing happens."),
        ),
    ),
    "account/email/email_changed": Letter(
        _("Your e-mail address was changed"),
        (
            _("Hello,"),
            _("from now on you sign in with %(to_email)s instead of %(from_email)s."),
            WHEN,
            CLOSE,
            RESET,
        ),
    ),
    "account/email/password_changed": Letter(
        _("Your password was changed"),
        (
            _("Hello,"),
            _("your password was changed. All other devices were signed out."),
            WHEN,
            CLOSE,
            RESET,
        ),
    ),
    "account/email/password_set": Letter(
        _("Your password was set"),
        (_("Hello,"), _("your account has a password now."), WHEN, CLOSE, RESET),
    ),
    "account/email/password_reset": Letter(
        _("Your password was changed"),
        (
            _("Hello,"),
            _("a new password was set by a link from a mail. All devices were signed out."),
            WHEN,
            CLOSE,
            RESET,
        ),
    ),
    "mfa/email/totp_activated": Letter(
        _("An authenticator app was added"),
        (
            _("Hello,"),
            _("from now on signing in asks for a code from your authenticator app."),
            WHEN,
            CLOSE,
            RESET,
        ),
    ),
    "mfa/email/totp_deactivated": Letter(
        _("The authenticator app was removed"),
        (_("Hello,"), _("signing in no longer asks for a code."), WHEN, CLOSE, RESET),
    ),
    "mfa/email/webauthn_added": Letter(
        _("A passkey was added"),
        (_("Hello,"), _("a passkey was added to your account."), WHEN, CLOSE, RESET),
    ),
    "mfa/email/webauthn_removed": Letter(
        _("A passkey was removed"),
        (_("Hello,"), _("a passkey was removed from your account."), WHEN, CLOSE, RESET),
    ),
    "mfa/email/recovery_codes_generated": Letter(
        _("New sign-in codes were made"),
        (
            _("Hello,"),
            _("new sign-in codes were made; the old ones no longer work."),
            WHEN,
            CLOSE,
            RESET,
        ),
    ),
}

MESSAGES: dict[str, str] = {
    "account/messages/email_confirmation_sent.txt": _(
        "We sent a mail to %(email)s. Open the link in it to confirm the address."
    ),
    "account/messages/email_confirmation_failed.txt": _(
        "%(email)s could not be confirmed, because it belongs to another account here. "
        "Nothing was changed."
    ),
    "account/messages/email_confirmed.txt": _("%(email)s is confirmed."),
    "account/messages/email_deleted.txt": _("%(email)s was removed."),
    "account/messages/cannot_delete_primary_email.txt": _(
        "%(email)s is the address you sign in with, so it stays."
    ),
    "account/messages/logged_in.txt": "",
    "account/messages/logged_out.txt": _("You are signed out."),
    "account/messages/password_changed.txt": _("Your new password is set."),
    "account/messages/password_set.txt": _("Your password is set."),
    "account/messages/primary_email_set.txt": _("You sign in with this address from now on."),
    "account/messages/unverified_primary_email.txt": _(
        "Confirm the address first; then you can sign in with it."
    ),
    "mfa/messages/totp_activated.txt": _("Your authenticator app is set up."),
    "mfa/messages/totp_deactivated.txt": _("The authenticator app is removed."),
    "mfa/messages/webauthn_added.txt": _("Your passkey is added."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
    "mfa/messages/recovery_codes_generated.txt": _(
        "Your sign-in codes are made. Keep them; they are shown once."
    ),
    "usersessions/messages/sessions_logged_out.txt": _("All other devices are signed out."),
}

ERRORS = {
    "account_inactive": gettext_lazy("This account is closed."),
    "duplicate_email": gettext_lazy("This is your address already."),
    "email_password_mismatch": gettext_lazy(
        "E-mail and password do not fit together. Check both and try again."
    ),
    "email_taken": gettext_lazy("This address belongs to another account. Take another one."),
    "enter_current_password": gettext_lazy("This is not your present password."),
    "incorrect_password": gettext_lazy("This is not your password. Try again."),
    "incorrect_code": gettext_lazy("This did not work. Take a fresh code and try again."),
    "invalid_password_reset": gettext_lazy("This link was used before, or it is too old."),
    "too_many_login_attempts": gettext_lazy(
        "There were too many tries. Wait a quarter of an hour, then try again."
    ),
    "rate_limited": gettext_lazy("That was too often. Wait a few minutes, then try again."),
    "same_as_current": gettext_lazy("This is the same as before."),
}

MFA_ERRORS = {
    "incorrect_code": ERRORS["incorrect_code"],
    "unverified_email": gettext_lazy("Confirm your e-mail address first; then come back."),
    "add_email_blocked": gettext_lazy("An address cannot be added to this account."),
    "cannot_delete_authenticator": gettext_lazy("This cannot be removed."),
    "cannot_generate_recovery_codes": gettext_lazy(
        "Sign-in codes are for accounts with a passkey or an authenticator app. Add one first."
    ),
}

# Ways in that we do not offer, so their words are never needed.
NOT_OFFERED = (
    "account/messages/login_code_sent.txt",
    "account/messages/phone_verification_sent.txt",
    "account/messages/phone_verified.txt",
    "account/email/account_already_exists",
    "account/email/email_confirmation_signup",
    "account/email/email_confirm",
    "account/email/email_deleted",
    "account/email/login_code",
    "account/email/password_reset_code",
)
