"""In which ways stores want one question put: they differ by a factor of a thousand, and some fall silent."""

from __future__ import annotations

from dataclasses import dataclass

from sdggraph.base.errors import NotFoundError
from sdggraph.base.words import words

_NESTED = ("BIND", "SELECT", "MINUS", "EXISTS")
"""What rdflib gets wrong inside what must not be there, if that is looked for node by node."""

__all__ = ["DIALECTS", "PLAIN", "Dialect", "dialect_named"]


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a store wants to be asked.

    Attributes:
        name: What the dialect is called.
        minus: Whether what must not be there is taken away as a set (``MINUS``), or looked for node by node
            (``FILTER NOT EXISTS``), which Oxigraph does in quadratic time and rdflib in a fraction of the other.
        cycles: Whether a path may begin and end at one variable. Virtuoso doesn't compile that over an alternation.
        groups: Whether the first of many is found as the least of a group, by texts made of other texts. Virtuoso's
            compiler breaks down over that; there those of a group are compared with each other.
        wrong: The rules that the store gets wrong however they are asked, so that they are not.
    """

    name: str
    minus: bool = True
    cycles: bool = True
    groups: bool = True
    wrong: frozenset[str] = frozenset()

    def without(self, pattern: str) -> str:
        """Write that a pattern must not be there."""
        minus = self.minus or any(word in pattern for word in _NESTED)
        return f"{'MINUS' if minus else 'FILTER NOT EXISTS'} {{ {pattern} }}"


PLAIN = Dialect("sparql")
"""SPARQL 1.1 as it is written."""

DIALECTS = {
    dialect.name: dialect
    for dialect in (
        PLAIN,
        Dialect("oxigraph"),
        Dialect("rdflib", minus=False),
        Dialect("virtuoso", cycles=False, groups=False, wrong=frozenset({"SDG315", "SDG402", "SDG804"})),
    )
}
"""Every dialect by its name."""


def dialect_named(name: str) -> Dialect:
    """Give a dialect.

    Raises:
        NotFoundError: There is none of that name.
    """
    if name in DIALECTS:
        return DIALECTS[name]
    raise NotFoundError(words(f"there is no dialect “{name}”", f"det finnes ingen dialekt «{name}»"))
