"""Change control: what makes a relation suspect, what doesn't, and what is kept of a review."""

from __future__ import annotations

import datetime as dt
import json

import pytest

import sdggraph as sg
from sdggraph.analysis.review import accept, review
from sdggraph.io.review_lock import lock_beside, parse_lock, written_lock

PLAN = """\
plan: {id: p, language: en, title: Plan}
objectives:
  - {id: o1, number: "1", title: Safe paths, targets: [{code: 11.2, why: Because}], indicators: [i1], stakeholders: [k1], owner: u1}
strategies:
  - id: s1
    title: Build paths
    notes: A note
    objectives:
      - o1
actions:
  - {id: t1, title: Dig, strategies: [s1], status: planned, period: {start: 2024, end: 2026}, budget: [{year: 2024, amount: 10}]}
indicators:
  - id: i1
    title: Walkers
    unit: "%"
    source: {system: KOSTRA, table: "1", page: "3"}
    target_values: [{date: 2028, value: 8}, {date: 2030, value: 9}]
    measurements: [{date: 2020, value: 4}]
stakeholders: [{id: k1, title: Children}]
units: [{id: u1, title: Roads}]
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    lock, count = accept(sg.read_plan(path), on=dt.date(2026, 2, 3), by="Kari", note="Seen")
    assert count == 0
    lock_beside(path).write_text(written_lock(lock), encoding="utf-8")
    return path


def now(file, old="", new=""):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return review(sg.read_plan(file))


def links(found):
    return [(one.source, one.relation, one.target) for one in found.suspects]


def test_what_is_recorded(file):
    lock = json.loads(lock_beside(file).read_text(encoding="utf-8"))
    assert [(one["from"], one["relation"], one["to"]) for one in lock["relations"]] == [
        ("o1", "contributes_to", "sdg:11.2"),
        ("o1", "measured_by", "i1"),
        ("s1", "contributes_to", "o1"),
        ("t1", "implements", "s1"),
    ]
    assert {(one["on"], one["by"], one["note"]) for one in lock["relations"]} == {("2026-02-03", "Kari", "Seen")}
    assert {one["node"] for one in lock["contents"]} == {"o1", "i1", "s1", "t1"}
    said = next(one["said"] for one in lock["contents"] if one["node"] == "i1")
    assert said["source"] == {"system": "KOSTRA", "table": "1"}
    assert "measurements" not in said


@pytest.mark.parametrize(
    ("old", "new", "suspect"),
    [
        ("Safe paths", "Safe roads", ["o1→sdg:11.2", "o1→i1", "s1→o1"]),
        ("Build paths", "Close paths", ["s1→o1", "t1→s1"]),
        ("value: 9", "value: 99", ["o1→i1"]),
        ("end: 2026", "end: 2029", ["t1→s1"]),
        ("amount: 10", "amount: 20", ["t1→s1"]),
        ('table: "1"', 'table: "2"', ["o1→i1"]),
        ("title: Dig", "title: Dig, description: By hand", ["t1→s1"]),
    ],
)
def test_content_makes_suspect(file, old, new, suspect):
    found = links(now(file, old, new))
    assert [f"{source}→{target}" for source, _, target in found] == suspect
    assert {one.subject for one in sg.lint(sg.read_plan(file)).of("SDG111")} == {
        f"p:{source}" for source, _, _ in found
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("value: 4", "value: 5"),
        ("measurements: [{date: 2020, value: 4}]", "measurements: [{date: 2020, value: 4}, {date: 2021, value: 6}]"),
        ("status: planned", "status: done"),
        ("A note", "Another note"),
        ('number: "1"', 'number: "2"'),
        ("why: Because", "why: For another reason"),
        ('page: "3"', 'page: "4"'),
        ("title: Children", "title: Young people"),
        ("title: Roads", "title: Roads and parks"),
        ("title: Plan", "title: The plan"),
        ("plan: {id: p,", "plan: {id: another,"),
        ("strategies:\n", "# a comment\nstrategies:\n\n"),
        ("title: Build paths", "title: {en: Build paths}"),
        ("{date: 2028, value: 8}, {date: 2030, value: 9}", "{date: 2030, value: 9.0}, {date: 2028, value: 8}"),
        ("unit:", "role: steering\n    unit:"),
    ],
)
def test_what_is_no_content_makes_nothing_suspect(file, old, new):
    found = now(file, old, new)
    assert found.suspects == ()
    assert found.reviewed == 4
    assert not sg.lint(sg.read_plan(file)).of("SDG111")


def test_the_place_is_the_reference(file):
    now(file, "Safe paths", "Safe roads")
    found = {one.subject: one.place for one in sg.lint(sg.read_plan(file)).of("SDG111")}
    line = file.read_text(encoding="utf-8").splitlines().index("      - o1") + 1
    assert (found["p:s1"].line, found["p:s1"].column) == (line, 9)


def test_what_changed_at_which_end(file):
    found = now(file, "Build paths", "Close paths").suspects[0]
    assert (found.source, found.target, found.last.by) == ("s1", "o1", "Kari")
    assert [(end.node, [(one.field, one.old, one.new) for one in end.fields]) for end in found.ends] == [
        ("s1", [("title", "Build paths", "Close paths")])
    ]
    both = now(file, "Safe paths", "Safe roads").suspects
    assert [[end.node for end in one.ends] for one in both if one.target == "o1"] == [["s1", "o1"]]


def test_an_accepted_node_is_suspect_no_more(file):
    plan = sg.read_plan(file)
    now(file, "Safe paths", "Safe roads")
    plan = sg.read_plan(file)
    lock, count = accept(plan, ["s1"], by="Ola", on=dt.date(2026, 3, 4))
    assert count == 1
    lock_beside(file).write_text(written_lock(lock), encoding="utf-8")
    assert links(now(file)) == [("o1", "contributes_to", "sdg:11.2"), ("o1", "measured_by", "i1")]
    kept = parse_lock(lock_beside(file).read_text(encoding="utf-8"), "x")
    assert kept.relations["s1", "contributes_to", "o1"].by == "Ola"
    assert kept.relations["t1", "implements", "s1"].by == "Kari"
    assert len([one for one in kept.contents if one[0] == "o1"]) == 2  # as it was for two relations, as it is for one
    lock, count = accept(sg.read_plan(file))
    lock_beside(file).write_text(written_lock(lock), encoding="utf-8")
    assert (count, links(now(file))) == (2, [])
    assert len([one for one in json.loads(written_lock(lock))["contents"] if one["node"] == "o1"]) == 1


def test_new_and_gone_relations_are_quiet(file):
    found = now(file, "strategies: [s1], status", "objectives: [o1], status")
    assert found.suspects == ()
    assert found.fresh == (("t1", "implements", "o1"),)
    assert found.gone == (("t1", "implements", "s1"),)
    assert not sg.lint(sg.read_plan(file)).of("SDG111")
    lock, _ = accept(sg.read_plan(file))
    assert ("t1", "implements", "s1") not in lock.relations
    assert ("t1", "implements", "o1") in lock.relations


def test_a_lock_is_the_same_whatever_the_order(file):
    before = lock_beside(file).read_text(encoding="utf-8")
    sections = file.read_text(encoding="utf-8").split("\n", 1)
    head, rest = sections
    cut = rest.index("actions:")
    file.write_text(f"{head}\n{rest[cut:]}{rest[:cut]}", encoding="utf-8")
    lock, _ = accept(sg.read_plan(file))
    assert written_lock(lock) == before
    assert written_lock(parse_lock(before, "x")) == before


def test_without_a_lock_nothing_is_said(tmp_path):
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    plan = sg.read_plan(tmp_path / "plan.yaml")
    assert plan.reading.review is None
    assert not sg.lint(plan).of("SDG111")
    assert not review(plan).locked


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        "null",
        '{"sdggraph-review": 2}',
        '{"sdggraph-review": 1, "relations": [[]], "contents": []}',
        "[" * 100000,
    ],
)
def test_a_spoilt_lock_is_one_warning_and_no_crash(file, text):
    lock_beside(file).write_text(text, encoding="utf-8")
    found = sg.lint(sg.read_plan(file)).of("SDG111")
    assert len(found) == 1
    assert "plan.review.json" in found[0].message
    assert found[0].place.file.endswith("plan.review.json")


def test_a_lock_that_can_not_be_read_is_said(file):
    lock = lock_beside(file)
    lock.write_bytes(b"\xff\xfe\x00")
    assert len(sg.lint(sg.read_plan(file)).of("SDG111")) == 1
    lock.unlink()
    lock.mkdir()
    assert "this is a folder" in sg.lint(sg.read_plan(file)).of("SDG111")[0].message


def test_an_end_in_a_plan_that_is_followed_up(tmp_path):
    base = "plan: {id: q, language: en}\nobjectives: [{id: o1, title: Safe, targets: [11.2]}]\n"
    (tmp_path / "base.yaml").write_text(base, encoding="utf-8")
    file = tmp_path / "plan.yaml"
    file.write_text(
        'plan: {id: p, language: en, follows_up: [{plan: q, file: base.yaml}]}\nactions: [{id: t, title: Dig, objectives: ["q:o1"]}]\n',
        encoding="utf-8",
    )
    lock, _ = accept(sg.read_plan(file))
    assert list(lock.relations) == [("t", "implements", "q:o1")]
    lock_beside(file).write_text(written_lock(lock), encoding="utf-8")
    (tmp_path / "base.yaml").write_text(base.replace("Safe", "Sound"), encoding="utf-8")
    assert links(now(file)) == [("t", "implements", "q:o1")]


def test_an_unknown_node_is_said_with_what_was_meant(file):
    with pytest.raises(sg.NotFoundError, match="did you mean o1"):
        accept(sg.read_plan(file), ["o2"])


def test_rows_and_dict_are_plain(file):
    found = now(file, "Build paths", "Close paths")
    assert found.rows()[0] == {
        "source": "s1",
        "relation": "contributes_to",
        "target": "o1",
        "changed": "s1",
        "fields": "title",
        "reviewed_on": "2026-02-03",
        "reviewed_by": "Kari",
    }
    assert json.loads(json.dumps(found.to_dict()))["summary"] == {
        "suspect": 2,
        "reviewed": 2,
        "new": 0,
        "gone": 0,
        "locked": True,
    }
