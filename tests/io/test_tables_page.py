"""What the page on tables shows is read as it says."""

from __future__ import annotations

import datetime as dt
import io
import re
from pathlib import Path

import pytest
from openpyxl import Workbook

from sdggraph.io.table import plan_from_bytes
from sdggraph.io.tables.vocabulary import columns
from sdggraph.lint.config_toml import read_config

DOCS = Path(__file__).parents[2] / "docs"


def samples(name):
    page = (DOCS / name).read_text(encoding="utf-8")
    return [plan_from_bytes(block.encode(), "sample.tsv") for block in re.findall(r"```tsv\n(.*?)```", page, re.DOTALL)]


@pytest.mark.parametrize(("name", "language"), [("tables.md", "en"), ("tables.nb.md", "nb")])
def test_the_method_table_of_the_page(name, language):
    plan, _ = samples(name)
    assert (plan.language, plan.reading.findings) == (language, [])
    assert [goal.code for goal in plan.goals] == ["3", "11"]
    assert [target.code for target in plan.targets] == ["3.8", "11.2", "11.7"]
    old_age = plan.objectives[0].id
    ties = [one.objectives for one in plan.strategies if one.tracks == ("services",)]
    assert ties[:2] == [(old_age,), (old_age,)]
    assert len(plan.objectives) == 3


@pytest.mark.parametrize("name", ["tables.md", "tables.nb.md"])
def test_the_flat_list_of_the_page(name):
    _, plan = samples(name)
    assert plan.reading.findings == []
    assert [len(getattr(plan, section)) for section in ("areas", "objectives", "strategies", "actions")] == [2, 2, 3, 2]
    first = plan.strategies[0]
    assert [claim.code for claim in (*first.goals, *first.targets)] == ["3", "13", "11.2"]
    assert [action.strategies for action in plan.actions] == [(first.id,), (first.id,)]
    assert plan.actions[0].partners


@pytest.mark.parametrize(
    ("value", "number_format", "goal", "read", "noted"),
    [
        (8.1, "General", 8, ["8.1"], ["SDG003"]),
        (8.1, "0.00", 8, ["8.10"], []),
        (8.1, "0.0", 8, ["8.1"], []),
        (3.5, "General", 3, ["3.5"], []),
        (dt.date(2026, 5, 3), "d.mmm", 3, ["3.5"], ["SDG003"]),
        (dt.date(2026, 3, 11), "d.mmm", 11, ["11.3"], ["SDG002"]),
        ("3.9a, SDG 3.8", "@", 3, ["3.a", "3.8"], ["SDG002", "SDG002"]),
        ("4.1\u20134.5", "@", 4, ["4.1", "4.2", "4.3", "4.4", "4.5"], []),
    ],
)
def test_the_codes_of_the_page(value, number_format, goal, read, noted):
    book = Workbook()
    book.active.append(("Bærekraftsmål", "Betydning", "Delmål"))
    book.active.append((goal, "Viktig", value))
    book.active["C2"].number_format = number_format
    file = io.BytesIO()
    book.save(file)
    plan = plan_from_bytes(file.getvalue(), "bok.xlsx")
    assert [target.code for target in plan.targets] == read
    assert [finding.code for finding in plan.reading.findings] == noted


@pytest.mark.parametrize("name", ["tables.md", "tables.nb.md"])
def test_the_headings_of_the_page_are_understood(name, tmp_path):
    page = (DOCS / name).read_text(encoding="utf-8")
    (block,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    file = tmp_path / "sdggraph.toml"
    file.write_text(block, encoding="utf-8")
    assert list(read_config(file).settings.headings.values()) == ["area", "strategy"]
    listed = re.search(r"(?:one of|en av disse): ([a-z_, ]+)\.", page)[1].split(", ")
    assert set(listed) == set(columns()) - {"accepted", "ids"}
