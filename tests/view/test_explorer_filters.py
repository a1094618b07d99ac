"""The filters' counts are those of the plan, and what a filter shows is what it counted."""

from __future__ import annotations

from collections import Counter

import pytest

import sdggraph as sg
from sdggraph.model.texts import by_language
from tests.view import explorer_samples as samples
from tests.view.settle import settle

pytestmark = pytest.mark.browser

COUNTS = """
Object.fromEntries([...document.querySelectorAll('[data-facet]')].map((facet) => [facet.dataset.facet,
  [...facet.querySelectorAll('.choice')].map((one) => [
    one.querySelector('.name').textContent, Number(one.querySelector('.count').textContent),
  ])]))
"""
KINDS = """
Object.fromEntries([...document.querySelectorAll('.side section')[1].querySelectorAll('.choice')].map((one) => [
  one.querySelector('.name').textContent, Number(one.querySelector('.count').textContent),
]))
"""
TILES = """
Object.fromEntries([...document.querySelectorAll('.tile:not(.every)')].map((one) => [
  one.querySelector('b').textContent, Number(one.childNodes[1].textContent) || 0,
]))
"""


def title(graph: sg.PlanGraph, name: str) -> str:
    return by_language(graph.record(name).title, "nb")["nb"]


@pytest.mark.parametrize("example", ["complete/handlingsdel.yaml", "broken/plan.yaml"])
def test_every_count_is_that_of_the_plan(open_explorer, example):
    plan = sg.read_plan(f"examples/{example}")
    graph = sg.PlanGraph.of(plan)
    report = sg.lint(plan, lang="nb")
    page = open_explorer(plan, reports=report, lang="nb").page
    shown = {name: dict(values) for name, values in page.evaluate(COUNTS).items()}
    edges = list(graph.edges())
    assert shown.get("unit", {}) == Counter(
        title(graph, target)
        for _, target in {(edge.source, edge.target) for edge in edges if edge.relation == "owned_by"}
    )
    assert shown.get("stakeholder", {}) == Counter(
        title(graph, edge.target) for edge in edges if edge.relation == "involves"
    )
    records = [graph.record(name) for name in graph.nodes(plans_only=True)]
    if len(graph.plans) == 1:
        records.remove(plan)  # it is the page itself
    statuses = Counter(record.status for record in records if getattr(record, "status", None))
    assert sorted(shown.get("status", {}).values()) == sorted(statuses.values())
    dimensions = Counter(one for record in records for one in getattr(record, "dimensions", None) or ())
    assert sorted(shown.get("dimension", {}).values()) == sorted(dimensions.values())
    inside = set(graph.nodes()) - {plan.id}
    rules = Counter(code for code, _ in {(one.code, one.subject) for one in report if one.subject in inside})
    assert {name[:6]: count for name, count in shown.get("rule", {}).items()} == rules
    kinds = page.evaluate(KINDS)
    for name, kind in (("Mål", "Objective"), ("Strategier", "Strategy"), ("Indikatorer", "Indicator")):
        assert kinds[name] == len(graph.nodes(kind))
    reached = Counter(goal.removeprefix("sdg:") for name in graph.nodes("Strategy") for goal in graph.goals_of(name))
    assert {goal: count for goal, count in page.evaluate(TILES).items() if count} == reached


def test_what_a_filter_shows_is_what_it_counted(open_explorer):
    page = open_explorer(sg.read_plan("examples/broken/plan.yaml")).page
    choices = page.locator(".side .choice.gap")
    counted = choices.evaluate_all("(all) => all.map((one) => Number(one.querySelector('.count').textContent))")
    assert len(counted) > 40
    hits = page.evaluate(
        """() => [...document.querySelectorAll('.side .choice.gap')].map((_, place) => {
          document.querySelectorAll('.side .choice.gap')[place].click();
          const hits = parseInt(document.querySelector('.shown').textContent, 10);
          document.querySelector('.side .clear').click();
          return hits;
        })"""
    )
    assert hits == counted


def test_stakeholders_can_be_chosen(open_explorer):
    page = open_explorer(samples.fjordvik()).page
    page.locator("[data-facet=stakeholder] summary").click()
    page.locator("[data-facet=stakeholder] .choice", has_text="Pendlere").click()
    assert "f.stakeholder=" in page.url
    assert int(page.locator(".shown").inner_text().split()[0]) == 1


@pytest.mark.parametrize("audience", ["council", "public"])
def test_council_and_public_get_no_codes_of_rules_and_no_repaired_codes(open_explorer, audience):
    opened = open_explorer(sg.read_plan("examples/broken/plan.yaml"), audience=audience)
    source = opened.path.read_text(encoding="utf-8").split('<script type="text/plain"')[0]
    assert '"code":"SDG' not in source
    assert "3.9a" not in source
    page = opened.page
    for fragment in ("", "node=sdg:3.a", "view=matrix", "view=list"):
        page.evaluate(f"location.hash = '{fragment}'")
        settle(page)
        words = page.locator("#app").inner_text()
        assert "SDG" not in words
        assert "Rettede koder" not in words
    opened.check()


def words_of(page) -> list[str]:
    """All words of the page; what is drawn again may stand in another order in the document."""
    return sorted(page.locator("#app").inner_text().split("\n"))


@pytest.mark.parametrize(
    ("first", "act"),
    [
        ({"layout": "matrix"}, ".segments.views button:has-text('Kolonner')"),
        ({"focus": "11.2"}, ".drop, .sentence button:has-text('Slipp tråden')"),
        ({"kinds": ["goal", "target", "target-area", "objective"]}, ".choice:has-text('Strategier')"),
        ({}, ".choice:has-text('Delmål') >> nth=1"),
        ({}, ".zoom button >> nth=2"),
    ],
)
def test_a_link_brings_back_what_was_chosen_whatever_the_page_began_with(open_explorer, first, act):
    opened = open_explorer(samples.fjordvik(), **first)
    page = opened.page
    page.locator(act).first.click()
    settle(page)
    before = words_of(page)
    page.reload()
    page.wait_for_selector("#app:not([hidden]) .top")
    settle(page)
    assert words_of(page) == before
    opened.check()


def test_what_was_folded_stays_folded_in_a_link(open_explorer):
    page = open_explorer(sg.read_plan("examples/complete/plan.yaml")).page
    rows = page.locator(".objective-row").count()
    page.locator(".fold").first.click()
    folded = page.locator(".objective-row").count()
    assert folded < rows
    page.reload()
    page.wait_for_selector(".objective-row")
    assert page.locator(".objective-row").count() == folded
