"""A line of a megabyte with a finding in it: only what is near the finding is looked at."""

from __future__ import annotations

import unicodedata
from types import SimpleNamespace
from typing import TYPE_CHECKING

from sdggraph_cli import text_report

if TYPE_CHECKING:
    import pytest


def test_a_long_line_is_cut_without_counting_all_its_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0

    def combining(char: str) -> int:
        nonlocal asked
        asked += 1
        return unicodedata.combining(char)

    counting = SimpleNamespace(combining=combining, east_asian_width=unicodedata.east_asian_width)
    monkeypatch.setattr(text_report, "unicodedata", counting)
    line = "a\t" * 500_000 + "WRONG" + " b" * 500_000
    shown, start, end = text_report._window(line, 1_000_000, 1_000_005, 60)
    assert shown[start:end] == "WRONG"
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert "\t" not in shown
    assert asked < 1000
