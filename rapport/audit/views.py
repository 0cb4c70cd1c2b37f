"""What anybody may know of the audit log: how long it is, its root, and that it only grows.

No line of it. Who keeps these answers can show later that something was changed or cut off.
"""

from base64 import b64encode

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from rapport.audit.actions import origin
from rapport.audit.keys import log_key
from rapport.audit.models import AuditLine, SignedCheckpoint
from rapport.audit.notes import verifier_key
from rapport.audit.queries import last_checkpoint, see_all_lines
from rapport.audit.tree import consistency_proof

A_DAY = 24 * 60 * 60


def plain(text: str) -> HttpResponse:
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@login_not_required
@require_GET
def key(request: HttpRequest) -> HttpResponse:
    """The public key that signs checkpoints, as witnesses keep it."""
    return plain(verifier_key(origin(), log_key(settings.LOG_KEY).public_key()) + "\n")


@login_not_required
@require_GET
def checkpoint(request: HttpRequest) -> HttpResponse:
    """The newest signed checkpoint; nothing before the first."""
    newest = last_checkpoint()
    return plain(newest.note if newest else "")


@login_not_required
@require_GET
def consistency(request: HttpRequest) -> HttpResponse:
    """That one signed checkpoint is the beginning of another; a digest in base64 a line."""
    try:
        before, size = int(request.GET["before"]), int(request.GET["size"])
    except (KeyError, ValueError):
        raise Http404 from None
    known = SignedCheckpoint.objects.filter(size__in=[before, size]).count()
    if not 0 < before < size or known != 2:
        raise Http404
    return plain(cache.get_or_set(f"log-{before}-{size}", lambda: proof(before, size), A_DAY) or "")


def proof(before: int, size: int) -> str:
    """Asked for between two checkpoints only, so that nobody makes us count at will."""
    with transaction.atomic():
        see_all_lines()
        lines = AuditLine.objects.filter(number__lte=size).values_list("digest", flat=True)
        digests = [bytes(each) for each in lines]
    return "".join(f"{b64encode(each).decode()}\n" for each in consistency_proof(digests, before))
