"""`rapport forget_second_step ADDRESS`: the operator helps where no administrator may decide."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError

from rapport.audit.actions import note
from rapport.domain.audit import Deed
from rapport.people.actions.second_step import forget_second_step
from rapport.people.models import Person


class Command(BaseCommand):
    help = (
        "Remove passkeys, app and sign-in codes of an account whose owner you have recognised in "
        "person or in a call. Her password lets her in again; sealed pages do not open by it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("address", help="the e-mail address of the account")
        parser.add_argument(
            "--recognised", action="store_true", help="say that you know it is she who asks"
        )

    def handle(self, *args: Any, **options: Any) -> None:  # Django's signature
        if not options["recognised"]:
            raise CommandError(
                "Meet her, or see her in a call; then add --recognised. Nothing was changed."
            )
        person = Person.objects.filter(email__iexact=options["address"]).first()
        if person is None:
            raise CommandError("No account has this address. Nothing was changed.")
        forget_second_step(person)
        note(Deed.SECOND_STEP_FORGOTTEN, by=None, about=person.pk)
        self.stdout.write("Removed, and all devices signed out. Tell her to add a new one.")
