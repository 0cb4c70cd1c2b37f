"""How forms are drawn: labels, chips, help and errors in our own words and order.

Knows templates only. Widgets stay Django's own, so that every form field works as documented.
"""

from django.forms.renderers import DjangoTemplates


class Renderer(DjangoTemplates):
    """Forms and fields from `web/forms/`, widgets from Django."""

    form_template_name = "web/forms/form.html"
    formset_template_name = "web/forms/formset.html"
    field_template_name = "web/forms/field.html"
