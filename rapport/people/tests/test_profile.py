"""A person's profile: name, language, zone and colours are kept and hold at once."""

import pytest

from rapport.people.models import Theme
from tests.cast import Cast, MountedClient

PROFILE = {"name": "Ada L.", "language": "de", "time_zone": "Europe/Berlin", "theme": "dark"}


@pytest.fixture
def ada(cast: Cast) -> MountedClient:
    client = MountedClient(cast.organisation)
    client.force_login(cast.ada)
    return client


def test_what_she_chooses_is_kept(cast: Cast, ada: MountedClient) -> None:
    assert ada.post("/profile/", PROFILE).status_code == 302
    cast.ada.refresh_from_db()
    assert {name: getattr(cast.ada, name) for name in PROFILE} == PROFILE


def test_language_zone_and_colours_hold_on_the_next_page(ada: MountedClient) -> None:
    ada.post("/profile/", PROFILE)
    page = ada.get("/profile/").content.decode()
    for mark in ('lang="de"', 'data-zone="Europe/Berlin"', 'data-theme="dark"'):
        assert mark in page


@pytest.mark.parametrize(
    ("account", "device", "shown"),
    [
        (Theme.DARK, "", "dark"),
        (Theme.DARK, "light", "light"),
        (Theme.DARK, "system", ""),
        (Theme.DEVICE, "dark", "dark"),
        (Theme.DEVICE, "", ""),
        (Theme.LIGHT, "nonsense", ""),
    ],
)
def test_a_device_may_differ_from_the_account(
    account: Theme, device: str, shown: str, cast: Cast, ada: MountedClient
) -> None:
    cast.ada.theme = account
    cast.ada.save()
    if device:
        ada.cookies["theme"] = device
    page = ada.get("/profile/").content.decode()
    html = page[: page.index("<head>")]
    assert (f'data-theme="{shown}"' in html) if shown else ("data-theme" not in html)


@pytest.mark.parametrize("wrong", [{"time_zone": "Mars/Base"}, {"language": "xx"}, {"theme": "x"}])
def test_what_does_not_exist_is_not_kept(
    wrong: dict[str, str], cast: Cast, ada: MountedClient
) -> None:
    answer = ada.post("/profile/", PROFILE | wrong)
    assert answer.status_code == 200
    cast.ada.refresh_from_db()
    assert cast.ada.name == "Ada"
