"""Which nodes are of a kind: plans' nodes by their class, the UN's by their IRIs, whatever else is said of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sdggraph.catalogue import codes, iri_of
from sdggraph.model.codes import natural_key
from sdggraph.semantic.addresses import NATIONAL_BASE
from sdggraph.semantic.fields import class_iri
from sdggraph.semantic.queries.kinds import CATALOGUE
from sdggraph.semantic.shapes.parts import CLASS, IN, SH, Constraints, any_of
from sdggraph.semantic.terms import NAMESPACES, Collection, Iri, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["of_kinds", "with_codes"]

_UN = re.escape(NAMESPACES["sdg"])
_SHARED = {
    "Goal": f"^{_UN}[0-9]+$",
    "Target": f"^{_UN}[0-9]+[.][0-9a-z]+$",
    "GlobalIndicator": f"^{_UN}C[0-9a-z]+$",
    "NationalGoal": f"^{re.escape(NATIONAL_BASE)}",
}
_KIND_OF_CODE = {"goal": "Goal", "target": "Target", "indicator": "GlobalIndicator"}


def of_kinds(kinds: Iterable[str]) -> Constraints:
    """Ask that a node is of one of some kinds."""
    return any_of(
        ((SH.pattern, Literal(_SHARED[kind])),) if kind in CATALOGUE else ((CLASS, class_iri(kind)),)
        for kind in sorted(set(kinds))
    )


def with_codes(kinds: Iterable[str], fits: Callable[[str], bool]) -> Constraints:
    """Ask that a node is one of the catalogue's goals, targets or indicators of which the code fits."""
    wanted = set(kinds)
    found = [code for code, kind in codes().kinds.items() if _KIND_OF_CODE[kind] in wanted and fits(code)]
    if not found:
        return any_of(())
    named = tuple(dict.fromkeys(Iri(iri_of(code)) for code in sorted(found, key=natural_key)))
    return ((IN, Collection(named)),)
