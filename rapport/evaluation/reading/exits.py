"""What the words in a reason column say about how somebody left, in English and German.

Which of these kinds counts as leaving is decided in the plan, not here.
"""

import re
from collections.abc import Mapping
from enum import StrEnum

from rapport.programmes.reading.cleaning import says_nothing, words_of


class Exit(StrEnum):
    RESIGNATION = "resignation"
    DISMISSAL = "dismissal"
    REDUNDANCY = "redundancy"
    MUTUAL = "mutual"
    FIXED_TERM = "fixed_term"
    RETIREMENT = "retirement"
    DEATH = "death"
    TRANSFER = "transfer"
    SALE = "sale"
    UNKNOWN = "unknown"


class Counted(StrEnum):
    """Which exits count as leaving; all others end the watching without counting."""

    RESIGNATIONS = "resignations"
    MOST = "most"
    EVERY = "every"


NEVER_COUNTED = frozenset({Exit.TRANSFER, Exit.SALE})
COUNTED: Mapping[Counted, frozenset[Exit]] = {
    Counted.RESIGNATIONS: frozenset({Exit.RESIGNATION}),
    Counted.MOST: frozenset(
        {Exit.RESIGNATION, Exit.DISMISSAL, Exit.REDUNDANCY, Exit.MUTUAL, Exit.UNKNOWN}
    ),
    Counted.EVERY: frozenset(Exit) - NEVER_COUNTED,
}

WORDS: tuple[tuple[Exit, str], ...] = (
    (Exit.DEATH, r"death|deceased|died|verstorben|\btod\b|todesfall"),
    (Exit.RETIREMENT, r"retire|pension|\brente|ruhestand|altersteilzeit|altersrente"),
    (Exit.SALE, r"divest|\bsale\b|sold|spin ?off|betriebsübergang|outsourc|ausgliederung|verkauf"),
    (
        Exit.TRANSFER,
        r"transfer|konzernwechsel|versetz|\bintern(al|er?)?\b|entsend|secondment|umsetzung",
    ),
    (
        Exit.FIXED_TERM,
        (
            r"fixed ?term|(end|expir\w*) of (the )?(fixed |temporary )?(contract|term|internship)"
            r"|befrist|zeitvertrag|vertragsende|ausbildungsende|contract (end|expir)|temporary"
        ),
    ),
    (
        Exit.REDUNDANCY,
        (
            r"redundan|lay ?off|laid off|betriebsbedingt|restructur|restrukturierung"
            r"|reduction in force|\brif\b|personalabbau|stellenabbau|sozialplan|downsiz"
        ),
    ),
    (Exit.MUTUAL, r"mutual|aufhebung|settlement|einvernehmlich"),
    (
        Exit.DISMISSAL,
        (
            r"involuntary|unfreiwillig|dismiss|fired|for cause|misconduct|probation"
            r"|verhaltensbedingt|personenbedingt|arbeitgeberkündigung|fristlos"
            r"|(durch|seitens|vom) (den )?(arbeitgeber|ag|unternehmen)\b"
            r"|probezeit|performance|discharge"
        ),
    ),
    (
        Exit.RESIGNATION,
        (
            r"\bvoluntary|^freiwillig|resign|eigenkündigung|eigene kündigung|arbeitnehmerkündigung"
            r"|(durch|seitens|vom) (den |die )?(arbeitnehmer|an|mitarbeiter)|eigenen wunsch"
            r"|personal reasons"
            r"|quit|better offer|new job|neuer job|career change|family|relocat|^employee$"
        ),
    ),
)


def exit_of(text: str) -> Exit | None:
    """The kind of exit a reason speaks for; None when a person should be asked."""
    if says_nothing(text):
        return Exit.UNKNOWN
    words = words_of(text)
    if words in {exit_.value.replace("_", " ") for exit_ in Exit}:
        return Exit(words.replace(" ", "_"))
    return next((kind for kind, pattern in WORDS if re.search(pattern, words)), None)


GONE = re.compile(
    r"terminat|inactive|inaktiv|left|leaver|ausgeschieden|ausgetreten|austritt|^(ex|no|nein|false|0|t)$|former|ehemalig"
    r"|retired|separat|discharged|withdrawn|gekündigt|exit|verlassen|beendet"
)


def is_gone(status: str) -> bool:
    """Whether a status word says that somebody no longer works here."""
    return GONE.search(words_of(status)) is not None


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


YES = _words(
    "yes y true 1 won win selected drawn offered ja j wahr gewonnen gezogen ausgelost x treatment"
)
NO = _words(
    "no not n false 0 lost lose waiting waitlist nein falsch verloren nicht warteliste niete"
)


def yes_or_no(text: str) -> bool | None:
    """What a cell of a yes-or-no column says; None for anything else."""
    words = set(words_of(text).split())
    if words & NO:
        return False
    return True if words & YES else None
