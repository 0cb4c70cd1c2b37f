"""Locks a plan: writes the moment and the hash below what it decides."""

import tomllib
from datetime import datetime
from pathlib import Path

from rapport.evaluation.command.terminal import say
from rapport.evaluation.plan import fingerprint, locked_text, read_plan
from rapport.evaluation.reading.questions import Unusable
from rapport.evaluation.words import Note, Voice


def lock_plan(path: Path | None, voice: Voice, now: datetime) -> int:
    """Lock the plan at `path`. Raises Unusable when there is none, or it is locked already."""
    if path is None:
        raise Unusable(Note.of("refused_no_option", option="--plan"))
    if read_plan(path).is_locked:
        raise Unusable(Note.of("refused_relock"))
    text = path.read_text(encoding="utf-8")
    document = tomllib.loads(text)
    path.write_text(
        locked_text(text, document, now.isoformat(timespec="seconds")), encoding="utf-8"
    )
    say(voice.say("told_locked", hash=fingerprint(document)))
    return 0
