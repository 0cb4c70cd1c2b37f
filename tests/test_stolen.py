"""What a thief finds in dumps, data files, write-ahead log and server log of a database.

The words are sealed here by the second implementation, without a browser. The journey does the same
with two browsers, and with mails and everything they send besides.
"""

from collections.abc import Iterator
from secrets import token_bytes
from uuid import uuid4

import pytest

from rapport.organisations.tenancy import tenant
from rapport.programmes.models import Programme
from rapport.sealed.actions import put_envelope
from rapport.sealed.actions.blob import store_blob
from rapport.sealed.protocol.blob import BlobHeader, seal_blob
from tests.canary import Canaries, finds
from tests.cast import Cast, pair
from tests.sealing import Hands
from tests.stolen import LEAST_NOISE, LEAST_SEALED, MOST_IN_TEXT, all_sealed, entropy
from tests.theft import LOG, PLACES, Database, loot_of, talkative_database


@pytest.fixture
def database(committed_db: None) -> Iterator[Database]:
    with talkative_database() as connection:
        yield connection


def write(cast: Cast, canaries: Canaries, control: Canaries) -> None:
    """A sealed word and its next revision, an attachment; and one word that is left unsealed."""
    with tenant(cast.organisation):
        Programme.objects.create(name="Lighthouse", slug="stolen", purpose=control.plant("purpose"))
        relationship = pair(cast)
        hands = Hands(relationship)
        words = None
        for word in ("goal", "goal in other words"):
            sealed = hands.sealed(
                cast.ada, "goal/1", {"wording": canaries.plant(word)}, thing=words
            )
            words = put_envelope(relationship.space, sealed, by=cast.ada, onto=words)
        header = BlobHeader(hands.sid, str(uuid4()), str(cast.ada.pk))
        content = canaries.plant("attachment").encode() * 2000
        blob = seal_blob(header, content, key=token_bytes(32), salt=token_bytes(32))
        store_blob(relationship.space, blob, by=cast.ada)


def test_a_thief_of_the_database_finds_no_word(database: Database, committed_cast: Cast) -> None:
    canaries, control = Canaries(), Canaries()
    log_from = LOG.stat().st_size
    write(committed_cast, canaries, control)
    loot = loot_of(database, log_from)
    assert finds(loot, control) == [f"purpose in {place}" for place in PLACES]
    assert finds(loot, canaries) == []
    sealed = all_sealed(database)
    assert len(sealed) >= LEAST_SEALED
    assert entropy(sealed) > LEAST_NOISE
    assert entropy(loot["dump as text"]) < MOST_IN_TEXT
