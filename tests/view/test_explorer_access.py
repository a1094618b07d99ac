"""The explorer for everybody: axe-core finds nothing in any view, light or dark, wide or narrow."""

from __future__ import annotations

import pytest

from tests.view import explorer_samples as samples
from tests.view.settle import settle

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def axe():
    api = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    return api.Axe()


def violations(axe, page, *rules):
    options = {"resultTypes": ["violations"], **({"runOnly": list(rules)} if rules else {})}
    found = axe.run(page, options=options).response["violations"]
    return [(one["id"], one["nodes"][0]["html"][:120]) for one in found if one["impact"] in {"serious", "critical"}]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_serious_violation_on_a_wide_screen(open_explorer, axe, theme):
    page = open_explorer(samples.fjordvik(), theme=theme, bypass_csp=True).page
    fragments = ["", "node=s6.1.2", "gap=broken", "goal=11", "view=matrix", "level=card"]
    rules = ["color-contrast", "link-in-text-block"]  # all in which the dark ones differ
    if theme == "light":
        rules = []
        fragments += ["node=sdg:4", "view=matrix&table=targets", "view=list"]
    for fragment in fragments:
        page.evaluate(f"location.hash = '{fragment}'")
        settle(page)
        assert violations(axe, page, *rules) == [], fragment


def test_no_serious_violation_on_a_tablet_or_in_what_is_not_written_yet(open_explorer, axe):
    assert violations(axe, open_explorer(samples.fjordvik(), width=768, height=1024, bypass_csp=True).page) == []
    page = open_explorer(samples.level_three_empty(), "gap=broken", bypass_csp=True).page
    assert violations(axe, page) == []


@pytest.mark.parametrize("fragment", ["", "node=o5.4", "tab=gaps"])
def test_no_serious_violation_on_a_phone(open_explorer, axe, fragment):
    page = open_explorer(samples.fjordvik(), fragment, width=390, height=844, bypass_csp=True).page
    assert violations(axe, page) == []


def test_nothing_moves_for_those_who_prefer_it_so(open_explorer):
    page = open_explorer(samples.fjordvik()).page
    page.emulate_media(reduced_motion="reduce")
    page.locator(".area").first.click()
    assert page.evaluate("getComputedStyle(document.querySelector('.thing')).transitionDuration") in {"0s", ""}
