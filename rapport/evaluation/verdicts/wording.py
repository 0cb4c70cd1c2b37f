"""Finds the sentence of a claim in the tables: by outcome, grade, situation and size.

A more particular wording wins: claim_retention_A_better_slight, then claim_retention_A_better,
then claim_retention_better.
"""

from rapport.domain.findings import LEAST, Finding, Shown, coarse
from rapport.evaluation.plan import Outcome
from rapport.evaluation.verdicts.claim import Claim
from rapport.evaluation.verdicts.grade import Grade
from rapport.evaluation.words import Voice

SHARES = frozenset({Outcome.GOALS, Outcome.RETENTION, Outcome.PROMOTION})


def sentence_of(claim: Claim, voice: Voice) -> str:
    """What may be said about a claim. Raises KeyError when the tables have no wording for it."""
    key = key_of(claim, voice)
    low, high = ends(claim.difference, claim.outcome, voice)
    low_bare, high_bare = bare_ends(claim.difference, claim.outcome, voice)
    said = voice.say(
        key,
        months=claim.months,
        people=people_said(claim.people, voice),
        items=claim.items,
        share=round(claim.share * 100),
        ours=of_hundred(claim.ours, claim.outcome, voice),
        theirs=of_hundred(claim.theirs, claim.outcome, voice),
        between=interval(claim.ours, claim.outcome, voice),
        low=low,
        high=high,
        low_bare=low_bare,
        high_bare=high_bare,
        least=voice.say(*detectable(claim.detectable)),
        scale=claim.scale,
    ).strip()
    return said[:1].upper() + said[1:]


def people_said(people: int, voice: Voice) -> str:
    """How many, as a report counts: another page may name a group of which this one is a part."""
    return voice.say("hidden_few") if people < LEAST else voice.number(coarse(people))


def key_of(claim: Claim, voice: Voice) -> str:
    """The most particular key that the tables have."""
    grade = claim.grade.value if claim.grade is Grade.A else ""
    parts = [claim.outcome.value, grade, claim.situation.value, claim.size.value]
    for left_out in ((), (3,), (1,), (1, 3)):
        kept = [part for place, part in enumerate(parts) if place not in left_out and part]
        key = "_".join(["claim", *kept])
        if voice.has(key):
            return key
    raise KeyError("_".join(parts))


def digits_for(finding: Finding, outcome: Outcome) -> int:
    """Whole numbers of 100 where the interval is wide; one digit where that would hide it."""
    if outcome not in SHARES:
        return 2
    ends = (abs(finding.low * 100), abs(finding.high * 100))
    return 1 if (finding.high - finding.low) * 100 < 5 or min(ends) < 1 else 0


def ends(shown: Shown, outcome: Outcome, voice: Voice) -> tuple[str, str]:
    """Both ends of a difference in words, as so many more or fewer (or points up or down)."""
    if not isinstance(shown, Finding):
        return "", ""
    digits = digits_for(shown, outcome)
    low, high = (more_or_fewer(end, digits, outcome, voice) for end in (shown.low, shown.high))
    return low, high


def bare_ends(shown: Shown, outcome: Outcome, voice: Voice) -> tuple[str, str]:
    """Both ends of a difference without a sign, where the sentence says which way it goes."""
    if not isinstance(shown, Finding):
        return "", ""
    scale, digits = 100 if outcome in SHARES else 1, digits_for(shown, outcome)
    low, high = (voice.number(abs(end) * scale, digits) for end in (shown.low, shown.high))
    return low, high


def more_or_fewer(value: float, digits: int, outcome: Outcome, voice: Voice) -> str:
    """A signed size in words; a size that is written as nought is no difference."""
    points = outcome not in SHARES
    size = voice.number(abs(value) * (1 if points else 100), digits)
    if not any(figure in "123456789" for figure in size):
        return size if points else voice.say("as_many")
    name = "more" if value > 0 else "fewer"
    return voice.say(f"points_{name}" if points else name, size=size)


def of_hundred(shown: Shown, outcome: Outcome, voice: Voice) -> str:
    """A share as so many of 100, or a mean in points of its scale."""
    if not isinstance(shown, Finding):
        return voice.say("hidden_few")
    return voice.number(
        shown.value * (100 if outcome in SHARES else 1), 0 if outcome in SHARES else 2
    )


def interval(shown: Shown, outcome: Outcome, voice: Voice) -> str:
    """The interval of a share or mean, without signs."""
    if not isinstance(shown, Finding):
        return ""
    scale, digits = (100, 0) if outcome in SHARES else (1, 2)
    low, high = (voice.number(end * scale, digits) for end in (shown.low, shown.high))
    return voice.say("between", low=low, high=high)


def detectable(change: float) -> tuple[str]:
    """The key of the words for the smallest change that would have shown."""
    for limit, name in ((0.05, "none"), (0.35, "two_thirds"), (0.55, "half"), (0.72, "third")):
        if change < limit:
            return (f"detectable_{name}",)
    return ("detectable_fifth",)
