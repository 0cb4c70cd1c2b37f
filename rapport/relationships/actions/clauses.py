"""Clause by clause: what each accepts of the draft, and what she would like to talk about."""

from django.db import transaction

from rapport.domain.events import ClausesViewed
from rapport.journal.recording import record
from rapport.people.models import Person
from rapport.programmes.models import Programme
from rapport.relationships.actions.agreements import require_draft
from rapport.relationships.actions.words import put_words
from rapport.relationships.models import AgreementTemplate, ClauseView, Relationship
from rapport.sealed.forms import SealedInput


@transaction.atomic
def view_clauses(relationship: Relationship, words: SealedInput, *, by: Person) -> ClauseView:
    """Keep what she says of the clauses, sealed for all; with it the words of which she said it."""
    relationship.lock_open()
    draft = require_draft(relationship)
    view = draft.views.filter(person=by).first() or ClauseView(draft=draft, person=by)
    view.words = put_words(relationship, words, by=by, into=view.words if view.words_id else None)
    view.save()
    record(ClausesViewed(relationship=relationship.pk, by=by.pk))
    return view


@transaction.atomic
def word_template(
    programme: Programme, texts: dict[str, str], own: list[list[str]], *, by: Person
) -> AgreementTemplate:
    """The programme’s words to begin from. What pairs have written already stays as it is."""
    programme.lock()
    template, _is_new = AgreementTemplate.objects.update_or_create(
        programme=programme, defaults={"texts": texts, "own": own}
    )
    return template
