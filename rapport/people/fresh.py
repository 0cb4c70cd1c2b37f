"""The mark for views whose act wants a sign-in of the last five minutes."""

from collections.abc import Callable

from allauth.account.decorators import reauthentication_required
from django.http import HttpResponseBase


def wants_fresh_sign_in[View: Callable[..., HttpResponseBase]](view: View) -> View:
    """Opening or posting to this view first asks the person to show that it is her."""
    return reauthentication_required(view)  # type: ignore[no-any-return]  # the library is untyped
