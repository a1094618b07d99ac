"""From RDF text to triples, by rdflib's parsers; nothing is ever fetched, and whatever goes wrong is said in words."""

from __future__ import annotations

import json
import logging
import re
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sdggraph.base.errors import InputError
from sdggraph.base.places import Place, TextFile
from sdggraph.base.words import words
from sdggraph.io.bytes_in import decode
from sdggraph.io.rdf.lines import BadLineError, statements_of_lines
from sdggraph.io.syntaxes import RDF_SUFFIXES
from sdggraph.semantic.context import CONTEXT_IRI, context
from sdggraph.semantic.terms import Iri, Literal, tagged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sdggraph.semantic.terms import Triple

__all__ = ["parse_rdf", "syntax_of"]

_CALLED = {
    "turtle": "Turtle",
    "nt": "N-Triples",
    "trig": "TriG",
    "nquads": "N-Quads",
    "json-ld": "JSON-LD",
    "xml": "RDF/XML",
}
_EXTERNAL = re.compile(r"<!DOCTYPE\s[^\[>]*\b(?:SYSTEM|PUBLIC)\b|<!ENTITY\s[^>]*\b(?:SYSTEM|PUBLIC)\b")
_ENTITY = re.compile(r"<!ENTITY\s+(%\s)?\s*[^\s>]+\s+(\"[^\"]*\"|'[^']*'|[^>]*)")
_REFERENCE = re.compile(r"&(?!#|amp;|lt;|gt;|quot;|apos;)|%")
_LONGEST_ENTITY = 2000
_RESERVED_BASE = "https://w3id.org/sdggraph/relative/"


def syntax_of(path: str | Path) -> str | None:
    """Give the RDF syntax that a file's name tells; None if it tells none."""
    name = str(path).lower()
    return next((syntax for suffix, syntax in RDF_SUFFIXES.items() if name.endswith(suffix)), None)


def parse_rdf(data: bytes | str, syntax: str, name: str) -> list[Triple]:
    """Read the triples of a text; of a syntax with named graphs those of all graphs.

    Raises:
        InputError: It isn't of that syntax, with the parser's line and message; or it wants something fetched.
    """
    text = decode(data, name) if isinstance(data, bytes) else data
    if syntax in ("nt", "nquads"):
        try:
            return list(statements_of_lines(text, graphs=syntax == "nquads"))
        except BadLineError as error:
            raise _unreadable(syntax, Place(name, error.line, error.column), error.reason) from None
    if syntax == "json-ld":
        text = _closed_json(text, name)
    elif syntax == "xml":
        _refuse_entities(text, name)
    return list(_statements(text, syntax, name))


def _refuse_entities(text: str, name: str) -> None:
    """Refuse entities that lie elsewhere, and those that could unfold to any size; short names of IRIs may stand."""
    if match := _EXTERNAL.search(text):
        raise _fetches(TextFile(name, text).span(match.start(), match.end()))
    for match in _ENTITY.finditer(text):
        if match[1] or _REFERENCE.search(match[2]) or len(match[2]) > _LONGEST_ENTITY:
            place = TextFile(name, text).span(match.start(), match.end())
            reason = words(
                "an entity could unfold to any size", "en entitet kan brettes ut til hvilken som helst størrelse"
            )
            raise _unreadable("xml", place, reason)


def _closed_json(text: str, name: str) -> str:
    """Give a JSON-LD document that refers to nothing outside itself."""
    try:
        return json.dumps(_without_remote(_json(text, name), name))
    except RecursionError:
        raise _unreadable("json-ld", Place(name, 1), words("nested too deeply", "for mange nivåer")) from None


