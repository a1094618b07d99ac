"""Tracks are those of the method, of the plan, or of a plan that it follows up; any other is said, with what was meant."""

from __future__ import annotations

import pytest

from sdggraph.app.fix_files import mend_files
from sdggraph.io.load import read_plan
from sdggraph.lint.run import lint

OWN = """\
plan: {id: old, language: en}
tracks: [{id: inside, title: Our own house}]
strategies: [{id: s0, title: A, goals: [3], tracks: [inside, organisation]}]
"""
PLAN = """\
plan: {id: p, language: en, follows_up: [{plan: old, file: old.yaml}]}
objectives:
  - {id: o1, title: A, goals: [3], tracks: [services, inside, servises]}
strategies:
  - {id: s1, title: B, objectives: [o1], track: 'tjenester'}
  - {id: s2, title: C, objectives: [o1], tracks: [elsewhere]}
"""


@pytest.fixture
def plan(tmp_path):
    (tmp_path / "old.yaml").write_text(OWN, encoding="utf-8")
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN, encoding="utf-8")
    return file


def test_a_track_that_nobody_knows_is_found_where_it_stands(plan):
    found = [
        (one.subject, one.place.line, one.place.column, one.message)
        for one in lint(read_plan(plan), select="SDG010").diagnostics
    ]
    assert found == [
        ("p:o1", 3, 63, "There is no track “servises”; did you mean services?"),
        ("p:s1", 5, 49, "There is no track “tjenester”; did you mean services?"),
        ("p:s2", 6, 51, "There is no track “elsewhere”; there are services, community, organisation, inside"),
    ]


def test_what_was_meant_is_written_in_its_place(plan):
    mending = mend_files([plan], unsafe=True)
    mended = PLAN.replace("servises", "services").replace("tjenester", "services")
    assert [text.decode() for text in mending.after.values()] == [mended]
