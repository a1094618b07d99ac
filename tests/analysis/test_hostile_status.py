"""Status of values that nobody should have written: nothing crashes, and what can't be used is said."""

from __future__ import annotations

import pytest

from sdggraph_cli.run import run

PLAN = """\
plan: {id: p, language: nb}
indicators:
  - {id: a, title: A, unit: "%", direction: increase, baseline: {date: 2019, value: 1e900}, target_values: [{date: 2030, value: -1e-900}], measurements: [{date: 2020, value: 1e999}, {date: 2021, value: -1e999}]}
  - {id: b, title: B, baseline: {date: 0001, value: 1}, target_values: [{date: 9999, value: 2}], measurements: [{date: 2000, value: 1.5}], desired: [[3, 1]]}
  - {id: c, title: C, baseline: {value: 1}, measurements: [{value: 3}, {date: 2020-13, value: 4}]}
  - {id: d, title: D, direction: decrease, target_values: [{date: 2030, range: [5, 1]}, {}], measurements: [{date: 2020, value: 4}]}
  - {id: e, title: E, value_type: yes_no, target_values: [{date: 2030, value: "ja"}], measurements: [{date: 2020, value: kanskje}]}
  - {id: f, title: F, direction: maintain, baseline: {date: 2020, value: 0}, target_values: [{date: 2020, value: 0}], measurements: [{date: 2020, value: 0}]}
"""


@pytest.mark.parametrize("form", ["text", "json", "csv", "markdown"])
def test_every_form(form, tmp_path, capsys):
    file = tmp_path / "p.yaml"
    file.write_text(PLAN, encoding="utf-8")
    assert run(["status", str(file), "--format", form, "--explain", "--lang", "nb", "--as-of", "2026-01-01"]) == 0
    out = capsys.readouterr().out
    assert "A" in out
    if form == "text":
        assert "kunne ikke forstås" in out
        assert "ute av kurs" not in out
