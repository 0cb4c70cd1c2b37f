"""A device by the name of its browser and system, as far as browsers still tell."""

from django import template
from django.utils.translation import gettext as _

register = template.Library()

# What stands in the header, and what people call it; the first that fits is it.
BROWSERS = (
    ("Firefox/", "Firefox"),
    ("Edg", "Edge"),
    ("SamsungBrowser", "Samsung Internet"),
    ("OPR/", "Opera"),
    ("Chrom", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


@register.filter
def device(user_agent: str) -> str:
    """“Firefox on Android”; the header itself, shortened, when it is none we know."""
    browser, system = (first(table, user_agent) for table in (BROWSERS, SYSTEMS))
    if not (browser and system):
        return user_agent[:60]
    return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}


def first(table: tuple[tuple[str, str], ...], text: str) -> str:
    return next((name for mark, name in table if mark in text), "")
