"""Rules of which a constraint on one node can't tell: a query selects what breaks them, and nothing selected is right.

Such a rule compares nodes with each other, in the order of the plans, or asks of what all plans share. SHACL's Advanced
Features let a query choose the nodes that a shape looks at; it is asked once, however many nodes there are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sdggraph.catalogue.tables import rows
from sdggraph.semantic.addresses import NATIONAL_BASE, encoded
from sdggraph.semantic.queries.dialects import dialect_named
from sdggraph.semantic.queries.query import query_of
from sdggraph.semantic.shapes.parts import NEVER, SH, SHAPES_IRI
from sdggraph.semantic.terms import TYPE, Blank, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sdggraph.rules.rule import Rule
    from sdggraph.semantic.shapes.parts import Constraints

__all__ = ["selecting"]

_NATIONAL_GOALS = " ".join(f"<{NATIONAL_BASE}{encoded(row[0])}>" for row in rows("national-goals"))
_IS_ONE = re.compile(r"\?this a sg:NationalGoal \.")


def selecting(rule: Rule, parameters: Mapping[str, Any]) -> Constraints:
    """Have a query select what breaks a rule, and ask of it what nothing meets.

    Raises:
        Unfit: SPARQL can't say the rule either.
    """
    query = query_of(rule, parameters, dialect_named("rdflib"))
    where = query.partition("\nWHERE ")[2].rstrip()
    # A national goal that no plan names isn't told of in their graph, and is the one to find.
    where = _IS_ONE.sub(f"VALUES ?this {{ {_NATIONAL_GOALS} }}", where)
    target = Blank(
        (
            (TYPE, SH.SPARQLTarget),
            (SH.prefixes, SHAPES_IRI),
            (SH.select, Literal(f"SELECT DISTINCT ?this WHERE {where}")),
        )
    )
    return ((SH.target, target), *NEVER)