def _statements(text: str, syntax: str, name: str) -> Iterator[Triple]:
    import rdflib

    graph = rdflib.Dataset() if syntax in ("trig", "nquads", "json-ld") else rdflib.Graph()
    try:
        with _quiet():
            graph.parse(data=text, format=syntax, publicID=_RESERVED_BASE)
            found = list(graph.quads() if isinstance(graph, rdflib.Dataset) else graph)
    except RecursionError:
        raise _unreadable(syntax, Place(name, 1), words("nested too deeply", "for mange nivåer")) from None
    except Exception as error:  # noqa: BLE001  # rdflib lets many kinds of error out on text that is no RDF
        place, reason = _place_and_reason(error, text, name)
        raise _unreadable(syntax, place, words(reason, reason)) from None
    for subject, predicate, value, *_ in found:
        yield _node(subject), Iri(predicate), _term(value)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep rdflib from warning of itself and of literals; what matters of those is found when they are read."""
    log = logging.getLogger("rdflib")
    before = log.level
    log.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        log.setLevel(before)


def _node(node: Any) -> Iri:
    from rdflib import BNode

    return Iri(f"_:{node}") if isinstance(node, BNode) else Iri(node)


def _term(value: Any) -> Iri | Literal:
    from rdflib import Literal as RdfLiteral

    if not isinstance(value, RdfLiteral):
        return _node(value)
    if value.language:
        return Literal(str(value), value.language.lower(), tagged("", "en").datatype)
    return Literal(str(value), "", Iri(value.datatype)) if value.datatype else Literal(str(value))


def _json(text: str, name: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        reason = words(error.msg, error.msg)
        raise _unreadable("json-ld", Place(name, error.lineno, error.colno), reason) from None
    except ValueError:
        reason = words("a number is none, or too long", "et tall er ikke et tall, eller for langt")
        raise _unreadable("json-ld", Place(name, 1), reason) from None


def _no_number(text: str) -> None:
    raise ValueError(text)


def _without_remote(value: Any, name: str) -> Any:
    """Put the project's own context in for its IRI; refuse every other one that would have to be fetched."""
    if isinstance(value, list):
        return [_without_remote(item, name) for item in value]
    if not isinstance(value, dict):
        return value
    if "@import" in value:
        raise _fetches(Place(name, 1))
    return {
        key: _local(item, name) if key == "@context" else _without_remote(item, name) for key, item in value.items()
    }


def _local(value: Any, name: str) -> Any:
    if isinstance(value, list):
        return [_local(item, name) for item in value]
    if value == CONTEXT_IRI:
        return context()
    if isinstance(value, str):
        raise _fetches(Place(name, 1))
    return _without_remote(value, name)


def _fetches(place: Place) -> InputError:
    return InputError(
        words(
            "refers to a context or entity elsewhere, and nothing is ever fetched",
            "viser til en kontekst eller entitet et annet sted, og ingenting hentes utenfra",
        ),
        place=place,
        hint=words("put its content into the file itself", "legg innholdet inn i selve filen"),
    )


def _unreadable(syntax: str, place: Place, reason: Any) -> InputError:
    called = _CALLED[syntax]
    return InputError(
        words(f"can't be read as {called}: {reason['en']}", f"kan ikke leses som {called}: {reason['nb']}"), place=place
    )


def _place_and_reason(error: Any, text: str, name: str) -> tuple[Place, str]:
    """Find place and reason in an error of one of rdflib's parsers, each of which keeps them elsewhere."""
    offset = getattr(error, "_i", None)
    if isinstance(offset, int) and 0 <= offset <= len(text):
        return TextFile(name, text).span(offset, offset), str(getattr(error, "_why", "")) or "bad syntax"
    if isinstance(error, IndexError):  # the parser has run past the end
        return TextFile(name, text).span(len(text), len(text)), "ends in the middle of a statement"
    if hasattr(error, "getLineNumber"):
        return Place(name, error.getLineNumber(), error.getColumnNumber() + 1), str(error.getMessage())
    reason = str(error).split("\n", 1)[0][:200] or type(error).__name__
    line = next((number for number, one in enumerate(text.splitlines(), 1) if one and one in str(error)), None)
    return Place(name, line or 1), reason
