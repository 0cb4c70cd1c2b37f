"""What to put on the shelf."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.domain.shelf import SHELF_LABELS, ShelfKind
from rapport.sealed.forms import SealedField
from rapport.web.forms import ActionForm


def kinds() -> list[tuple[str, Any]]:
    return [(each.value, _(label)) for each, label in SHELF_LABELS.items()]


class ShelfForm(ActionForm):
    kind = forms.TypedChoiceField(
        label=_("What is it?"), choices=kinds, coerce=ShelfKind, widget=forms.RadioSelect,
        initial=ShelfKind.LINK,
    )  # fmt: skip
    words = SealedField()
