"""The chart of an indicator: what is drawn, what it says to those who hear it, and that nothing breaks it."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

import sdggraph as sg
from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph.view.charts.progress import progress_chart, sparkline_chart

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def complete():
    return sg.status(sg.read_plan("examples/complete/plan.yaml"))


def texts(svg):
    return [one.text for one in ET.fromstring(svg).iter(f"{SVG}text")]


def test_every_indicator_can_be_drawn_and_heard(complete):
    for one in complete.indicators:
        for lang in ("en", "nb"):
            for svg in (progress_chart(one, lang), sparkline_chart(one, lang)):
                root = ET.fromstring(svg)
                assert root.get("role") == "img"
                title, described = root[0], root[1]
                assert root.get("aria-labelledby") == title.get("id")
                assert root.get("aria-describedby") == described.get("id")
                assert title.text.startswith(one.title(lang))
                assert described.text == one.explain(lang)
                assert "nan" not in svg


def test_what_is_drawn(complete):
    one = complete["sysselsatte"]
    svg = progress_chart(one, "nb")
    said = [text.replace("\N{NO-BREAK SPACE}", " ") for text in texts(svg)]
    assert {"akseptert", "nullpunkt 76,2 %", "75,8 %", "mål 80 %", "ventet", "2023", "2025"} <= set(said)
    assert 'stroke-dasharray="5 3.5"' in svg
    assert "sg-f-unaccepted" in svg  # the last measurement, pointing down
    assert sum(text == "akseptert" for text in said) == 1
    # From 2023 to 2036 on 450 pixels from 58: the measurement of 2025 stands two thirteenths of the way.
    label = next(one for one in ET.fromstring(svg).iter(f"{SVG}text") if one.text.startswith("75,8"))
    assert float(label.get("x")) == pytest.approx(58 + 450 * 2 / 13, abs=0.01)


def test_provisional_is_hollow_and_interim_targets_are_smaller(complete):
    svg = progress_chart(complete["institusjon"], "en")
    assert len(re.findall(r'stroke-width="2"[^>]*sg-f-surface sg-s-acceptable', svg)) == 1
    assert svg.count('class="sg-f-ink"') >= 2


def test_words_are_drawn_on_a_line(complete):
    assert {"lang ventetid", "raske svar", "2025"} <= set(texts(progress_chart(complete["omdomme"], "nb")))


@pytest.mark.parametrize(
    "fields",
    [
        "baseline: {date: 2019, value: 1}",
        "measurements: [{date: 2020, value: 0}]",
        "baseline: {date: 2019, value: 5}, target_values: [{date: 2019, value: 5}]",
        "direction: increase, baseline: {date: 2019, value: -1e12}, target_values: [{date: 2030, value: 1e12}]",
        "baseline: {date: 2019, value: 0.00001}, target_values: [{date: 2030, value: 0.00002}]",
        "target_values: [{date: 2030, range: [null, 3]}], desired: [[null, 3]], measurements: [{date: 2020, value: 9}]",
        "direction: increase, baseline: {date: 2019, value: 1e900}, measurements: [{date: 2020, value: 1e999}]",
        "",
        'value_type: text, measurements: [{date: 2020, value: "<script>&"}]',
    ],
)
def test_nothing_breaks_it(fields):
    text = f"plan: {{id: p, language: en}}\nindicators: [{{id: i, title: '<b>', {fields}}}]\n"
    one = sg.status(plan_from_document(parse_document(text, "p.yaml")))["i"]
    for svg in (progress_chart(one, "en"), sparkline_chart(one, "en")):
        ET.fromstring(svg)
        assert "<script>" not in svg
