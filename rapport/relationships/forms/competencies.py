"""A look at skills: sealed, and about whom."""

from typing import Any

from django import forms

from rapport.people.models import Person
from rapport.relationships.models import Participant
from rapport.sealed.forms import SealedField
from rapport.web.forms import ActionForm


class CompetencyForm(ActionForm):
    words = SealedField()
    about = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, members: list[Participant], **words: Any) -> None:
        super().__init__(*args, **words)
        self.members = {each.person_id: each.person for each in members}

    @property
    def whom(self) -> Person | None:
        """The member it is about; None when it is nobody here."""
        return self.members.get(self.cleaned_data["about"])
