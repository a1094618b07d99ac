"""Headings of a municipality's own, said in its settings."""

from __future__ import annotations

import pytest

import sdggraph as sg
from sdggraph.app.fix_files import mend_files
from sdggraph.app.lint_files import lint_files
from sdggraph.lint.config import Configuration
from sdggraph_cli.run import run

TABLE = "Løft;Vi skal;FN-kobling;Hvem måler\r\nOppvekst;Trygge skoleveier;11.2, 3.9a;Skolen\r\n"
SETTINGS = '[headings]\n"Løft" = "area"\n"Vi skal" = "strategi"\n"fn-kobling" = "codes"\n'


@pytest.fixture
def table(tmp_path):
    file = tmp_path / "liste.csv"
    file.write_text(TABLE, encoding="utf-8")
    (tmp_path / "sdggraph.toml").write_text(SETTINGS, encoding="utf-8")
    return file


def test_they_say_what_a_column_holds(table):
    plan = sg.read_plan(table)
    assert [one.title for one in (*plan.areas, *plan.strategies)] == ["Oppvekst", "Trygge skoleveier"]
    assert [claim.code for claim in plan.strategies[0].targets] == ["11.2", "3.a"]
    assert plan.strategies[0].notes == "Hvem måler: Skolen"


def test_without_settings_they_are_not_known(table):
    with pytest.raises(sg.InputError):
        lint_files([table], configuration=Configuration())


def test_a_file_of_settings_that_is_named_counts_alone(table, tmp_path):
    other = tmp_path / "andre.toml"
    other.write_text('headings = {"Løft" = "mål", "Vi skal" = "action"}\n', encoding="utf-8")
    report = lint_files([table], configuration=Configuration(file=other))
    assert {one.subject.split(":")[0] for one in report} == {"liste"}
    assert any("FN-kobling" in one.message for one in report.of("SDG005"))


def test_they_come_before_what_everybody_knows_and_misspelt_ones_are_understood(table, tmp_path):
    (tmp_path / "sdggraph.toml").write_text('[headings]\n"Indikator" = "action"\n"Innsatsen vår" = "objective"\n')
    table.write_text("Innsatsn vår;Indikator;FN-mål\r\nTrygghet;Bygge fortau;11\r\n", encoding="utf-8")
    plan = sg.read_plan(table)
    assert [one.title for one in (*plan.objectives, *plan.actions)] == ["Trygghet", "Bygge fortau"]
    assert [(one.code, one.variant, one.place.cell) for one in plan.reading.findings] == [
        ("SDG005", "column_meant", "A1")
    ]


def test_mending_and_ids_know_them_too(table):
    mend_files([table], ids=True).write()
    assert table.read_text(encoding="utf-8").splitlines()[1] == (
        'Oppvekst;Trygge skoleveier;11.2, 3.a;Skolen;"område=oppvekst; strategi=trygge-skoleveier"'
    )


def test_they_are_shown_with_where_they_are_said(table, capsys):
    run(["lint", "--show-settings", "--lang", "nb", str(table)])
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert any(line.startswith("overskrift Vi skal strategy") and line.endswith("sdggraph.toml") for line in lines)


@pytest.mark.parametrize(
    ("said", "place", "meant"),
    [
        ('"Løft" = "aera"', ":2:10", "area"),
        ('"Løft" = "strategii"', ":2:10", "strategi"),
        ('"Løft" = 7', ":2:10", "goal, target"),
    ],
)
def test_a_column_that_no_table_has_is_said_at_its_place(table, said, place, meant, capsys):
    (table.parent / "sdggraph.toml").write_text(f"[headings]\n{said}\n", encoding="utf-8")
    table.write_text("Mål;Strategi\r\nA;B\r\n", encoding="utf-8")
    assert run(["lint", "--lang", "en", str(table)]) == 2
    told = capsys.readouterr().err
    assert f"sdggraph.toml{place}: expected a column that tables have" in told
    assert meant in told


def test_they_are_no_setting_of_single_files(table, capsys):
    (table.parent / "sdggraph.toml").write_text('[files."*.csv".headings]\n"Løft" = "area"\n', encoding="utf-8")
    table.write_text("Mål;Strategi\r\nA;B\r\n", encoding="utf-8")
    assert run(["lint", str(table)]) == 2
