"""`rapport witness URL`: compares the code an installation gives out with the release."""

import json
import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from django.core.management import BaseCommand
from django.utils import timezone

from rapport.installation.integrity import published
from rapport.installation.witness.findings import findings_in_files, findings_on
from rapport.installation.witness.record import BrokenRecord, Look, add
from rapport.installation.witness.visit import Unreachable, Visit

ANYBODY = ("/", "/accounts/login/", "/running/")
MEMBER = (".", "keys/", "journal/", "keys/unlock")
EPILOG = """
Give RAPPORT_WITNESS_PASSWORD in the environment to look as a test user too. Ends with 0 when
everything is as released, 1 when something differs, 2 when nothing could be compared."""


class Command(BaseCommand):
    help = "Compare the code an installation gives out with the published release."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.epilog = EPILOG
        parser.add_argument(
            "url", help="the installation, for instance https://mentoring.example.org"
        )
        parser.add_argument("--manifest", type=Path, help="a published scripts.json; else our own")
        parser.add_argument("--record", type=Path, help="a file to append each look to")
        parser.add_argument("--email", default="", help="sign in as this test user too")

    def handle(self, *args: Any, **options: Any) -> None:
        released = listed(options["manifest"])
        try:
            findings = look(options["url"], options["email"], released)
            if options["record"]:
                look_now = Look(timezone.now(), options["url"], len(released), findings)
                add(look_now, options["record"])
        except (Unreachable, BrokenRecord) as trouble:
            self.stderr.write(str(trouble))
            raise SystemExit(2) from trouble
        for finding in findings:
            self.stdout.write(f" DIFFERENT {finding}")
        if findings:
            raise SystemExit(1)
        self.stdout.write(f"All {len(released)} scripts are the published ones, on each page.")


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
