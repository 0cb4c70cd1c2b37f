"""The few tags that pages are made with: wrap, icon, script, initials, words of an audience.

Knows how parts are drawn; knows nothing of what they show.
"""

from typing import Any

from django import template
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
    kind = "icon turns" if name in TURNING else "icon"
    address = static("web/icons.svg")
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#{}"></use></svg>', kind, address, name
    )


@register.simple_tag
def script(path: str) -> SafeString:
    """A module pinned to its content, behind what it imports."""
    every = ((static(each), integrity_of(each)) for each in with_imports(path))
    return format_html_join("\n  ", PINNED, every)


@register.simple_tag
def pinned(path: str) -> SafeString:
    """One script alone, pinned to its content."""
    return format_html(PINNED, static(path), integrity_of(path))


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
