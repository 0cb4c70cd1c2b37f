"""What the operator sees stands on the page, and every column that can hold text is named."""

import pytest
from django.apps import apps
from django.db import models

from rapport.sealed.columns import COLUMNS, SEALED
from rapport.sealed.visible import Visible
from tests.cast import Cast, browser_of

TEXTUAL = (
    models.CharField,
    models.TextField,
    models.JSONField,
    models.BinaryField,
    models.FileField,
    models.GenericIPAddressField,
)


def columns() -> set[str]:
    """Every column of ours in which words could stand."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("rapport.")]
    return {
        f"{model._meta.label}.{field.name}"
        for model in ours
        for field in model._meta.local_fields
        if isinstance(field, TEXTUAL)
    }


def classified() -> list[str]:
    return [
        f"{model}.{name}"
        for model, kinds in COLUMNS.items()
        for names in kinds.values()
        for name in names.split()
    ]


def test_every_column_that_can_hold_text_is_classified_once() -> None:
    known = classified()
    assert columns() - set(known) == set(), "say in sealed/columns.py what these columns show"
    assert len(known) == len(set(known))


def test_a_column_that_is_sealed_refuses_plain_text_or_holds_bytes_only() -> None:
    hidden = {model: names for model, kinds in COLUMNS.items() for names in [kinds.get(SEALED, "")]}
    assert {model for model, names in hidden.items() if names} == {
        "sealed.Envelope",
        "sealed.Blob",
        "sealed.IdentityKey",
        "sealed.UnlockSlot",
        "sealed.Keyring",
        "sealed.Grant",
        "sealed.LogProposal",
    }


@pytest.mark.django_db
def test_the_page_names_every_kind_and_every_loss_has_its_way(cast: Cast) -> None:
    with browser_of(cast.ada, cast.organisation) as ada:
        page = ada.get("/visible").content.decode()
        for kind in Visible:
            assert str(kind.value.what) in page
        lost = ada.get("/keys/lost").content.decode()
        assert lost.count("Who decides") == 8
