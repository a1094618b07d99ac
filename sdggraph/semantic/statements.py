"""Triples that were read, by subject and property; what was made use of is ticked off."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from sdggraph.catalogue import code_of_iri, iri_of
from sdggraph.model.codes import natural_key
from sdggraph.semantic.terms import SG, TYPE, Iri, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sdggraph.semantic.terms import Term, Triple

__all__ = ["Statements"]


class Statements:
    """What is said of each subject."""

    def __init__(self, statements: Iterable[Triple]) -> None:
        self._said: dict[Iri, dict[Iri, list[Term]]] = {}
        self._used: set[tuple[Iri, Iri]] = set()
        for subject, predicate, value in statements:
            values = self._said.setdefault(_same(subject), {}).setdefault(predicate, [])
            term = value if isinstance(value, Literal) else _same(value)
            if term not in values:
                values.append(term)

    def __contains__(self, subject: Iri) -> bool:
        return subject in self._said

    def subjects(self) -> Iterator[Iri]:
        """Give every subject."""
        return iter(self._said)

    def of_type(self, kind: Iri) -> list[Iri]:
        """Give every subject of a class."""
        return [subject for subject, said in self._said.items() if kind in said.get(TYPE, ())]

    def properties(self, subject: Iri) -> Iterable[Iri]:
        """Give the properties that a subject has."""
        return self._said.get(subject, {})

    def nodes(self, subject: Iri, predicate: Iri) -> list[Iri]:
        """Give the nodes that a property leads to, in natural order of their IRIs."""
        self._used.add((subject, predicate))
        found = [one for one in self._said.get(subject, {}).get(predicate, ()) if isinstance(one, Iri)]
        return sorted(found, key=lambda one: natural_key(self._sorted_by(one))) if len(found) > 1 else found

    def literals(self, subject: Iri, predicate: Iri) -> list[Literal]:
        """Give the literals that a property has, in order of their text."""
        self._used.add((subject, predicate))
        found = [one for one in self._said.get(subject, {}).get(predicate, ()) if isinstance(one, Literal)]
        return sorted(found) if len(found) > 1 else found

    def text(self, subject: Iri, predicate: Iri) -> str:
        """Give the first literal's text, or none."""
        found = self.literals(subject, predicate)
        return found[0].text if found else ""

    def in_order(self, subject: Iri, predicate: Iri) -> list[Iri]:
        """Give the nodes that a property leads to, by their positions."""
        return sorted(self.nodes(subject, predicate), key=self.order)

    def order(self, node: Iri) -> tuple[Decimal, tuple[tuple[int, int, str], ...]]:
        """Give a node's place among others: its position, then its IRI."""
        try:
            place = Decimal(self.text(node, SG.position) or "Infinity")
        except ArithmeticError:
            place = Decimal("Infinity")
        return place, natural_key(self._sorted_by(node))

    def _sorted_by(self, node: Iri) -> str:
        """Give what a node is sorted by: a blank node has another name each time, so what is said of it."""
        if not node.startswith("_:"):
            return node
        said = self._said.get(node, {}).values()
        return " ".join(sorted(one.text for values in said for one in values if isinstance(one, Literal)))

    def use(self, subject: Iri, *predicates: Iri) -> None:
        """Tick off what follows from something else."""
        self._used.update((subject, predicate) for predicate in predicates)

    def left(self) -> Iterator[tuple[Iri, Iri]]:
        """Give the subjects and properties that nothing made use of."""
        for subject, said in self._said.items():
            for predicate in said:
                if (subject, predicate) not in self._used:
                    yield subject, predicate


@lru_cache(maxsize=4096)
def _same(iri: Iri) -> Iri:
    """Give the one IRI of a goal, target or indicator, however it was written."""
    code = code_of_iri(iri)
    return Iri(iri_of(code)) if code is not None else iri
