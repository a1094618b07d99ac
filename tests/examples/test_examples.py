"""The examples hold: each lints as its README says, shows what it is there to show, and its scripts run."""

from __future__ import annotations

import json
import os
import re
import runpy
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import load_workbook

import sdggraph as sg
from sdggraph.app.lint_files import lint_files
from sdggraph.base.diagnostics import Severity
from sdggraph.lint.config import Configuration
from sdggraph.lint.settings import Settings
from sdggraph.model.nodes import Node
from sdggraph.model.plan import SECTIONS, PlanHeader
from sdggraph.model.record import Record
from sdggraph.rules import ALL_RULES

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
ASKER = EXAMPLES / "asker-2018"
BROKEN = EXAMPLES / "broken"
DELIVERED = set(ALL_RULES)
ODD_CODES = {"3.9a": "3.a", "3.9d": "3.d", "9.5c": "9.c", "11.7a": "11.a"}
NOTEBOOK = EXAMPLES / "notebook.ipynb"


def lint(*parts):
    return sg.lint(sg.read_plan(EXAMPLES.joinpath(*parts))).diagnostics


# complete


@pytest.mark.parametrize("name", ["plan.yaml", "handlingsdel.yaml"])
@pytest.mark.parametrize("profile", ["strict", "asker"])
def test_complete_has_no_findings_in_any_profile(name, profile, tmp_path):
    for file in (EXAMPLES / "complete").iterdir():
        text = file.read_text(encoding="utf-8")
        (tmp_path / file.name).write_text(text.replace("profile: strict", f"profile: {profile}"), encoding="utf-8")
    report = sg.lint(sg.read_plan(tmp_path / name))
    assert [str(d) for d in report.diagnostics] == []
    assert report.summary.nodes > 120


def test_complete_uses_every_field_of_the_plan_format():
    plans = [sg.read_plan(EXAMPLES / "complete" / name) for name in ("plan.yaml", "handlingsdel.yaml")]
    used = set()
    for plan in plans:
        _said(plan, used)
    declared = set()
    for record in (PlanHeader, *SECTIONS.values()):
        _declared(record, declared)
    assert len(declared) > 100
    assert declared - used == set()


def _said(value, used):
    """Collect the record and field of everything that was said in a plan."""
    if isinstance(value, Record):
        kind = PlanHeader if isinstance(value, PlanHeader) else type(value)
        for name in value.model_fields_set:
            used.add(_field(kind, name))
            _said(getattr(value, name), used)
    elif isinstance(value, tuple):
        for item in value:
            _said(item, used)


def _declared(record, declared):
    """Collect the fields of a record, and those of the records in them."""
    for name, field in record.model_fields.items():
        declared.add(_field(record, name))
        for inner in _records_in(field.annotation):
            _declared(inner, declared)


def _field(record, name):
    """Name a field; what every node may have (number, short, notes, replaces …) counts once for all kinds."""
    common = issubclass(record, Node) and name in Node.model_fields
    return f"Node.{name}" if common else f"{record.__name__}.{name}"


def _records_in(annotation):
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return {annotation}
    return set().union(*(_records_in(part) for part in getattr(annotation, "__args__", ())))


# sound


def test_sound_has_the_size_and_conventions_of_a_plan_as_one_meets_it():
    plan = sg.read_plan(EXAMPLES / "sound" / "plan.yaml")
    assert [len(getattr(plan, name)) for name in ("areas", "objectives", "strategies", "indicators")] == [
        8,
        40,
        150,
        60,
    ]
    assert not plan.actions
    assert not plan.stakeholders
    assert not any(node.tracks or node.targets or node.goals for node in (*plan.objectives, *plan.strategies))
    assert all(area.goals for area in plan.areas)
    titles = Counter(node.title for node in (*plan.areas, *plan.objectives, *plan.strategies, *plan.indicators))
    assert titles.most_common(1)[0][1] == 1


def test_sound_gets_no_error_and_few_words():
    found = lint("sound", "plan.yaml")
    assert [str(d) for d in found if d.severity is Severity.ERROR] == []
    assert len(found) <= 10


# broken


@dataclass(frozen=True)
class Planted:
    """A defect that a comment announces: the rule, and the lines or the cell in which it is to be found."""

    file: str
    code: str
    first: int = 0
    last: int = 0
    cell: str | None = None

    def is_shown_by(self, diagnostic):
        return diagnostic.code == self.code and self.surrounds(diagnostic)

    def surrounds(self, diagnostic):
        place = diagnostic.place
        if place is None or Path(place.file).name != self.file:
            return False
        return place.cell == self.cell if self.cell else self.first <= place.line <= self.last


