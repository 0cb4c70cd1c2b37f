"""Page 10: how it was done: the plan and its hash, the ledger of rows, definitions, questions."""

from rapport.evaluation.reading.exits import Counted
from rapport.evaluation.reading.ledger import Ledger
from rapport.evaluation.report.document import Block, Page, Points, Table, Text
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
        *(_rows(ledger, file, voice) for file in ledger.read),
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


def _rows(ledger: Ledger, file: str, voice: Voice) -> Table:
    """How many rows were read and why some were set aside; reasons for few rows are pooled."""
    rows = [(voice.say("rows_read"), voice.number(ledger.read[file]))]
    rows += [
        (reason_said(reason, voice), voice.number(count))
        for reason, count in sorted(ledger.reasons(file).items())
    ]
    title = voice.say("ledger_table", file=file)
    return Table(title, (voice.say("rows"), voice.say("how_many")), tuple(rows))


def reason_said(reason: str, voice: Voice) -> str:
    """A reason of the ledger in words; unreadable days name their column."""
    name = reason.removeprefix("unreadable_")
    if name != reason:
        return voice.note(Note.of("reason_unreadable", field=Note.of(f"field_{name}")))
    return voice.say(f"reason_{reason}")


def _answers(evaluation: Evaluation, voice: Voice) -> Table:
    answers = evaluation.sources.answers.used
    rows = tuple((name, answer) for name, answer in sorted(answers.items()))
    none = ((voice.say("no_answers"), ""),)
    head = (voice.say("question"), voice.say("answer"))
    return Table(voice.say("answers_table"), head, rows or none, figures=2)
