"""Page 10: how it was done: the plan and its hash, the ledger of rows, definitions, questions."""

from rapport.evaluation.reading.exits import Counted
from rapport.evaluation.reading.ledger import Ledger
from rapport.evaluation.reading.window import ALWAYS
from rapport.evaluation.report.document import Block, Page, Points, Table, Text
from rapport.evaluation.report.pages.figures import count_of
from rapport.evaluation.study.evaluation import Evaluation
from rapport.evaluation.words import Note, Voice

VERSION = "1"
"""The version of the methods; a report names it, so that two reports can be compared."""

DEFINITIONS = ("time_zero", "everybody", "similar", "shares", "methods", "rounding", "hiding")


def page(evaluation: Evaluation, voice: Voice) -> Page:
    ledger = evaluation.sources.ledger
    blocks: list[Block] = [
        Text(voice.say("method_lead", version=VERSION), strong=True),
        _plan(evaluation, voice),
        _rows(ledger, voice),
        *([Points(tuple(map(voice.note, ledger.notes)))] if ledger.notes else []),
        _answers(evaluation, voice),
        Points(tuple(voice.say(f"definition_{name}") for name in DEFINITIONS)),
    ]
    return Page("method", voice.say("page_method"), tuple(blocks))


def _plan(evaluation: Evaluation, voice: Voice) -> Table:
    plan, window = evaluation.plan, evaluation.sources.workforce.window
    since = window.leavers_since or voice.say("always")
    locked = voice.say("locked_at", at=plan.lock.at) if plan.lock else voice.say("not_locked")
    primary = ", ".join(voice.say(f"primary_{outcome}") for outcome in plan.primary)
    rows = (
        ("plan_primary", primary),
        ("plan_months", ", ".join(map(str, plan.months))),
        ("plan_counted", voice.say(f"option_{Counted(evaluation.staffed.counted)}")),
        ("plan_window", voice.say("window", since=since, until=window.export_day)),
        (
            "plan_comparison",
            voice.say("comparison", each=plan.colleagues, caliper=voice.number(plan.caliper, 2)),
        ),
        ("plan_seed", str(plan.seed)),
        ("plan_lock", locked),
        ("plan_hash", _broken(plan.hash) or voice.say("no_plan")),
    )
    named = tuple((voice.say(name), said) for name, said in rows)
    return Table(voice.say("plan_table"), (voice.say("what"), voice.say("value")), named, figures=2)


def _broken(text: str, width: int = 24) -> str:
    """A long hash in pieces, so that it fits into a narrow column."""
    return " ".join(text[start : start + width] for start in range(0, len(text), width))


def _rows(ledger: Ledger, voice: Voice) -> Table:
    """How many rows were read and why some were set aside; a row may stand for a person."""
    rows = [
        (voice.say(f"file_{file}"), what, count_of(count, voice))
        for file, read in ledger.read.items()
        for what, count in [
            (voice.say("rows_read"), read),
            *(
                (reason_said(reason, voice), aside)
                for reason, aside in sorted(ledger.reasons(file).items())
            ),
        ]
    ]
    head = tuple(map(voice.say, ("file", "rows", "how_many")))
    return Table(voice.say("ledger_table"), head, tuple(rows), figures=2)


def reason_said(reason: str, voice: Voice) -> str:
    """A reason of the ledger in words; unreadable days name their column."""
    name = reason.removeprefix("unreadable_")
    if name != reason:
        return voice.note(Note.of("reason_unreadable", field=Note.of(f"field_{name}")))
    return voice.say(f"reason_{reason}")


def _answers(evaluation: Evaluation, voice: Voice) -> Table:
    answers = sorted(evaluation.sources.answers.used.items())
    rows = tuple((_asked(name, voice), _said(answer, voice)) for name, answer in answers)
    none = ((voice.say("no_answers"), ""),)
    head = (voice.say("question"), voice.say("answer"))
    return Table(voice.say("answers_table"), head, rows or none, figures=2)


def _asked(name: str, voice: Voice) -> str:
    """A question in short; one about a file or a word of the house names it."""
    for start in ("date_order_", "exit_"):
        about = name.removeprefix(start)
        if about != name:
            about = voice.say(f"file_{about}") if voice.has(f"file_{about}") else about
            return f"{voice.say(f'asked_{start.rstrip("_")}')}: {about}"
    return voice.say(f"asked_{name}")


def _said(answer: str, voice: Voice) -> str:
    if answer == ALWAYS:
        return voice.say("always")
    return voice.say(f"option_{answer}") if voice.has(f"option_{answer}") else answer
