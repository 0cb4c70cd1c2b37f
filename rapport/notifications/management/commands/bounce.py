"""`rapport bounce`: takes a mail that came back, from the mail server that received it."""

import sys
from typing import Any

from django.core.management import BaseCommand
from django.db import transaction

from rapport.notifications.actions.mails import note_bounce
from rapport.notifications.bounces import read_bounce
from rapport.organisations.models import Organisation
from rapport.organisations.tenancy import tenant_by_id


class Command(BaseCommand):
    help = (
        "Read one mail that came back from standard input, as a mail server hands it over "
        "(in an alias file: `rapport: |rapport bounce`), and note whom it did not reach."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(self.note(sys.stdin.buffer.read()))

    def note(self, raw: bytes) -> str:
        bounce = read_bounce(raw)
        if bounce is None:
            return "This is no report about a mail of ours. Nothing was changed."
        try:
            with transaction.atomic(), tenant_by_id(bounce.organisation):
                is_new = note_bounce(bounce.mail, bounce.status)
        except Organisation.DoesNotExist:
            is_new = False
        return "Noted." if is_new else "We know no such mail, or knew already. Nothing was changed."
