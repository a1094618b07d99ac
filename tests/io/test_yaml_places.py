"""Every key and value is found where it was written, whatever the style."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sdggraph.io.document import CLOSE, Mapping
from sdggraph.io.json_text import parse_json
from sdggraph.io.yaml_text import parse_yaml
from tests.io.written_documents import documents, write_yaml

if TYPE_CHECKING:
    from sdggraph.base.places import Place
    from sdggraph.io.document import Document


def span(place: Place) -> tuple:
    return (place.line, place.column), (place.end_line, place.end_column)


def plain(value: Any) -> Any:
    """Give a document's value as lists and dictionaries."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value


@given(documents, st.integers(0, 10_000))
def test_values_are_read_as_they_were_written(value: dict, seed: int) -> None:
    written = write_yaml(value, seed)
    document = parse_yaml(written.text, "t.yaml")
    assert plain(document.root) == value
    assert document.oddities == []


@given(documents, st.integers(0, 10_000))
def test_every_key_and_scalar_is_where_it_was_written(value: dict, seed: int) -> None:
    written = write_yaml(value, seed)
    document = parse_yaml(written.text, "t.yaml")
    for path, expected in written.keys.items():
        assert span(document.place(document.find(0, path, key=True))) == expected
    for path, expected in written.scalars.items():
        assert document.holds(0, path)
        assert span(document.place(document.find(0, path))) == expected


@given(documents, st.integers(0, 10_000))
def test_a_mapping_knows_its_own_token(value: dict, seed: int) -> None:
    document = parse_yaml(write_yaml(value, seed).text, "t.yaml")

    def check(item: Any, path: tuple) -> None:
        if isinstance(item, Mapping):
            assert document.find(0, path) == item.at
        for step, inner in (
            item.items() if isinstance(item, dict) else enumerate(item) if isinstance(item, list) else ()
        ):
            check(inner, (*path, step))

    check(document.root, ())


@given(documents, st.integers(0, 10_000))
def test_what_is_not_there_is_told_by_what_is_around_it(value: dict, seed: int) -> None:
    document = parse_yaml(write_yaml(value, seed).text, "t.yaml")
    key = next(iter(value))
    assert not document.holds(0, (key, "none such"))
    assert document.find(0, (key, "none such", 3)) == document.find(0, (key,))


def tokens(document: Document) -> list[tuple[int, int, int]]:
    return list(zip(document.kinds, document.starts, document.ends, strict=True))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-999, 999) | st.decimals(-9, 9, places=2).map(float) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(min_size=1, max_size=5), inner, max_size=4),
    max_leaves=15,
)


@given(st.dictionaries(st.text(min_size=1, max_size=5), json_values, max_size=4), st.sampled_from([None, 1, 2]))
def test_json_keeps_each_scalar_own_text(value: dict, indent: int | None) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    expected = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)

    def said(item: Any) -> Any:
        if isinstance(item, bool):
            return str(item).lower()
        if isinstance(item, dict):
            return {key: said(inner) for key, inner in item.items()}
        return [said(inner) for inner in item] if isinstance(item, list) else item

    assert plain(parse_json(text, "t.json").root) == said(expected)


ascii_texts = st.text(alphabet="ab 8.10:,#-", max_size=8)


@given(
    st.dictionaries(
        ascii_texts.filter(bool),
        st.recursive(
            st.none() | st.booleans() | st.integers(0, 99) | ascii_texts,
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ascii_texts.filter(bool), inner, max_size=3),
        ),
        max_size=4,
    )
)
def test_json_is_the_same_to_both_readers(value: dict) -> None:
    text = json.dumps(value, indent=1)
    by_json, by_yaml = parse_json(text, "t"), parse_yaml(text, "t")
    assert plain(by_json.root) == plain(by_yaml.root)
    assert tokens(by_json) == tokens(by_yaml)


@given(documents, st.integers(0, 10_000))
def test_values_are_those_of_pyyaml(value: dict, seed: int) -> None:
    text = write_yaml(value, seed).text
    loaded = yaml.load(text, yaml.CBaseLoader)  # it makes texts, lists and dictionaries only

    def nulls(item: Any) -> Any:
        """Take None for what is empty or says null: the base loader has no None."""
        if isinstance(item, dict):
            return {key: nulls(inner) for key, inner in item.items()}
        if isinstance(item, list):
            return [nulls(inner) for inner in item]
        return None if item in ("", "~", "null", None) else item

    assert nulls(plain(parse_yaml(text, "t").root)) == nulls(loaded)


@pytest.mark.parametrize("text", ["a:\n  - b: 1\n    c: [2, {d: 3}]\n", "a: {b: [1, 2], c: {d: 4}}\n"])
def test_a_collection_is_shown_by_its_first_line(text: str) -> None:
    document = parse_yaml(text, "t")
    for token, kind in enumerate(document.kinds):
        place = document.place(token)
        assert kind == CLOSE or place.line == place.end_line


@pytest.mark.parametrize(
    ("text", "path", "column"),
    [
        ("{goal: 4}", ("goals",), 8),
        ("{goal: 4}", ("goals", 0), 8),
        ("{strategy: [s1, s2]}", ("strategies", 1), 17),
        ("{goals: [3, 5], goal: 4}", ("goals", 1), 13),
        ("{goals: [3, 5], goal: 4}", ("goals", 2), 23),
        ("{goal: 4, goals: [3, 5]}", ("goals", 0), 8),
        ("{goal: 4, goals: [3, 5]}", ("goals", 2), 22),
        ("{goal: 4, goals: [3, 5]}", ("goals",), 18),
    ],
)
def test_a_value_is_found_under_the_singular_of_its_key(text: str, path: tuple, column: int) -> None:
    document = parse_yaml(text, "t.yaml")
    assert document.holds(0, path)
    assert document.place(document.find(0, path)).column == column
