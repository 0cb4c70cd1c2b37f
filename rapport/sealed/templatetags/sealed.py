"""The tags by which pages show and take sealed words.

{% load sealed %}
{% block modules %}{% sealed_scripts %}{% endblock %}

{% sealed_record goal.words %}
      <p><sealed-text word="wording"></sealed-text></p>
{% endsealed_record %}

{% sealed_field form.words space=relationship.space words=goal.words schema="goal/1" %}
  <label>… <textarea data-word="wording" required></textarea></label>
{% endsealed_field %}

{% agreement_signature form.signature agreement.words statement=agreement.statement %}
"""

from base64 import b64decode, b64encode
from typing import Any
from uuid import UUID, uuid4

from django import template
from django.forms import BoundField
from django.middleware.csrf import get_token
from django.template.context import Context
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from rapport.organisations.requests import OrganisationRequest
from rapport.people.models import Person
from rapport.sealed.forms import read_sealed
from rapport.sealed.models import Envelope, SealedObject, Space, UnlockSlot
from rapport.sealed.modules import FORMAT, PARTS, SIGN_IN, TAB, addresses
from rapport.sealed.protocol.refusals import Refused
from rapport.sealed.queries import code_made_on, has_keys, must_renew_code, slots_of, waiting_for
from rapport.sealed.sentences import sentences

register = template.Library()

NO_SPACE = UUID(int=0)


@register.inclusion_tag("sealed/scripts.html", takes_context=True)
def sealed_scripts(context: Context, *parts: str) -> dict[str, Any]:
    """All the browser needs to unlock, open and seal; belongs into the block `modules`.

    `parts` are names from `modules.PARTS` that only some pages need.
    """
    request = context["request"]
    names = (*FORMAT, *TAB, *(name for part in parts for name in PARTS[part]))
    person = getattr(request, "person", None)
    slots = slots_of(person) if person else []
    return {
        "modules": addresses(names),
        "page": page_of(request, person, slots) if person else None,
        "must_renew_code": must_renew_code(slots),
        "request": request,
    }


@register.inclusion_tag("sealed/sign_in_scripts.html")
def sign_in_scripts() -> dict[str, Any]:
    """For the sign-in page: a passkey that signs in may open the sealed pages at once."""
    return {"modules": addresses(SIGN_IN)}


def page_of(
    request: OrganisationRequest, person: Person, slots: list[UnlockSlot]
) -> dict[str, Any]:
    """What `page.js` reads: no secret is in it."""
    return {
        "person": str(person.pk),
        "token": get_token(request),
        "has_keys": has_keys(person),
        "kinds": sorted({slot.kind for slot in slots}),
        "code_made_on": code_made_on(slots),
        "pending": waiting_for(person) if request.organisation else [],
        "sentences": sentences(),
        "urls": {
            "mine": reverse("keys_mine"),
            "setUp": reverse("keys_set_up"),
            "slots": reverse("keys_slots"),
            "keys": reverse("keys"),
            "generation": reverse("keys_generation"),
            "codeUsed": reverse("keys_code_used"),
            "keyring": reverse("keys_keyring"),
            "renew": reverse("keys_code"),
            "home": reverse("home"),
            "spaces": reverse("space_state", args=[NO_SPACE]).removesuffix(f"{NO_SPACE}/state"),
        },
    }


@register.simple_block_tag
def sealed_record(content: str, words: SealedObject | Envelope | None) -> SafeString:
    """Show words: a sealed object at its newest revision, or one envelope of the past."""
    if not words:
        return SafeString("")
    past = isinstance(words, Envelope)
    erased = (words.sealed_object if isinstance(words, Envelope) else words).erased_on
    if erased:
        return format_html('<p class="quiet">{}</p>', gettext("Erased on %s") % date_format(erased))
    envelope = words if isinstance(words, Envelope) else words.newest
    return format_html(
        '<sealed-record space="{}" object="{}" envelope="{}"{}>{}</sealed-record>',
        envelope.space_id,
        envelope.sealed_object_id,
        envelope.base64,
        SafeString(" past") if past else "",
        content,
    )


@register.simple_block_tag
def sealed_field(
    content: str, field: BoundField, *, space: Space, words: SealedObject | None, schema: str
) -> SafeString:
    """Take words inside an ordinary form; `words` are those to be changed, None for new ones."""
    draft = field.data if field.form.is_bound and field.data else ""
    newest = newest_of(words, fresh=field.form.is_bound) if words else None
    return format_html(
        '<sealed-field name="{}" space="{}" object="{}" revision="{}" schema="{}" '
        'envelope="{}" draft="{}"{}>{}</sealed-field>',
        field.html_name,
        space.pk,
        words.pk if words else number_of(draft),
        newest.revision if newest else 0,
        schema,
        newest.base64 if newest else "",
        draft,
        SafeString("" if field.field.required else " optional"),
        content,
    )


@register.simple_tag
def sealed_erasure(name: str, words: SealedObject) -> SafeString:
    """In a form that erases: the browser seals the tomb when the form is sent."""
    return format_html(
        '<sealed-erasure name="{}" space="{}" object="{}" envelope="{}"></sealed-erasure>',
        name,
        words.space_id,
        words.pk,
        words.newest.base64,
    )


@register.simple_tag
def agreement_signature(field: BoundField, words: SealedObject, *, statement: bytes) -> SafeString:
    """Sign the statement when the form is sent; the text must be shown on the same page."""
    return format_html(
        '<agreement-signature name="{}" space="{}" object="{}" envelope="{}" statement="{}">'
        "</agreement-signature>",
        field.html_name,
        words.space_id,
        words.pk,
        words.newest.base64,
        b64encode(statement).decode(),
    )


def newest_of(words: SealedObject, *, fresh: bool) -> Envelope | None:
    """The newest envelope; asked anew after a refusal, because somebody may have written since."""
    return words.envelopes.order_by("-revision").first() if fresh else words.newest


def number_of(draft: str) -> str:
    """A refused first revision keeps its object's number; else a new number."""
    try:
        return read_sealed(b64decode(draft, validate=True)).header.oid
    except (ValueError, Refused):
        return str(uuid4())
