"""What tests of a relationship share: work inside the organisation."""

from collections.abc import Iterator

import pytest

from rapport.organisations.tenancy import tenant
from rapport.relationships.models import Relationship
from tests.cast import Cast


@pytest.fixture
def here(cast: Cast, relationship: Relationship) -> Iterator[Relationship]:
    """Ada and Ben's relationship, seen from inside their organisation."""
    with tenant(cast.organisation):
        yield relationship
