"""A shape a rule: its target, the plans in which it applies, what it asks, and what it says where that doesn't hold."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING, Any
from typing import Literal as OneOf

from sdggraph.base.diagnostics import Severity
from sdggraph.base.version import VERSION
from sdggraph.base.words import words
from sdggraph.model.plan import Plan
from sdggraph.rules.registry import ALL_RULES
from sdggraph.semantic.fields import class_iri
from sdggraph.semantic.queries.kinds import CATALOGUE
from sdggraph.semantic.queries.terms import Unfit
from sdggraph.semantic.shapes.attributes import Beyond, meets, nodes
from sdggraph.semantic.shapes.conditions import condition
from sdggraph.semantic.shapes.parts import (
    CLASS,
    IN,
    SH,
    SHAPES_IRI,
    all_of,
    any_of,
    exists,
    negated,
    property_shape,
    route,
    true_word,
)
from sdggraph.semantic.shapes.targets import selecting
from sdggraph.semantic.terms import (
    NAMESPACES,
    OWL,
    RDFS,
    SG,
    TYPE,
    XSD,
    Blank,
    Collection,
    Iri,
    Literal,
    Namespace,
    tagged,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sdggraph.base.words import Words
    from sdggraph.rules.language import Condition, Nodes
    from sdggraph.rules.rule import Rule
    from sdggraph.semantic.shapes.parts import Constraints
    from sdggraph.semantic.terms import Part

__all__ = ["published_shapes", "rule_shape", "shape_iri", "shapes_of", "way_in_shacl"]

_DCTERMS = Namespace(NAMESPACES["dcterms"])
_PAGES = "https://w3id.org/sdggraph/rules/"
_SEVERITIES = {Severity.ERROR: SH.Violation, Severity.WARNING: SH.Warning, Severity.INFO: SH.Info}
_PREFIXES = ("sg", "sdg", "rdf", "rdfs", "skos", "xsd")
_LICENCE = Iri("https://creativecommons.org/publicdomain/zero/1.0/")
_READING = words("the readers find it", "leserne finner det")


def shape_iri(code: str) -> Iri:
    """Give the IRI of a rule's shape."""
    return Iri(f"{SHAPES_IRI}#{code}")


def rule_shape(rule: Rule, parameters: Mapping[str, Any]) -> Constraints:
    """Give what a rule asks of each node of its target's classes, in whichever plan; else the target that breaks it.

    Raises:
        Unfit: SHACL can't say it.
    """
    if rule.subject is None or rule.requires is None:
        raise Unfit(_READING)
    kinds = frozenset(rule.subject.kinds)
    if not kinds or kinds & CATALOGUE:
        return selecting(rule, parameters)
    try:
        return _constraints(rule, rule.subject, rule.requires, kinds, parameters)
    except Beyond:
        return selecting(rule, parameters)


def _constraints(
    rule: Rule, subject: Nodes, requires: Condition, kinds: frozenset[str], parameters: Mapping[str, Any]
) -> Constraints:
    looked_at = [*_applies(rule, kinds), *(meets(one, sorted(kinds), parameters) for one in subject.where)]
    exempt = [condition(rule.unless, kinds, parameters)] if rule.unless is not None else []
    required = condition(requires, kinds, parameters)
    return any_of((*(negated(one) for one in looked_at), *exempt, required))


def _applies(rule: Rule, kinds: frozenset[str]) -> Iterator[Constraints]:
    """Ask that the node's plan is one in which the rule applies."""
    scope = rule.scope
    for name, wanted in (("kind", scope.kinds), ("status", scope.statuses)):
        if wanted:
            yield _of_plan(kinds, _word(name, wanted))
    if scope.beside:
        yield _of_plan(kinds, exists(_together(), _word("kind", scope.beside)))
    if scope.uses is not None:
        near = route((_together(), Blank(((SH.inversePath, SG.inPlan),))))
        yield _of_plan(kinds, exists(near, nodes(scope.uses, scope.uses.kinds, {})))


def _of_plan(kinds: frozenset[str], asked: Constraints) -> Constraints:
    """Ask something of the plan of a node; of a plan, of itself."""
    if kinds == {"Plan"}:
        return asked
    inside = exists(SG.inPlan, asked)
    if "Plan" not in kinds:
        return inside
    return any_of((all_of((((CLASS, class_iri("Plan")),), asked)), inside))


def _word(name: str, wanted: tuple[str, ...]) -> Constraints:
    """Ask that a plan's kind or status is one of some; where nothing is said, the usual one counts."""
    iri = Iri(SG + name)
    members = Collection(tuple(Literal(one) for one in wanted))
    if Plan.model_fields[name].default in wanted:
        return property_shape(iri, (IN, members))
    return property_shape(iri, (IN, members), (SH.minCount, Literal("1", "", XSD.integer)))


