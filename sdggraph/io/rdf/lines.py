"""Reading N-Triples and N-Quads line by line: each error at its own line and column, however long a literal is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from sdggraph.base.words import Words, words
from sdggraph.semantic.terms import RDF, XSD, Iri, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.semantic.terms import Term, Triple

__all__ = ["BadLineError", "statements_of_lines"]

_NODE = r"(?:<([^\x00-\x20<>\"{}|^`]*+)>|(_:[\w](?:[\w.\-]*[\w\-])?))"
_SUBJECT = re.compile(_NODE + r"[ \t]*+")
_PREDICATE = re.compile(r"<([^\x00-\x20<>\"{}|^`]*+)>[ \t]*+")
_QUOTED = re.compile(r'"([^"\\\n\r]*+(?:\\.[^"\\\n\r]*+)*+)"')
_KIND = re.compile(r"(?:@([A-Za-z]+(?:-[A-Za-z0-9]+)*)|\^\^<([^\x00-\x20<>\"{}|^`]*+)>)?[ \t]*+")
_END = re.compile(r"\.[ \t]*+(?:#.*)?$")
_BLANK = re.compile(r"[ \t]*+(?:#.*)?$")
_ESCAPE = re.compile(r"\\(?:([tbnrf\"'\\])|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.?))", re.DOTALL)
_SHORT = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}
_LAST_CHARACTER = 0x10FFFF
_LANG_STRING = RDF.langString


class BadLineError(ValueError):
    """A line that is no statement: which one, from which column on, and why."""

    def __init__(self, line: int, column: int, reason: Words) -> None:
        super().__init__(reason["en"])
        self.line = line
        self.column = column
        self.reason = reason


def statements_of_lines(text: str, *, graphs: bool) -> Iterator[Triple]:
    """Give the statement of each line; of N-Quads without its graph.

    Args:
        text: The whole text.
        graphs: Whether a fourth term may name a graph.

    Raises:
        BadLineError: A line is no statement.
    """
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        if not _BLANK.match(line):
            try:
                yield _statement(line.lstrip(" \t"), graphs=graphs)
            except _BadTermError as error:
                column = error.at + 1 + len(line) - len(line.lstrip(" \t"))
                raise BadLineError(number, column, error.reason) from None


class _BadTermError(ValueError):
    def __init__(self, at: int, reason: Words) -> None:
        super().__init__(reason["en"])
        self.at = at
        self.reason = reason


def _statement(line: str, *, graphs: bool) -> Triple:
    subject, at = _node(line, 0, words("a subject", "et subjekt"))
    predicate = _PREDICATE.match(line, at)
    if predicate is None:
        raise _wanted(at, words("a predicate", "et predikat"))
    value, at = _value(line, predicate.end())
    if graphs and line[at : at + 1] in ("<", "_"):
        _, at = _node(line, at, words("a graph", "en graf"))
    if _END.match(line, at) is None:
        raise _wanted(at, words("a full stop at the end", "et punktum til slutt"))
    return subject, _iri(predicate[1]), value


def _node(line: str, at: int, wanted: Words) -> tuple[Iri, int]:
    match = _SUBJECT.match(line, at)
    if match is None:
        raise _wanted(at, wanted)
    return (Iri(match[2]) if match[2] else _iri(match[1])), match.end()


def _value(line: str, at: int) -> tuple[Term, int]:
    if line[at : at + 1] != '"':
        return _node(line, at, words("an object", "et objekt"))
    quoted = _QUOTED.match(line, at)
    if quoted is None:
        raise _wanted(at, words("the end of a text", "slutten på en tekst"))
    kind = _KIND.match(line, quoted.end())
    text = _unescaped(quoted[1], at)
    if kind is None or kind.lastindex is None:
        return Literal(text), kind.end() if kind is not None else quoted.end()
    if kind[1]:
        return Literal(text, kind[1].lower(), _LANG_STRING), kind.end()
    datatype = _iri(kind[2])
    return (Literal(text) if datatype == XSD.string else Literal(text, "", datatype)), kind.end()


@lru_cache(maxsize=4096)
def _iri(text: str) -> Iri:
    return Iri(_unescaped(text, 0))


def _unescaped(text: str, at: int) -> str:
    if "\\" not in text:
        return text

    def character(match: re.Match[str]) -> str:
        if match[1]:
            return _SHORT[match[1]]
        code = int(match[2] or match[3] or "-1", 16)
        if not 0 <= code <= _LAST_CHARACTER or 0xD800 <= code <= 0xDFFF:
            raise _BadTermError(
                at, words(f"{match[0]} is no escape of a character", f"{match[0]} er ikke koden for et tegn")
            )
        return chr(code)

    return _ESCAPE.sub(character, text)


def _wanted(at: int, what: Words) -> _BadTermError:
    return _BadTermError(at, words(f"{what['en']} was expected here", f"her skulle det stått {what['nb']}"))
