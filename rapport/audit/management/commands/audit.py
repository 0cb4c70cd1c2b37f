"""`rapport audit`: goes through the audit log and compares it with checkpoints kept elsewhere."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand
from django.db import transaction

from rapport.audit.actions import origin, sign_checkpoint
from rapport.audit.chain import Line, fault_against, faults
from rapport.audit.keys import log_key
from rapport.audit.models import SignedCheckpoint
from rapport.audit.notes import BadNote, opened, read_checkpoint, verifier_key
from rapport.audit.queries import lines, see_all_lines


class Command(BaseCommand):
    help = "Check the audit log; ends with 1 and names the first bad line after tampering."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--against", type=Path, help="a checkpoint that was kept elsewhere")

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            see_all_lines()
            sign_checkpoint()
            here = list(lines())
            notes = [each.note for each in SignedCheckpoint.objects.all()]
        if options["against"]:
            notes.append(options["against"].read_text())
        verifier = verifier_key(origin(), log_key(settings.LOG_KEY).public_key())
        found = [*faults(here), *disagreements(here, notes, verifier)]
        for sentence in found:
            self.stdout.write(f" WRONG {sentence}")
        if found:
            raise SystemExit(1)
        self.stdout.write(f"{len(here)} lines hang together; {len(notes)} checkpoints agree.")
        self.stdout.write(f"Public key of the log: {verifier}")
        if notes:
            self.stdout.write(f"Keep this checkpoint elsewhere:\n\n{notes[-1]}")


def disagreements(here: list[Line], notes: list[str], verifier: str) -> Iterator[str]:
    """What signed checkpoints say against the log of now."""
    digests = [line.digest for line in here]
    for note in notes:
        try:
            checkpoint = read_checkpoint(opened(note, verifier))
        except BadNote as error:
            yield f"A checkpoint is not signed by this log: {error}"
            continue
        if fault := fault_against(digests, checkpoint):
            yield fault
