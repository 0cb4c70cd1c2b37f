"""What a browser sends when a pair shares its agreement."""

from base64 import b64decode

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rapport.sealed.protocol.disclosure import OPENING
from rapport.web.forms import ActionForm

NOTHING_OPENED = _("The text was not opened, so nothing was shared. Unlock your pages, try again.")


class OpeningForm(ActionForm):
    """What opens the signed text, 32 bytes in base64."""

    opening = forms.CharField(
        widget=forms.HiddenInput, max_length=64, error_messages={"required": NOTHING_OPENED}
    )

    def clean_opening(self) -> bytes:
        try:
            opening = b64decode(self.cleaned_data["opening"], validate=True)
        except ValueError:
            opening = b""
        if len(opening) != OPENING:
            raise ValidationError(NOTHING_OPENED)
        return opening
