"""The options of a passkey for the browser, as an attribute: pages hold no script of any kind."""

import json
from typing import Any

from django import template
from django.core.serializers.json import DjangoJSONEncoder

register = template.Library()


@register.filter
def as_json(options: Any) -> str:
    return json.dumps(options, cls=DjangoJSONEncoder)
