"""The report in a browser: it asks for nothing, is for everybody, and fits a phone."""

from __future__ import annotations

import datetime as dt

import pytest

import sdggraph as sg

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    made = {}
    for name, audience in (
        ("complete/handlingsdel", "council"),
        ("asker-2018/plan", "public"),
        ("broken/plan", "internal"),
    ):
        options = sg.ReportOptions(audience=audience, as_of=dt.date(2026, 6, 1))
        file = tmp_path_factory.mktemp("report") / "report.html"
        file.write_text(sg.report(sg.read_plan(f"examples/{name}.yaml"), options), encoding="utf-8")
        made[name] = file.as_uri()
    return made


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
@pytest.mark.parametrize("name", ["complete/handlingsdel", "asker-2018/plan", "broken/plan"])
def test_it_is_for_everybody_and_fits(chromium, pages, name, width, scheme):
    api = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("request", lambda request: complaints.append(request.url) if request.url != pages[name] else None)
    page.goto(pages[name])
    found = api.Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:160]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    context.close()
    assert complaints == []
