"""Taking the list of codes in one cell apart."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdggraph.catalogue import read_code, split_codes
from sdggraph.catalogue.tables import codes

CELLS = {
    "3.3, 3.5, 3.6, 3.7, 3.8, 3.9, 3.9a, 3.9d": ["3.3", "3.5", "3.6", "3.7", "3.8", "3.9", "3.9a", "3.9d"],
    "3.3; 3.5": ["3.3", "3.5"],
    "3.3\n3.5\r\n3.6": ["3.3", "3.5", "3.6"],
    "3.3 | 3.5": ["3.3", "3.5"],
    "• 3.3 • 3.5": ["3.3", "3.5"],
    "3.1/3.2": ["3.1", "3.2"],
    "3, 11 og 13": ["3", "11", "13"],
    "3, 11, and 13": ["3", "11", "13"],
    "3 & 4": ["3", "4"],
    "3.8.1 samt 3.8.2": ["3.8.1", "3.8.2"],
    "3,8": ["3,8"],
    "3, 8": ["3", "8"],
    "3,8, 3,9": ["3,8", "3,9"],
    "3,4,9,11,13": ["3", "4", "9", "11", "13"],
    "3,8,3,9": ["3,8", "3,9"],
    "3,8,1": ["3,8,1"],
    "4,11": ["4", "11"],
    "3.3,3.5,3.9a": ["3.3", "3.5", "3.9a"],
    "3.3 3.5 3.6": ["3.3", "3.5", "3.6"],
    "3 4 9": ["3", "4", "9"],
    "3 8": ["3 8"],
    "3-8": ["3-8"],
    "9 INNOVASJON OG INFRASTRUKTUR": ["9 INNOVASJON OG INFRASTRUKTUR"],
    "16. Fred, rettferdighet og velfungerende institusjoner": [
        "16. Fred, rettferdighet og velfungerende institusjoner"
    ],
    "3 God helse, 11 Byer og samfunn": ["3 God helse", "11 Byer og samfunn"],
    "SDG 3.8, SDG 3.9 og mål 4": ["SDG 3.8", "SDG 3.9", "mål 4"],
    "3.3, abc, 3.5": ["3.3", "abc", "3.5"],
    "http://metadata.un.org/sdg/3.8, https://metadata.un.org/sdg/3.9": [
        "http://metadata.un.org/sdg/3.8",
        "https://metadata.un.org/sdg/3.9",
    ],
    "C030801, C030802": ["C030801", "C030802"],
    "3.3,\u00a03.5\u00a0": ["3.3", "3.5"],
    "": [],
    " , ; \n": [],
}

RANGES = {
    "4.1–4.5": ["4.1", "4.2", "4.3", "4.4", "4.5"],
    "4.1-4.3": ["4.1", "4.2", "4.3"],
    "4.1–3": ["4.1", "4.2", "4.3"],
    "delmål 4.1 til 4.3": ["4.1", "4.2", "4.3"],
    "4.7–4.b": ["4.7", "4.a", "4.b"],
    "8.9—8.10": ["8.9", "8.10"],
    "3–5": ["3", "4", "5"],
    "3.3.1–3.3.3": ["3.3.1", "3.3.2", "3.3.3"],
}


@pytest.mark.parametrize(("cell", "pieces"), CELLS.items(), ids=map(repr, CELLS))
def test_lists(cell, pieces):
    found = split_codes(cell)
    assert [piece.text for piece in found] == pieces
    assert all(cell[piece.start : piece.end] == piece.text and not piece.ranged for piece in found)


@pytest.mark.parametrize(("cell", "written_out"), RANGES.items(), ids=list(RANGES))
def test_ranges_are_written_out(cell, written_out):
    found = split_codes(f"17.1; {cell}")[1:]
    assert [piece.text for piece in found] == written_out
    assert {(piece.start, piece.end, piece.ranged) for piece in found} == {(6, 6 + len(cell), True)}


@pytest.mark.parametrize("cell", ["4.5–4.1", "4.1–5.2", "4.1–4.99", "18–20", "3–3.8"])
def test_what_is_no_range_stays_whole(cell):
    assert [piece.text for piece in split_codes(cell)] == [cell]


def test_the_cells_of_the_method_table_give_its_27_targets():
    cells = [
        "3.3, 3.5, 3.6, 3.7, 3.8, 3.9, 3.9a, 3.9d",
        "4.1, 4.2, 4.3, 4.4, 4.5, 4.7",
        "9.1, 9.4, 9.5c",
        "11.1, 11.2, 11.3, 11.4, 11.6, 11.7, 11.7a",
        "13.1, 13.2, 13.3",
    ]
    readings = [read_code(piece.text) for cell in cells for piece in split_codes(cell)]
    assert len(readings) == 27
    assert all(reading.sure and reading.kind == "target" for reading in readings)
    assert [reading.code for reading in readings if reading.status == "repaired"] == [
        "3.a",
        "3.d",
        "9.c",
        "11.a",
    ]


@given(
    st.lists(st.sampled_from(list(codes().kinds)), min_size=1, max_size=12),
    st.sampled_from([", ", "; ", "\n", " og ", " / "]),
)
def test_codes_that_were_joined_come_apart_again(chosen, separator):
    assert [piece.text for piece in split_codes(separator.join(chosen))] == chosen


@given(st.text(alphabet="0123456789abcdog .,;/\n–-mål", max_size=80))
def test_pieces_stand_in_order_and_within_the_text(text):
    found = split_codes(text)
    assert all(0 <= piece.start < piece.end <= len(text) for piece in found)
    starts = [piece.start for piece in found]
    assert starts == sorted(starts)
    assert all(piece.ranged or text[piece.start : piece.end] == piece.text for piece in found)


@pytest.mark.parametrize("unit", ["3", "3,", " ", "3 og ", "a, ", "/", "a ", "3, ", "–"])
def test_work_grows_no_faster_than_the_text(unit):
    def steps(length):
        count = 0

        def step(frame, event, arg):
            nonlocal count
            count += 1
            return step

        old = sys.gettrace()
        sys.settrace(step)
        try:
            split_codes((unit * length)[:length])
        finally:
            sys.settrace(old)
        return count

    assert steps(4000) <= 5 * steps(1000) + 500
