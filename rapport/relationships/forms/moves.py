"""Which move is wished."""

from django import forms

from rapport.domain.phases import Move
from rapport.web.forms import ActionForm


class MoveForm(ActionForm):
    move = forms.TypedChoiceField(
        choices=[(each.value, each.value) for each in (Move.GO_ON, Move.GO_BACK)], coerce=Move
    )
