"""Charts: accessible, the same each time, nothing on top of anything, in any width, with seventeen goals and long titles."""

from __future__ import annotations

import random
from xml.etree import ElementTree as ET

import pytest

import sdggraph as sg
from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph.view.charts.benefits_map import benefits_map
from sdggraph.view.charts.coverage import coverage_chart
from sdggraph.view.charts.heat_map import heat_step
from sdggraph.view.charts.interactions import interactions_chart
from sdggraph.view.charts.materiality import materiality_chart
from sdggraph.view.charts.placing import Box, apart, room_for

NS = "{http://www.w3.org/2000/svg}"
WIDTHS = (366, 960)

OVERLAPS = """() => {
  const found = [];
  for (const drawing of document.querySelectorAll('svg')) {
    const edge = drawing.getBoundingClientRect();
    const texts = [...drawing.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()]);
    texts.forEach(([one, box], number) => {
      if (box.left < edge.left - 1 || box.right > edge.right + 1 || box.bottom > edge.bottom + 1) found.push(['out', one]);
      for (const [other, next] of texts.slice(number + 1)) {
        const across = Math.min(box.right, next.right) - Math.max(box.left, next.left);
        const down = Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top);
        if (across > 1 && down > 4) found.push([one, other]);
      }
    });
  }
  return found;
}"""


def long_plan():
    """A plan in which everything is long and much: 17 goals, 12 areas, 40 benefits in chains."""
    random.seed(2)
    word = "Tjenesteutviklingsprosjektorganisasjonsgjennomgang for alle innbyggere i hele kommunen"
    lines = ["plan: {id: p, language: nb}", "goals:"]
    lines += [
        f"  - {{code: {one}, materiality: {{stakeholders: {one % 4 + 1}, impact: {one % 3 + 2}}}}}"
        for one in range(1, 18)
    ]
    lines.append("areas:")
    lines += [f"  - {{id: a{one}, number: '{one}', title: {word} {one}}}" for one in range(12)]
    lines.append("strategies:")
    lines += [
        f"  - {{id: s{one}, title: {word} {one}, areas: [a{one % 12}], goals: [{one % 17 + 1}]}}" for one in range(60)
    ]
    lines.append("benefits:")
    for one in range(40):
        before = f"benefits: [b{random.randrange(one)}]" if one % 3 else f"strategies: [s{one}]"
        lines.append(
            f"  - {{id: b{one}, title: {word} {one}, {before}, effect: {'negative' if one % 7 == 6 else 'positive'}}}"
        )
    lines.append("interactions:")
    pairs = [(a, b) for a in range(1, 18) for b in range(1, 18) if a != b]
    lines += [f"  - {{id: x{a}-{b}, source: {a}, target: {b}, score: {random.randint(-3, 3)}}}" for a, b in pairs]
    return plan_from_document(parse_document("\n".join(lines) + "\n", "p.yaml"))


PLANS = {
    "complete": lambda: sg.read_plan("examples/complete/handlingsdel.yaml"),
    "asker": lambda: sg.read_plan("examples/asker-2018/plan.yaml"),
    "long": long_plan,
}


def charts(plan, width, lang="nb"):
    graph = sg.PlanGraph.of(plan)
    covered = sg.coverage(graph)
    return [
        coverage_chart(covered, lang, width=width),
        coverage_chart(covered, lang, targets=True, width=width),
        materiality_chart(sg.materiality(graph), lang, width=width),
        interactions_chart(sg.interactions(graph), lang, width=width),
        benefits_map(sg.benefits(graph), lang, width=width),
    ]


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("width", WIDTHS)
def test_each_has_a_name_a_description_and_the_same_bytes(name, width):
    plan = PLANS[name]()
    for lang in ("en", "nb"):
        first = charts(plan, width, lang)
        assert first == charts(plan, width, lang)
        for drawn in first:
            root = ET.fromstring(drawn)
            assert root.get("role") == "img"
            assert root.get("lang") == lang
            assert root.find(f"{NS}title").text
            assert len(root.findall(f".//{NS}text")) > 0
            assert "<script" not in drawn
            assert "None" not in "".join(root.itertext())


