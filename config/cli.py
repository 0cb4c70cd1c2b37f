"""The `rapport` command: makes sure there is a database, then hands over to Django's commands."""

import importlib
import os
import sys

from django.core.management import ManagementUtility
from django.db import ProgrammingError

from config.environment import ROOT, folder
from rapport.installation import health
from rapport.installation.embedded import start_embedded

WITHOUT_DATABASE = {"help", "check", "match", "--help", "--version", "version", "witness"}
# What needs neither a database nor Django.
ALONE = {"evaluate": "rapport.evaluation.command", "verify": "config.verification"}


def main(arguments: list[str] | None = None) -> None:
    """Run one command. Without DATABASE_URL the embedded server is started or joined."""
    arguments = arguments if arguments is not None else sys.argv[1:]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    command = arguments[0] if arguments else "help"
    if command in ALONE:
        sys.exit(importlib.import_module(ALONE[command]).main(arguments[1:]))
    if "DATABASE_URL" not in os.environ and command not in WITHOUT_DATABASE:
        server = start_embedded(folder("RAPPORT_VAR", ROOT / "var"))
        os.environ.update(server.environment("rapport"), RAPPORT_EMBEDDED="1")
    try:
        ManagementUtility(["rapport", *arguments]).execute()
    except ProgrammingError:
        if (age := health.schema()).is_well:
            raise
        sys.exit(f"{age.sentence} Nothing was changed. {age.advice}")


if __name__ == "__main__":
    main()
