"""One person's sign-up, typed by hand; and finding people in a list."""

from dataclasses import replace
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from rapport.domain.visibility import AUDIENCES
from rapport.programmes.models import Enrolment
from rapport.programmes.reading import Role, SignUp
from rapport.programmes.reading.signups import fitting_its_role
from rapport.programmes.sign_ups import LISTS, NUMBERS, TEXTS
from rapport.web.forms import ActionForm

STATE_CHOICES = [
    ("", _("All")),
    ("waiting", _("Waiting for a pair")),
    ("invited", _("Invited, not joined yet")),
    ("joined", _("Joined")),
    ("withdrawn", _("Withdrawn")),
]
MOST_PARTNERS = 20


class ListField(forms.CharField):
    """Several things, one a line."""

    def __init__(self, **kwargs: Any) -> None:
        area = forms.Textarea(attrs={"rows": 3})
        super().__init__(required=False, max_length=4000, widget=area, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) or value is None else "\n".join(value)

    def clean(self, value: Any) -> tuple[str, ...]:
        lines = (line.strip()[:200] for line in super().clean(value).splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))


def number(label: Any, help_text: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, help_text=help_text, required=False, min_value=0, max_value=MOST_PARTNERS
    )


class EnrolmentForm(ActionForm):
    """What a sign-up says, field by field."""

    name = forms.CharField(label=_("Name"), max_length=200, required=False)
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        help_text=_("The invitation goes there. Without one you hand over a link yourself."),
    )
    reference = forms.CharField(
        label=_("Reference"),
        max_length=200,
        required=False,
        help_text=_("A number or code, where there is no e-mail address."),
    )
    role = forms.TypedChoiceField(
        label=_("Takes part as"), choices=Enrolment.Role.choices, coerce=Role
    )
    mentees_wanted = number(_("How many mentees"), _("For a mentor. One, if you leave it empty."))
    mentors_wanted = number(_("How many mentors"), _("For a mentee. One, if you leave it empty."))
    never_with = ListField(
        label=_("Manager or advisor"),
        help_text=_("Never paired with these people. One a line: name or e-mail address."),
    )
    topics = ListField(label=_("Topics"), help_text=_("One a line. They count most for a pair."))
    languages = ListField(label=_("Languages"), help_text=_("One a line."))
    stage = forms.CharField(label=_("Stage or year"), max_length=200, required=False)
    site = forms.CharField(label=_("Place"), max_length=200, required=False)
    time_zone = forms.CharField(
        label=_("Time zone"), max_length=64, required=False, help_text=_("Such as Europe/Berlin.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.audience = AUDIENCES["sign_up_answers"]  # type: ignore[attr-defined]  # drawn as a chip

    def sign_up(self, before: SignUp | None = None) -> SignUp:
        """The values of the form over what was there before, which keeps its answers."""
        values = self.cleaned_data | {"email": self.cleaned_data["email"].lower()}
        return fitting_its_role(replace(before or SignUp(values["role"]), **values))


class PeopleFilter(forms.Form):
    """Whom to show; every part may be empty, and none is marked as optional."""

    use_required_attribute = False
    words = forms.CharField(label=_("Name, e-mail address or reference"), max_length=200)
    role = forms.ChoiceField(label=_("Role"), choices=[("", _("All")), *Enrolment.Role.choices])
    state = forms.ChoiceField(label=_("How far"), choices=STATE_CHOICES)


def chosen_filter(asked: QueryDict) -> dict[str, str]:
    """What can be used of a request; nonsense counts as nothing."""
    form = PeopleFilter(asked)
    form.full_clean()
    return {name: form.cleaned_data.get(name, "") for name in form.fields}


def current(enrolment: Enrolment) -> dict[str, Any]:
    """The sign-up as it is."""
    return {name: getattr(enrolment, name) for name in ("role", *TEXTS, *LISTS, *NUMBERS)}
