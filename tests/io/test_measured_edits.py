"""Measurements written into plan files of every style: read again they are there, and all else is as it was."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from sdggraph.app.measured_changes import changes_of, write_changes
from sdggraph.io.load import read_plan
from sdggraph.io.statistics.observed import Observed
from sdggraph.model.parts import Measurement
from sdggraph.model.scalars import PlanDate

HEAD = "plan: {id: p, language: en}\n"
STYLES = {
    "none, in lines": "indicators:\n  - id: i\n    title: I # the title\n# after\n",
    "none, at the end": "indicators:\n  - id: i\n    title: I",
    "none, in brackets": "indicators: [{id: i, title: I}] # after\n",
    "brackets over lines": "indicators:\n  - {id: i,\n     title: I\n    }\n",
    "a list in brackets": "indicators:\n  - id: i\n    title: I\n    measurements: [{date: 2020, value: 1}] # one\n",
    "an empty list": "indicators:\n  - {id: i, title: I, measurements: []}\n",
    "a list in lines": "indicators:\n- id: i\n  title: I\n  measurements:\n  - date: 2020\n    value: 1 # first\n  # more to come\n\nunits: []\n",
    "a text in lines before": "indicators:\n  - id: i\n    title: I\n    notes: |\n      one\n      two\n\nunits: []\n",
    "another after": "indicators:\n  - id: i\n    title: I\n\n  - id: j\n    title: J\n",
    "a comma at the end": "indicators:\n  - {id: i, title: I, measurements: [{date: 2020, value: 1},],}\n",
    "windows": "indicators:\r\n  - id: i\r\n    title: I\r\n    measurements:\r\n      - {date: 2020, value: 1}\r\n",
}
NEW = [
    Measurement(date=PlanDate("2021"), value=Decimal("2.50"), region="0301", source="KOSTRA: a, b", note="yes"),
    Measurement(date=PlanDate("2022-Q1"), value="ja", status="provisional", sex="kvinner"),
]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("count", [1, 2])
def test_every_style(style, count, tmp_path):
    file = tmp_path / "p.yaml"
    text = HEAD + STYLES[style].replace(
        "title: I", "title: I, value_type: scale" if "{id: i" in STYLES[style] else "title: I"
    )
    if "{id: i" not in text:
        text = text.replace("id: i\r\n", "id: i\r\n    value_type: scale\r\n").replace(
            "- id: i\n", "- id: i\n  value_type: scale\n" if "\n- id" in text else "- id: i\n    value_type: scale\n"
        )
    file.write_bytes(text.encode())
    plan = read_plan(file)
    before = plan.indicators[0].measurements
    writing = write_changes(plan, changes_of(plan, [Observed("i", NEW[:count])]), into_plan=True)
    assert writing.table is None
    writing.files.write()
    after = read_plan(file)
    assert after.indicators[0].measurements == (*before, *NEW[:count])
    assert not after.reading.findings
    assert after.indicators[1:] == plan.indicators[1:]
    old, new = text.encode(), file.read_bytes()
    kept = [line for line in old.splitlines() if b"I, value" not in line and b"[" not in line and b"}" not in line]
    assert [line for line in new.splitlines() if line in kept] == kept
    assert (b"\r\n" in new) == (b"\r\n" in old)
    assert not [line for line in new.replace(b"\r\n", b"").splitlines() if line.endswith(b"\r")]


def test_json(tmp_path):
    file = tmp_path / "p.json"
    tree = {"plan": {"id": "p", "language": "en"}, "indicators": [{"id": "i", "title": "I", "value_type": "scale"}]}
    file.write_text(json.dumps(tree, indent=2), encoding="utf-8")
    plan = read_plan(file)
    write_changes(plan, changes_of(plan, [Observed("i", NEW)]), into_plan=True).files.write()
    assert read_plan(file).indicators[0].measurements == tuple(NEW)
    assert json.loads(file.read_text(encoding="utf-8"))["indicators"][0]["measurements"][0]["value"] == 2.5


def test_what_is_not_sure_goes_to_the_table(tmp_path):
    file = tmp_path / "p.yaml"
    file.write_text(
        HEAD + "indicators:\n  - id: i\n    title: I\n    measurements: {date: 2020, value: 1}\n", encoding="utf-8"
    )
    plan = read_plan(file)
    writing = write_changes(plan, changes_of(plan, [Observed("i", NEW[:1])]), into_plan=True)
    assert writing.table == str(tmp_path / "p-measurements.csv")
    assert writing.files.changed == [writing.table]


def test_a_library_is_changed_where_its_indicator_stands(tmp_path):
    (tmp_path / "lib.yaml").write_text("indicators:\n  - id: i # ours\n    title: I\n", encoding="utf-8")
    file = tmp_path / "p.yaml"
    file.write_text("plan: {id: p, language: en, use: [lib.yaml]}\n", encoding="utf-8")
    plan = read_plan(file)
    writing = write_changes(plan, changes_of(plan, [Observed("i", NEW[:1])]), into_plan=True)
    assert writing.files.changed == [str(tmp_path / "lib.yaml")]
    writing.files.write()
    assert read_plan(file).indicators[0].measurements == tuple(NEW[:1])
    assert "id: i # ours" in (tmp_path / "lib.yaml").read_text(encoding="utf-8")
