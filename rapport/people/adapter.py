"""What we ask of the accounts library differently from what it does by itself."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # the library is untyped
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """People come by invitation; nobody signs up by herself."""
        return False


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # the library is untyped
    """Second factors and passkeys as the library brings them."""
