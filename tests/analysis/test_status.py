"""Status: each figure by arithmetic done by hand here; what can't be used is said; results are never findings."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

import sdggraph as sg
from sdggraph.analysis.status.frequency import is_overdue
from sdggraph.analysis.status.groups import groups_of, worst_first
from sdggraph.analysis.status.records import RESULTS
from sdggraph.analysis.status.words import ASSUMED, LEFT_OUT, REASONS
from sdggraph.io.measurements import add_measurements
from sdggraph.io.plan_file import parse_document, plan_from_document

EXAMPLES = Path(__file__).parents[2] / "examples"
AS_OF = dt.date(2023, 6, 1)


def plan(text, header="organisation: {name: A, numbers: [{number: '0301'}], predecessors: ['0219', '0220']}"):
    return plan_from_document(parse_document(f"plan: {{id: p, language: nb, {header}}}\nindicators:\n{text}", "p.yaml"))


def one(fields, as_of=AS_OF, **more):
    return sg.status(plan(f"  - {{id: i, title: I, {fields}}}", **more), as_of=as_of)["i"]


UP = "unit: '%', direction: increase, baseline: {date: 2019, value: 78}, target_values: [{date: 2030, value: 90}]"


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_expected_path_is_a_straight_line():
    found = one(f"{UP}, measurements: [{{date: 2022, value: 79}}]")
    # From 2019 to 2030 are 11 years, to 2022 three of them: 78 + 12 * 3/11 = 81.27; one of 3.27 points has come.
    assert found.expected == pytest.approx(Decimal(78) + Decimal(12) * 3 / 11)
    assert found.share == pytest.approx(Decimal(1) / (Decimal(36) / 11))
    assert found.result == "off"
    assert found.off_track
    assert plain(found.explain("nb")).startswith(
        "Fra 78 % i 2019 til 90 % i 2030: ventet 81,3 % i 2022, målt 79 %. 31 % av"
    )
    assert plain(found.explain("en")).startswith(
        "From 78 % in 2019 to 90 % in 2030: expected 81.3 % in 2022, measured 79 %."
    )


@pytest.mark.parametrize(
    ("value", "result"),
    [
        (90, "achieved"),
        (95, "achieved"),
        (82, "on_track"),
        ("81.3", "on_track"),
        (81, "lagging"),  # 3 of 3.27
        ("79.7", "lagging"),  # 1.7 of 3.27 is 52 %
        ("79.6", "off"),  # 1.6 of 3.27 is 49 %
        (78, "off"),
        (70, "off"),
    ],
)
def test_results_of_an_increase(value, result):
    assert one(f"{UP}, measurements: [{{date: 2022, value: {value}}}]").result == result


@pytest.mark.parametrize(
    ("value", "result"),
    # From 46 in 2019 to 32 in 2026: two a year. In 2022 40 are expected; halfway there are 43.
    [(32, "achieved"), (40, "on_track"), (41, "lagging"), (43, "lagging"), (44, "off"), (47, "off")],
)
def test_results_of_a_decrease(value, result):
    fields = "direction: decrease, baseline: {date: 2019, value: 46}, target_values: [{date: 2026, value: 32}]"
    assert one(f"{fields}, measurements: [{{date: 2022, value: {value}}}]").result == result


def test_interim_target_values_bend_the_path():
    fields = (
        "direction: decrease, baseline: {date: 2019, value: 20}, "
        "target_values: [{date: 2029, value: 5}, {date: 2021, value: 16}]"
    )
    # Two a year to 2021; from there 11 in eight years.
    assert one(f"{fields}, measurements: [{{date: 2020, value: 18}}]").expected == 18
    found = one(f"{fields}, measurements: [{{date: 2025, value: 11}}]", dt.date(2026, 1, 1))
    assert found.expected == Decimal(16) - Decimal(11) * 4 / 8
    assert found.result == "lagging"  # 9 of 9.5
    assert [aim.date for aim in found.aims] == ["2021", "2029"]


def test_months_and_days_count():
    fields = "direction: increase, baseline: {date: 2019-12, value: 0}, target_values: [{date: 2020-12, value: 12}]"
    assert one(f"{fields}, measurements: [{{date: 2020-03, value: 3}}]").expected == 3
    assert one(f"{fields}, measurements: [{{date: 2020-Q2, value: 3}}]").expected == 6
    # Half of a June of 30 days has gone: 5 months and a half.
    assert one(f"{fields}, measurements: [{{date: 2020-06-15, value: 3}}]").expected == Decimal("5.5")


def test_bands_touch_and_the_better_one_wins():
    bands = "desired: [[88, null]], acceptable: [[80, 88]]"
    for value, band in ((88, "desired"), ("87.9", "acceptable"), (80, "acceptable"), ("79.9", "not_accepted")):
        assert one(f"{UP}, {bands}, measurements: [{{date: 2022, value: {value}}}]").band == band
    # Short of the path by less than half, and yet not accepted: off.
    near = f"{UP}, desired: [[88, null]], acceptable: [[81.2, 88]], measurements: [{{date: 2022, value: 81}}]"
    assert (one(near).result, one(near).not_accepted) == ("off", True)


def test_several_intervals_are_one_band():
    bands = "desired: [[1.30, 1.69]], acceptable: [[1.00, 1.29], [1.70, 1.99]]"
    for value, band in ((1.5, "desired"), (1.2, "acceptable"), (1.8, "acceptable"), (2.1, "not_accepted")):
        found = one(f"{bands}, measurements: [{{date: 2022, value: {value}}}]")
        assert found.band == band
        assert found.result == {"desired": "achieved", "acceptable": "on_track", "not_accepted": "off"}[band]
        assert found.reason == "bands"


def test_relative_target_values():
    fields = "direction: decrease, baseline: {date: 2020, value: 41800}, measurements: [{date: 2022, value: 37000}], "
    half = one(f"{fields}target_values: [{{date: 2030, value: -50, relative_to: {{date: 2020, value: 41800}}}}]")
    assert half.aims[0].ends == (Decimal(20900), Decimal(20900))
    assert half.expected == Decimal(41800) - Decimal(20900) * 2 / 10
    assert "20 900 (−50 % av 41 800) i 2030" in plain(half.explain("nb"))
    assert (
        one(f"{fields}target_values: [{{date: 2030, value: -50, relative_to: {{date: 2020}}}}]").expected
        == half.expected
    )
    unknown = one(f"{fields}target_values: [{{date: 2030, value: -50, relative_to: {{date: 2009}}}}]")
    assert [left.reason for left in unknown.left_out] == ["reference"]
    assert unknown.result == "no_data"


def test_ranges():
    fields = (
        "direction: range, baseline: {date: 2019, value: 0.6}, target_values: [{date: 2029, range: [1.6, 3]}], "
        "desired: [[1.6, 3]], acceptable: [[0.5, 1.6], [3, 4]]"
    )
    found = one(f"{fields}, measurements: [{{date: 2022, value: 1.1}}]")
    assert found.expected == Decimal("0.9")  # a tenth of the way to the nearest end a year
    assert found.result == "on_track"
    assert one(f"{fields}, measurements: [{{date: 2022, value: 2}}]").result == "achieved"
    beyond = fields.replace("value: 0.6", "value: 5")
    assert one(f"{beyond}, measurements: [{{date: 2022, value: 4}}]").expected == Decimal("4.4")


@pytest.mark.parametrize(
    ("value", "bands", "result"),
    [
        (99.5, "", "on_track"),
        (99.4, "", "no_data"),  # how far is too far, nobody has said
        (99.6, ", desired: [[99.5, 100]], acceptable: [[98.5, 99.5]]", "on_track"),
        (99.0, ", desired: [[99.5, 100]], acceptable: [[98.5, 99.5]]", "lagging"),
        (98.0, ", desired: [[99.5, 100]], acceptable: [[98.5, 99.5]]", "off"),
    ],
)
def test_what_is_to_be_kept(value, bands, result):
    fields = "direction: maintain, baseline: {date: 2019, value: 99.5}, target_values: [{date: 2023, value: 99.5}]"
    assert one(f"{fields}{bands}, measurements: [{{date: 2022, value: {value}}}]").result == result
    if result == "on_track":  # it is achieved when its time is over
        late = one(f"{fields}{bands}, measurements: [{{date: 2023, value: {value}}}]", dt.date(2024, 1, 1))
        assert late.result == "achieved"


def test_yes_no_scale_and_text():
    yes = "value_type: yes_no, baseline: {date: 2019, value: nei}, target_values: [{date: 2022, value: ja}]"
    assert one(f"{yes}, measurements: [{{date: 2021, value: ja}}]").result == "achieved"
    assert one(f"{yes}, measurements: [{{date: 2021, value: 'no'}}]").result == "off"
    assert one(f"{yes}, measurements: [{{date: 2021, value: 'no'}}]", dt.date(2022, 1, 1)).result == "no_data"
    kept = one(f"{yes.replace('nei', 'ja')}, direction: maintain, measurements: [{{date: 2021, value: nei}}]")
    assert (kept.result, kept.reason) == ("off", "not_kept")
    scale = (
        "value_type: scale, unit: trinn 1–5, baseline: {date: 2019, value: 2}, target_values: [{date: 2023, value: 4}]"
    )
    found = one(f"{scale}, measurements: [{{date: 2021, value: 3}}, {{date: 2022, value: 7}}]")
    assert (found.expected, found.result) == (3, "on_track")
    assert [(left.reason, left.said) for left in found.left_out] == [("scale", "7")]
    grades = "value_type: scale, target_values: [{date: 2030, value: A}]"
    assert one(f"{grades}, measurements: [{{date: 2022, value: A}}]").result == "achieved"
    assert one(f"{grades}, measurements: [{{date: 2022, value: B}}]").result == "no_data"
    text = one("value_type: text, measurements: [{date: 2022, value: raske svar}]")
    assert (text.result, text.reason) == ("no_data", "words")


def test_nothing_is_invented():
    assert (one(UP).result, one(UP).reason) == ("not_measured", "no_measurement")
    assert one("measurements: [{date: 2022, value: 3}]").reason == "no_target"
    no_baseline = one(
        "direction: increase, target_values: [{date: 2030, value: 9}], measurements: [{date: 2022, value: 3}]"
    )
    assert (no_baseline.result, no_baseline.reason, no_baseline.expected) == ("no_data", "no_baseline", None)
    no_date = one(
        "direction: increase, baseline: {date: 2019, value: 1}, target_value: {value: 9}, measurements: [{date: 2022, value: 3}]"
    )
    assert (no_date.result, no_date.reason) == ("no_data", "no_date")
    wrong_way = one(f"{UP.replace('90', '60')}, measurements: [{{date: 2022, value: 79}}]")
    assert (wrong_way.result, wrong_way.reason) == ("no_data", "contradiction")
    assert one("role: monitoring, measurements: [{date: 2022, value: 3}]").reason == "monitoring"


def test_what_is_assumed_is_said():
    dated = one(
        "baseline: {date: 2019, value: 10}, target_value: {value: 20}, measurements: [{date: 2022, value: 13, status: provisional}]",
        header="period: {start: 2020, end: 2029}",
    )
    assert dated.expected == 13
    assert set(dated.assumed) == {"provisional", "direction_increase", "period_end"}
    assert "Målverdien mangler dato: regnet til slutten av planperioden." in dated.explain("nb")


@pytest.mark.parametrize(
    ("measurement", "reason"),
    [
        ("{date: 2018, value: 77}", "before_baseline"),
        ("{date: 2024, value: 77}", "future"),
        ("{date: 2021, value: 0.79}", "share"),
        ("{date: 2021, value: 79, status: missing}", "missing"),
    ],
)
def test_left_out_and_said_with_its_place(measurement, reason):
    found = one(f"{UP}, measurements: [{{date: 2022, value: 82}}, {measurement}]")
    assert found.result == "on_track"
    (left,) = found.left_out
    assert left.reason == reason
    assert left.place is not None
    assert left.place.line == 3
    assert found.explain("nb").endswith(str(left.place))


def test_what_the_reader_could_not_take_is_said():
    found = one(f"{UP}, measurements: [{{date: 2021, value: mange}}, {{date: 2022, value: 82}}]")
    assert [(left.reason, left.said) for left in found.left_out] == [("unread", "mange")]
    table = "indicator,period,value,unit\ni,2020,79,prosent\ni,2021,80,personer\ni,2022,many,%\n"
    read = add_measurements(plan(f"  - {{id: i, title: I, {UP}}}"), table, "m.csv")
    found = sg.status(read, as_of=AS_OF)["i"]
    assert [point.date for point in found.points] == ["2020"]
    assert [str(left.place) for left in found.left_out] == ["m.csv, D3", "m.csv, C4"]


def test_parts_are_never_mixed_with_the_whole():
    found = one(
        f"{UP}, measurements: [{{date: 2022, value: 82, region: '301'}}, {{date: 2022, value: 70, sex: kvinner}}, "
        "{date: 2022, value: 60, region: '0219'}, {date: 2021, value: 99, district: Nord}]"
    )
    assert [point.value for point in found.points] == [82]
    assert [str(series.part) for series in found.series] == ["kvinner", "0219", "Nord"]
    only = one(f"{UP}, measurements: [{{date: 2022, value: 82, sex: kvinner}}, {{date: 2022, value: 70, sex: menn}}]")
    assert (only.result, only.reason) == ("not_measured", "parts_only")
    # What every measurement names is what the indicator measures.
    old = one(f"{UP}, measurements: [{{date: 2021, value: 81, age: 80+}}, {{date: 2022, value: 82, age: 80+}}]")
    assert [point.value for point in old.points] == [81, 82]
    merged = one(f"{UP.replace('value: 78', 'value: 78, region: 0220')}, measurements: [{{date: 2022, value: 82}}]")
    assert [left.reason for left in merged.left_out] == ["baseline_of_part"]
    assert merged.expected is None
    renumbered = one(
        f"{UP.replace('value: 78', 'value: 78, region: 0220')}, measurements: [{{date: 2022, value: 82}}]",
        header="organisation: {name: A, numbers: [{number: '0301', from: 2020}], predecessors: ['0220']}",
    )
    assert renumbered.expected is not None


def test_a_final_figure_goes_before_a_provisional_one():
    found = one(
        f"{UP}, measurements: [{{date: 2022, value: 82}}, {{date: 2022, value: 60, status: provisional}}, "
        "{date: 2021, value: 80}, {date: 2021, value: 81}]"
    )
    assert [(point.date, point.value) for point in found.points] == [("2021", 81), ("2022", 82)]
    assert [left.reason for left in found.left_out] == ["twice"]


def test_measured_in_its_frequency():
    def late(frequency, day):
        return one(f"{UP}, frequency: {frequency}, measurements: [{{date: 2021, value: 82}}]", day).overdue

    # Half a year later than a year after the end of 2021: until the end of June 2023.
    assert not late("årlig", dt.date(2023, 6, 30))
    assert late("yearly", dt.date(2023, 7, 1))
    assert late("kvartalsvis", dt.date(2022, 6, 1))
    assert not late("hvert fjerde år", dt.date(2027, 1, 1))
    assert "frequency" in one(f"{UP}, frequency: av og til").assumed
    assert not is_overdue(None, "yearly", AS_OF)


def test_counts_of_objectives_areas_and_goals():
    text = """\
