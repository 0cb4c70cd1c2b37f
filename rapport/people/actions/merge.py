"""A placeholder turns out to be somebody with an account: all that points to it moves over.

A placeholder is a row for a person who was signed up without an address and never came. Which
tables point to people is asked of the models, so that a table added later moves as well.
"""

from collections.abc import Iterator
from typing import Any

from django.db import IntegrityError, models, transaction

from rapport.domain.refusals import NotAcceptable
from rapport.domain.sentences import _
from rapport.people.actions.accounts import has_account
from rapport.people.models import Person

TWICE = _(
    "You take part here already under your own account, and this invitation is for the same "
    "place once more. Nothing was changed; tell whoever invited you."
)


def is_placeholder(person: Person) -> bool:
    """No address, no way to sign in, never here."""
    return not person.email and not has_account(person)


@transaction.atomic
def merge_placeholder(placeholder: Person, into: Person) -> None:
    """Give `into` everything the placeholder has in this organisation; the placeholder goes.

    A refusal when both have what only one may have, such as two sign-ups for one intake.
    """
    if not is_placeholder(placeholder) or placeholder == into:
        raise NotAcceptable
    for model, field in pointing_to_people():
        move_rows(model, field, placeholder, into)
    forget(placeholder)


def pointing_to_people() -> Iterator[tuple[type[models.Model], str]]:
    """Every column that points to a person, of tables whose rows may change."""
    for relation in Person._meta.related_objects:
        model = relation.related_model
        if not isinstance(model, str) and not getattr(model, "is_append_only", False):
            yield model, relation.field.name


def move_rows(model: type[models.Model], field: str, placeholder: Person, into: Person) -> None:
    """Row by row: what both have, and may have only once, is kept as the account has it."""
    rows = model._base_manager.filter(**{field: placeholder})
    for row in rows:
        try:
            with transaction.atomic():
                model._base_manager.filter(pk=row.pk).update(**{field: into})
        except IntegrityError:
            drop_double(row)


def drop_double(row: models.Model) -> None:
    """A double that nothing hangs on goes; with something hanging on it, we refuse."""
    if any(points_to(row)):
        raise NotAcceptable(TWICE)
    row.delete()


def points_to(row: models.Model) -> Iterator[bool]:
    for relation in row._meta.related_objects:
        model: Any = relation.related_model
        yield model._base_manager.filter(**{relation.field.name: row}).exists()


def forget(placeholder: Person) -> None:
    """The row goes, unless another organisation still knows it; then it stays there."""
    rows = Person.objects.filter(pk=placeholder.pk)
    try:
        with transaction.atomic():
            rows._raw_delete(rows.db)
            # Ask now, not at the end: rows of other organisations cannot be seen from here.
            with transaction.get_connection().cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    except IntegrityError:
        return
