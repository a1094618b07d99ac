"""The labels of an indicator's chart: none lies on a line, a mark or another label, however close the values are."""

from __future__ import annotations

import datetime as dt
import random
from xml.etree import ElementTree as ET

import pytest

import sdggraph as sg
from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph.view.charts.clear_labels import ClearLabels, around
from sdggraph.view.charts.placing import Box
from sdggraph.view.charts.progress import progress_chart
from tests.view.charts.test_charts import OVERLAPS

NS = "{http://www.w3.org/2000/svg}"

STRUCK = """() => {
  const found = [];
  for (const drawing of document.querySelectorAll('svg')) {
    const lines = [...drawing.querySelectorAll('path')].filter((one) => !one.classList.contains('sg-s-line'));
    for (const text of drawing.querySelectorAll('text')) {
      const box = text.getBBox();
      const [left, right, top, bottom] = [box.x + 1, box.x + box.width - 1, box.y + 4, box.y + box.height - 4];
      const inside = (at) => at.x > left && at.x < right && at.y > top && at.y < bottom;
      const crossed = lines.some((line) => {
        const length = line.getTotalLength();
        for (let at = 0; at <= length; at += 0.5) if (inside(line.getPointAtLength(at))) return true;
        return false;
      });
      const covered = [...drawing.querySelectorAll('circle')].some((one) => {
        const [x, y, r] = ['cx', 'cy', 'r'].map((name) => one[name].baseVal.value);
        return x + r > left && x - r < right && y + r > top && y - r < bottom;
      });
      if (crossed || covered) found.push([drawing.querySelector('title').textContent, text.textContent]);
    }
  }
  return found;
}"""

CLOSE = """\
plan: {id: p, language: nb}
indicators:
  - {id: a, title: Nesten likt, unit: "%", direction: increase, baseline: {date: 2023, value: 78},
     target_values: [{date: 2038, value: 85}], measurements: [{date: 2024, value: 77.5}, {date: 2025, value: 77}]}
  - {id: b, title: Helt likt, unit: "%", direction: increase, baseline: {date: 2024, value: 50},
     target_values: [{date: 2025, value: 50}, {date: 2026, value: 50}], measurements: [{date: 2025, value: 50}]}
  - {id: c, title: Først opp og så ned, unit: "%", direction: increase, baseline: {date: 2023, value: 20},
     target_values: [{date: 2026, value: 21}], desired: [[20, 24]], acceptable: [[19, 20]],
     measurements: [{date: 2024, value: 24}, {date: 2025, value: 16}]}
  - {id: d, title: Forbi fristen, direction: decrease, baseline: {date: 2020, value: 9},
     target_values: [{date: 2022, value: 5}], measurements: [{date: 2023, value: 5.1}, {date: 2030, value: 5}]}
  - {id: e, title: Fire deler, unit: "%", direction: increase, baseline: {date: 2023, value: 40},
     target_values: [{date: 2027, value: 42}],
     measurements: [{date: 2024, value: 40.1}, {date: 2024, value: 40.1, district: Sentrum},
       {date: 2024, value: 40.2, district: Vestbygda}, {date: 2024, value: 40, district: Øya}, {date: 2024, value: 40.3, sex: kvinner}]}
"""


def random_plan(seed: int, count: int = 12) -> str:
    """Give a plan whose indicators lie close, cross their way, turn, and have bands and interim target values."""
    chance = random.Random(seed)
    lines = ["plan: {id: p, language: nb}", "indicators:"]
    for number in range(count):
        start = chance.choice([5, 50, 76.2, 1000])
        spread = start * chance.choice([0, 0.01, 0.1, 0.6])
        value = lambda start=start, spread=spread: round(start + chance.uniform(-spread, spread), 2)  # noqa: E731
        measured = ", ".join(f"{{date: {year}, value: {value()}}}" for year in range(2021, 2022 + chance.randrange(6)))
        low = value()
        lines.append(
            f"  - {{id: i{number}, title: Nummer {number}, unit: '%', direction: {chance.choice(['increase', 'decrease'])},"
            f" baseline: {{date: 2020, value: {start}}}, measurements: [{measured}],"
            f" target_values: [{{date: 2024, value: {value()}}}, {{date: {chance.choice([2026, 2040])}, value: {value()}}}],"
            f" desired: [[{low}, {round(low + spread + 1, 2)}]]}}"
        )
    return "\n".join(lines) + "\n"


