"""``sdggraph report``: the form by the file's name, what it compares with, and no input that is written over."""

from __future__ import annotations

import pytest

from sdggraph_cli.run import run

OLD = """\
plan: {id: gammel, title: Plan for 2016, language: nb}
strategies: [{id: s1, title: Bygge stier, targets: [{code: 11.2}]}]
"""
NEW = """\
plan: {id: ny, title: Plan for 2024, language: nb, replaces: [gammel]}
strategies: [{id: s1, title: Bygge veier, targets: [{code: 11.2}]}, {id: s2, title: Male gangfelt}]
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ny.yaml").write_text(NEW, encoding="utf-8")
    return tmp_path


def report(*arguments):
    return run(["report", "ny.yaml", "--lang", "nb", *arguments])


def test_the_plan_that_is_replaced_is_compared_with_if_it_stands_beside(folder, capsys):
    assert report("-o", "r.md", "--audience", "council") == 0
    assert "Hva er endret" not in (folder / "r.md").read_text(encoding="utf-8")
    (folder / "aaa.yaml").write_text("gammel: [", encoding="utf-8")  # has the word, and is no plan
    (folder / "arkiv.yaml").write_text(OLD, encoding="utf-8")
    assert report("-o", "r.md", "--audience", "council") == 0
    text = (folder / "r.md").read_text(encoding="utf-8")
    assert text.index("Hva er endret") < text.index("Hit går pengene")
    assert "Siden Plan for 2016: 1 punkt er kommet til og 1 er omformulert." in text
    assert "- Strategi «Male gangfelt»" in text
    assert "sammenlignet med arkiv.yaml" in capsys.readouterr().out


def test_findings_are_those_of_the_settings_beside_the_plan(folder):
    assert report("-o", "r.md") == 0
    assert "SDG201" in (folder / "r.md").read_text(encoding="utf-8")
    (folder / "sdggraph.toml").write_text('ignore = ["SDG201"]\n', encoding="utf-8")
    assert report("-o", "r.md") == 0
    assert "SDG201" not in (folder / "r.md").read_text(encoding="utf-8")


def test_a_name_of_no_form_is_refused(folder, capsys):
    assert report("-o", "r.txt") != 0
    assert ".docx" in capsys.readouterr().err
    assert not (folder / "r.txt").exists()
    assert report("-o", "r.txt", "--format", "markdown") == 0


def test_the_plan_itself_is_never_written_over(folder):
    assert report("-o", "ny.yaml", "--format", "html") != 0
    assert (folder / "ny.yaml").read_text(encoding="utf-8") == NEW
