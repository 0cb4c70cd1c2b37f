"""Answers to a pulse, and what to talk about: sealed, with the number of the round."""

from django import forms

from rapport.sealed.forms import SealedField
from rapport.web.forms import ActionForm


class PulseForm(ActionForm):
    words = SealedField()
    number = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


class TopicForm(ActionForm):
    words = SealedField()
