"""A value sort: the cards sealed, and whether she is done."""

from django import forms

from rapport.sealed.forms import SealedField
from rapport.web.forms import ActionForm


class ValueSortForm(ActionForm):
    words = SealedField()
    done = forms.BooleanField(required=False, widget=forms.HiddenInput)
