"""Giving somebody a duty in a programme."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.domain.permissions import Role
from rapport.programmes.models import ProgrammeDuty
from rapport.web.forms import ActionForm


class DutyForm(ActionForm):
    email = forms.EmailField(
        label=_("E-mail address"), help_text=_("Of somebody who belongs to this organisation.")
    )
    role = forms.TypedChoiceField(
        label=_("Duty"), choices=ProgrammeDuty.ROLES, coerce=Role, widget=forms.RadioSelect
    )
