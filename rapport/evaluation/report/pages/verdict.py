"""Page 1: the verdict, in as many sentences as there are outcomes that were decided on."""

from rapport.domain.findings import Finding
from rapport.evaluation.plan import Outcome
from rapport.evaluation.report.document import Block, Box, Page, Text, Verdict
from rapport.evaluation.report.pages.figures import both_of, share_of
from rapport.evaluation.study.evaluation import Evaluation
from rapport.evaluation.verdicts import Claim, Grade
from rapport.evaluation.verdicts.wording import SHARES, sentence_of
from rapport.evaluation.words import Voice

MOST = 3


def page(evaluation: Evaluation, voice: Voice) -> Page:
    claims = _chosen(evaluation)
    return Page(
        "verdict",
        voice.say("page_verdict"),
        (
            *(verdict(claim, voice) for claim in claims),
            *_cautions(evaluation, voice),
            Box(voice.say("letters_title"), voice.say("letters")),
        ),
    )


def _chosen(evaluation: Evaluation) -> tuple[Claim, ...]:
    """Primary outcomes, then what stands on the following pages, three in all."""
    rest = {claim.outcome: claim for claim in reversed(evaluation.claims) if not claim.primary}
    main = tuple(claim for claim in evaluation.claims if claim.primary)
    others = tuple(
        rest[outcome] for outcome in (Outcome.GOALS, Outcome.RETENTION) if outcome in rest
    )
    outcomes = {claim.outcome for claim in main}
    return (*main, *(claim for claim in others if claim.outcome not in outcomes))[:MOST]


def verdict(claim: Claim, voice: Voice) -> Verdict:
    """One claim as a box with its letter."""
    label = voice.say(f"outcome_{claim.outcome}", months=claim.months, scale=claim.scale)
    return Verdict(
        label=label,
        grade=claim.grade.value,
        grade_name=voice.say(f"grade_{claim.grade}"),
        sentence=sentence_of(claim, voice),
        facts=tuple(_facts(claim, voice)),
    )


def _facts(claim: Claim, voice: Voice) -> list[tuple[str, str]]:
    written = share_of if claim.outcome in SHARES else both_of
    names = ("drawn", "not_drawn") if claim.grade is Grade.A else ("participants", "colleagues")
    sides = zip(names, (claim.ours, claim.theirs), strict=True)
    facts = [
        (voice.say(name), written(one, voice)) for name, one in sides if isinstance(one, Finding)
    ]
    if isinstance(claim.difference, Finding) and claim.outcome in SHARES:
        facts.append((voice.say("difference"), both_of(claim.difference, voice)))
    return facts


def _cautions(evaluation: Evaluation, voice: Voice) -> list[Block]:
    control, barred = evaluation.control, evaluation.staffed.barred
    blanked = [name for name, why in barred.items() if why == "blank_for_leavers"]
    found: list[Block] = []
    if isinstance(control, Finding) and not control.low <= 0 <= control.high:
        found.append(Box(voice.say("control_title"), voice.say("control_failed"), caution=True))
    pretended = evaluation.pretended
    if isinstance(pretended, Finding) and not pretended.low <= 0 <= pretended.high:
        words = voice.say("pretended_failed")
        found.append(Box(voice.say("pretended_title"), words, caution=True))
    if blanked:
        names = ", ".join(voice.say(f"field_{name}") for name in blanked)
        words = voice.say("blanked", fields=names)
        found.append(Box(voice.say("blanked_title"), words, caution=True))
    if not evaluation.plan.is_locked:
        found.append(Text(voice.say("plan_not_locked")))
    return found
