"""`rapport evaluate`: reads files, asks what no file answers, writes the report and its numbers.

Ends with 0 when everything was used, 1 when rows were set aside (the report is written), 2 when a
file or plan was refused, 3 when a question stayed open; with 2 and 3 nothing was written.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from rapport.evaluation.command.advising import tell_outlook
from rapport.evaluation.command.locking import lock_plan
from rapport.evaluation.command.terminal import asker_of, open_questions, say
from rapport.evaluation.plan import Plan, read_plan
from rapport.evaluation.reading.questions import Answers, Unanswered, Unusable
from rapport.evaluation.reading.sources import read_sources
from rapport.evaluation.report.html import web_page
from rapport.evaluation.report.numbers import as_csv, as_json
from rapport.evaluation.report.pages import document_of
from rapport.evaluation.report.pdf import pdf_of
from rapport.evaluation.study.evaluation import Evaluation, evaluate
from rapport.evaluation.verdicts.wording import sentence_of
from rapport.evaluation.words import LANGUAGES, Note, Voice, voice_of

ALL_USED, SOME_SET_ASIDE, REFUSED, OPEN = range(4)
INPUTS = ("participants", "workforce", "goals", "ratings", "survey")
OUTPUTS = ("out", "html", "json", "csv")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the number is its exit code."""
    options = parser().parse_args(arguments)
    voice = voice_of(options.language or "en")
    try:
        if options.advise is not None:
            return tell_outlook(options.advise, voice)
        if options.lock:
            return lock_plan(options.plan, voice, datetime.now(UTC))
        plan = read_plan(options.plan) if options.plan else Plan()
        voice = voice_of(options.language or plan.language)
        return run(options, plan, voice)
    except Unusable as refusal:
        for note in refusal.notes:
            say(voice.note(note))
        return REFUSED
    except Unanswered as unanswered:
        open_questions(unanswered.questions, voice)
        return OPEN


def parser() -> ArgumentParser:
    """The options; files in, files out."""
    found = ArgumentParser(prog="rapport evaluate", description=__doc__.partition("\n\n")[0])
    found.add_argument("--participants", type=Path, metavar="FILE", help="who joined and when")
    found.add_argument("--workforce", type=Path, metavar="FILE", help="the personnel export")
    found.add_argument("--goals", type=Path, metavar="FILE", help="goals and their levels")
    found.add_argument("--ratings", type=Path, metavar="FILE", help="scores before and after")
    found.add_argument("--survey", type=Path, metavar="FILE", help="what everybody said before")
    found.add_argument(
        "--plan", type=Path, metavar="FILE", help="plan.toml: what was decided before"
    )
    found.add_argument("--lock", action="store_true", help="lock the plan with its hash, and stop")
    found.add_argument(
        "--advise", type=int, metavar="N", help="say what N participants could show, and stop"
    )
    found.add_argument("--out", type=Path, metavar="FILE", help="the report as a PDF")
    found.add_argument("--html", type=Path, metavar="FILE", help="the report as a web page")
    found.add_argument("--json", type=Path, metavar="FILE", help="all numbers as JSON")
    found.add_argument("--csv", type=Path, metavar="FILE", help="all numbers as CSV")
    found.add_argument("--language", choices=sorted(LANGUAGES), help="the plan's, else English")
    return found


def run(options: Namespace, plan: Plan, voice: Voice) -> int:
    """Everything between the files. Raises Unusable and Unanswered before anything is written."""
    paths = {name: getattr(options, name) for name in INPUTS if getattr(options, name)}
    missing = [name for name in INPUTS[:2] if name not in paths]
    if missing:
        raise Unusable(*(Note.of("refused_no_option", option=f"--{name}") for name in missing))
    if opens := plan.opens_on(datetime.now(UTC).date()):
        raise Unusable(Note.of("refused_too_early", day=opens))
    answers = Answers(plan.answers, asker_of(voice))
    sources = read_sources(
        paths, answers, columns=plan.columns, role=plan.role, counted=plan.counted
    )
    evaluation = evaluate(sources, plan)
    write(options, evaluation, voice)
    tell(evaluation, voice)
    return SOME_SET_ASIDE if sources.ledger.entries else ALL_USED


def write(options: Namespace, evaluation: Evaluation, voice: Voice) -> None:
    """All files asked for; made before the first is written, so that none is half the story."""
    document = document_of(evaluation, voice)
    makers = {
        "out": lambda: pdf_of(document),
        "html": lambda: web_page(document).encode(),
        "json": lambda: as_json(evaluation, voice).encode(),
        "csv": lambda: as_csv(evaluation, voice).encode(),
    }
    wanted = {name: path for name in OUTPUTS if (path := getattr(options, name))}
    made = {path: makers[name]() for name, path in wanted.items()}
    for path, data in made.items():
        try:
            path.write_bytes(data)
        except OSError as error:
            why = error.strerror or str(error)
            raise Unusable(Note.of("refused_write", file=str(path), why=why)) from error


def tell(evaluation: Evaluation, voice: Voice) -> None:
    """The claims on standard output, what was set aside and noticed on standard error."""
    for claim in evaluation.claims:
        sys.stdout.write(f"{claim.grade}  {sentence_of(claim, voice)}\n")
    ledger = evaluation.sources.ledger
    for file in ledger.read:
        if ledger.total(file):
            say(voice.say("told_set_aside", file=file, n=ledger.total(file)))
    for note in ledger.notes:
        say(voice.note(note))
