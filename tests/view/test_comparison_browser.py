"""The comparison's page in a browser: it asks for nothing, fits a phone, and axe-core finds nothing serious."""

from __future__ import annotations

import pytest

import sdggraph as sg
from sdggraph.view.comparison.page import comparison_page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def axe():
    api = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    return api.Axe()


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """A page with every mark on it: came, went, changed, broken, mended, found."""
    old, new = (sg.read_plan(f"examples/broken/{name}.yaml") for name in ("samfunnsdel-2016", "plan"))
    path = tmp_path_factory.mktemp("page") / "diff.html"
    path.write_text(comparison_page(sg.diff(old, new, lang="nb")), encoding="utf-8")
    return path


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_is_readable_by_everybody(chromium, axe, file, scheme, width):
    page = chromium.new_page(viewport={"width": width, "height": 844}, color_scheme=scheme, bypass_csp=True)
    page.goto(file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == width
    found = axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [
        (one["id"], one["nodes"][0]["html"][:120]) for one in found if one["impact"] in {"serious", "critical"}
    ] == []
    page.close()


def test_page_keeps_its_own_policy(chromium, file):
    page = chromium.new_page()
    complaints, requests = [], []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(file.as_uri())
    assert complaints == []
    assert requests == [file.as_uri()]
    assert page.evaluate("getComputedStyle(document.querySelector('del')).textDecorationLine") == "line-through"
    page.close()
