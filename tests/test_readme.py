"""README shows what is so: its plan lints clean, its diagnostics are printed so, its Python runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sdggraph_cli.run import run

README = Path(__file__).parent.parent / "README.md"

BROKEN = """\
sdggraph: 1
plan: {id: fjordvik, title: Community plan, kind: community, language: en}
goals:
  - {code: 11, significance: Most people here depend on safe roads}
areas:
  - {id: travel, title: Getting around, goals: [11]}
  - {id: work, title: Work for all, goals: [8]}
indicators:
  - id: i1
    title: Pupils who walk to school
    unit: "%"
    baseline: {date: 2024, value: 42}
    target_values: [{date: 2030, value: 70}]
objectives:
  - {id: o1, title: Every child walks safely, targets: [11.2], indicators: [i1]}
  - {id: o2, title: More people in work, areas: [work]}
strategies:
  - {id: s1, title: Build paths, objectives: [o1]}
  - {id: s2, title: Light the way to school, objectives: [o11]}
  - {id: s3, title: Help the young to a first job, objectives: [o2]}
"""


def block(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return tmp_path


def test_the_plan_has_no_finding(capsys, home):
    [plan] = [text for text in block("yaml") if text.startswith("sdggraph: 1")]
    (home / "plan.yaml").write_text(plan, encoding="utf-8")
    assert run(["lint", "plan.yaml", "--fail-on", "info"]) == 0, capsys.readouterr().out


def test_the_diagnostics_are_printed_so(capsys, home):
    (home / "plan.yaml").write_text(BROKEN, encoding="utf-8")
    assert run(["lint", "plan.yaml"]) == 1
    printed = capsys.readouterr().out
    [shown] = block("console")
    diagnostics = shown.partition("\n")[2].strip().split("\n\n")
    assert len(diagnostics) == 2
    for one in diagnostics:
        assert one in printed


def test_the_python_runs(capsys, home):
    assert run(["new", "plan.yaml"]) == 0
    [code] = block("python")
    names: dict[str, object] = {}
    exec(compile(code, "README.md", "exec"), names)
    assert str(names["html"]).startswith("<!doctype html>")


def test_the_commands_run(capsys, home):
    run(["new", "old.yaml"])
    [commands] = [text for text in block("sh") if "activate" in text]
    for line in commands.splitlines():
        words = line.partition("#")[0].split()
        if words[:1] == ["sdggraph"]:
            assert run(words[1:]) == 0, line