def planted_in_yaml(path):
    """A comment speaks of the item or key below it: that line and what is indented under it."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        comment = re.match(r"\s*# ((?:SDG\d{3}(?:, )?)+):", line)
        if not comment:
            continue
        last = next(n for n in range(number + 1, len(lines)) if not lines[n].lstrip().startswith("#"))
        depth = len(lines[last]) - len(lines[last].lstrip())
        while last + 1 < len(lines) and (not lines[last + 1].strip() or lines[last + 1].startswith(" " * (depth + 1))):
            last += 1
        for code in comment[1].split(", "):
            yield Planted(path.name, code, number + 2, last + 1)


def planted_in_workbook(path):
    for row in load_workbook(path).worksheets[0].iter_rows():
        for cell in row:
            if cell.comment:
                for code in re.findall(r"SDG\d{3}", cell.comment.text):
                    yield Planted(path.name, code, cell=cell.coordinate)


def broken_files():
    return sorted(path for path in BROKEN.iterdir() if path.suffix in (".yaml", ".xlsx"))


def planted(path):
    return list(planted_in_workbook(path) if path.suffix == ".xlsx" else planted_in_yaml(path))


@pytest.mark.parametrize("path", broken_files(), ids=lambda path: path.name)
def test_broken_shows_what_its_comments_announce_and_nothing_else(path):
    found = lint("broken", path.name)
    announced = planted(path)
    due = [one for one in announced if one.code in DELIVERED]
    assert [one for one in due if not any(one.is_shown_by(d) for d in found)] == []
    assert [str(d) for d in found if not any(one.is_shown_by(d) for one in announced)] == []


def test_broken_shows_every_rule_that_is_on_by_default():
    shown = {one.code for path in broken_files() for one in planted(path)}
    on = {rule.code for rule in ALL_RULES.values() if rule.level.default or rule.level.kinds}
    assert on - shown == set()


def test_the_folder_shows_every_rule_under_the_strictest_profile():
    strict = Configuration(Settings(profile="strict"), look_around=True)
    assert shown_by(lint_files([BROKEN], configuration=strict)) == set(ALL_RULES)


def test_the_folder_shows_every_rule_that_is_on_by_default():
    on = {rule.code for rule in ALL_RULES.values() if rule.level.default}
    assert on <= shown_by(lint_files([BROKEN]))


def shown_by(report):
    return {one.code for found in report for one in (found, *found.consequences)}


# asker-2018


@pytest.mark.parametrize("name", ["metodetabell.xlsx", "metodetabell.tsv"])
def test_asker_table_is_read_and_its_four_odd_codes_are_repaired_in_their_cells(name):
    repaired = [d for d in lint("asker-2018", name) if d.code == "SDG002"]
    assert [d.place.cell for d in repaired] == ["C3", "C3", "C5", "C6"]
    for diagnostic, (odd, meant) in zip(repaired, ODD_CODES.items(), strict=True):
        assert odd in diagnostic.message
        assert meant in diagnostic.message


def test_asker_table_says_the_same_in_both_forms_and_agrees_with_the_plan_beside_it():
    workbook, text, plan = (
        sg.read_plan(ASKER / name) for name in ("metodetabell.xlsx", "metodetabell.tsv", "plan.yaml")
    )
    assert {goal.code: goal.significance for goal in workbook.goals} == {g.code: g.significance for g in text.goals}
    assert [target.code for target in workbook.targets] == [target.code for target in text.targets]
    assert len(plan.targets) == 27
    assert {target.code for target in plan.targets} == {target.code for target in workbook.targets}
    in_plan = {goal.code: goal.significance["nb"] for goal in plan.goals if goal.significance}
    assert in_plan == {goal.code: goal.significance for goal in workbook.goals}
    assert {goal.code for goal in plan.goals} - set(in_plan) == {"17"}


def test_asker_workbook_is_what_its_script_makes_of_the_tsv(tmp_path):
    script = runpy.run_path(str(ASKER / "make_workbook.py"))
    rows = script["read_rows"](ASKER / "metodetabell.tsv")
    script["write_workbook"](rows, tmp_path / "new.xlsx")
    assert _cells(ASKER / "metodetabell.xlsx") == _cells(tmp_path / "new.xlsx")
    assert _cells(ASKER / "metodetabell.xlsx")[0] == [[cell or None for cell in row] for row in rows]


def test_broken_workbook_is_what_its_script_makes(tmp_path):
    runpy.run_path(str(BROKEN / "make_workbook.py"))["write_workbook"](tmp_path / "new.xlsx")
    assert _cells(BROKEN / "metodetabell.xlsx") == _cells(tmp_path / "new.xlsx")


def _cells(path):
    sheet = load_workbook(path).worksheets[0]
    merged = sorted(str(cells) for cells in sheet.merged_cells.ranges)
    return [list(row) for row in sheet.iter_rows(values_only=True)], merged


# scripts and notebook


def run(*arguments):
    paths = os.pathsep.join(str(ROOT / part) for part in ("", "cli", "ontology"))
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout


def test_script_reads_and_lints():
    output = run(EXAMPLES / "scripts" / "read_and_lint.py", BROKEN / "temaplan.yaml")
    assert "steinvik-frivillighet" in output
    assert "help:" in run(EXAMPLES / "scripts" / "read_and_lint.py", BROKEN / "plan.yaml")


def test_script_tells_direct_from_inherited_strategies():
    lines = run(EXAMPLES / "scripts" / "strategies_for_goal.py", EXAMPLES / "complete" / "plan.yaml", "13").splitlines()
    assert any("direct" in line and "utslippsfri bygge- og anleggsplass" in line for line in lines)
    inherited = run(
        EXAMPLES / "scripts" / "strategies_for_goal.py", EXAMPLES / "sound" / "plan.yaml", "13"
    ).splitlines()
    assert len(inherited) == 15 + 20
    assert all("inherited" in line for line in inherited)


def test_script_counts_coverage_by_goal():
    output = run(EXAMPLES / "scripts" / "coverage_by_goal.py", EXAMPLES / "sound" / "plan.yaml")
    counts = dict(re.findall(r"^ *(\d+) .*?(\d+)$", output, re.MULTILINE))
    assert counts["3"] == "25"
    assert counts["11"] == str(22 + 15)
    assert counts["17"] == "8"


def test_notebook_runs_from_top_to_bottom(monkeypatch):
    monkeypatch.chdir(EXAMPLES)
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    assert len(code) >= 4
    namespace = {}
    for number, source in enumerate(code):
        exec(compile(source, f"cell {number}", "exec"), namespace)
    assert all(cell.get("outputs") == [] for cell in cells if cell["cell_type"] == "code")
