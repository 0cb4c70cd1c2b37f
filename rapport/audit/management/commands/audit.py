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
from rapport.audit.models import CheckpointStamp, SignedCheckpoint
from rapport.audit.notes import BadNote, opened, read_checkpoint, verifier_key
from rapport.audit.queries import lines, see_all_lines
from rapport.documents.clock import read_time_stamp
from rapport.documents.examination import NotSealed


class Command(BaseCommand):
    help = "Check the audit log; ends with 1 and names the first bad line after tampering."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--against", type=Path, help="a checkpoint that was kept elsewhere")
        parser.add_argument("--clock", type=Path, help="certificate of the time-stamping authority")
        parser.add_argument("--stamps", type=Path, help="a folder to copy the time-stamps into")

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            see_all_lines()
            sign_checkpoint()
            here = list(lines())
            notes = [each.note for each in SignedCheckpoint.objects.all()]
        if options["against"]:
            notes.append(options["against"].read_text())
        stamps = list(CheckpointStamp.objects.select_related("checkpoint"))
        verifier = verifier_key(origin(), log_key(settings.LOG_KEY).public_key())
        clock = options["clock"].read_bytes() if options["clock"] else None
        found = [*faults(here), *disagreements(here, notes, verifier), *misfits(stamps, clock)]
        for sentence in found:
            self.stdout.write(f" WRONG {sentence}")
        if found:
            raise SystemExit(1)
        self.stdout.write(f"{len(here)} lines hang together; {len(notes)} checkpoints agree.")
        self.stdout.write(f"Public key of the log: {verifier}")
        if stamps:
            self.stdout.write(
                f"{len(stamps)} time-stamps fit, the newest of {stamps[-1].stamped_at}."
            )
        if options["stamps"]:
            copy_out(stamps, options["stamps"])
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


def misfits(stamps: list[CheckpointStamp], clock: bytes | None) -> Iterator[str]:
    """Time-stamps that are not about their checkpoint, or not by this authority."""
    for stamp in stamps:
        try:
            read_time_stamp(bytes(stamp.token), stamp.checkpoint.note.encode(), clock)
        except NotSealed as error:
            yield f"The time-stamp of checkpoint {stamp.checkpoint_id} does not hold: {error}"


def copy_out(stamps: list[CheckpointStamp], folder: Path) -> None:
    """Checkpoint and token side by side, as `openssl ts -verify -token_in` wants them."""
    folder.mkdir(parents=True, exist_ok=True)
    for stamp in stamps:
        name = folder / f"checkpoint-{stamp.checkpoint_id}"
        name.with_suffix(".txt").write_bytes(stamp.checkpoint.note.encode())
        name.with_suffix(".tst").write_bytes(bytes(stamp.token))
