"""Reading the official wording of goals, targets and indicators from Turtle, as the UN publishes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sdggraph.base.errors import InputError
from sdggraph.base.places import Place, TextFile
from sdggraph.base.words import words
from sdggraph.catalogue.iris import UN_BASE, code_of_iri
from sdggraph.catalogue.tables import codes, rows
from sdggraph.io.bytes_in import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rdflib import Graph
    from rdflib.term import Node

__all__ = ["read_overlay"]

_UNTAGGED = "und"


def read_overlay(path: str | Path) -> dict[str, dict[str, str]]:
    """Read wording by code and language from a Turtle file, for ``Catalogue.overlaid``.

    Taken are ``skos:prefLabel`` and, without one in that language, ``rdfs:label`` of the UN's IRIs, written
    with http or https; of other subjects, if they have a code as ``skos:notation``. What the file says of an
    indicator that was withdrawn, or whose number names another one now, is left out.

    Raises:
        InputError: The file can't be opened, is no Turtle, or holds no wording of any code.
    """
    text = read_text(path)
    graph = _parse(text, str(path))
    found: dict[str, dict[str, str]] = {}
    for subject in sorted(set(graph.subjects()), key=str):
        wording = _wording(graph, subject)
        if wording:
            for code in _codes_of(graph, subject):
                found[code] = {**wording, **found.get(code, {})}
    if not found:
        raise InputError(
            words(
                "holds no wording of any goal, target or indicator",
                "har ingen tekst til mål, delmål eller indikatorer",
            ),
            place=Place(str(path)),
            hint=words(
                f"the file should say skos:prefLabel of IRIs under {UN_BASE}",
                f"filen skal gi skos:prefLabel for IRI-er under {UN_BASE}",
            ),
        )
    return found


def _parse(text: str, name: str) -> Graph:
    from rdflib import Graph
    from rdflib.plugins.parsers.notation3 import BadSyntax

    try:
        return Graph().parse(data=text, format="turtle")
    except BadSyntax as error:
        place, reason = _place_and_reason(error, text, name)
    except IndexError:  # the parser has run past the end
        place, reason = TextFile(name, text).span(len(text), len(text)), "ends in the middle of a statement"
    except RecursionError:
        place, reason = Place(name, 1), "nested too deeply"
    except Exception as error:  # noqa: BLE001  # rdflib lets many kinds of error out on text that is no Turtle
        place, reason = Place(name, 1), str(error) or type(error).__name__
    raise InputError(words(f"is not Turtle: {reason}", f"er ikke Turtle: {reason}"), place=place)


def _place_and_reason(error: Any, text: str, name: str) -> tuple[Place, str]:
    """Find the place in rdflib's error, which keeps it in attributes of its own."""
    reason = str(getattr(error, "_why", "")) or "bad syntax"
    offset = getattr(error, "_i", None)
    if isinstance(offset, int) and 0 <= offset <= len(text):
        return TextFile(name, text).span(offset, offset), reason
    line = getattr(error, "lines", None)
    return (Place(name, line + 1) if isinstance(line, int) else Place(name)), reason


def _wording(graph: Graph, subject: Node) -> dict[str, str]:
    from rdflib.namespace import RDFS, SKOS
    from rdflib.term import Literal

    found: dict[str, str] = {}
    for predicate in (SKOS.prefLabel, RDFS.label):
        for label in sorted(graph.objects(subject, predicate), key=str):
            if isinstance(label, Literal) and str(label).strip():
                found.setdefault((label.language or _UNTAGGED).lower(), str(label).strip())
    return found


def _codes_of(graph: Graph, subject: Node) -> Iterator[str]:
    from rdflib.namespace import SKOS

    iri = str(subject)
    name = iri.rstrip("/").rpartition("/")[2]
    listed = [row[0] for row in rows("indicators") if row[3] == name]
    if listed:  # one permanent code may be listed under several targets
        yield from listed
    elif iri.startswith(("http://metadata.un.org/sdg/", "https://metadata.un.org/sdg/")):
        code = code_of_iri(iri)
        if code is not None:
            yield code
    else:
        yield from sorted(str(code) for code in graph.objects(subject, SKOS.notation) if str(code) in codes().kinds)
