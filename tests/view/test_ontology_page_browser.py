"""The ontology's page in a browser: it asks for nothing, speaks both languages, and is for everybody."""

from __future__ import annotations

import pytest

from sdggraph_ontology import data_path

pytestmark = pytest.mark.browser
URL = data_path("index.html").as_uri()


@pytest.fixture
def open_page(chromium):
    opened = []

    def do(fragment="", *, width=1280, height=900, scheme="light", script=True, locale="en-GB", bypass_csp=False):
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=script,
            locale=locale,
            bypass_csp=bypass_csp,
        )
        opened.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on(
            "request", lambda request: page.complaints.append(request.url) if not request.url.startswith(URL) else None
        )
        page.goto(URL + fragment)
        return page

    yield do
    for context in opened:
        context.close()


def test_it_runs_under_its_own_policy_and_asks_for_nothing(open_page):
    page = open_page("#contributesTo")
    assert page.locator("#contributesTo").is_visible()
    assert page.complaints == []


@pytest.mark.parametrize("script", [True, False])
def test_the_language_is_switched_with_and_without_script(open_page, script):
    page = open_page(script=script)
    title = page.locator("h1")
    assert title.inner_text() == "Goal hierarchies of municipalities"
    page.get_by_text("Norsk", exact=True).click()
    assert title.inner_text() == "Målhierarkier i kommuner"


def test_a_norwegian_browser_opens_it_in_norwegian(open_page):
    page = open_page(locale="nb-NO")
    assert page.locator("h1").inner_text() == "Målhierarkier i kommuner"
    assert page.evaluate("document.documentElement.lang") == "nb"


def test_a_term_is_found_by_its_name_in_the_language_shown(open_page):
    page = open_page(locale="nb-NO")
    assert page.locator(".find label").inner_text() == "Finn et begrep"
    page.locator(".find input").fill("strategi")
    shown = page.locator("nav li a code:visible").all_inner_texts()
    assert "Strategy" in shown
    assert "Unit" not in shown


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")])
def test_axe_finds_nothing_and_nothing_sticks_out(open_page, width, scheme):
    api = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    page = open_page("#Strategy", width=width, scheme=scheme, bypass_csp=True)
    page.locator("#Strategy details").evaluate("one => { one.open = true; }")
    options = {"resultTypes": ["violations"]}
    if scheme == "dark":  # the light one differs in nothing but colours
        options["runOnly"] = ["color-contrast", "link-in-text-block"]
    found = api.Axe().run(page, options=options).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
