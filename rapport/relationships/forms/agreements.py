"""The agreement: its text, what stands openly in it, and a signature under it."""

from datetime import date

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rapport.relationships.actions.agreements import Terms
from rapport.sealed.forms import AgreementSignatureField, SealedField
from rapport.web.forms import ActionForm


class DraftForm(ActionForm):
    words = SealedField()


class OfferForm(ActionForm):
    """Offer the text at the revision that was read, with rhythm, length and last day."""

    rhythm_days = forms.IntegerField(
        label=_("Days between meetings"),
        validators=[MinValueValidator(1), MaxValueValidator(180)],
        widget=forms.NumberInput(attrs={"min": 1, "max": 180}),
    )
    minutes = forms.IntegerField(
        label=_("Minutes each time"),
        validators=[MinValueValidator(10), MaxValueValidator(480)],
        widget=forms.NumberInput(attrs={"min": 10, "max": 480, "step": 5}),
    )
    until = forms.DateField(
        label=_("Until"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    revision = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if until <= timezone.localdate():
            raise forms.ValidationError(_("Choose a day that lies ahead; you can renew later."))
        return until

    @property
    def terms(self) -> Terms:
        """What stands openly in the version."""
        typed = self.cleaned_data
        return Terms(typed["rhythm_days"], typed["minutes"], typed["until"])


class SignatureForm(ActionForm):
    signature = AgreementSignatureField()
