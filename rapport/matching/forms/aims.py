"""An aim of a round, chosen or only looked at; and the question that makes groups."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.matching.models import Aim, MatchingRound
from rapport.matching.pages.aims import FIELDS, questions_by_choice
from rapport.matching.words import question_in_words
from rapport.web.forms import ActionForm


class AimForm(ActionForm):
    """The aim whose pairs are to stand."""

    aim = forms.ChoiceField(choices=Aim.choices)


class LookForm(forms.Form):
    """Which aim to compare with the pairs that stand, and by which answer to look at groups."""

    aim = forms.ChoiceField(label=_("Compare with"), choices=Aim.choices)
    question = forms.ChoiceField(label=_("Groups by"), required=False)

    def __init__(self, *args: Any, matching_round: MatchingRound, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = [(one.name, one.name) for one in questions_by_choice(matching_round)]
        fields = [(name, question_in_words(name)) for name in FIELDS]
        self.fields["question"].choices = [  # type: ignore[attr-defined]  # a field of choices
            ("", _("no groups")), *fields, *own,
        ]  # fmt: skip
