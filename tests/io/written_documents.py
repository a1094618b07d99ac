"""Random documents, written as YAML in many styles by hand, with the place of every key and value noted on the way."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

__all__ = ["Written", "documents", "write_yaml"]

_KEYS = ("id", "title", "målet", "goals", "a-b", "x_1", "code", "null")
_TEXTS = (
    "s1", "8.10", "Trygge skoleveier", "no", "æøå 😀", "2019-06-09", "it's", 'a "word"', "a: b", "# no comment",
    "- dash", "", "~", "null", "x, y", "[1]", "{a}", "& co", "true", " padded ", "100 %", "tab\there",
)  # fmt: skip

documents = st.dictionaries(
    st.sampled_from(_KEYS),
    st.recursive(
        st.sampled_from(_TEXTS),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=3),
        max_leaves=12,
    ),
    min_size=1,
    max_size=4,
)
"""Mappings of texts, lists and mappings."""


@dataclass
class Written:
    """A document's text, and the start and end of each key and scalar as (line, column), by path."""

    text: str = ""
    keys: dict[tuple, tuple] = field(default_factory=dict)
    scalars: dict[tuple, tuple] = field(default_factory=dict)

    def put(self, text: str) -> tuple[tuple[int, int], tuple[int, int]]:
        """Add a text without line ends, and give its start and end."""
        line = self.text.count("\n") + 1
        column = len(self.text) - (self.text.rfind("\n") + 1) + 1
        self.text += text
        return (line, column), (line, column + len(text))


def write_yaml(document: dict[str, Any], seed: int) -> Written:
    """Write a document in a style chosen by a seed: block or flow, quotes, indents, comments, blank lines."""
    written = Written()
    choose = random.Random(seed)
    written.put(choose.choice(("", "# a comment\n", "\n\n", "---\n")))
    _mapping(written, document, (), 0, choose)
    return written


def _line_end(written: Written, choose: random.Random) -> None:
    written.put(choose.choice(("\n", "\n", "  # why\n", " \n", "\n\n", "\n# between\n")))


def _mapping(written: Written, mapping: dict, path: tuple, indent: int, choose: random.Random) -> None:
    for number, (key, value) in enumerate(mapping.items()):
        if number or not path or not isinstance(path[-1], int):
            written.put(" " * indent)
        written.keys[*path, key] = written.put(_quoted(key, choose, flow=False))
        written.put(":")
        _value(written, value, (*path, key), indent, choose)


def _value(written: Written, value: Any, path: tuple, indent: int, choose: random.Random) -> None:
    """Write what follows a colon or a dash, up to the line's end."""
    if isinstance(value, str):
        written.put(" ")
        written.scalars[path] = written.put(_quoted(value, choose, flow=False))
        _line_end(written, choose)
    elif not value or choose.random() < 0.3:
        written.put(" ")
        _flow(written, value, path, choose)
        _line_end(written, choose)
    elif isinstance(value, dict):
        if path and isinstance(path[-1], int):
            written.put(" ")
            _mapping(written, value, path, indent + 2, choose)
        else:
            _line_end(written, choose)
            _mapping(written, value, path, indent + choose.choice((1, 2, 4)), choose)
    else:
        _line_end(written, choose)
        # After a dash a list needs an indent of its own; after a key it may stand at the key's.
        deeper = indent + (2 if isinstance(path[-1], int) else choose.choice((0, 2)))
        for number, item in enumerate(value):
            written.put(" " * deeper + "-")
            _value(written, item, (*path, number), deeper, choose)


def _flow(written: Written, value: Any, path: tuple, choose: random.Random) -> None:
    if isinstance(value, str):
        written.scalars[path] = written.put(_quoted(value, choose, flow=True))
        return
    written.put("{" if isinstance(value, dict) else "[")
    steps = list(value.items()) if isinstance(value, dict) else list(enumerate(value))
    for number, (step, item) in enumerate(steps):
        written.put(choose.choice((", ", ",")) if number else choose.choice(("", " ")))
        if isinstance(step, str):
            written.keys[*path, step] = written.put(_quoted(step, choose, flow=True))
            written.put(": ")
        _flow(written, item, (*path, step), choose)
    written.put("}" if isinstance(value, dict) else "]")


def _quoted(text: str, choose: random.Random, *, flow: bool) -> str:
    """Write a text plain where it can be, else in quotes; sometimes in quotes all the same."""
    plain = text.strip() == text != "" and text[0] not in "#-[{&~\"'" and ": " not in text and text != "null"
    if flow and any(character in text for character in ",[]{}"):
        plain = False
    if plain and choose.random() < 0.7:
        return text
    if choose.random() < 0.5 and "\t" not in text:
        return "'" + text.replace("'", "''") + "'"
    return json.dumps(text, ensure_ascii=max(text, default="") < "\uffff" and choose.random() < 0.2)
