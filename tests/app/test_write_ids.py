"""Tables that keep their ids: rows are known again however they are reworded and moved."""

from __future__ import annotations

import pytest
from openpyxl import Workbook, load_workbook

import sdggraph as sg
from sdggraph.app.fix_files import mend_files
from sdggraph_cli.run import run
from tests.io.rich_workbook import parts_of, rich_workbook

ROWS = [
    ("Område", "Mål", "Strategi", "FN-mål", "Indikator", "Tiltak"),
    ("Oppvekst", "Alle trives", "Trygge skoleveier", "11.2", "Andel som går", None),
    (None, None, "• Gode lærere\n• Små klasser", 4, None, None),
    ("Helse", "Alle trives", "Bo hjemme", 3, None, "Prøve ut roboter"),
]


def keep_ids(path):
    mending = mend_files([path], ids=True)
    mending.write()
    return mending


def saved(path, rows=ROWS):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)


def ids(plan):
    return [
        one.id
        for section in ("areas", "objectives", "strategies", "indicators", "actions")
        for one in getattr(plan, section)
    ]


def test_a_column_at_the_right_keeps_them_and_the_plan_is_the_same(tmp_path):
    path = tmp_path / "liste.xlsx"
    saved(path)
    plan = sg.read_plan(path)
    assert keep_ids(path).ids == {str(path): 3}
    assert [cell.value for cell in load_workbook(path).active["G"]] == [
        "sdggraph-id",
        "område=oppvekst; mål=alle-trives; strategi=trygge-skoleveier; indikator=andel-som-gar",
        "strategi=gode-laerere, sma-klasser",
        "område=helse; mål=alle-trives-2; strategi=bo-hjemme; tiltak=prove-ut-roboter",
    ]
    assert sg.read_plan(path) == plan
    assert keep_ids(path).changed == []


def test_reworded_and_moved_rows_are_known_again(tmp_path):
    path = tmp_path / "liste.xlsx"
    saved(path)
    keep_ids(path)
    before = sg.read_plan(path)
    book = load_workbook(path)
    sheet = book.active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    first, second, third = rows[1:]
    first[1], first[2], first[4], third[0] = (
        "Barn har det bra",
        "Gå trygt til skolen",
        "Andel gående",
        "Helse og mestring",
    )
    second[2] = "• Små skoleklasser\n• Gode lærere"
    new = ["Helse", "Alle trives", "Bo hjemme", 3, None, None]
    sheet.delete_rows(2, 3)
    for row in (new, third, first, second):
        sheet.append(row)
    book.save(path)
    after = sg.read_plan(path)
    by_id = {one.id: one.title for one in (*after.areas, *after.objectives, *after.strategies, *after.indicators)}
    assert set(ids(before)) <= set(ids(after))
    assert by_id["alle-trives"] == "Barn har det bra"
    assert by_id["trygge-skoleveier"] == "Gå trygt til skolen"
    assert (by_id["gode-laerere"], by_id["sma-klasser"]) == ("Gode lærere", "Små skoleklasser")
    assert (by_id["helse"], by_id["andel-som-gar"]) == ("Helse og mestring", "Andel gående")
    assert by_id["bo-hjemme-2"] == "Bo hjemme"  # the new row's: what another row keeps is not given away
    assert after.reading.findings == []


def test_a_copied_row_is_said_and_is_a_node_of_its_own(tmp_path):
    path = tmp_path / "liste.xlsx"
    saved(path)
    keep_ids(path)
    book = load_workbook(path)
    copied = [cell.value for cell in book.active[4]]
    copied[2] = "Nye boliger"
    book.active.append(copied)
    book.save(path)
    plan = sg.read_plan(path)
    assert [(one.code, one.values["id"], one.place.cell) for one in plan.reading.findings] == [
        ("SDG006", "bo-hjemme", "C5")
    ]
    assert plan.strategies[-1].title == "Nye boliger"


def test_a_method_table_keeps_them_by_track(tmp_path):
    path = tmp_path / "metode.xlsx"
    book = Workbook()
    sheet = book.active
    sheet.append(("Globalt mål", "Kommunal betydning", "Delmål", "Tjenesteutvikling", None, "Samfunnsutvikling", None))
    sheet.append((None, None, None, "Mål", "Strategi", "Mål", "Strategi"))
    sheet.append((3, "Viktig", "3.8", "Trygghet", "Bo hjemme", "Trygghet", "Møtesteder"))
    book.save(path)
    plan = sg.read_plan(path)
    keep_ids(path)
    assert load_workbook(path).active["H2"].value == "sdggraph-id"
    assert load_workbook(path).active["H3"].value == (
        "tjenesteutvikling/mål=trygghet; tjenesteutvikling/strategi=bo-hjemme; "
        "samfunnsutvikling/mål=trygghet-2; samfunnsutvikling/strategi=motesteder"
    )
    assert sg.read_plan(path) == plan


def test_the_workbook_s_own_column_is_filled_in(tmp_path):
    path = tmp_path / "bok.xlsx"
    book = Workbook()
    book.active.title = "Strategier"
    for row in (("id", "tittel", "bærekraftsmål"), ("s1", "Én", "3"), (None, "Trygge veier", "11")):
        book.active.append(row)
    book.save(path)
    keep_ids(path)
    assert [cell.value for cell in load_workbook(path).active["A"]] == ["id", "s1", "trygge-veier"]


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
def test_a_text_with_delimiters_gets_a_column_too(ending, tmp_path):
    path = tmp_path / "liste.csv"
    path.write_bytes(ending.join(["Mål;Strategi;Delmål", "Trygge veier;Fortau;11.2", ";Lys"]).encode("cp1252"))
    keep_ids(path)
    assert path.read_bytes().decode("cp1252").split(ending) == [
        "Mål;Strategi;Delmål;sdggraph-id",
        'Trygge veier;Fortau;11.2;"mål=trygge-veier; strategi=fortau"',
        ";Lys;;strategi=lys",
    ]


def test_all_else_in_the_workbook_stays_and_the_heading_looks_like_the_others(tmp_path, capsys):
    path = tmp_path / "liste.xlsx"
    path.write_bytes(rich_workbook())
    before = parts_of(path.read_bytes())
    assert run(["fix", "--diff", "--write-ids", "--quiet", str(path)]) == 1
    assert "Liste!F1:  → sdggraph-id" in capsys.readouterr().out
    assert parts_of(path.read_bytes()) == before
    run(["fix", "--write-ids", "--lang", "nb", str(path)])
    assert "Skrev id-er i 3 rader i " in capsys.readouterr().err
    after = parts_of(path.read_bytes())
    assert [name for name in before if before[name] != after[name]] == ["xl/worksheets/sheet1.xml"]
    assert run(["lint", "--write-ids", str(path)]) == 2
