"""The account of a person in this installation."""

from rapport.people.models.person import Person, Theme

__all__ = ["Person", "Theme"]
