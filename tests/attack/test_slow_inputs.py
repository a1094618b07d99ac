"""Inputs that once cost the square of their length, as counts of what is looked at, not as times."""

from __future__ import annotations

import sdggraph as sg
from sdggraph.base.places import TextFile
from sdggraph.io.bytes_out import write_whole


def test_a_long_row_of_comments_is_walked_once(tmp_path, monkeypatch):
    file = tmp_path / "p.yaml"
    comments = "# sdggraph: ignore[SDG201] because\n" * 2000
    file.write_text(f"sdggraph: 1\nplan: {{id: p, language: en}}\n{comments}", encoding="utf-8")
    looked = 0
    line = TextFile.line

    def counting(self, number):
        nonlocal looked
        looked += 1
        return line(self, number)

    monkeypatch.setattr(TextFile, "line", counting)
    report = sg.lint(sg.read_plan(file))
    assert len(report.of("SDG011")) == 2000
    assert looked < 20 * 2000


def test_an_unknown_key_is_searched_for_once(tmp_path, monkeypatch):
    from sdggraph.io import record_reader

    searched = 0
    nearest = record_reader.nearest

    def counting(*arguments):
        nonlocal searched
        searched += 1
        return nearest(*arguments)

    monkeypatch.setattr(record_reader, "nearest", counting)
    file = tmp_path / "p.yaml"
    rows = "".join(f"  - {{id: s{n}, titel: A}}\n" for n in range(300))
    file.write_text(f"plan: {{id: p, language: en}}\nstrategies:\n{rows}", encoding="utf-8")
    plan = sg.read_plan(file)
    assert sum(one.code == "SDG005" for one in plan.reading.findings) == 300
    assert searched == 1


def test_a_link_stays_a_link(tmp_path):
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)
    write_whole(link, "new")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new"
