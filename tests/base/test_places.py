"""Lines and columns against counting by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sdggraph.base.places import Place, TextFile

texts = st.text(alphabet="ab å😀\n\r\t\u2028\x85", max_size=60)


def counted(text: str, offset: int) -> tuple[int, int]:
    """Count lines and columns one character at a time."""
    line = column = 1
    position = 0
    while position < offset:
        if text[position] == "\r" and text[position + 1 : position + 2] == "\n":
            if position + 1 == offset:
                return line, column + 1
            position += 1
        if text[position] in "\r\n":
            line, column = line + 1, 1
        else:
            column += 1
        position += 1
    return line, column


@given(texts, st.data())
def test_line_and_column_are_as_counted_and_lead_back(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    file = TextFile("t", text)
    assert file.line_column(offset) == counted(text, offset)
    assert file.offset(*file.line_column(offset)) == offset


@given(texts)
def test_the_lines_are_the_text_without_line_ends(text: str) -> None:
    file = TextFile("t", text)
    expected = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert [file.line(number + 1) for number in range(len(expected))] == expected
    assert file.line(0) == file.line(len(expected) + 1) == ""


def test_a_span_ends_before_its_end() -> None:
    assert TextFile("p.yaml", "a: 1\nb: 22\n").span(8, 10) == Place("p.yaml", 2, 4, 2, 6)


def test_a_place_reads_as_tools_print_it() -> None:
    assert str(Place("plan.yaml", 41, 5)) == "plan.yaml:41:5"
    assert str(Place("table.xlsx", sheet="Ark1", cell="C7")) == "table.xlsx, Ark1!C7"
    assert str(Place("table.csv", cell="C7")) == "table.csv, C7"
    assert str(Place("plan.ttl", subject="urn:x")) == "plan.ttl, <urn:x>"
    assert str(Place()) == "-"
