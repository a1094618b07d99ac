"""Fixes change exactly what they say, whole or not at all, and nothing else of the file."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdggraph.app.fix_files import mend_files
from sdggraph.base.diagnostics import Diagnostic, Edit, Fix, Severity
from sdggraph.base.errors import OutputError
from sdggraph.base.places import TextFile
from sdggraph.base.words import same
from sdggraph.lint.config import Configuration
from sdggraph.lint.fixes import apply_fixes, fixes_of
from sdggraph.lint.settings import Settings

PLAN = """\
# A plan — with “quotes” and æøå 🌍
plan: {id: p, language: en}
objectives:
  - id: o1   # the first
    title:   'It''s healthy'
    targets: ['3.9a', "SDG 3.8", 03.04]   # three of them

  - {id: o2, title: 🌍 earth, targets: [13,2, 13.b]}
"""
MENDED = PLAN.replace("3.9a", "3.a").replace("SDG 3.8", "3.8").replace("03.04", "3.4")


def mended(*edits, safe=True, **more):
    fix = Fix(safe, same("mend"), tuple(Edit("f", start, end, text) for start, end, text in edits))
    return Diagnostic("SDG002", "x", Severity.INFO, "m", fix=fix, **more)


def test_edits_stand_where_line_and_column_say():
    done = apply_fixes({"f": "ab\r\ncd\rø🌍x\n"}, [mended(((2, 1), (2, 3), "CD")), mended(((3, 2), (3, 3), "Z"))])
    assert done.texts == {"f": "ab\r\nCD\røZx\n"}
    assert len(done.taken) == 2


@pytest.mark.parametrize(
    ("second", "taken"),
    [
        (((1, 3), (1, 5), "y"), 1),  # overlaps
        (((1, 4), (1, 6), "y"), 1),  # begins where the first ends
        (((1, 5), (1, 6), "y"), 2),  # apart
        (((1, 2), (1, 4), "x"), 2),  # the same fix again
    ],
)
def test_a_fix_that_touches_another_waits(second, taken):
    done = apply_fixes({"f": "abcdefgh"}, [mended(((1, 2), (1, 4), "x")), mended(second)])
    assert len(done.taken) == taken


def test_a_fix_is_taken_whole_or_not_at_all():
    both = mended(((1, 1), (1, 2), "X"), ((1, 3), (1, 4), "Y"))
    done = apply_fixes({"f": "abcd"}, [mended(((1, 3), (1, 4), "!")), both])
    assert done.texts == {"f": "ab!d"}
    outside = mended(((1, 1), (1, 2), "X"), ((9, 1), (9, 2), "Y"))
    assert apply_fixes({"f": "abcd"}, [outside]).texts == {}


@given(st.lists(st.sampled_from(["a", "bc", "æ", "🌍", " ", "\n", "\r\n", "\r"]), max_size=30), st.data())
def test_only_what_is_between_the_places_changes(pieces, data):
    text = "".join(pieces)
    file = TextFile("f", text)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = [(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    new = data.draw(st.lists(st.text("xyz\n", max_size=3), min_size=len(spans), max_size=len(spans)))
    fixes = [
        mended((file.line_column(start), file.line_column(end), text))
        for (start, end), text in zip(spans, new, strict=True)
    ]
    expected = text
    for (start, end), inserted in reversed(list(zip(spans, new, strict=True))):
        expected = expected[:start] + inserted + expected[end:]
    done = apply_fixes({"f": text}, data.draw(st.permutations(fixes)))
    assert done.texts.get("f", text) == expected
    assert len(done.taken) == len(fixes)


def test_likely_fixes_are_asked_for_and_come_after_sure_ones():
    likely, sure = mended(((1, 1), (1, 2), "x"), safe=False), mended(((1, 1), (1, 2), "y"))
    assert fixes_of([likely, sure]) == [sure]
    assert fixes_of([likely, sure], unsafe=True) == [sure, likely]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_the_rest_of_the_file_stays_byte_for_byte(tmp_path, newline, mark, encoding):
    def in_bytes(text):
        return mark + text.replace("\n", newline).encode(encoding)

    file = tmp_path / "plan.yaml"
    file.write_bytes(in_bytes(PLAN))
    mending = mend_files([file])
    assert [one.code for one in mending.mended] == ["SDG002"] * 3
    assert file.read_bytes() == in_bytes(PLAN)  # nothing is written yet
    mending.write()
    assert file.read_bytes() == in_bytes(MENDED)
    assert mend_files([file]).changed == []


def test_a_line_at_the_end_without_a_line_end(tmp_path):
    file = tmp_path / "plan.yaml"
    file.write_bytes(PLAN.rstrip("\n").replace("13,2", "3.9a").encode())
    mending = mend_files([file])
    assert mending.diff().endswith("\\ No newline at end of file\n")
    assert mending.diff().startswith(f"--- a/{str(file).lstrip('/')}\n")


def test_likely_fixes_only_on_request_and_all_in_one_go(tmp_path):
    file = tmp_path / "plan.yaml"
    text = "plan: {id: p, language: en}\nstrategies: [{id: s1, title: A, objektives: [health1]}]\nobjectives: [{id: health, title: B, targets: [3.4], indicators: [i1]}]\nindicators: [{id: i1, title: C}]\n"
    file.write_text(text, encoding="utf-8")
    assert mend_files([file]).changed == []
    mending = mend_files([file], unsafe=True)
    assert mending.after[str(file)].decode() == text.replace("objektives: [health1]", "objectives: [health]")
    assert [one.code for one in mending.mended] == ["SDG005", "SDG007"]  # the second is seen when the first is mended


def test_what_is_left_out_is_not_mended(tmp_path):
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN, encoding="utf-8")
    assert mend_files([file], configuration=Configuration(Settings(ignore=("SDG002",)))).changed == []


def test_a_fix_that_would_spoil_the_file_is_refused(tmp_path, monkeypatch):
    import sdggraph.app.fix_files as module

    def spoiling(diagnostics, *, unsafe=False):
        del unsafe
        name = next(one.place.file for one in diagnostics)
        return [mended_in(name, "[", (2, 1)), mended_in(name, "#", (1, 1))]

    def mended_in(name, text, at):
        return Diagnostic(
            "X1", "x", Severity.INFO, "m", fix=Fix(safe=True, description=same("m"), edits=(Edit(name, at, at, text),))
        )

    file = tmp_path / "plan.yaml"
    file.write_text(PLAN, encoding="utf-8")
    monkeypatch.setattr(module, "fixes_of", spoiling)
    monkeypatch.setattr(module, "MOST_PASSES", 2)
    assert mend_files([file]).after[str(file)].decode() == "##" + PLAN


def test_shared_libraries_are_mended_once(tmp_path):
    (tmp_path / "shared.yaml").write_text("indicators: [{id: i1, title: A, global: [03.08.01]}]\n", encoding="utf-8")
    for name in ("a", "b"):
        text = f"plan: {{id: {name}, language: en, use: [shared.yaml]}}\n"
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    mending = mend_files([tmp_path])
    mending.write()
    assert mending.changed == [str(tmp_path / "shared.yaml")]
    assert "global: [3.8.1]" in (tmp_path / "shared.yaml").read_text(encoding="utf-8")


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path):
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN, encoding="utf-8")
    mending = mend_files([file])
    file.write_text(PLAN + "# new\n", encoding="utf-8")
    with pytest.raises(OutputError, match="meanwhile"):
        mending.write()
    assert file.read_text(encoding="utf-8") == PLAN + "# new\n"


def test_either_all_files_are_written_or_none(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(PLAN.replace("id: p,", f"id: {name},"), encoding="utf-8")
    mending = mend_files([tmp_path])
    (tmp_path / "b.yaml").write_text("plan: {}", encoding="utf-8")
    with pytest.raises(OutputError, match=r"b\.yaml: was changed"):
        mending.write()
    assert "3.9a" in (tmp_path / "a.yaml").read_text(encoding="utf-8")


def test_a_link_stays_a_link(tmp_path):
    file, link = tmp_path / "plan.yaml", tmp_path / "link.yaml"
    file.write_text(PLAN, encoding="utf-8")
    link.symlink_to(file)
    mend_files([link]).write()
    assert link.is_symlink()
    assert file.read_text(encoding="utf-8") == MENDED


def test_a_misspelt_key_is_mended_to_the_one_that_the_format_lists(tmp_path):
    file = tmp_path / "p.yaml"
    text = (
        "plan: {id: p, language: en}\nstrategies: [{id: s1, title: A, targts: [3.8], objectivs: [], stakeholer: []}]\n"
    )
    file.write_text(text, encoding="utf-8")
    mend_files([file], unsafe=True).write()
    for key in ("targets: [", "objectives: [", "stakeholders: ["):
        assert key in file.read_text(encoding="utf-8")
