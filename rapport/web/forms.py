"""Forms that carry out an act, and keep what was typed when the domain refuses."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db import transaction

from rapport.domain.refusals import Refusal
from rapport.web.sentences import in_words


class ActionForm(forms.Form):
    """A form whose one purpose is an act of ours."""

    required_css_class = "required"

    def attempt(self, action: Callable[..., Any], *args: Any, **words: Any) -> bool:
        """Carry out the act; a refusal becomes the form's error, and nothing typed is lost."""
        try:
            with transaction.atomic():
                self.result = action(*args, **words)
        except Refusal as refusal:
            self.add_error(None, in_words(refusal))
            return False
        return True
