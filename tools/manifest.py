"""Writes the list of scripts that a release is published with: `make manifest`."""

import json
import os

import django

from config.environment import ROOT

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from rapport.installation.integrity import PUBLISHED, scripts  # noqa: E402  # settings come first

FILE = ROOT / "rapport" / "web" / "static" / PUBLISHED


def main() -> None:
    FILE.write_text(json.dumps({"scripts": scripts()}, indent=1) + "\n")


if __name__ == "__main__":
    main()
