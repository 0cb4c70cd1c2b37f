"""The command as a script meets it: files, exit codes, sentences, and the same bytes twice."""

import io
import json
from pathlib import Path
from typing import Any

import pypdf
import pytest

from rapport.evaluation.command.evaluate import ALL_USED, OPEN, REFUSED, SOME_SET_ASIDE, main
from rapport.evaluation.tests.simulated import ANSWERS, Firm, export
from rapport.evaluation.verdicts.banned import banned_in

FIRM = Firm(people=1_200, participants=120)
ANSWERED = '[retention]\ncounted = "most"\n[answers]\n' + "".join(
    f'"{name}" = "{answer}"\n' for name, answer in ANSWERS.items()
)
OUTPUTS = {"out": "r.pdf", "json": "r.json", "csv": "r.csv", "html": "r.html"}


def run(folder: Path, firm: Firm = FIRM, plan: str = ANSWERED, *more: str) -> int:
    """The command's exit code, its files beside what it read."""
    paths = {name: str(path) for name, path in export(firm, folder).items()}
    (folder / "plan.toml").write_text(plan)
    paths["plan"] = str(folder / "plan.toml")
    paths |= {name: str(folder / file) for name, file in OUTPUTS.items()}
    return main([*(x for name, path in paths.items() for x in (f"--{name}", path)), *more])


def findings(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "r.json").read_text())
    return found


def test_a_report_and_its_numbers_are_written(tmp_path: Path) -> None:
    assert run(tmp_path) == ALL_USED
    finding = findings(tmp_path)["findings"][0]
    assert set(finding) >= {"estimate", "interval", "n", "method", "grade", "sentence", "hidden"}
    assert finding["name"] == "retention_12"
    assert finding["sentence"] in (tmp_path / "r.html").read_text()
    assert (tmp_path / "r.csv").read_text().startswith("finding,part,value,low,high,n,")


def test_every_finding_has_a_figure_or_says_why_not(tmp_path: Path) -> None:
    run(tmp_path)
    for finding in findings(tmp_path)["findings"]:
        assert (finding["estimate"] is None) == (finding["hidden"] is not None)


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("one", "two")]
    for folder in folders:
        folder.mkdir()
        run(folder)
    for file in OUTPUTS.values():
        assert (folders[0] / file).read_bytes() == (folders[1] / file).read_bytes(), file


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_pdf_is_accessible_and_holds_its_tongue(language: str, tmp_path: Path) -> None:
    run(tmp_path, FIRM, ANSWERED, "--language", language)
    reader = pypdf.PdfReader(io.BytesIO((tmp_path / "r.pdf").read_bytes()))
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == language
    assert root["/MarkInfo"]["/Marked"]
    assert len(reader.pages) >= 10
    words = "\n".join(page.extract_text() for page in reader.pages)
    assert banned_in(words, language) == []


def test_rows_that_were_set_aside_are_told_and_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dirty = Firm(people=1_200, participants=120, dirty=True)
    assert run(tmp_path, dirty) == SOME_SET_ASIDE
    assert "12 rows were set aside" in capsys.readouterr().err
    ledger = findings(tmp_path)["ledger"]["workforce"]
    assert ledger["read"] == 1_212
    assert sum(entry["count"] for entry in ledger["set_aside"]) == 12


def test_open_questions_are_asked_all_at_once_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert run(tmp_path, FIRM, "") == OPEN
    told = capsys.readouterr().err
    assert '"leavers_since" = "always"' in told
    assert '"attributes" = "today"' in told
    assert not (tmp_path / "r.json").exists()


class Terminal(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        return True


def test_at_a_terminal_the_questions_are_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("2023-12-31\nalways\nwhat?\n1\n2\n"))
    assert run(tmp_path, FIRM, "") == ALL_USED
    assert findings(tmp_path)["answers"] == {
        "attributes": "then",
        "counted": "most",
        "export_day": "2023-12-31",
        "leavers_since": "always",
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "--participants"),
        (["--participants", "nowhere.csv", "--workforce", "nowhere.csv"], "cannot be opened"),
        (["--plan", "nowhere.toml"], "cannot be opened"),
        (["--lock"], "--plan"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == REFUSED
    told = capsys.readouterr().err
    assert said in told
    assert "Nothing was written." in told


def test_a_plan_is_locked_once_and_its_hash_is_printed_in_the_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "plan.toml"
    plan.write_text(ANSWERED)
    assert main(["--lock", "--plan", str(plan)]) == ALL_USED
    assert main(["--lock", "--plan", str(plan)]) == REFUSED
    run(tmp_path, FIRM, plan.read_text())
    digest = findings(tmp_path)["plan"]["hash"]
    assert digest in capsys.readouterr().err
    assert digest[:20] in (tmp_path / "r.html").read_text()


@pytest.mark.parametrize(
    ("participants", "said"),
    [("5", "nothing would show"), ("40", "ask everybody beforehand"), ("900", "who stays can be")],
)
def test_before_a_programme_it_says_what_could_show(
    participants: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--advise", participants]) == ALL_USED
    assert said in capsys.readouterr().out


def test_a_changed_plan_stops_everything(tmp_path: Path) -> None:
    plan = tmp_path / "plan.toml"
    plan.write_text(ANSWERED)
    main(["--lock", "--plan", str(plan)])
    assert run(tmp_path, FIRM, plan.read_text().replace("most", "every")) == REFUSED
    assert not (tmp_path / "r.pdf").exists()


def test_before_the_day_of_reading_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, FIRM, f"read_on = [9999-01-01]\n{ANSWERED}") == REFUSED
    assert "9999-01-01" in capsys.readouterr().err
    assert not (tmp_path / "r.json").exists()
