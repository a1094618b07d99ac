"""JSON to the same plain values and tokens as YAML, each with its own text and place."""

from __future__ import annotations

import re
from json.decoder import JSONDecodeError
from json.decoder import scanstring as scan_string  # type: ignore[attr-defined]  # typeshed leaves it out
from typing import Any

from sdggraph.base.errors import InputError
from sdggraph.base.places import TextFile
from sdggraph.base.words import words
from sdggraph.io.document import CLOSE, MAPPING, SCALAR, SEQUENCE, Document, Mapping, Oddity

__all__ = ["parse_json"]

_SPACE = re.compile(r"[ \t\r\n]*")
_WORD = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null", re.ASCII)
_HALF = re.compile("[\\ud800-\\udfff]")
_DEEPEST = 100


def parse_json(text: str, name: str) -> Document:
    """Take a JSON text apart.

    Raises:
        InputError: The text isn't JSON, or is nested deeper than 100.
    """
    document = Document(TextFile(name, text))
    parser = _Parser(document)
    document.root, end = parser.value(parser.skip(0), 0)
    if parser.skip(end) != len(text):
        raise parser.error(parser.skip(end))
    return document


class _Parser:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.file.text

    def skip(self, position: int) -> int:
        match = _SPACE.match(self.text, position)
        return match.end() if match else position

    def token(self, kind: int, start: int, end: int) -> int:
        self.document.kinds.append(kind)
        self.document.starts.append(start)
        self.document.ends.append(end)
        return len(self.document.kinds) - 1

    def error(self, position: int) -> InputError:
        return InputError(
            words("can't be read as JSON", "kan ikke leses som JSON"),
            place=self.document.file.span(position, position + 1),
            hint=words("look at commas, quotes and brackets here", "se på komma, anførselstegn og klammer her"),
        )

    def value(self, position: int, depth: int) -> tuple[Any, int]:
        if depth > _DEEPEST:
            raise InputError(
                words("is nested deeper than 100", "har mer enn 100 nivåer"),
                place=self.document.file.span(position, position + 1),
            )
        first = self.text[position : position + 1]
        if first == "{":
            return self.mapping(position, depth)
        if first == "[":
            return self.sequence(position, depth)
        if first == '"':
            return self.string(position)
        match = _WORD.match(self.text, position)
        if match is None:
            raise self.error(position)
        self.token(SCALAR, position, match.end())
        return (None if match[0] == "null" else match[0]), match.end()

    def string(self, position: int) -> tuple[str, int]:
        try:
            value, end = scan_string(self.text, position + 1, True)  # noqa: FBT003  # the decoder's own signature
        except JSONDecodeError as error:
            raise self.error(error.pos) from None
        if not value.isascii() and _HALF.search(value):
            raise InputError(
                words("has half a character, which is no text", "har et halvt tegn, som ikke er tekst"),
                place=self.document.file.span(position, end),
                hint=words("\\ud800 to \\udfff stand in pairs only", "\\ud800 til \\udfff står bare i par"),
            )
        self.token(SCALAR, position, end)
        return value, end

    def sequence(self, position: int, depth: int) -> tuple[list[Any], int]:
        self.token(SEQUENCE, position, position + 1)
        items: list[Any] = []
        at = self.skip(position + 1)
        if self.text[at : at + 1] != "]":
            while True:
                item, at = self.value(self.skip(at), depth + 1)
                items.append(item)
                at = self.skip(at)
                if self.text[at : at + 1] != ",":
                    break
                at = self.skip(at + 1)
        return items, self.close(at, "]")

    def mapping(self, position: int, depth: int) -> tuple[Mapping, int]:
        mapping = Mapping()
        mapping.at = self.token(MAPPING, position, position + 1)
        at = self.skip(position + 1)
        if self.text[at : at + 1] != "}":
            while True:
                at = self.skip(at)
                if self.text[at : at + 1] != '"':
                    raise self.error(at)
                key, at = self.string(at)
                key_token = len(self.document.kinds) - 1
                at = self.skip(at)
                if self.text[at : at + 1] != ":":
                    raise self.error(at)
                value, at = self.value(self.skip(at + 1), depth + 1)
                if key in mapping:
                    self.document.oddities.append(Oddity("twice", key_token, key, mapping.at))
                else:
                    mapping[key] = value
                at = self.skip(at)
                if self.text[at : at + 1] != ",":
                    break
                at += 1
        return mapping, self.close(at, "}")

    def close(self, position: int, bracket: str) -> int:
        if self.text[position : position + 1] != bracket:
            raise self.error(position)
        self.token(CLOSE, position, position + 1)
        return position + 1
