"""Reads a personnel file together with what the programme knows, as far as answers go."""

from collections.abc import Mapping
from dataclasses import dataclass

from rapport.evaluation import vault
from rapport.evaluation.models import PersonnelFile
from rapport.evaluation.plan import Plan
from rapport.evaluation.queries.baseline import COLUMNS, baseline_file
from rapport.evaluation.queries.records import goals_file, participants_file
from rapport.evaluation.queries.skills import skills_of
from rapport.evaluation.reading.columns import named_columns
from rapport.evaluation.reading.identities import with_persons
from rapport.evaluation.reading.ledger import Ledger
from rapport.evaluation.reading.questions import Answers
from rapport.evaluation.reading.sources import Sources, read_sources
from rapport.evaluation.reading.table import Given, read_frame
from rapport.evaluation.study.skills import PhaseChange


@dataclass(frozen=True)
class Inputs:
    """Everything an evaluation is made from, as values: no query is needed any more."""

    plan: Plan
    files: Mapping[str, Given]
    columns: Mapping[str, Mapping[str, str]]
    answers: Mapping[str, str]
    skills: tuple[PhaseChange, ...] = ()

    def read(self) -> Sources:
        """Raises Unusable for a file that cannot be used, Unanswered for open questions."""
        return read_sources(
            self.files,
            Answers(self.answers),
            columns=self.columns,
            settled=self.columns,
            role=self.plan.role,
            counted=self.plan.counted,
        )


def given_of(file: PersonnelFile) -> Given:
    """What came in, opened. Raises Unopenable after the secret was changed."""
    return Given(file.file_name, vault.opened(bytes(file.content or b""), file.pk))


def inputs_of(file: PersonnelFile) -> Inputs:
    """The personnel file, other files of the same plan, and the programme’s own records."""
    plan, programme = file.plan.as_plan(), file.plan.programme
    given = given_of(file)
    known = people_in(file.kind, given, file.columns or {})
    files: dict[str, Given] = {
        "participants": participants_file(programme, known),
        file.kind: given,
    }
    if goals := goals_file(programme, known):
        files["goals"] = goals
    columns: dict[str, Mapping[str, str]] = {file.kind: file.columns or {}}
    answers = dict(file.answers)
    others = file.plan.files.filter(erased_at=None, columns__isnull=False).exclude(pk=file.pk)
    for other in others.exclude(kind=file.kind):
        files[other.kind] = given_of(other)
        columns[other.kind] = other.columns or {}
        answers |= other.answers
    if "survey" not in files and (baseline := baseline_file(programme)):
        files["survey"], columns["survey"] = baseline, COLUMNS
    return Inputs(plan, files, columns, answers, skills_of(programme))


def people_in(kind: str, given: Given, columns: Mapping[str, str]) -> frozenset[str]:
    """By what names the file knows people; empty as long as no column says it."""
    if "person" not in columns:
        return frozenset()
    ledger = Ledger()
    wanted = {"person": columns["person"]}
    frame = read_frame(
        kind,
        given,
        lambda headers: named_columns(kind, headers, wanted),
        ledger,
    )
    return frozenset(with_persons(frame, kind, ledger)["person"].to_list())
