"""Ways to unlock are changed only soon after the person showed that it is her.

The page asks for a fresh sign-in and notes it in the session; the change itself may come a while
later, because a card is printed in between.
"""

from datetime import timedelta
from typing import Final

from django.http import HttpRequest
from django.utils import timezone

from rapport.domain.refusals import NotNow
from rapport.domain.sentences import _

NOTE: Final = "sealed_change_until"
LASTS: Final = timedelta(minutes=30)


def allow_change(request: HttpRequest) -> None:
    """To be called behind a door that wants a fresh sign-in."""
    request.session[NOTE] = (timezone.now() + LASTS).timestamp()


def require_allowance(request: HttpRequest) -> None:
    """Raise NotNow unless such a page was opened within the last 30 minutes."""
    if request.session.get(NOTE, 0) < timezone.now().timestamp():
        raise NotNow(_("Open the page once more and sign in again. Nothing was changed."))
