"""The explorer with deep, large and hostile plans: every card can be reached, and nothing that is saved runs."""

from __future__ import annotations

import pytest

from sdggraph.view.payload import Edge, Payload, PayloadNode
from tests.view import explorer_samples as samples
from tests.view.settle import settle

pytestmark = pytest.mark.browser

COVERED = """(() => {
  const scroller = document.querySelector('.scroller').getBoundingClientRect();
  const top = document.querySelector('.heads').getBoundingClientRect().bottom;
  const cards = [...document.querySelectorAll('.scroller .thing')].filter((one) => {
    const { left, right, top: high, bottom } = one.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (high + bottom) / 2];
    return !one.querySelector('.band') && x > scroller.left && x < scroller.right && y > top && y < scroller.bottom;
  });
  const hidden = cards.filter((one) => {
    const { left, right, top: high, bottom } = one.getBoundingClientRect();
    return !one.contains(document.elementFromPoint((left + right) / 2, (high + bottom) / 2));
  });
  return [cards.length, hidden.map((one) => one.textContent)];
})()"""


def deep(levels: int) -> Payload:
    """One area, objectives each under the one before, and a strategy under the last."""
    payload = Payload({"nb": "Dyp"})
    payload.nodes = [
        PayloadNode("sdg:3", "Goal", {"nb": "God helse"}, "3", more={"prioritised": True}),
        PayloadNode("a", "TargetArea", {"nb": "Område"}, "1"),
        *(PayloadNode(f"o{level}", "Objective", {"nb": f"Nivå {level}"}, f"1.{level}") for level in range(levels)),
        PayloadNode("s", "Strategy", {"nb": "Nederst"}, "9"),
    ]
    payload.edges = [Edge(1, 0, "contributes_to")]
    payload.edges += [Edge(level + 2, level + 1, "part_of") for level in range(levels)]
    payload.edges.append(Edge(levels + 2, levels + 1, "contributes_to"))
    return payload


@pytest.mark.parametrize("fragment", ["", "node=s100"])
def test_every_card_in_the_window_of_a_large_plan_is_under_the_pointer(open_explorer, fragment):
    page = open_explorer(samples.generated(5000), fragment).page
    settle(page)
    for scrolled in (0, 1500):
        page.evaluate(f"document.querySelector('.scroller').scrollTop = {scrolled}")
        settle(page)
        cards, hidden = page.evaluate(COVERED)
        assert cards > 20
        assert hidden == []


def test_thirty_levels_stay_in_their_column(open_explorer):
    opened = open_explorer(deep(30))
    page = opened.page
    assert page.evaluate(COVERED) == [33, []]
    rows = page.locator(".objective-row").evaluate_all(
        "(rows) => rows.map((one) => one.getBoundingClientRect().width).sort((a, b) => a - b)"
    )
    assert rows[0] > 0.6 * rows[-1]
    opened.check()


def test_the_way_to_the_thirtieth_level_can_be_read(open_explorer):
    opened = open_explorer(deep(30), "node=s")
    page = opened.page
    assert page.locator(".crumbs li").all_inner_texts() == [
        "Oversikt",
        "1 Område",
        "…",
        "1.28 Nivå 28",
        "1.29 Nivå 29",
        "9",
    ]
    page.locator(".crumbs button", has_text="…").click()
    assert page.locator(".panel h2").inner_text() == "Nivå 27"
    opened.check()


HOSTILE = "]]><script>hacked()</script><svg onload=hacked()><a href='javascript:hacked()'>x</a>\"' onload=hacked() x='"
PASSIVE = {"svg", "title", "g", "rect", "circle", "ellipse", "line", "path", "polygon", "polyline", "text", "tspan"}
PASSIVE |= {"defs", "clipPath"}


@pytest.mark.parametrize("fragment", ["", "node=s6.1.2", "view=matrix", "view=free", "view=list"])
def test_a_saved_drawing_runs_nothing(open_explorer, chromium, tmp_path, fragment):
    payload = samples.fjordvik()
    payload.title = payload.line = {"nb": HOSTILE}
    for node in payload.nodes:
        node.title = node.short = node.text = {"nb": HOSTILE}
        if node.kind not in {"Goal", "Target"}:
            node.number = HOSTILE
    opened = open_explorer(payload, fragment)
    settle(opened.page)
    opened.page.locator(".export").click()
    with opened.page.expect_download() as download:
        opened.page.locator(".menu button").nth(1).click()
    file = tmp_path / "saved.svg"
    download.value.save_as(file)
    context = chromium.new_context(offline=True)
    page = context.new_page()
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text))
    page.add_init_script("window.ran = 0; window.hacked = () => { window.ran += 1; };")
    page.goto(file.as_uri())
    names, attributes, text, ran = page.evaluate(
        """(() => { const all = [...document.querySelectorAll('*')]; return [
          [...new Set(all.map((one) => one.localName))], [...new Set(all.flatMap((one) => one.getAttributeNames()))],
          document.documentElement.textContent, window.ran]; })()"""
    )
    context.close()
    assert set(names) <= PASSIVE
    assert not [name for name in attributes if name.startswith("on") or name.endswith("href")]
    assert "<script>hacked()" in text
    assert (ran, complaints) == (0, [])
    opened.check()
