"""`rapport doctor`: says in plain words what is wrong with this installation."""

from typing import Any

from django.core.management import BaseCommand

from rapport.installation.health import examine


class Command(BaseCommand):
    help = "Say what is well and what is wrong; ends with 1 when something is wrong."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        answers = examine()
        for answer in answers:
            self.stdout.write(f"{'  well ' if answer.is_well else ' WRONG '} {answer.sentence}")
            if answer.advice:
                self.stdout.write(f"        → {answer.advice}")
        if not all(answer.is_well for answer in answers):
            raise SystemExit(1)
