"""Advice for tables speaks of columns."""

from __future__ import annotations

import pytest

import sdggraph as sg
from sdggraph.lint.columns import for_tables


@pytest.mark.parametrize(
    ("advice", "nb", "en"),
    [
        ("Add `unit:`, such as `%`.", "Add «Enhet», such as `%`.", "Add “Unit”, such as `%`."),
        ("Under `targets`.", "Under «Delmål».", "Under “Target”."),
        ("`baseline: {date: 2026}`", "«Nullpunkt»", "“Baseline”"),
        ("write `goals: none`", "write `goals: none`", "write `goals: none`"),
        ("`role: monitoring`", "`role: monitoring`", "`role: monitoring`"),
    ],
)
def test_keys_become_headings(advice, nb, en):
    assert for_tables(advice, "nb") == nb
    assert for_tables(advice, "en") == en


def test_a_table_is_not_told_of_keys(tmp_path):
    file = tmp_path / "liste.csv"
    file.write_text("Område;Mål;Strategi;Indikator\nKlima;Kutt;Elbiler;Utslipp\n", encoding="utf-8")
    report = sg.lint(sg.read_plan(file))
    [unit] = report.of("SDG301")
    assert "«Enhet»" in unit.help
    assert "`unit" not in unit.help
