"""The few tags that pages are made with: wrap, icon, script, initials, words of an audience.

Knows how parts are drawn; knows nothing of what they show.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from rapport.domain.visibility import EXPLANATIONS, LABELS, Audience
from rapport.installation.integrity import integrity_of, with_imports

register = template.Library()

PINNED = '<script type="module" src="{}" integrity="{}"></script>'
# Arrows that point along the line of reading turn round where reading turns round.
TURNING = {"forward", "back", "leave"}
AUDIENCE_ICONS = {
    Audience.ONLY_YOU: "lock",
    Audience.PAIR: "pair",
    Audience.PROGRAMME: "programme",
    Audience.POOLED: "pooled",
}


@register.simple_block_tag(takes_context=True)
def wrap(context: Context, content: str, part: str, **words: Any) -> SafeString:
    """Draw the named part around the content; the part sees only the words it is given."""
    engine = context.template.engine if context.template else template.Engine.get_default()
    drawing = engine.get_template(f"web/components/{part}.html")
    return drawing.render(context.new({**words, "content": content}))


@register.simple_tag
def icon(name: str) -> SafeString:
    """A decorative icon of the sprite; the words beside it say what it means."""
    return drawn(name, settings.STATIC_URL)


@cache
def drawn(name: str, _release: str) -> SafeString:
    """Kept for each release: a page shows some sixty icons, and finding their address costs."""
    kind = "icon turns" if name in TURNING else "icon"
    address = static("web/icons.svg")
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#{}"></use></svg>', kind, address, name
    )


@register.simple_tag
def script(path: str) -> SafeString:
    """A module pinned to its content, behind what it imports."""
    return pinned(with_imports(path))


@register.simple_tag
def pinned(paths: Iterable[str]) -> SafeString:
    """These modules, each pinned to its content; what they import is not looked for."""
    if settings.DEVELOPMENT:
        return fresh_tags(tuple(paths))
    return lasting_tags(tuple(paths), settings.STATIC_URL)


def fresh_tags(paths: tuple[str, ...], _release: str = "") -> SafeString:
    every = ((static(each), integrity_of(each)) for each in paths)
    return format_html_join("\n  ", PINNED, every)


lasting_tags = lru_cache(maxsize=None)(fresh_tags)


@register.filter
def initials(name: object) -> str:
    """At most two letters for a face: of the first and the last word, or of the only one."""
    words = [word for word in str(name or "").split() if word[0].isalpha()]
    letters = [word[0] for word in words]
    return "".join([*letters[:1], *letters[1:][-1:]]).upper()


@register.simple_tag
def audiences() -> list[dict[str, str]]:
    """Every audience with its explanation, for the popovers that chips open."""
    return [
        {"value": audience, "label": gettext(LABELS[audience]), "text": gettext(text)}
        for audience, text in EXPLANATIONS.items()
    ]


@register.filter
def audience_label(audience: str) -> str:
    """The words on the chip."""
    return gettext(LABELS[Audience(audience)])


@register.filter
def audience_icon(audience: str) -> str:
    """The icon on the chip: always the same for the same audience."""
    return AUDIENCE_ICONS[Audience(audience)]
