"""How forms are drawn: with our own field template."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Templates from our folders first."""
