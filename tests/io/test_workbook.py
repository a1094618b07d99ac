"""The plan as a workbook: lossless both ways, and read with the findings and places that a plan file would get."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

import sdggraph as sg
from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph.io.table import plan_from_bytes
from sdggraph.io.workbook.schema import CHILDREN, SHEETS
from sdggraph.io.workbook.words import called, keys_called, sheet_called, sheet_title
from sdggraph.io.workbook.write import empty_workbook, plan_to_workbook
from sdggraph.model.nodes import Objective, Prioritisation
from sdggraph.model.plan import Plan

EXAMPLES = Path(__file__).parents[2] / "examples"


def plan_of(text):
    return plan_from_document(parse_document("plan: {id: p, language: nb, kind: community}\n" + text, "p.yaml"))


def again(plan, lang="nb"):
    return plan_from_bytes(plan_to_workbook(plan, lang), "plan.xlsx")


def workbook(**sheets):
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title.replace("_", " "))
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def found(plan):
    return [(one.code, f"{one.place.sheet}!{one.place.cell}", one.variant) for one in plan.reading.findings]


@pytest.mark.parametrize("lang", ["en", "nb"])
@pytest.mark.parametrize(
    "name", ["complete/plan.yaml", "complete/handlingsdel.yaml", "sound/plan.yaml", "asker-2018/plan.yaml"]
)
def test_a_plan_written_and_read_again_is_equal_and_has_no_findings(name, lang):
    plan = sg.read_plan(EXAMPLES / name)
    read = again(plan, lang)
    assert read == plan
    assert read.reading.findings == []


TRICKY = """
goals:
  - {code: 3, significance: {nb: Viktig, en: Important}, commitments: [Én, {nb: To, en: Two}], materiality: {stakeholders: 4.5}}
targets: [{code: "8.10", opportunities: [{id: o1, text: Mulighet}, "Enda en\\nmed linje"], challenges: [Utfordring]}]
areas: [{id: a1, title: "=1+1", goals: none, notes: "-5 prosent"}]
objectives: [{id: m1, title: "@alle", goals: [3, {code: 13, role: negative, why: {nb: Utslipp}}], targets: [{code: 3.a, basis: analyst}, "16.10"]}]
actions:
  - {id: t1, title: Tiltak, partners: [Lag, "A, B"], budget: within_frame, period: {start: 2020, end: 2023-06-30}}
  - {id: t2, title: Tiltak, partners: [{nb: Lag, en: Club}, Skole], budget: [{year: 2021, amount: 1200000.50, type: investment}]}
indicators:
  - {id: i1, title: Andel, number: "007", desired: [[88, null]], acceptable: [[null, 1.29], [1.70, 1.99]], baseline: {date: 2019, value: 12345678901234567890.123},
     target_values: [{date: 2030, range: [10, null]}, {value: -5, relative_to: {date: 2009}}], measurements: [{date: 2020-Q2, value: 1.10, note: {nb: Ny}}]}
