"""Figures, as the browser of whoever lends them takes them out of her own sealed words."""

from django import forms

from rapport.domain.pulse import HIGH, LOW
from rapport.domain.waves import THEMES, Subject
from rapport.web.forms import ActionForm


class PoolForm(ActionForm):
    def __init__(self, *args: object, subject: Subject = Subject.PULSE, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # as Django's forms take them
        for theme in THEMES[subject]:
            self.fields[theme] = forms.IntegerField(min_value=LOW, max_value=HIGH)
