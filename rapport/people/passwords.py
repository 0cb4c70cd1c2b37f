"""Passwords that were in known breaches, refused without asking anybody outside."""

from django.contrib.auth.password_validation import CommonPasswordValidator


class BreachedPasswordValidator(CommonPasswordValidator):
    """Django's list of 20,000 passwords made from published breaches."""
