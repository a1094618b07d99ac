"""What YAML may hold, and how what it may not hold is told."""

from __future__ import annotations

import pytest

from sdggraph.base.errors import InputError
from sdggraph.base.places import Place
from sdggraph.io.yaml_text import parse_yaml


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("8.10", "8.10"),
        ("'8.10'", "8.10"),
        ("no", "no"),
        ("2020-06-09", "2020-06-09"),
        ("1_000", "1_000"),
        ("~", None),
        ("null", None),
        ("", None),
        ("'null'", "null"),
        ('""', ""),
        ("|\n  two\n  lines\n", "two\nlines\n"),
        (">-\n  two\n  lines\n", "two lines"),
        ("two\n  lines", "two lines"),
    ],
)
def test_a_scalar_keeps_its_own_text(written: str, read: str | None) -> None:
    assert parse_yaml(f"a: {written}", "t").root == {"a": read}


def test_an_empty_text_has_no_root() -> None:
    assert parse_yaml("", "t").root is None
    assert parse_yaml("# nothing\n", "t").root is None


def test_an_alias_stands_for_what_it_names() -> None:
    document = parse_yaml("a: &x {b: 1}\nc: *x\nd: [*x]\n", "t")
    assert document.root == {"a": {"b": "1"}, "c": {"b": "1"}, "d": [{"b": "1"}]}
    assert document.place(document.find(0, ("c", "b"))) == Place("t", 1, 11, 1, 12)


@pytest.mark.parametrize(
    ("text", "what", "line", "column"),
    [
        ("a: 1\nb: 2\na: 3\n", "twice", 3, 1),
        ("a:\n  - b: 1\nc: 2\na:\n  - b: 1\n    c: 2\n", "twice", 4, 1),
        ("a: {b: 1, c: 2, b: {d: 3, e: 4}}\n", "twice", 1, 17),
        ("a: &x {b: 1}\nc:\n  <<: *x\n", "merge", 3, 7),
        ("a: !!int 3\n", "tag", 1, 4),
        ("a: !mine {b: 1}\n", "tag", 1, 4),
        ("a: 1\n---\nb: 2\n", "documents", 2, 1),
    ],
)
def test_what_a_plan_file_should_not_have_is_noted(text: str, what: str, line: int, column: int) -> None:
    document = parse_yaml(text, "t")
    assert [one.what for one in document.oddities] == [what]
    place = document.place(document.oddities[0].token)
    assert (place.line, place.column) == (line, column)


def test_the_first_of_two_values_counts() -> None:
    assert parse_yaml("a: 1\na: 2\n", "t").root == {"a": "1"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: b: c\n", 1),
        ("a: 1\n\tb: 2\n", 2),
        ("a: 'open\n", 2),
        ("a: [1, 2\nb: 3\n", 2),
        ("a:\n  - b\n c: 1\n", 3),
        ("a: *nothing\n", 1),
        ("a: &x [*x]\n", 1),
        ("? [1, 2]\n: 3\n", 1),
        ("{[1]: 2}\n", 1),
        ("a: \x07\n", 1),
        ("a: " + "[" * 120 + "]" * 120, 1),
        ("{a: " * 101 + "1" + "}" * 101, 1),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(text: str, line: int) -> None:
    with pytest.raises(InputError) as caught:
        parse_yaml(text, "t")
    assert caught.value.place is not None
    assert caught.value.place.line == line
    assert caught.value.message("nb") != caught.value.message("en")


def test_aliases_that_unfold_without_end_are_refused() -> None:
    text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in range(1, 8):
        text += f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n"
    with pytest.raises(InputError, match="unfold"):
        parse_yaml(text, "t")
