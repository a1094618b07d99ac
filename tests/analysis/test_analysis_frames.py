"""Every analysis as a data frame: a column a key of its rows, and none lost where there is nothing."""

from __future__ import annotations

import pytest

import sdggraph as sg

pytest.importorskip("pandas", reason="pandas is not installed")


@pytest.mark.parametrize("name", ["coverage", "materiality", "benefits", "money", "interactions"])
def test_frames_have_the_rows(name):
    full, bare = (sg.read_plan(f"examples/{file}") for file in ("complete/handlingsdel.yaml", "asker-2018/plan.yaml"))
    found = getattr(sg, name)(full)
    rows = found.rows()
    frame = found.to_frame()
    assert list(frame.columns) == list(rows[0])
    assert len(frame) == len(rows) > 0
    empty = getattr(sg, name)(bare)
    assert len(empty.to_frame()) == len(empty.rows())
    assert list(empty.to_frame().columns)


@pytest.mark.parametrize("name", ["coverage", "materiality", "benefits", "money", "interactions"])
def test_a_plan_several_and_a_graph_are_one_question(name):
    plan = sg.read_plan("examples/complete/handlingsdel.yaml")
    asked = getattr(sg, name)
    assert asked(plan).to_dict() == asked([plan]).to_dict() == asked(sg.PlanGraph.of(plan)).to_dict()
    assert asked(plan).to_dict("nb")["version"] == 1


@pytest.mark.parametrize("name", ["coverage", "materiality", "benefits", "money", "interactions"])
def test_records_can_not_be_changed(name):
    found = getattr(sg, name)(sg.Plan(id="p", language="en"))
    with pytest.raises(AttributeError):
        found.graph = None