def drawn(text: str, width: float = 640) -> list[str]:
    plan = plan_from_document(parse_document(text, "p.yaml"))
    return [progress_chart(one, "nb", width=width) for one in sg.status(plan, as_of=dt.date(2030, 12, 31)).indicators]


def texts(svg: str) -> list[str]:
    return [one.text.replace("\N{NO-BREAK SPACE}", " ") for one in ET.fromstring(svg).iter(f"{NS}text")]


def test_no_label_lies_on_a_line_a_mark_or_another(chromium):
    charts = [*drawn(CLOSE), *drawn(CLOSE, 420), *(one for seed in range(3) for one in drawn(random_plan(seed)))]
    charts += [progress_chart(one, "nb") for one in sg.status(sg.read_plan("examples/complete/plan.yaml")).indicators]
    page = chromium.new_page(viewport={"width": 700, "height": 900})
    page.set_content("<body>" + "".join(f"<div>{one}</div>" for one in charts))
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate(STRUCK) == []
    page.close()


@pytest.mark.parametrize("width", [420, 640])
def test_what_matters_is_always_said(width):
    said = [texts(one) for one in drawn(CLOSE, width)]
    for found, wanted in zip(
        said,
        (
            {"nullpunkt 78 %", "77 %", "mål 85 %"},
            {"nullpunkt 50 %", "50 %", "mål 50 %"},
            {"nullpunkt 20 %", "16 %", "mål 21 %", "ventet", "ønsket"},
            {"nullpunkt 9", "5", "mål 5"},
            {"nullpunkt 40 %", "40,1 %", "Sentrum", "Vestbygda", "Øya", "kvinner"},
        ),
        strict=True,
    ):
        assert wanted <= set(found)


def test_a_label_goes_where_it_is_clear_and_is_tied_to_what_it_names():
    labels = ClearLabels(Box(0, 0, 300, 200))
    labels.mark(100, 100, 4)
    places = [((100, 100), "N", 8), ((100, 100), "S", 8), ((100, 100), "S", 44)]
    (near,) = labels.put("A", places, size=10)
    assert (ET.fromstring(near).get("x"), ET.fromstring(near).get("y")) == ("100", "89.5")
    labels.line([(0, 112), (300, 112)])
    tie, far = labels.put("B", places, size=10)
    assert ET.fromstring(tie).get("d") == "M100 100L100 144"
    assert ET.fromstring(far).get("y") == "152.5"


def test_a_label_that_is_not_needed_is_left_out_where_nothing_is_clear():
    labels = ClearLabels(Box(0, 0, 60, 40))
    labels.line([(0, 18), (60, 18)])
    places = around((30, 30), 4, ("N",))
    assert list(labels.put("ventet", places, size=11, needed=False)) == []
    assert len(list(labels.put("ventet", places, size=11))) == 1
    assert list(labels.put("a text that is far too wide for the chart", places, size=11)) == []


@pytest.mark.parametrize(
    ("start", "end", "struck"),
    [
        ((0, 5), (20, 5), True),
        ((0, 0), (20, 20), True),
        ((0, 12), (20, 12), False),
        ((12, 0), (12, 20), False),
        ((0, 10), (20, 10), False),
        ((0, 30), (30, 0), False),
        ((6, 6), (7, 7), True),
    ],
)
def test_a_line_strikes_what_it_passes_through(start, end, struck):
    assert Box(5, 2, 5, 8).struck(start, end) is struck
    assert Box(5, 2, 5, 8).struck(end, start) is struck
