"""The three equal answers."""

from django import forms

from rapport.domain.rhythm import Answer
from rapport.web.forms import ActionForm


class DriftAnswerForm(ActionForm):
    question = forms.UUIDField()
    answer = forms.TypedChoiceField(
        choices=[(each.value, each.value) for each in Answer], coerce=Answer
    )
