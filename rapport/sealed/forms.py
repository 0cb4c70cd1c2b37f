"""Form fields for what a browser sealed or signed: base64 in, checked frames out."""

from base64 import b64decode
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rapport.sealed.protocol.envelope import Header, take_apart
from rapport.sealed.protocol.refusals import Refused
from rapport.web.forms import ActionForm

NOTHING_SEALED: Final = _(
    "Nothing arrived that was sealed in your browser, so nothing was saved. "
    "What you typed is kept; unlock your sealed pages and send it again."
)
NOTHING_SIGNED: Final = _(
    "No signature arrived, so nothing was signed. Unlock your sealed pages and sign again."
)


@dataclass(frozen=True)
class SealedInput:
    """An envelope whose frame is sound; what is in it only its members' browsers can say."""

    envelope: bytes
    header: Header
    hash: str


def read_sealed(envelope: bytes) -> SealedInput:
    """Take an envelope's header; raises `protocol.refusals.Refused`."""
    parts = take_apart(envelope)
    return SealedInput(envelope, parts.header, parts.hash)


class SealedField(forms.Field):
    """The envelope of a `<sealed-field>`; print it with `{% sealed_field form.name … %}`.

    `required=False` together with `optional` on the tag lets a person leave all of it empty.
    """

    widget = forms.HiddenInput
    default_error_messages = {"required": NOTHING_SEALED, "invalid": NOTHING_SEALED}

    def to_python(self, value: Any) -> SealedInput | None:
        if not value:
            return None
        try:
            return read_sealed(b64decode(value, validate=True))
        except (ValueError, Refused) as trouble:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from trouble


class AgreementSignatureField(forms.Field):
    """The 64 bytes of an `<agreement-signature>`."""

    widget = forms.HiddenInput
    default_error_messages = {"required": NOTHING_SIGNED, "invalid": NOTHING_SIGNED}

    def to_python(self, value: Any) -> bytes | None:
        if not value:
            return None
        try:
            signature = b64decode(value, validate=True)
        except ValueError:
            signature = b""
        if len(signature) != 64:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return signature


class NoteForm(ActionForm):
    """A note in the private journal."""

    words = SealedField()