engagements: [{id: e1, title: Møte, groups: ["unge\\nog eldre"], informs: [m1, 3], participants: 12}]
interactions: [{id: x1, source: 13, target: 13.2, score: -1, note: Hm}]
"""


def test_what_spreadsheets_like_to_spoil_comes_back_as_it_was():
    plan = plan_of(TRICKY)
    assert plan.reading.findings == []
    read = again(plan)
    assert read == plan
    assert read.reading.findings == []
    assert read.indicators[0].baseline.value == Decimal("12345678901234567890.123")
    assert read.actions[0].partners == ("Lag", "A, B")


def test_no_text_becomes_a_formula_and_codes_are_text():
    book = load_workbook(io.BytesIO(plan_to_workbook(plan_of(TRICKY), "en")))
    cells = {cell.value: cell for sheet in book for row in sheet.iter_rows() for cell in row}
    assert (cells["=1+1"].data_type, cells["=1+1"].quotePrefix) == ("s", True)
    assert (cells["8.10"].data_type, cells["8.10"].number_format) == ("s", "@")
    assert (cells[2019].data_type, cells["3, 13.2"].data_type if "3, 13.2" in cells else "s") == ("n", "s")


text = (
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=30)
    .map(str.strip)
    .filter(bool)
)
texts = st.one_of(text, st.dictionaries(st.sampled_from(["nb", "en", "se"]), text, min_size=1))


@settings(max_examples=40, deadline=None)
@given(
    titles=st.lists(texts, min_size=1, max_size=3),
    commitments=st.lists(texts, max_size=3),
    lang=st.sampled_from(["en", "nb"]),
)
def test_any_text_survives(titles, commitments, lang):
    objectives = tuple(
        Objective.trusted({"id": f"m{number}", "title": title, "number": "1.10"}) for number, title in enumerate(titles)
    )
    goals = (Prioritisation.trusted({"code": "3", "commitments": tuple(commitments)}),)
    plan = Plan.trusted({"id": "p", "language": "nb", "objectives": objectives, "goals": goals})
    assert again(plan, lang) == plan


FIXES = [
    ("Plan", "B3", (1, 1), (1, 9), "community"),
    ("Strategier", "D2", (1, 1), (1, 5), "3.a"),
    ("Strategier", "D4", (1, 1), (1, 6), "3"),
]


def test_findings_and_their_fixes_stand_at_their_cells():
    data = workbook(
        Plan=[("id", "p"), ("language", "nb"), ("kind", "comunity")],
        Strategier=[
            ("id", "tittel", "mål", "bærekraftsmål", "spor", "farge"),
            ("s1", "Slik", "m1, m9", "3.9a; 99", "services", "rød"),
            ("s1", "Sånn", "m1", "3", None, None),
            (None, "Uten id", "m1", "SDG 3", None, None),
        ],
        Mål=[("id", "tittel"), ("m1", "Målet")],
    )
    plan = plan_from_bytes(data, "bok.xlsx")
    assert sorted(found(plan)) == [
        ("SDG001", "Strategier!D2", None),
        ("SDG002", "Strategier!D2", None),
        ("SDG002", "Strategier!D4", None),
        ("SDG005", "Strategier!F1", "column"),
        ("SDG006", "Strategier!A3", None),
        ("SDG008", "Strategier!D2", "code"),
        ("SDG010", "Plan!B3", "meant"),
    ]
    edits = [one.fix.edits[0] for one in plan.reading.findings if one.fix]
    assert [(one.sheet, one.cell, one.start, one.end, one.text) for one in edits] == FIXES
    assert plan.strategies[0].notes == "farge: rød"
    assert plan.strategies[2].id == "uten-id"
    assert plan.reading.made == {"uten-id"}
    missing = sg.lint(plan).of("SDG007")
    edit = missing[0].fix.edits[0]
    assert [(str(one.place), edit.start, edit.end, edit.text) for one in missing] == [
        ("bok.xlsx, Strategier!C2", (1, 5), (1, 7), "m1")
    ]
    assert plan.reading.tables["bok.xlsx", "Strategier"].cell(1, 3).heading == "bærekraftsmål"


def test_numbers_and_dates_where_codes_belong_are_noted_once():
    data = workbook(
        Targets=[("code",), (8.1,), (dt.date(2024, 5, 3),), (3.8,)],
        Objectives=[("id", "title", "targets"), ("o1", "Work", 8.1)],
    )
    plan = plan_from_bytes(data, "book.xlsx")
    assert [one.code for one in plan.targets] == ["8.1", "3.5", "3.8"]
    assert found(plan) == [
        ("SDG003", "Targets!A2", None),
        ("SDG003", "Targets!A3", None),
        ("SDG003", "Objectives!C2", None),
    ]
    assert (plan.id, plan.language) == ("book", "en")


def test_rows_of_other_sheets_find_their_record_or_are_noted():
    data = workbook(
        Indicators=[("id", "title"), ("i1", "Share")],
        Measurements=[("of", "date", "value"), ("i1", 2019, 71.5), ("i2", 2019, 3)],
        Bands=[
            ("of", "field", "low", "high"),
            ("i1", "desired", 80, None),
            ("i1", "ønsket", 1, 2),
            ("i1", "wished", 5, 6),
        ],
        Preconditions=[("of", "field", "text"), (3.8, "opportunities", "Short roads")],
        Targets=[("code",), ("3.8",)],
    )
    plan = plan_from_bytes(data, "book.xlsx")
    (indicator,) = plan.indicators
    assert [one.value for one in indicator.measurements] == [Decimal("71.5")]
    assert indicator.desired == ((Decimal(80), None), (Decimal(1), Decimal(2)), (Decimal(5), Decimal(6)))
    assert [one.text for one in plan.targets[0].opportunities] == ["Short roads"]
    assert found(plan) == [("SDG007", "Measurements!A3", None), ("SDG010", "Bands!B4", None)]
    assert str(plan.reading.origins["book:i1"].place(("measurements", 0, "value"))) == "book.xlsx, Measurements!C2"


def test_a_record_is_looked_for_by_its_id_before_its_name_is_taken_for_a_code(monkeypatch):
    plan = plan_of("indicators: [{id: folketall, title: A, measurements: [{date: 2024, value: 1}]}]")
    data = plan_to_workbook(plan, "nb")
    monkeypatch.setattr("sdggraph.io.workbook.read.read_code", None)  # it looks for names in every text that is no code
    assert plan_from_bytes(data, "plan.xlsx") == plan


def test_misspelt_headings_are_understood_and_misspelt_sheets_named():
    data = workbook(
        Strategies=[("id", "titel", "title"), ("s1", "x", "Home care")],
        Objektives=[("id", "title"), ("o1", "Good lives")],
        Notes=[("anything",)],
    )
    plan = plan_from_bytes(data, "book.xlsx")
    assert found(plan) == [("SDG005", "Strategies!B1", "column_meant"), ("SDG005", "Objektives!A1", "meant")]
    assert plan.objectives == ()


def test_a_plain_text_beside_a_translation_is_in_the_plan_s_language():
    data = workbook(
        Objectives=[("id", "title", "title (en)"), ("o1", "Gode liv", "Good lives"), ("o2", "Ro", None)],
        Plan=[("language", "nb"), ("title", "Planen"), ("title (en)", "The plan")],
    )
    plan = plan_from_bytes(data, "book.xlsx")
    assert [one.title for one in plan.objectives] == [{"nb": "Gode liv", "en": "Good lives"}, "Ro"]
    assert plan.title == {"nb": "Planen", "en": "The plan"}


@pytest.mark.parametrize("lang", ["en", "nb"])
def test_every_heading_and_title_is_understood_in_both_languages(lang):
    for name, columns in {**SHEETS, **{child.sheet: child.columns for child in CHILDREN.values()}}.items():
        assert sheet_called(sheet_title(name, lang)) == name
        known = {column.path for column in columns}
        for path in known:
            parts = [keys_called(part) for part in called(path, lang).split(".")]
            assert path in known
            assert all(key in part for key, part in zip(path, parts, strict=True))


@pytest.mark.parametrize("lang", ["en", "nb"])
def test_the_empty_workbook_has_all_sheets_choices_and_reads_as_an_empty_plan(lang):
    data = empty_workbook(lang, "ny")
    book = load_workbook(io.BytesIO(data))
    assert len(book.sheetnames) == len(SHEETS) + len(CHILDREN)  # a guide, and no sheet for odd lists
    guide = [cell.value for row in book.worksheets[0].iter_rows() for cell in row if cell.value]
    assert {sheet_title(name, lang) for name in (*SHEETS, *CHILDREN) if name != "lists"} <= set(guide)
    actions = book[sheet_title("actions", lang)]
    offered = {rule.formula1 for rule in actions.data_validations.dataValidation}
    assert {"en": '"planned,ongoing,done,stopped"', "nb": '"planlagt,pågår,ferdig,stanset"'}[lang] in offered
    plan = plan_from_bytes(data, "ny.xlsx")
    assert (plan.id, plan.language, plan.reading.findings) == ("ny", lang, [])
    assert not any(getattr(plan, section) for section in SHEETS if section != "plan")


@pytest.mark.parametrize(
    ("title", "said"), [("x" * 40_000, "longer than a cell"), ("bell\x07", "character that no workbook")]
)
def test_what_no_cell_can_hold_is_refused(title, said):
    plan = Plan.trusted({"id": "p", "language": "nb", "objectives": (Objective.trusted({"id": "m", "title": title}),)})
    with pytest.raises(sg.OutputError) as caught:
        plan_to_workbook(plan, "en")
    assert said in caught.value.words["en"]
    assert (caught.value.place.sheet, caught.value.place.cell) == ("Objectives", "B2")


def test_words_of_closed_lists_are_understood_in_both_languages_in_any_workbook():
    data = workbook(
        Plan=[("id", "p"), ("language", "nb"), ("type", "Samfunnsdel"), ("status", "adopted")],
        Actions=[
            ("id", "title", "status", "budsjett"),
            ("a", "A", "Pågår", "innenfor rammen"),
            ("b", "B", "ongoing", None),
        ],
        Mål=[("id", "tittel", "spor", "dimensjoner"), ("m", "M", "tjenester, Samfunn, egen", "miljø; social")],
    )
    plan = plan_from_bytes(data, "p.xlsx")
    assert (plan.kind, plan.status) == ("community", "adopted")
    assert [one.status for one in plan.actions] == ["ongoing", "ongoing"]
    assert plan.actions[0].budget == "within_frame"
    assert plan.objectives[0].tracks == ("services", "community", "egen")
    assert plan.objectives[0].dimensions == ("environment", "social")


def test_a_track_of_the_plan_s_own_keeps_its_id_even_if_it_is_called_like_another():
    plan = plan_of(
        "tracks: [{id: tjenester, title: Våre}]\nobjectives: [{id: m, title: M, tracks: [tjenester, services]}]"
    )
    assert again(plan) == plan


def test_every_word_of_a_closed_list_comes_back_in_both_languages():
    from sdggraph.io.workbook.choices import choices_of
    from sdggraph.io.workbook.values import said_in, value_called

    seen = 0
    for name, columns in {**SHEETS, **{child.sheet: child.columns for child in CHILDREN.values()}}.items():
        for column in columns:
            offered = choices_of(name, column.path)
            for lang in ("en", "nb"):
                said = [said_in(lang, name, column.path, value) for value in offered]
                assert len(",".join(said)) < 255  # longer lists no spreadsheet takes
                assert [value_called(name, column.path, word) for word in said] == list(offered)
            seen += len(offered)
    assert seen > 40


@pytest.mark.parametrize(("lang", "heading"), [("en", "accepted findings"), ("nb", "godtatte funn")])
def test_the_workbook_to_begin_with_offers_to_accept_findings_and_says_how(lang, heading):
    book = load_workbook(io.BytesIO(empty_workbook(lang, "p")))
    guide = " ".join(str(cell.value) for row in book.worksheets[0] for cell in row if cell.value)
    assert heading in guide
    sheet = book["Strategies" if lang == "en" else "Strategier"]
    headings = [cell.value for cell in sheet[1]]
    assert headings[-1] == heading
    sheet.append(["s1", "Title"] + [None] * (len(headings) - 3) + ["SDG201 it is meant so"])
    file = io.BytesIO()
    book.save(file)
    report = sg.lint(plan_from_bytes(file.getvalue(), "p.xlsx"), select="SDG201")
    assert [one.diagnostic.code for one in report.suppressed] == ["SDG201"]