plan: {id: p, language: en}
areas: [{id: a, title: A, goals: [11], indicators: [i1]}]
objectives: [{id: o, title: O, areas: [a], indicators: [i1, i2]}, {id: o2, title: P, areas: [a]}]
strategies:
  - {id: s, title: S, objectives: [o], indicators: [i3], targets: [3.8, {code: 13.2, role: negative}]}
indicators:
  - {id: i1, title: One, direction: increase, baseline: {date: 2019, value: 0}, target_values: [{date: 2029, value: 10}], measurements: [{date: 2022, value: 3}]}
  - {id: i2, title: Two, direction: increase, baseline: {date: 2019, value: 0}, target_values: [{date: 2029, value: 10}], measurements: [{date: 2022, value: 1}]}
  - {id: i3, title: Three, target_values: [{date: 2029, value: 10}]}
  - {id: i4, title: Four, role: monitoring}
"""
    found = sg.status(plan_from_document(parse_document(text, "p.yaml")), as_of=AS_OF)
    assert dict(found.counts) == {"on_track": 1, "off": 1, "not_measured": 1}
    area = found["a"]
    # i1 measures the area and its objective: it counts once.
    assert (area.own, area.below) == (("p:i1",), ("p:i2", "p:i3"))
    assert dict(area.counts) == {"on_track": 1, "off": 1, "not_measured": 1}
    assert (area.measured, area.worst) == (2, "off")
    assert dict(found["o"].counts) == dict(area.counts)
    assert not found["o2"].indicators
    assert [one.node for one in found.goals] == ["sdg:3", "sdg:11"]  # not 13, which is only harmed
    assert dict(found["3"].counts) == {"not_measured": 1}
    assert found["11"].own == ("p:i1",)
    assert set(found["11"].below) == {"p:i2", "p:i3"}
    assert {one.node for one in found.under("3")} == {"p:i3"}
    assert [one.node for one in worst_first(found.indicators)] == ["p:i2", "p:i3", "p:i1", "p:i4"]
    groups = groups_of(found)
    assert [group.node for group in groups] == ["p:a", None]
    assert [[one.node for one in inner.indicators] for inner in groups[0].inner] == [["p:i2", "p:i3", "p:i1"]]
    assert [one.node for one in groups[1].indicators] == ["p:i4"]
    with pytest.raises(sg.NotFoundError):
        found["nothing"]


def test_rows_and_frames():
    found = sg.status(plan(f"  - {{id: i, title: I, {UP}, measurements: [{{date: 2022, value: 79}}]}}"), as_of=AS_OF)
    (row,) = found.rows("nb")
    assert (row["result"], row["result_text"], row["baseline"], row["target"]) == ("off", "ute av kurs", 78, 90)
    assert row["expected"] == 81.272727
    pandas = pytest.importorskip("pandas")
    frame = found.to_frame("nb")
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame.columns) == list(row)
    empty = sg.status(plan("  []"), as_of=AS_OF).to_frame()
    assert list(empty.columns) == list(row)


def test_results_never_look_like_defects():
    text = (EXAMPLES / "complete" / "plan.yaml").read_text(encoding="utf-8")
    assert "profile: strict" in text
    for profile in ("strict", "asker"):
        read = sg.read_plan(EXAMPLES / "complete" / "plan.yaml").model_copy(update={"profile": profile})
        found = sg.status(read)
        assert {"off", "lagging", "not_measured", "on_track", "achieved"} <= set(found.counts)
        assert not sg.lint(read).diagnostics


def test_the_complete_example_shows_everything():
    found = sg.status(sg.read_plan(EXAMPLES / "complete" / "plan.yaml"))
    assert found.as_of == dt.date(2026, 6, 30)  # lint.as_of
    assert {one.indicator.value_type for one in found.indicators} == {"number", "yes_no", "scale", "text"}
    assert {one.result for one in found.indicators} == set(RESULTS)
    assert {one.direction for one in found.indicators if one.steering} == {"increase", "decrease", "maintain", "range"}
    assert any(one.not_accepted for one in found.indicators)
    assert any(one.overdue for one in found.indicators)
    assert any(one.aims and one.aims[-1].change is not None for one in found.indicators)
    assert any(len(one.aims) > 1 for one in found.indicators)
    parts = [series.part for one in found.indicators for series in one.series]
    assert any(part.district for part in parts)
    assert any(part.sex for part in parts)
    work = found["sysselsatte"]
    # From 76.2 in 2023 to 80 in 2036: 3.8 in 13 years, two of them gone.
    assert work.expected == pytest.approx(Decimal("76.2") + Decimal("3.8") * 2 / 13)
    assert (work.result, work.band) == ("off", "not_accepted")
    every = {one.reason for one in found.indicators}
    assert every <= set(REASONS)


def test_asker_2018_measures_nothing_and_says_so():
    found = sg.status(sg.read_plan(EXAMPLES / "asker-2018" / "plan.yaml"))
    assert not found.indicators
    assert not found.goals
    assert len(found.areas) == 7
    assert all(not one.indicators and one.worst is None for one in found.areas)


def test_every_word_stands_in_both_languages():
    for table in (REASONS, LEFT_OUT, ASSUMED):
        assert all({"en", "nb"} <= set(said) for said in table.values())
