"""Reading and repairing codes as people write them."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdggraph.catalogue import exists, iri_of, is_code_like, read_code
from sdggraph.catalogue.tables import codes, rows
from sdggraph.model.codes import code_kind, goal_of

CODES = list(codes().kinds)

REPAIRED = {
    # a letter counted on after the last number: the four of the method table, and others
    "3.9a": "3.a", "3.9d": "3.d", "9.5c": "9.c", "11.7a": "11.a", "3.9b": "3.b", "3.9 a": "3.a", "3.9.a": "3.a", "3.9a.1": "3.a.1",
    # prefix words
    "SDG 3.8": "3.8", "SDG3": "3", "SDG-3": "3", "sdg:3.8": "3.8", "Mål 3": "3", "mål 3.8": "3.8", "Goal 3": "3", "goal-3": "3",
    "delmål 3.8": "3.8", "Delmål: 3.8": "3.8", "target-3.8": "3.8", "target-3-8": "3.8", "sdg_3_8": "3.8", "SDG target 3.8": "3.8",
    "Bærekraftsmål 13": "13", "FNs bærekraftsmål nr. 3": "3", "UN SDG 3.8.1": "3.8.1", "indikator 3.8.1": "3.8.1", "#3": "3",
    # zeros, commas, case, dots and blanks
    "03": "3", "03.08": "3.8", "03.08.01": "3.8.1", "03.0a": "3.a", "01.0a.02": "1.a.2", "030801": "3.8.1", "3,8": "3.8", "3,8,1": "3.8.1",
    "3.A": "3.a", "3a": "3.a", "3 a": "3.a", "3 .8": "3.8", "3. 8": "3.8", "3.8.": "3.8", "(3.8)": "3.8", "«3.8»": "3.8", "3.0": "3",
    # permanent codes
    "C030801": "3.8.1", "c030801": "3.8.1", "C010a02": "1.a.2", "C010A02": "1.a.2", "C200303": "1.5.1", "SDG C030802": "3.8.2",
    # IRIs
    "http://metadata.un.org/sdg/3": "3", "http://metadata.un.org/sdg/3.8": "3.8", "https://metadata.un.org/sdg/3.8": "3.8",
    "https://metadata.un.org/sdg/3.a/": "3.a", "http://metadata.un.org/sdg/C030801": "3.8.1", "https://metadata.un.org/sdg/C020b02": "2.b.1",
    # what word processors and other scripts make of it
    "３．８": "3.8", "३.८": "3.8", "٣٫٨": "3.8", "3\u00a0.8": "3.8", "3․8": "3.8", "3·8": "3.8", "\ufeff3.8": "3.8", "3\u200b.8": "3.8",
    "3.\u0430": "3.a",
    # names beside the code, as in the method table and in other plans
    "3 GOD HELSE": "3", "3. God helse": "3", "4 GOD UTDANNING": "4", "9 INNOVASJON OG INFRASTRUKTUR": "9",
    "11 BÆREKRAFTIGE BYER OG SAMFUNN": "11", "13 STOPPE KLIMAENDRINGENE": "13", "Goal 3: Good health": "3",
    "16. Fred, rettferdighet og velfungerende institusjoner": "16", "Mål 14 - Livet i havet": "14", "15 Livet på landjorda": "15",
    "5 Likestilling mellom kjønna": "5", "God helse og livskvalitet": "3", "Climate action": "13", "3.8 Helsetjenester for alle": "3.8",
    "Goal 3: Ensure healthy lives and promote well-being for all at all ages": "3", "13.1 – klimatilpasning": "13.1",
}  # fmt: skip

AMBIGUOUS = {
    "3, 8": ("3.8", "3", "8"),
    "3-8": ("3.8", "3", "8"),
    "3 8": ("3.8", "3", "8"),
    "4,11": ("4", "11"),
    "3.3, 3.5": ("3.3", "3.5"),
    "3.8,1": ("3.8.1", "3.8", "1"),
    "1.11a": ("1.a", "11.a"),
    "4.1d": ("4.1",),
    "17.1a": ("17.1",),
    "0308": ("3.8",),
    "delmål 3": ("3", "3.1", "3.2", "3.3", "3.4", "3.5"),
    "indikator 3.8": ("3.8", "3.8.1", "3.8.2"),
    "Mål 2.3.1": ("2.3.1",),
    "3 Stoppe klimaendringene": ("3", "13"),
    "3.5 prosent": ("3.5",),
}

UNKNOWN = {
    "1.11": ("1.1", "1.1.1", "11.1"),
    "31": ("3.1", "13"),
    "111": ("1.1.1", "11.1"),
    "3.10": ("3.1", "10.3"),
    "3.80": ("3.8",),
    "18.3": ("1.3", "8.3"),
    "3.8.9": ("3.8.1", "3.8.2"),
    "3.5.2025": ("3.5",),
    "5 prosent": ("5",),
    "18": (),
    "0": (),
    "": (),
    " ": (),
    "hello": (),
    "http://metadata.un.org/sdg/99": (),
    "http://example.org/3.8": (),
    "-3.8": ("3.8",),
}


@pytest.mark.parametrize("code", CODES)
def test_every_code_reads_as_itself(code):
    reading = read_code(code)
    assert (reading.code, reading.kind, reading.status, reading.sure) == (
        code,
        code_kind(code),
        "canonical",
        True,
    )


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_found_again_however_it_is_padded_or_prefixed(code):
    padded = ".".join(part.zfill(2) for part in code.split("."))
    for written in (padded, f"SDG {code}", code.upper(), f"{code}.", code.replace(".", ","), iri_of(code)):
        reading = read_code(written)
        assert reading.code in {code, codes().canonical.get(code)}, written
        assert reading.sure


@pytest.mark.parametrize(("written", "code"), REPAIRED.items(), ids=list(REPAIRED))
def test_repairs_that_are_sure(written, code):
    reading = read_code(written)
    assert (reading.code, reading.status, reading.sure) == (code, "repaired", True)
    assert reading.kind == code_kind(code)


@pytest.mark.parametrize("written", [" 3.8 ", "3.8\n", "\t13"])
def test_white_space_around_a_code_is_no_fault(written):
    assert read_code(written).status == "canonical"


@pytest.mark.parametrize(("written", "candidates"), AMBIGUOUS.items(), ids=list(AMBIGUOUS))
def test_no_safe_fix_where_more_may_be_meant(written, candidates):
    reading = read_code(written)
    assert (reading.code, reading.status, reading.sure) == (None, "ambiguous", False)
    assert reading.candidates == candidates


@pytest.mark.parametrize(("written", "candidates"), UNKNOWN.items(), ids=list(UNKNOWN))
def test_what_is_no_code_gets_near_ones(written, candidates):
    reading = read_code(written)
    assert (reading.code, reading.kind, reading.status, reading.sure) == (None, None, "unknown", False)
    assert reading.candidates == candidates


def test_withdrawn_and_renumbered_indicators():
    withdrawn = read_code("1.a.3")
    assert (withdrawn.code, withdrawn.kind, withdrawn.status) == (None, "indicator", "withdrawn")
    assert withdrawn.candidates == ("1.a.1", "1.a.2")
    for written in ("17.6.2", "17.06.02", "C170602"):
        moved = read_code(written)
        assert (moved.code, moved.status, moved.sure) == ("17.6.1", "withdrawn", True), written


def test_a_permanent_code_whose_number_names_another_indicator_now_is_no_fix():
    reading = read_code("C010a01")
    assert (reading.code, reading.status, reading.candidates) == (None, "withdrawn", ("1.a.1",))
    assert read_code("http://metadata.un.org/sdg/C010a01").code is None


def test_8_10_is_not_8_1():
    assert read_code("8.10").code == "8.10"
    assert read_code("8.1").code == "8.1"


def test_the_goal_beside_decides_among_candidates():
    reading = read_code("31", goal="3")
    assert (reading.code, reading.status, reading.sure, reading.candidates) == (
        "3.1",
        "repaired",
        False,
        ("13",),
    )
    assert read_code("1.11", goal="11").code == "11.1"
    assert read_code("b", goal="9").code == "9.b"
    assert read_code("9a", goal="3").candidates == ("3.a", "9.a")
    assert read_code("9a", goal="9").code == "9.a"
    assert read_code("3.8", goal="4").code == "3.8"
    assert read_code("e", goal="3").code is None


def test_ids_that_read_as_codes():
    for name in (
        "3.8",
        "3",
        "goal-3",
        "goal3",
        "sdg3",
        "sdg-3.8",
        "target-3.8",
        "target_3_8",
        "C030801",
        "c170602",
        "3a",
        "indicator-3.8.1",
    ):
        assert is_code_like(name), name
    for name in (
        "s1",
        "o1",
        "i3",
        "g3",
        "a1",
        "m3",
        "c1",
        "d3",
        "sdg",
        "national",
        "goal-25",
        "mål-3",
        "target-3",
        "area-3",
        "goal-x",
        "",
        "x" * 99,
    ):
        assert not is_code_like(name), name


def test_every_local_id_that_plans_use_is_free():
    for number in range(1, 18):
        for letter in "abeghijklmopsux":
            assert not is_code_like(f"{letter}{number}")


JUNK = [
    "3" * 1_000_000,
    "0" * 400,
    "3." * 200,
    " " * 1_000_000,
    "mål " * 100,
    "3 a" * 133,
    "sdg" * 130,
    "(" * 400,
    "9." + "0" * 390,
    "1" * 399,
]


@pytest.mark.parametrize("text", JUNK, ids=range(len(JUNK)))
def test_long_junk_is_answered_in_a_bounded_number_of_steps(text):
    steps = 0

    def count(frame, event, arg):
        nonlocal steps
        steps += 1
        return count

    old = sys.gettrace()
    sys.settrace(count)
    try:
        reading = read_code(text)
    finally:
        sys.settrace(old)
    assert reading.code is None
    assert steps < 20_000


@given(st.text(max_size=60))
def test_reading_any_text_gives_an_existing_code_or_none(text):
    reading = read_code(text)
    assert reading.code is None or exists(reading.code)
    assert all(map(exists, reading.candidates))
    assert not (reading.sure and reading.code is None)
    assert (reading.kind is None) or reading.kind in {"goal", "target", "indicator"}


@given(
    st.from_regex(
        re.compile(r"(?:(?:sdg|mål|target|Goal)[ :-]?)?[0-9]{1,3}(?:[.,_ -][0-9a-e]{1,3}){0,2}[a-e.]?", re.ASCII),
        fullmatch=True,
    ),
    st.integers(1, 17),
)
def test_what_looks_like_a_code_is_read_the_same_twice(text, goal):
    reading = read_code(text)
    assert read_code(text) == reading
    if reading.code is not None:
        assert read_code(reading.code).status == "canonical"
    beside = read_code(text, goal=str(goal))
    assert beside.code is None or beside == reading or goal_of(beside.code) == str(goal)


@given(st.sampled_from(CODES), st.sampled_from(["SDG {}", "({})", " {}", "{}.", "sdg:{}", "UN {}"]))
def test_a_code_survives_what_stands_around_it(code, form):
    assert read_code(form.format(code)).code == code


def test_every_title_of_a_goal_names_it():
    for code, *titles, _ in rows("goals"):
        for title in titles:
            for written in (
                title,
                title.upper(),
                f"{code} {title}",
                f"{code}. {title}",
                f"Mål {code}: {title}",
            ):
                assert read_code(written).code == code, written
