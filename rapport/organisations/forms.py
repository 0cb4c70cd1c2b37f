"""What is asked when an organisation begins, when somebody is invited, and when she comes."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rapport.organisations.actions.organisations import Founder
from rapport.organisations.setup_code import is_right
from rapport.people.forms import PASSWORD_HELP, default_language, time_zones
from rapport.people.models import Person
from rapport.web.forms import ActionForm


class NewPersonForm(ActionForm):
    """Somebody makes her account: name, address, password, language, time zone."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=200,
        help_text=_("The people you work with see it."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("E-mail"),
        help_text=_("You sign in with it."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        help_text=PASSWORD_HELP,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=time_zones)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = default_language(get_language())

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        return email.lower()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        person = Person(name=data.get("name", ""), email=data.get("email", ""))
        try:
            validate_password(data.get("password", ""), person)
        except ValidationError as error:
            self.add_error("password", error)
        return data


class SetupForm(NewPersonForm):
    """The first organisation and its first person."""

    organisation = forms.CharField(
        label=_("Name of your organisation"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization", "data-slug-of": "id_slug"}),
    )
    slug = forms.SlugField(
        label=_("Its address here"),
        max_length=63,
        required=False,
        help_text=_(
            "Short, in small letters, such as “harbour”. Left empty, it is made by itself."
        ),
    )
    code = forms.CharField(
        label=_("Code from the terminal"),
        help_text=_("It stands in the link that was printed when the server started."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    field_order = ["code", "organisation", "slug", "name", "email", "password"]

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if not is_right(code):
            raise ValidationError(_("This is not the code. Look into the terminal once more."))
        return code

    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"] or slugify(self.cleaned_data.get("organisation", ""))
        return slug.lower().strip("-_").replace("_", "-")[:63] or "organisation"

    def founder(self) -> Founder:
        wanted = ("name", "email", "password", "language", "time_zone")
        return Founder(**{each: self.cleaned_data[each] for each in wanted})


class SureForm(ActionForm):
    """Nothing is erased by a slip of the finger."""

    sure = forms.BooleanField(label=_("I have read what happens, and I want it."))


class RecognisedForm(ActionForm):
    """Whoever asks for help with signing in has shown who she is."""

    recognised = forms.BooleanField(
        label=_("I have met the person, or seen them in a call, and I know that it is them."),
        help_text=_("An e-mail, a chat message or a voice alone is not enough."),
    )


class InviteForm(ActionForm):
    name = forms.CharField(label=_("Name"), max_length=200)
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        help_text=_("Without an address you get a link that you hand over yourself."),
    )


class NewcomerForm(NewPersonForm):
    """Whoever was written to needs no address: she opened what was sent there."""

    def __init__(self, *args: Any, mailed_to: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if mailed_to:
            del self.fields["email"]
