"""The library's forms with our labels and help, and the form of the profile."""

import zoneinfo
from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as codes
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as passkeys
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from rapport.people.models import Person

PASSWORD_HELP = _("At least 12 characters. Four plain words in a row are good, and easy to keep.")

LABELS = {
    "login": _("E-mail"),
    "email": _("E-mail"),
    "password": _("Password"),
    "oldpassword": _("Present password"),
    "password1": _("New password"),
    "code": _("Code"),
    "name": _("Name of the passkey"),
}
HELP = {
    "password1": PASSWORD_HELP,
    "code": _("Six figures from your authenticator app, or one of your sign-in codes."),
    "name": _("So that you know it again, such as “My phone”."),
}


class PlainWords:
    """Our label and help for each field; one password field, because it can be shown."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("password2", None)
        for name, field in self.fields.items():
            field.label = LABELS.get(name, field.label)
            field.help_text = HELP.get(name, "")
            field.widget.attrs.pop("placeholder", None)


class SignInForm(PlainWords, account.LoginForm):  # type: ignore[misc]  # the library is untyped
    pass


class ForgottenPasswordForm(PlainWords, account.ResetPasswordForm):  # type: ignore[misc]  # as above
    def clean_email(self) -> str:
        """A link goes only to the address somebody signs in with, never to an unconfirmed one."""
        email: str = super().clean_email()
        self.users: list[Person] = [each for each in self.users if each.email == email.lower()]
        return email


class NewPasswordForm(PlainWords, account.ResetPasswordKeyForm):  # type: ignore[misc]  # as above
    pass


class FirstPasswordForm(PlainWords, account.SetPasswordForm):  # type: ignore[misc]  # as above
    pass


class ChangePasswordForm(PlainWords, account.ChangePasswordForm):  # type: ignore[misc]  # as above
    pass


class NewEmailForm(PlainWords, account.AddEmailForm):  # type: ignore[misc]  # as above
    pass


class PasswordAgainForm(PlainWords, account.ReauthenticateForm):  # type: ignore[misc]  # as above
    pass


class CodeForm(PlainWords, codes.AuthenticateForm):  # type: ignore[misc]  # as above
    pass


class CodeAgainForm(PlainWords, codes.ReauthenticateForm):  # type: ignore[misc]  # as above
    pass


class FirstCodeForm(PlainWords, totp.ActivateTOTPForm):  # type: ignore[misc]  # as above
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = _("Six figures that the app shows now.")


class NewPasskeyForm(PlainWords, passkeys.AddWebAuthnForm):  # type: ignore[misc]  # as above
    passwordless = forms.BooleanField(required=False, widget=forms.HiddenInput, initial=True)

    def clean_credential(self) -> dict[str, Any]:
        """Never keep what a passkey can unlock: browsers put it into the very same answer."""
        credential: dict[str, Any] = self.cleaned_data["credential"]
        kept: dict[str, Any] = without_unlocking(credential)
        return kept


class RenamePasskeyForm(PlainWords, passkeys.EditWebAuthnForm):  # type: ignore[misc]  # as above
    pass


def without_unlocking(credential: Any) -> Any:
    """The credential without the results of the PRF extension, wherever they hide."""
    if isinstance(credential, dict):
        return {k: without_unlocking(v) for k, v in credential.items() if k != "prf"}
    return credential


def time_zones() -> list[tuple[str, str]]:
    """All time zones with a place name, in order; underscores read as blanks."""
    names = sorted(name for name in zoneinfo.available_timezones() if "/" in name)
    kept = [name for name in names if not name.startswith(("Etc/", "SystemV/", "US/"))]
    return [("UTC", "UTC"), *((name, name.replace("_", " ")) for name in kept)]


class ProfileForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the checker alone
    time_zone = forms.ChoiceField(
        label=_("Time zone"), choices=time_zones, help_text=_("Meetings show in this zone.")
    )

    class Meta:
        model = Person
        fields = ["name", "language", "time_zone", "theme"]
        labels = {"name": _("Your name")}
        help_texts = {
            "name": _("The people you work with see it."),
            "theme": _("In the menu you may choose otherwise for one device."),
        }
        widgets = {"name": forms.TextInput(attrs={"autocomplete": "name"})}


def default_language(language: str | None) -> str:
    """A language we speak: the one asked for, else the first of the list."""
    spoken = [code for code, _name in settings.LANGUAGES]
    short = (language or "").split("-")[0]
    return short if short in spoken else spoken[0]