@pytest.mark.parametrize("name", PLANS)
def test_nothing_lies_on_anything(name, chromium, tmp_path):
    plan = PLANS[name]()
    scores = tmp_path / "crowd.csv"
    scores.write_text("goal,importance,impact\n" + "".join(f"{one},4.9,5\n" for one in range(1, 18)), encoding="utf-8")
    for width in WIDTHS:
        drawn = [*charts(plan, width), materiality_chart(sg.materiality(plan, scores=scores), "nb", width=width)]
        page = chromium.new_page(viewport={"width": width + 24, "height": 900})
        page.set_content("<body>" + "".join(f"<div style='overflow-x:auto'>{one}</div>" for one in drawn))
        assert page.evaluate(OVERLAPS) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.close()


def test_colours_follow_the_theme(chromium):
    drawn = coverage_chart(sg.coverage(PLANS["complete"]()), "nb")
    page = chromium.new_page(color_scheme="dark")
    colour = "getComputedStyle(document.querySelector('svg > rect')).fill"
    page.set_content(drawn)
    assert page.evaluate(colour) == "rgb(29, 32, 37)"
    page.set_content(f"<div data-theme='light'>{drawn}</div>")
    assert page.evaluate(colour) == "rgb(255, 255, 255)"
    page.close()


def test_no_serious_accessibility_violation(chromium):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    page = chromium.new_page()
    drawn = "".join(charts(PLANS["complete"](), 960))
    page.set_content(f"<html lang='nb'><title>Diagrammer</title><main><h1>Diagrammer</h1>{drawn}</main></html>")
    found = axe.Axe().run(page).response["violations"]
    assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []
    page.close()


def test_every_goal_stands_in_the_list_of_the_matrix():
    texts = [one.text for one in ET.fromstring(charts(long_plan(), 366)[2]).iter(f"{NS}text")]
    assert {str(code) for code in range(1, 18)} <= set(texts)
    assert "2,0 / 3,0" in texts  # goal 1: 1 % 4 + 1 and 1 % 3 + 2


def test_a_cell_shows_direct_and_inherited():
    found = sg.coverage(PLANS["complete"]())
    row = found.goals[10]
    area = found.areas[1]
    assert (row.by_area[area], row.direct_by_area[area]) == (6, 4)
    texts = [one.text for one in ET.fromstring(coverage_chart(found, "nb")).iter(f"{NS}text")]
    assert "+2" in texts


def test_many_targets_are_gathered_by_goal(tmp_path):
    rows = "".join(f"{one},{other},1\n" for one in ("3.1", "3.2", "3.3") for other in ("8.1", "8.2", "8.3", "8.4"))
    rest = "".join(f"11.2,{goal}.1,-1\n" for goal in range(1, 18) if goal != 11) + "".join(
        f"11.2,17.{one},-1\n" for one in range(2, 12)
    )
    matrix = tmp_path / "m.csv"
    matrix.write_text("source,target,score\n" + rows + rest, encoding="utf-8")
    found = sg.interactions(sg.Plan(id="p", language="en"), matrix=matrix)
    texts = [one.text for one in ET.fromstring(interactions_chart(found, "en")).iter(f"{NS}text")]
    assert "+12" in texts  # three targets of goal 3 on four of goal 8
    assert "\N{MINUS SIGN}11" in texts  # 11.2 on 17.1 to 17.11
    assert "3.1" not in texts


def test_heat_steps_go_from_light_to_dark():
    assert [heat_step(value, 10) for value in (1, 3, 5, 7, 9, 10)] == [
        "heat1",
        "heat2",
        "heat3",
        "heat4",
        "heat5",
        "heat5",
    ]
    assert heat_step(1, 1) == "heat3"


def test_points_are_moved_apart_within_their_box():
    inside = Box(0, 0, 200, 200)
    found = apart([(200.0, 0.0)] * 17, 25, inside)
    for number, (x, y) in enumerate(found):
        assert 0 <= x <= 200
        assert 0 <= y <= 200
        assert all((x - a) ** 2 + (y - b) ** 2 >= 24**2 for a, b in found[number + 1 :])
    assert apart([(10.0, 10.0), (100.0, 100.0)], 25, inside) == [(10.0, 10.0), (100.0, 100.0)]


def test_room_is_the_first_that_is_free():
    taken = [Box(0, 0, 10, 10)]
    inside = Box(0, 0, 30, 10)
    assert room_for([Box(5, 0, 10, 10), Box(25, 0, 10, 10), Box(12, 0, 10, 10)], taken, inside) == Box(12, 0, 10, 10)
    assert room_for([Box(5, 0, 10, 10)], taken, inside) is None
