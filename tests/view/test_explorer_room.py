"""The explorer where there is little room: in a notebook's frame, in one that is not shown yet, in a narrow window."""

from __future__ import annotations

import html

import pytest

import sdggraph as sg
from tests.view.settle import settle

pytestmark = pytest.mark.browser


@pytest.fixture
def outer(chromium):
    """A page without network, and what its console says."""
    page = chromium.new_context(offline=True, viewport={"width": 1300, "height": 800}).new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page, complaints
    page.context.close()


def first_goal_opens(page):
    frame = page.frame_locator("iframe")
    frame.locator(".goal-head").first.click()
    return frame.locator(".panel h2").inner_text() == "God helse og livskvalitet"


def test_in_a_notebook_s_frame_it_works_as_well(outer):
    page, complaints = outer
    page.set_content(sg.view(sg.read_plan("examples/complete/plan.yaml"))._repr_html_())
    assert first_goal_opens(page)
    assert complaints == []


@pytest.mark.parametrize("size", ["width:0;height:0", "width:40px;height:30px", "width:900px;height:0"])
def test_in_a_frame_without_room_nothing_goes_wrong_until_there_is_some(outer, size):
    page, complaints = outer
    explorer = html.escape(str(sg.view(sg.read_plan("examples/complete/plan.yaml"))))
    page.set_content(f'<iframe sandbox="allow-scripts" style="{size}" srcdoc="{explorer}"></iframe>')
    page.frame_locator("iframe").locator("body").wait_for(state="attached")
    settle(page)
    page.frames[1].evaluate("document.querySelector('.goal-head')?.click()")
    settle(page)
    assert complaints == []
    page.locator("iframe").evaluate("frame => { frame.style.width = '1200px'; frame.style.height = '700px'; }")
    assert first_goal_opens(page)
    assert complaints == []


def test_in_a_narrow_window_goals_and_areas_do_not_lie_on_each_other(outer, tmp_path):
    page, complaints = outer
    file = tmp_path / "explorer.html"
    file.write_text(str(sg.view(sg.read_plan("examples/complete/handlingsdel.yaml"))), encoding="utf-8")
    page.set_viewport_size({"width": 700, "height": 900})
    page.goto(file.as_uri())
    goal = page.locator(".band", has=page.locator(".goal-head")).first.bounding_box()
    areas = page.locator(".heads > *", has_text="Målområder").bounding_box()
    assert goal["x"] + goal["width"] + 20 <= areas["x"]
    assert complaints == []
