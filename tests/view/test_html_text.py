"""Texts in HTML, on the pages of a comparison and a report."""

from __future__ import annotations

import re

import sdggraph as sg
from sdggraph.view.comparison.page import comparison_page
from sdggraph.view.html_text import safe

ODD = "A\x00\x07<b>\ufffe"


def test_no_markup_and_no_character_that_a_page_can_not_hold():
    assert safe(ODD + "\"'&") == "A&lt;b&gt;&quot;&#x27;&amp;"


def test_a_comparison_has_none():
    before = sg.Plan(id="p", language="nb", title="A", strategies=({"id": "s1", "title": "Gammel"},))
    after = sg.Plan(id="p", language="nb", title=ODD, strategies=({"id": "s1", "title": ODD},))
    assert not re.search("[\x00-\x08\x0b-\x1f\ufffe]", comparison_page(sg.diff(before, after)))