def _together() -> Blank:
    """Give the path from a plan to all that are looked at together: those that follow up one another."""
    either = Blank(((SH.alternativePath, Collection((SG.followsUp, Blank(((SH.inversePath, SG.followsUp),))))),))
    return Blank(((SH.zeroOrMorePath, either),))


# --- shapes as triples ------------------------------------------------------------------------------------------------


def shapes_of(rules: Iterable[tuple[Rule, Constraints]], *, all_on: bool = False) -> Iterator[tuple[Iri, Iri, Part]]:
    """Give the shapes of some rules as triples; those that are off stand there too, deactivated, if not ``all_on``."""
    yield from _head()
    for rule, asked in rules:
        iri = shape_iri(rule.code)
        severity = rule.level.default or next(iter(rule.level.kinds.values()), None)
        yield iri, TYPE, SH.NodeShape
        selected = any(name == SH.target for name, _ in asked)
        for kind in rule.subject.kinds if rule.subject is not None and not selected else ():
            yield iri, SH.targetClass, class_iri(kind)
        yield iri, SH.severity, _SEVERITIES[severity or Severity.INFO]
        if severity is None and not all_on:
            yield iri, SH.deactivated, true_word
        yield from _words(iri, rule)
        # A result of a property shape would have that as its source, and its severity.
        for name, value in ((SH.node, Blank(asked)),) if any(one == SH.property for one, _ in asked) else asked:
            yield iri, name, value


def _words(iri: Iri, rule: Rule) -> Iterator[tuple[Iri, Iri, Part]]:
    said = _message(rule)
    for language in ("en", "nb"):
        yield iri, SH.message, tagged(said[language], language)
    yield iri, _DCTERMS.identifier, Literal(rule.code)
    yield iri, RDFS.label, Literal(rule.name)
    for language in ("en", "nb"):
        yield iri, RDFS.comment, tagged(rule.holds[language], language)
    for language in ("en", "nb"):
        yield iri, RDFS.seeAlso, Iri(f"{_PAGES}{language}/{rule.code}")


def _message(rule: Rule) -> Words:
    """Give the message without the node's name, which stands beside it; where it names more, what must hold."""
    made = {}
    for language in ("en", "nb"):
        text = rule.message[language].removeprefix("{node} ")
        made[language] = f"{rule.code}: {text if not re.search(r'[{}]', text) else rule.holds[language]}"
    return words(made["en"], made["nb"])


def _head() -> Iterator[tuple[Iri, Iri, Part]]:
    yield SHAPES_IRI, TYPE, OWL.Ontology
    yield SHAPES_IRI, RDFS.label, tagged("What must hold in a plan", "en")
    yield SHAPES_IRI, RDFS.label, tagged("Hva som må stemme i en plan", "nb")
    yield SHAPES_IRI, OWL.versionInfo, Literal(VERSION)
    for prefix in _PREFIXES:
        namespace = Literal(NAMESPACES[prefix], "", XSD.anyURI)
        yield SHAPES_IRI, SH.declare, Blank(((SH.prefix, Literal(prefix)), (SH.namespace, namespace)))


def published_shapes() -> Iterator[tuple[Iri, Iri, Part]]:
    """Give the shapes of all rules that SHACL can say and that don't depend on today's date, with usual parameters."""
    made = []
    for rule in ALL_RULES.values():
        if rule.requires is not None and way_in_shacl(rule)[0] is not None:
            values = _usual(rule)
            if values is not None:
                made.append((rule, rule_shape(rule, values)))
    yield from shapes_of(made)


def _usual(rule: Rule) -> dict[str, Any] | None:
    values = {name: default.value for name, default in rule.parameters.items()}
    return None if "today" in values.values() else values


@cache
def way_in_shacl(rule: Rule) -> tuple[OneOf["core", "sparql", "target"] | None, Words | None]:
    """Say how SHACL runs a rule: by its core, with a query in the shape or one as its target; else None, and why."""
    if "shacl" in rule.unfit:
        return None, rule.unfit["shacl"]
    values = _usual(rule)
    if values is None:
        given = {name: default.value for name, default in rule.parameters.items()}
        values = {name: dt.date(2026, 1, 1) if value == "today" else value for name, value in given.items()}
    try:
        asked = rule_shape(rule, values)
    except Unfit as unfit:
        return None, unfit.reason
    if any(name == SH.target for name, _ in asked):
        return "target", None
    return ("sparql" if _has_query(asked) else "core"), None


def _has_query(part: Any) -> bool:
    if isinstance(part, Blank):
        return any(name == SH.sparql or _has_query(value) for name, value in part.said)
    if isinstance(part, Collection):
        return any(map(_has_query, part.members))
    return isinstance(part, tuple) and not isinstance(part, Literal) and _has_query(Blank(part))
