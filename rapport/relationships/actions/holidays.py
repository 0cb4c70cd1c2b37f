"""Days on which a programme rests, set by whoever runs it."""

from django.db import transaction

from rapport.domain.refusals import NotAcceptable
from rapport.domain.rhythm import Rest, may_rest
from rapport.domain.sentences import _
from rapport.programmes.models import Programme
from rapport.relationships.models import Holiday


@transaction.atomic
def set_holiday(programme: Programme, name: str, rest: Rest) -> Holiday:
    """The same days twice are set once; NotAcceptable when they are out of order or too many."""
    programme.lock()
    if not may_rest(rest):
        raise NotAcceptable(
            _("Choose a last day after the first, within three months. Nothing was changed.")
        )
    holiday, _is_new = Holiday.objects.get_or_create(
        programme=programme, first_day=rest.first, last_day=rest.last, defaults={"name": name}
    )
    return holiday
