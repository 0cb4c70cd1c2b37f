"""`rapport setup_link`: where an empty installation is set up."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand
from django.urls import reverse

from rapport.organisations.actions.organisations import is_empty
from rapport.organisations.setup_code import setup_code


class Command(BaseCommand):
    help = (
        "Print the link with which an empty installation is set up; nothing when it is not empty."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--address", default=settings.ADDRESS)

    def handle(self, *args: Any, **options: Any) -> None:  # Django's signature
        if is_empty():
            self.stdout.write("Nobody is here yet. Open this address to set up your organisation:")
            self.stdout.write(f"  {options['address']}{reverse('setup')}?code={setup_code()}")
