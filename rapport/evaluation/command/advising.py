"""Says before a programme begins what it could show about who stays."""

import sys

from rapport.evaluation.engine.power import advise
from rapport.evaluation.words import Voice


def tell_outlook(participants: int, voice: Voice) -> int:
    """Three sentences on standard output: what would show, how likely a usual cut shows, what next.

    The outlook is the usual one: five colleagues each, 15 of 100 leave each year, two years.
    """
    advice = advise(participants)
    if advice.ratio is None or advice.stay is None:
        first = voice.say("outlook_none", n=participants)
    else:
        fewer = round((1 - advice.ratio) * 100)
        stay = voice.number(advice.stay * 100, 0)
        first = voice.say("outlook", n=participants, fewer=fewer, stay=stay)
    chance = min(round(advice.usual * 100), 99)
    usual = voice.say("outlook_usual", chance=chance, needed=advice.needed)
    next_step = voice.say("outlook_next" if advice.usual < 0.8 else "outlook_enough")
    sys.stdout.write("\n".join([first, usual, next_step, ""]))
    return 0
