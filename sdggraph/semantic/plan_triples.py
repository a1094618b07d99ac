"""A plan as triples, made from the models: what the records declare and the relation table says is all there is.

Every fact about a goal or target that plans share stands on a node of the plan's own (Prioritisation, Selection,
Contribution, Interaction), with the plain relation beside it where that is no claim on the shared node. Dates keep
their text, with first and last day beside it; order is told by ``sg:position``.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import quote

from rdflib import RDF, XSD, Literal, URIRef

from sdggraph.catalogue.iris import iri_of
from sdggraph.catalogue.labels import label
from sdggraph.model.codes import code_kind, goal_of, target_of
from sdggraph.model.nodes import Interaction, Node, Prioritisation, Selection
from sdggraph.model.parts import Claim
from sdggraph.model.plan import SECTIONS, PlanHeader
from sdggraph.model.preconditions import preconditions_of
from sdggraph.model.record import Record
from sdggraph.model.relations import FIELDS
from sdggraph.model.scalars import PlanDate
from sdggraph.model.texts import Text, by_language
from sdggraph.semantic.iris import (
    NAMESPACE,
    NATIONAL_BASE,
    PLAN_BASE,
    PREFIXES,
    node_iri,
    plan_iri,
    property_iri,
    reference_iri,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.model.plan import Plan

__all__ = ["Triple", "plan_triples"]

Triple: TypeAlias = tuple[URIRef, URIRef, URIRef | Literal]

_DCT = {"title": "title", "description": "description"}
_UN_CLASSES = {"goal": "Goal", "target": "Target", "indicator": "Indicator"}
_LANGUAGE = re.compile(r"[a-z]{1,8}(-[a-z0-9]{1,8})*")
_COMPANIONS = frozenset({"use", "measurements"})
_SETS = frozenset({"tracks", "dimensions", "languages"})


def plan_triples(plan: Plan) -> Iterator[Triple]:
    """Give the triples of a plan and of the UN nodes that it refers to."""
    return _Writer(plan).triples()


class _Writer:
    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.home = URIRef(plan_iri(plan))
        self.others = {one.id: one for one in (plan.reading.followed if plan.reading else ())}
        self.codes: dict[str, None] = {}
        self.national: dict[str, None] = {}

    def triples(self) -> Iterator[Triple]:
        yield self.home, RDF.type, _class("Plan")
        yield self.home, RDF.type, URIRef(PREFIXES["prov"] + "Plan")
        skipped = frozenset(SECTIONS) | _COMPANIONS | {"base_iri", "follows_up", "replaces"}
        yield from self.fields(self.home, self.plan, PlanHeader, skipped)
        for position, follow in enumerate(self.plan.follows_up):
            other = self.others.get(follow.plan)
            iri = URIRef(plan_iri(other) if other else follow.iri or reference_plan(follow.plan))
            yield self.home, _property("follows_up"), iri
            part = URIRef(f"{self.home}/follows-up/{position + 1}")
            yield from self.part(self.home, "followsUpAs", part, follow, position)
        for earlier in self.plan.replaces:
            yield self.home, _property("replaces"), URIRef(reference_plan(earlier))
        for section in SECTIONS:
            for position, record in enumerate(getattr(self.plan, section)):
                yield from self.node(record, position)
        yield from self.shared()

    def node(self, record: Record, position: int) -> Iterator[Triple]:
        """Give the triples of one record of a section."""
        kind = type(record).__name__
        if isinstance(record, (Prioritisation, Selection)):
            local = f"{'goal' if isinstance(record, Prioritisation) else 'target'}-{record.code}"
            relation = "prioritises" if isinstance(record, Prioritisation) else "selects"
            yield self.home, _property(relation), self.shared_iri(record.code)
        else:
            local = record.id if isinstance(record, (Node, Interaction)) else f"track-{getattr(record, 'id', '')}"
        subject = URIRef(node_iri(self.plan, local))
        yield subject, RDF.type, _class(kind)
        yield subject, _property("in_plan"), self.home
        yield subject, _property("position"), _whole(position + 1)
        skipped: frozenset[str] = frozenset({"code"})
        if isinstance(record, (Prioritisation, Selection)):
            yield subject, _property("about"), self.shared_iri(record.code)
            for number, (precondition, _) in enumerate(preconditions_of(record)):
                yield from self.node(precondition, number)
            skipped |= {"opportunities", "challenges"}
        if isinstance(record, Interaction):
            ends = [self.reference(record.source), self.reference(record.target)]
            yield ends[0], _property("interacts_with"), ends[1]
        yield from self.fields(subject, record, type(record), skipped)

    def fields(
        self, subject: URIRef, record: Record, shape: type[Record], skipped: frozenset[str] = frozenset()
    ) -> Iterator[Triple]:
        """Give the triples of a record's fields; what isn't said isn't there."""
        kind = type(record).__name__
        blank = shape.blank()
        for name, field in shape.model_fields.items():
            value = getattr(record, name)
            if name in skipped or value in (None, (), {}, "") or (value == blank[name] and name != "language"):
                continue
            entry = FIELDS.get((kind, name))
            if entry is not None:
                yield from self.references(subject, name, entry[0], value)
            elif field.annotation in (Text, Text | None):
                yield from self.text(subject, name, value)
            elif isinstance(value, tuple):
                yield from self.list_of(subject, name, value)
            else:
                yield from self.value(subject, name, value)

    def references(self, subject: URIRef, name: str, relation: str, value: Any) -> Iterator[Triple]:
        """Give the relations of a field, and a node of its own for each claim."""
        if value == "none":
            yield subject, _property("goals"), Literal("none")
            return
        for one in (value,) if isinstance(value, str) else value:
            if not isinstance(one, Claim):
                inner = relation if relation != "interacts_with" else name
                yield subject, _property(inner), self.reference(one, national=name == "national_goals")
                continue
            target = self.shared_iri(one.code)
            yield subject, _property("works_against" if one.role == "negative" else relation), target
            claim = URIRef(f"{subject}/contribution/{one.code}")
            yield claim, RDF.type, _class("Contribution")
            yield claim, _property("in_plan"), self.home
            yield claim, _property("contributor"), subject
            yield claim, _property("about"), target
            yield claim, _property("role"), Literal(one.role)
            yield claim, _property("basis"), Literal(one.basis)
            if one.why is not None:
                yield from self.text(claim, "why", one.why)

    def list_of(self, subject: URIRef, name: str, items: tuple[Any, ...]) -> Iterator[Triple]:
        """Give a list: as a set of values where order means nothing, else as parts with positions."""
        if name in _SETS:
            for item in items:
                yield subject, _property(name), Literal(str(item))
            return
        for position, item in enumerate(items):
            part = URIRef(f"{subject}/{name.strip('_').replace('_', '-')}/{position + 1}")
            yield from self.part(subject, name, part, item, position)

    def part(self, subject: URIRef, name: str, part: URIRef, item: Any, position: int) -> Iterator[Triple]:
        """Give one item of a list: a node with its position."""
        yield subject, _property(name), part
        yield part, _property("position"), _whole(position + 1)
        if isinstance(item, Record):
            yield part, RDF.type, _class(type(item).__name__)
            yield from self.fields(part, item, type(item))
        elif isinstance(item, tuple):
            for end, value in zip(("low", "high"), item, strict=True):
                if value is not None:
                    yield from self.value(part, end, value)
        elif isinstance(item, dict):
            yield from self.text(part, "text", item)
        else:
            yield from self.text(part, "text", str(item))

    def value(self, subject: URIRef, name: str, value: Any) -> Iterator[Triple]:
        """Give one value: a part of its own for a record or an interval, else a literal."""
        if isinstance(value, (Record, tuple)):
            part = URIRef(f"{subject}/{name.strip('_').replace('_', '-')}")
            yield subject, _property(name), part
            if isinstance(value, Record):
                yield part, RDF.type, _class(type(value).__name__)
                yield from self.fields(part, value, type(value))
            else:
                for end, bound in zip(("low", "high"), value, strict=True):
                    if bound is not None:
                        yield from self.value(part, end, bound)
        elif isinstance(value, PlanDate):
            yield subject, _property(name), Literal(str(value))
            yield subject, _property(f"{name}_start"), Literal(value.start)
            yield subject, _property(f"{name}_end"), Literal(value.end)
        elif isinstance(value, Decimal):
            yield subject, _property(name), Literal(f"{value.normalize():f}", datatype=XSD.decimal)
        elif isinstance(value, int):
            yield subject, _property(name), _whole(value)
        else:
            yield subject, _property(name), Literal(str(value))

    def text(self, subject: URIRef, name: str, value: Text) -> Iterator[Triple]:
        """Give a text in each language that it is in."""
        dublin = _DCT.get(name)
        used = URIRef(PREFIXES["dct"] + dublin) if dublin else _property(name)
        for language, text in by_language(value, self.plan.language).items():
            yield subject, used, Literal(text, lang=language if _LANGUAGE.fullmatch(language) else "und")

    def reference(self, text: str, *, national: bool = False) -> URIRef:
        """Give the IRI of what a reference names, and remember it if plans share it."""
        if national or text.startswith("national:"):
            local = text.removeprefix("national:")
            self.national[local] = None
            return URIRef(NATIONAL_BASE + local)
        code = text.removeprefix("sdg:")
        if code_kind(code) is not None:
            return self.shared_iri(code)
        return URIRef(reference_iri(self.plan, text, self.others))

    def shared_iri(self, code: str) -> URIRef:
        """Give the UN's IRI of a code, and remember the code and those above it."""
        for one in dict.fromkeys((goal_of(code), target_of(code), code)):
            self.codes[one] = None
        return URIRef(iri_of(code))

    def shared(self) -> Iterator[Triple]:
        """Say, of the UN's and the national goals that the plan refers to, what they are and what they are called."""
        skos_label = URIRef(PREFIXES["skos"] + "prefLabel")
        for code in self.codes:
            subject, kind = URIRef(iri_of(code)), code_kind(code) or "goal"
            yield subject, RDF.type, URIRef(PREFIXES["sdgo"] + _UN_CLASSES[kind])
            for lang in ("en", "nb"):
                yield subject, skos_label, Literal(label(code, lang), lang=lang)
            if kind == "target":
                yield subject, URIRef(PREFIXES["sdgo"] + "isTargetOf"), URIRef(iri_of(goal_of(code)))
            elif kind == "indicator":
                yield subject, URIRef(PREFIXES["sdgo"] + "isIndicatorOf"), URIRef(iri_of(target_of(code)))
        for name in self.national:
            subject = URIRef(NATIONAL_BASE + name)
            yield subject, RDF.type, _class("NationalGoal")
            for lang in ("en", "nb"):
                yield subject, skos_label, Literal(label(name, lang), lang=lang)


def reference_plan(name: str) -> str:
    """Give the IRI of a plan of which only the id is known."""
    return PLAN_BASE + quote(name, safe="")


def _class(name: str) -> URIRef:
    return URIRef(NAMESPACE + name)


def _property(name: str) -> URIRef:
    return URIRef(property_iri(name))


def _whole(number: int) -> Literal:
    return Literal(str(number), datatype=XSD.integer)
