"""Asks a person at the terminal, and says things there; knows no question and no answer itself."""

import sys
from typing import TextIO

from rapport.evaluation.reading.questions import Asker, Kind, Question
from rapport.evaluation.words import Voice


def asker_of(voice: Voice, given: TextIO | None = None) -> Asker | None:
    """Somebody to ask, where there is a terminal; None where a script runs alone."""
    source = given or sys.stdin
    if not source.isatty():
        return None

    def ask(question: Question) -> str:
        return _asked(question, voice, source)

    return ask


def _asked(question: Question, voice: Voice, source: TextIO) -> str:
    """Ask until the answer is one of the options; days are checked where they are used."""
    say(voice.note(question.says))
    for number, option in enumerate(question.options, start=1):
        say(f"  {number}  {voice.say(f'option_{option}')}")
    while True:
        prompt = f"{question.until}" if question.kind is Kind.DAY else "1"
        sys.stderr.write(f"[{prompt}] ")
        sys.stderr.flush()
        answer = source.readline()
        if not answer:
            return question.until
        found = _chosen(question, answer.strip())
        if found is not None:
            return found


def _chosen(question: Question, answer: str) -> str | None:
    if not answer:
        return question.options[0] if question.options else question.until
    if not question.options:
        return answer
    if answer.isdigit() and 1 <= int(answer) <= len(question.options):
        return question.options[int(answer) - 1]
    return answer if answer in question.options else None


def say(sentence: str) -> None:
    """One sentence on standard error, so that standard output stays free for results."""
    sys.stderr.write(f"{sentence}\n")


def open_questions(questions: tuple[Question, ...], voice: Voice) -> None:
    """All open questions as lines that can be copied into the plan."""
    say(voice.say("questions_open"))
    say("\n[answers]")
    for question in questions:
        say(f"# {voice.note(question.says)}")
        options = " | ".join(question.options)
        hint = f"  # {options}" if options else ""
        say(f'"{question.name}" = "{question.until}"{hint}')
