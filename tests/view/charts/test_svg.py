"""SVG parts: escaping, colours by use, the same bytes for the same call, text that is never wider than its room."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from sdggraph.catalogue.tables import rows
from sdggraph.view.charts.svg import PAINTS, dark_text_on, drawing, element, goal_colour, group, label, number, path
from sdggraph.view.charts.text_width import fit, text_width, wrap

NS = "{http://www.w3.org/2000/svg}"


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def sample():
    parts = [
        element("rect", x=0, y=0.126, width=10, height=10, fill="surface", stroke="line", rx=None),
        group([label(1, 2, "A < B & «C»\x07", anchor="middle")], title="<b>"),
        path([(0, 0), (1.5, 2)], stroke="ink"),
    ]
    return drawing(100, 50, parts, name="one", title='T "<&', description="Two\x00 lines", lang="nb")


def test_a_drawing_is_well_formed_named_and_the_same_each_time():
    root = ET.fromstring(sample())
    assert sample() == sample()
    assert root.get("role") == "img"
    assert root.get("lang") == "nb"
    said = {one.get("id"): one.text for one in root if one.get("id")}
    assert said == {"one-title": 'T "<&', "one-desc": "Two lines"}
    assert (root.get("aria-labelledby"), root.get("aria-describedby")) == ("one-title", "one-desc")
    assert root.find(f".//{NS}text").text == "A < B & «C»"
    assert "script" not in sample()


def test_colours_stand_as_attributes_and_as_what_changes_with_the_theme():
    rect = ET.fromstring(sample()).find(f"{NS}rect")
    assert rect.get("fill") == PAINTS["surface"][0]
    assert rect.get("class") == "sg-f-surface sg-s-line"
    style = ET.fromstring(sample()).find(f"{NS}style").text
    assert f"--sg-surface:{PAINTS['surface'][1]}" in style
    assert "--sg-warning" not in style  # nothing that isn't used


@pytest.mark.parametrize("side", [0, 1])
@pytest.mark.parametrize("paint", ["ink", "ink2", "ink3", "faded", "error", "warning", "note", "desired", "acceptable"])
def test_text_can_be_read_on_the_surface(paint, side):
    assert contrast(PAINTS[paint][side], PAINTS["surface"][side]) >= 4.5


@pytest.mark.parametrize("side", [0, 1])
def test_figures_can_be_read_on_the_heat(side):
    for step in range(1, 6):
        over = "on-heat-high" if step >= 4 else "on-heat-low"
        assert contrast(PAINTS[over][side], PAINTS[f"heat{step}"][side]) >= 4.5


def test_goal_colours():
    assert goal_colour("13") == goal_colour("13.2")
    for row in rows("goals"):
        assert contrast(goal_colour(row[0]), dark_text_on(row[0])) >= 4.4


def test_numbers_are_short():
    assert [number(one) for one in (1.0, 0.126, -0.001, 12.5, 100)] == ["1", "0.13", "0", "12.5", "100"]


def test_text_is_cut_to_its_room():
    long = "Kommunen slipper å bygge åtte sykehjemsplasser i planperioden"
    for width in (30, 80, 200, 1000):
        assert text_width(fit(long, width, 12), 12) <= width
        lines = wrap(long, width, 12, lines=3)
        assert len(lines) <= 3
        assert all(text_width(line, 12) <= width for line in lines)
    assert fit(long, 1000, 12) == long
    assert " ".join(wrap(long, 150, 12, lines=9)) == long
    assert wrap("", 100, 12) == []
