"""Each part does what docs/look.md says of it."""

from pathlib import Path

import pytest
from django import forms
from django.template import engines
from django.test import RequestFactory

from rapport.domain.visibility import LABELS, Audience
from rapport.web.templatetags.parts import audience_icon, icon, initials
from rapport.web.views.design import FRAME, USES, design
from rapport.web.views.design_samples import icons

WEB = Path(__file__).parents[1]
LOOK = WEB.parents[1] / "docs" / "look.md"
NAMES = {
    "Ada Lovelace": "AL",
    "Maximiliane-Theresia von und zu Hohenstein": "MH",
    "Cher": "C",
    "李明": "李",
    "  ": "",
    "": "",
    "élan vital": "ÉV",
    "Ada (she)": "A",
}


def drawn(source: str, **words: object) -> str:
    return engines["django"].from_string("{% load parts %}" + source).render(dict(words))


class Nameless:
    pk = 1
    name = ""

    def __str__(self) -> str:
        return "ada@example.org"


class Wish(forms.Form):
    wish = forms.CharField(help_text="One sentence.")


def test_every_part_is_on_the_living_page_or_belongs_to_the_frame() -> None:
    parts = {path.stem for path in (WEB / "templates/web/components").glob("*.html")}
    assert parts == set(USES) | FRAME


@pytest.mark.parametrize("part", USES)
def test_every_part_is_in_the_reference(part: str) -> None:
    assert f"| `{part}` |" in LOOK.read_text(encoding="utf-8")


def test_the_living_page_draws_every_part_in_both_themes(rf: RequestFactory) -> None:
    page = design(rf.get("/design")).content.decode()
    assert page.count('data-theme="light"') == page.count('data-theme="dark"') == len(USES) + 3
    assert "{%" not in page


@pytest.mark.parametrize(("name", "letters"), NAMES.items())
def test_a_face_has_at_most_two_letters(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize("audience", Audience)
def test_every_audience_has_a_chip_an_icon_and_an_explanation(audience: Audience) -> None:
    chip = drawn(
        '{% include "web/components/audience.html" with audience=who only %}', who=audience
    )
    tips = drawn('{% include "web/components/audience_tips.html" only %}')
    assert LABELS[audience] in chip
    assert f"#{audience_icon(audience)}" in chip
    assert f'id="audience-{audience}"' in tips


def test_a_supervised_pair_is_never_told_that_only_the_two_can_read() -> None:
    chip = drawn('{% include "web/components/audience.html" with audience="pair" supervised=1 %}')
    assert "safeguarding" in chip


def test_words_given_to_a_part_are_escaped_once() -> None:
    page = drawn('{% wrap "sheet" title=title %}<p>{{ title }}</p>{% endwrap %}', title="<b>&")
    assert page.count("&lt;b&gt;&amp;") == 2
    assert "<p>" in page


def test_a_part_sees_only_what_it_is_given() -> None:
    assert "secret" not in drawn('{% wrap "sheet" title="x" %}{% endwrap %}', lead="secret")


def test_an_icon_is_in_the_sprite_and_silent() -> None:
    assert "lock" in icons()
    assert 'aria-hidden="true"' in icon("lock")


def test_every_icon_a_template_names_is_in_the_sprite() -> None:
    named = {
        part.split('"')[0]
        for path in WEB.parents[0].glob("**/templates/**/*.html")
        for part in path.read_text(encoding="utf-8").split('{% icon "')[1:]
    }
    assert named <= set(icons())


def test_a_wrong_field_points_to_its_help_and_its_error() -> None:
    form = str(Wish({"wish": ""}))
    assert 'aria-describedby="id_wish_helptext id_wish_error"' in form
    assert 'id="id_wish_helptext"' in form
    assert 'id="id_wish_error"' in form
    assert 'href="#id_wish"' in form


def test_a_person_without_a_name_still_has_a_menu_with_a_way_out(rf: RequestFactory) -> None:
    request = rf.get("/")
    request.person = Nameless()  # type: ignore[attr-defined]
    words = {"request": request, "sign_out_url": "/out"}
    page = engines["django"].get_template("web/components/person_menu.html").render(words)
    frame = drawn('{% include "web/base.html" %}', **words)
    assert 'action="/out"' in page
    assert 'popovertarget="person-menu"' in frame
