"""A baseline knows findings by rule and node, and lets only new ones through."""

from __future__ import annotations

import json

import pytest

import sdggraph as sg
from sdggraph.base.errors import ConfigError
from sdggraph.lint.baseline import Baseline, read_baseline
from sdggraph_cli.run import run

PLAN = """\
plan: {id: p, language: en}
strategies:
  - {id: s1, title: Clear the ditches, targets: [3.4, 3.44, 3.45]}
  - {id: s2, title: Clear the dikes, targets: [3.4]}
"""


def found(report):
    return [(one.code, (one.subject or "").rpartition(":")[2]) for one in report.diagnostics]


@pytest.fixture
def plan(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path / "plan.yaml"


def lint(plan):
    return sg.lint(sg.read_plan(plan), settings=sg.Settings(select=("SDG001", "SDG202")))


def test_what_is_known_is_not_reported_wherever_it_stands(plan):
    baseline = Baseline.of(lint(plan))
    plan.write_text("# moved\n\n" + PLAN.replace("ditches", "drains") + "  - {id: s3, title: New}\n", encoding="utf-8")
    report = baseline.applied(lint(plan))
    assert found(report) == [("SDG202", "s3")]
    assert report.summary.error == 1
    assert {one.kind for one in report.suppressed} == {"baseline"}
    assert [one.diagnostic.code for one in report.suppressed] == ["SDG202", "SDG001", "SDG001", "SDG202"]


def test_one_more_of_the_same_is_new(plan):
    baseline = Baseline.of(lint(plan))
    plan.write_text(PLAN.replace("3.45]", "3.45, 3.46]"), encoding="utf-8")
    (one,) = baseline.applied(lint(plan))
    assert (one.code, one.place.column) == ("SDG001", 67)


def test_the_file_is_read_as_it_was_written_and_has_a_line_a_node(plan, tmp_path):
    baseline = Baseline.of(lint(plan))
    file = tmp_path / "known.json"
    file.write_text(baseline.to_json(), encoding="utf-8")
    assert read_baseline(file).known == baseline.known == {
        ("p:s1", "SDG001"): 2, ("p:s1", "SDG202"): 1, ("p:s2", "SDG202"): 1,
    }  # fmt: skip
    assert file.read_text(encoding="utf-8").splitlines()[3:5] == [
        '    "p:s1": {"SDG001": 2, "SDG202": 1},',
        '    "p:s2": {"SDG202": 1}',
    ]
    assert json.loads(Baseline().to_json()) == {"sdggraph-baseline": 1, "known": {}}


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"sdggraph-baseline": 2, "known": {}}', '{"sdggraph-baseline": 1, "known": {"p": 3}}']
)
def test_what_is_no_baseline_is_said(tmp_path, text):
    file = tmp_path / "known.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match="no baseline file"):
        read_baseline(file)


def test_the_life_of_a_baseline(plan, tmp_path, capsys):
    known = tmp_path / "known.json"
    select = ["--select", "SDG001,SDG202"]
    assert run(["lint", "plan.yaml", *select, "--write-baseline", "known.json"]) == 0
    assert capsys.readouterr().err == "known.json now knows 4 findings\n"
    assert run(["lint", "plan.yaml", *select, "--baseline", "known.json"]) == 0
    assert "4 more are accepted" in capsys.readouterr().out
    plan.write_text(PLAN.replace(", 3.44, 3.45", ", 3.44"), encoding="utf-8")
    before = known.read_text(encoding="utf-8")
    assert run(["lint", "plan.yaml", *select, "--baseline", "known.json"]) == 0
    assert known.read_text(encoding="utf-8") == before  # only --prune changes it
    capsys.readouterr()
    assert run(["lint", "plan.yaml", "--select", "SDG001", "--baseline", "known.json", "--prune"]) == 0
    assert capsys.readouterr().err == "1 finding taken out of known.json: no longer there\n"
    # rules that weren't run keep what is known of them
    assert read_baseline(known).known == {("p:s1", "SDG001"): 1, ("p:s1", "SDG202"): 1, ("p:s2", "SDG202"): 1}
    run(["lint", "plan.yaml", "--baseline", "known.json", "--prune"])
    assert capsys.readouterr().err == "known.json knows nothing that is gone\n"


def test_other_plans_keep_what_is_known_of_them(plan, tmp_path):
    (tmp_path / "other.yaml").write_text(PLAN.replace("id: p", "id: q"), encoding="utf-8")
    run(["lint", ".", "--write-baseline", "known.json"])
    (tmp_path / "other.yaml").write_text("plan: {id: q, language: en}\n", encoding="utf-8")
    run(["lint", "plan.yaml", "--baseline", "known.json", "--prune"])
    assert ("q:s1", "SDG202") in read_baseline("known.json").known
    run(["lint", ".", "--baseline", "known.json", "--prune"])
    assert ("q:s1", "SDG202") not in read_baseline("known.json").known
