"""No command writes over what it read: not the plan, nor what the plan reads, nor a table that was named; not by force."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sdggraph_cli.run import run

EXAMPLES = Path("examples/complete")

CALLS = [
    "status plan.yaml -o plan.yaml --format json",
    "status plan.yaml -o measurements.csv --format csv",
    "status handlingsdel.yaml -o plan.yaml --format json",
    "coverage plan.yaml -o indicators.yaml --format json",
    "coverage plan.yaml -o ./plan.yaml --format svg",
    "materiality plan.yaml --scores vesentlighet.csv -o vesentlighet.csv",
    "interactions plan.yaml --matrix samspill.csv -o samspill.csv",
    "benefits handlingsdel.yaml -o handlingsdel.yaml --format json",
    "money handlingsdel.yaml -o plan.yaml --format json",
    "report plan.yaml -o plan.yaml --format html",
    "report plan.yaml --scores vesentlighet.csv -o vesentlighet.csv --format markdown",
    "view plan.yaml -o plan.yaml",
    "diff horingsutkast.yaml plan.yaml -o plan.yaml",
    "diff horingsutkast.yaml plan.yaml -o horingsutkast.yaml --format html",
    "convert plan.yaml plan.yaml",
    "convert plan.yaml indicators.yaml --to json",
    "convert plan.yaml measurements.csv",
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for file in EXAMPLES.iterdir():
        shutil.copy(file, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.mark.parametrize("call", CALLS)
def test_what_was_read_stays(call: str, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = contents(folder)
    force = [] if call.startswith("view") else ["--force"]
    assert run([*call.split(), *force, "--lang", "nb"]) == 2
    assert "er lest, og blir ikke skrevet over" in capfd.readouterr().err
    assert contents(folder) == before


def test_a_link_to_the_plan_is_the_plan(folder: Path) -> None:
    Path("link.csv").symlink_to("plan.yaml")
    Path("same.csv").hardlink_to("plan.yaml")
    before = contents(folder)
    assert run(["coverage", "plan.yaml", "-o", "link.csv", "--force"]) == 2
    assert run(["coverage", "plan.yaml", "-o", "same.csv", "--force"]) == 2
    assert contents(folder) == before


def test_findings_are_not_written_over_measurements(folder: Path) -> None:
    before = contents(folder)
    assert run(["lint", "plan.yaml", "--output-file", "measurements.csv"]) == 2
    assert contents(folder) == before


def test_the_canary_is_only_written_over_a_canary(folder: Path) -> None:
    before = contents(folder)
    assert run(["lint", "--write-canary", "plan.yaml"]) == 2
    assert contents(folder) == before
    assert run(["lint", "--write-canary", "canary.nq"]) == 0
    assert run(["lint", "--write-canary", "canary.nq"]) == 0


def test_another_file_is_written_as_before(folder: Path) -> None:
    assert run(["status", "plan.yaml", "-o", "new.json", "--format", "json"]) == 0
    assert run(["status", "plan.yaml", "-o", "new.json", "--format", "json", "--force"]) == 0
    assert (folder / "new.json").stat().st_size > 100
