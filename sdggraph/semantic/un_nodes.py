"""One IRI for each goal, target and indicator, however others name it: by an IRI, or by its code as a notation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.catalogue import code_of_iri, codes, iri_of
from sdggraph.catalogue.iris import code_of_permanent
from sdggraph.semantic.terms import NAMESPACES, OWL, SG, SKOS, TYPE, Iri, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdggraph.semantic.terms import Triple

__all__ = ["UN_CLASSES", "with_un_iris"]

_SDGO = NAMESPACES["sdgo"]
UN_CLASSES = frozenset(
    {*(Iri(_SDGO + name) for name in ("Goal", "Target", "Indicator")), SG.Goal, SG.Target, SG.GlobalIndicator}
)
"""Classes of nodes that stand for a goal, target or indicator of the UN's."""

_SAME = (OWL.sameAs, SKOS.exactMatch)
_OTHERWISE = {
    "http://ontology.commonapproach.org/cids#": NAMESPACES["cids"],
    "https://metadata.un.org/sdg/ontology#": _SDGO,
}
"""Namespaces that are written by http and by https."""


def with_un_iris(statements: Iterable[Triple]) -> list[Triple]:
    """Give triples in which each node of the UN's has the UN's own IRI, and vocabularies have one name each."""
    given = [
        (at, _one_name(said), _one_name(value) if isinstance(value, Iri) else value) for at, said, value in statements
    ]
    alias = _aliases(given)
    if not alias:
        return given
    kept = []
    for at, said, value in given:
        if at not in alias:
            kept.append((at, said, alias.get(value, value) if isinstance(value, Iri) else value))
    return kept


def _one_name(iri: Iri) -> Iri:
    for other, ours in _OTHERWISE.items():
        if iri.startswith(other):
            return Iri(ours + iri[len(other) :])
    return iri


def _aliases(given: list[Triple]) -> dict[Iri, Iri]:
    """Find the nodes that stand for one of the UN's under another IRI: what they say of it is the UN's business."""
    standing = {at for at, said, kind in given if said == TYPE and kind in UN_CLASSES and code_of_iri(at) is None}
    found: dict[Iri, Iri] = {}
    for at, said, value in given if standing else ():
        if at not in standing:
            continue
        if said == SKOS.notation and isinstance(value, Literal):
            code = code_of_notation(value.text)
        else:
            code = code_of_iri(value) if said in _SAME and isinstance(value, Iri) else None
        if code is not None:
            found.setdefault(at, Iri(iri_of(code)))
    return found


def code_of_notation(text: str) -> str | None:
    """Give the code of a notation in any of the UN's forms: ``3.8.1``, ``03.08.01`` or ``C030801``."""
    text = text.strip()
    if text in codes().kinds:
        return text
    plain = ".".join(part.lstrip("0") for part in text.lower().split("."))
    return plain if plain in codes().kinds else code_of_permanent(text)
