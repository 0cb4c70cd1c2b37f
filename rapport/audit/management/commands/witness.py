"""`rapport witness URL`: compares the code an installation gives out with the release, and its

audit log with what was seen of it before; what holds is cosigned.
"""

import json
import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from django.core.management import BaseCommand
from django.utils import timezone

from rapport.audit.cosigning import cosigned, cosigner_key, text_of
from rapport.audit.keys import log_key
from rapport.audit.notes import read_checkpoint
from rapport.audit.witnessing import Seen, Sight, look_at_log
from rapport.installation.integrity import published
from rapport.installation.witness.findings import findings_in_files, findings_on
from rapport.installation.witness.record import BrokenRecord, Look, add, last_seen
from rapport.installation.witness.visit import Unreachable, Visit

ANYBODY = ("/", "/accounts/login/", "/running/")
MEMBER = (".", "keys/", "journal/", "keys/unlock")
EPILOG = """
Give RAPPORT_WITNESS_PASSWORD in the environment to look as a test user too. Ends with 0 when
everything is as released, 1 when something differs, 2 when nothing could be compared."""


class Command(BaseCommand):
    help = "Compare the code of an installation with the release, and its log with what it was."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.epilog = EPILOG
        parser.add_argument(
            "url", help="the installation, for instance https://mentoring.example.org"
        )
        parser.add_argument("--manifest", type=Path, help="a published scripts.json; else our own")
        parser.add_argument("--record", type=Path, help="a file to append each look to")
        parser.add_argument("--name", default="witness", help="whose name stands below checkpoints")
        parser.add_argument("--email", default="", help="sign in as this test user too")

    def handle(self, *args: Any, **options: Any) -> None:
        released = listed(options["manifest"])
        try:
            findings = look(options["url"], options["email"], released)
            if options["record"]:
                sight = look_at_its_log(options["url"], options["record"])
                findings += sight.findings
                kept = self.kept(sight, options["record"], options["name"])
                now, url = timezone.now(), options["url"]
                add(Look(now, url, len(released), findings, *kept), options["record"])
        except (Unreachable, BrokenRecord) as trouble:
            self.stderr.write(str(trouble))
            raise SystemExit(2) from trouble
        for finding in findings:
            self.stdout.write(f" DIFFERENT {finding}")
        if findings:
            raise SystemExit(1)
        self.stdout.write(f"All {len(released)} scripts are the published ones, on each page.")

    def kept(self, sight: Sight, record: Path, name: str) -> tuple[str, str]:
        """The log's key and its checkpoint, signed by this witness too; nothing that parted."""
        if not sight.is_new:
            return "", ""
        key = log_key(record.with_suffix(".key"))
        note = cosigned(sight.seen.note, name, key, timezone.now())
        checkpoint = read_checkpoint(text_of(note))
        self.stdout.write(f"The audit log goes on from what was seen: {checkpoint.size} lines now.")
        self.stdout.write(f"Cosigned by {cosigner_key(name, key.public_key())}")
        record.with_suffix(".checkpoint").write_text(note)
        return sight.seen.key, note


def look_at_its_log(url: str, record: Path) -> Sight:
    """Asked as anybody, so that no answer can be made for this witness alone."""
    visit, (key, note) = Visit(url), last_seen(record)
    return look_at_log(lambda path: visit.get(path).body.decode(), Seen(key, note))


def listed(file: Path | None) -> dict[str, str]:
    """The scripts of the release to compare with."""
    if file is None:
        return published()
    scripts: dict[str, str] = json.loads(file.read_text())["scripts"]
    return scripts


def look(url: str, email: str, released: dict[str, str]) -> list[str]:
    """Go through pages and files as anybody, then as the test user; what differs, once each."""
    visit = Visit(url)
    pages = [visit.get(path) for path in ANYBODY]
    findings = [sentence for page in pages for sentence in findings_on(page, released)]
    findings += findings_in_files(visit, pages[1], released)
    if email:
        home = visit.sign_in(email, os.environ.get("RAPPORT_WITNESS_PASSWORD", ""))
        if "/accounts/" in home.address:
            raise Unreachable("The test user could not sign in; nothing was compared for her.")
        pages = [visit.get(urljoin(home.address, path)) for path in MEMBER]
        findings += [sentence for page in pages for sentence in findings_on(page, released)]
        findings += findings_in_files(visit, pages[1], released)
    return list(dict.fromkeys(findings))
