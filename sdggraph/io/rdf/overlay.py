"""Reading the official wording of goals, targets and indicators from RDF, as the UN publishes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.base.errors import InputError
from sdggraph.base.places import Place
from sdggraph.base.words import words
from sdggraph.catalogue.iris import UN_BASE, code_of_iri
from sdggraph.catalogue.tables import codes, rows
from sdggraph.io.bytes_in import read_bytes
from sdggraph.io.rdf.parse import parse_rdf, syntax_of
from sdggraph.semantic.terms import RDFS, SKOS, Iri, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sdggraph.semantic.terms import Triple

__all__ = ["read_overlay"]

_UNTAGGED = "und"


def read_overlay(path: str | Path) -> dict[str, dict[str, str]]:
    """Read wording by code and language from an RDF file, for ``Catalogue.overlaid``; Turtle, if its name doesn't tell.

    Taken are ``skos:prefLabel`` and, without one in that language, ``rdfs:label`` of the UN's IRIs, written
    with http or https; of other subjects, if they have a code as ``skos:notation``. What the file says of an
    indicator that was withdrawn, or whose number names another one now, is left out.

    Raises:
        InputError: The file can't be opened, is no RDF, or holds no wording of any code.
    """
    said: dict[Iri, dict[Iri, list[Literal]]] = {}
    for subject, predicate, value in _literals(parse_rdf(read_bytes(path), syntax_of(path) or "turtle", str(path))):
        said.setdefault(subject, {}).setdefault(predicate, []).append(value)
    found: dict[str, dict[str, str]] = {}
    for subject in sorted(said):
        wording = _wording(said[subject])
        if wording:
            for code in _codes_of(subject, said[subject]):
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


def _literals(statements: list[Triple]) -> Iterator[tuple[Iri, Iri, Literal]]:
    for subject, predicate, value in statements:
        if isinstance(value, Literal):
            yield subject, predicate, value


def _wording(said: dict[Iri, list[Literal]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for predicate in (SKOS.prefLabel, RDFS.label):
        for label in sorted(said.get(predicate, ())):
            if label.text.strip():
                found.setdefault(label.language or _UNTAGGED, label.text.strip())
    return found


def _codes_of(iri: Iri, said: dict[Iri, list[Literal]]) -> Iterator[str]:
    name = iri.rstrip("/").rpartition("/")[2]
    listed = [row[0] for row in rows("indicators") if row[3] == name]
    if listed:  # one permanent code may be listed under several targets
        yield from listed
    elif iri.startswith(("http://metadata.un.org/sdg/", "https://metadata.un.org/sdg/")):
        code = code_of_iri(iri)
        if code is not None:
            yield code
    else:
        yield from sorted(code.text for code in said.get(SKOS.notation, ()) if code.text in codes().kinds)
