"""`rapport demo`: fill an empty installation with the demonstration programme."""

import json
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from rapport.demo.building import RealPeopleHere, SignIn, build_demonstration, demonstration_is_here

KEPT = settings.VAR / "demonstration.json"


class Command(BaseCommand):
    help = "One organisation, two rounds, 120 people; refuses where real people exist."

    def handle(self, *args: Any, **options: Any) -> None:
        if demonstration_is_here() and KEPT.exists():
            sign_ins = [SignIn(**each) for each in json.loads(KEPT.read_text())]
        else:
            sign_ins = self.build()
        for each in sign_ins:
            self.stdout.write(lines_of(each))

    def build(self) -> list[SignIn]:
        self.stdout.write("Making the demonstration programme; this takes half a minute, once.")
        self.stdout.flush()
        try:
            sign_ins = build_demonstration(timezone.localdate())
        except RealPeopleHere as refusal:
            raise CommandError(refusal.sentence) from refusal
        KEPT.touch(mode=0o600)
        KEPT.write_text(json.dumps([vars(each) for each in sign_ins]))
        return sign_ins


def lines_of(each: SignIn) -> str:
    phrase = f"\n  key phrase  {each.phrase}" if each.phrase else ""
    return f"\n{each.role}\n  e-mail      {each.email}\n  password    {each.password}{phrase}"
