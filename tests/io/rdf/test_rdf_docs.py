"""What the page on linked data shows works as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sdggraph.io.rdf import plan_from_rdf

ROOT = Path(__file__).parents[3]
PAGES = ["linked-data.md", "linked-data.nb.md"]


def blocks(page, language):
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    found = re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)
    assert found
    return found


@pytest.mark.parametrize("page", PAGES)
def test_python_runs(page, monkeypatch):
    monkeypatch.chdir(ROOT)
    for code in blocks(page, "python"):
        exec(compile(code, page, "exec"), {})


@pytest.mark.parametrize("page", PAGES)
def test_turtle_is_a_plan(page):
    for text in blocks(page, "turtle"):
        plan = plan_from_rdf(text, "turtle", page)
        assert [claim.code for claim in plan.strategies[0].targets] == ["11.2"]
        assert not plan.reading.findings
