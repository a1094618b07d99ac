"""The classes and properties that plans are written in, gathered from the records and the relation table."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from sdggraph.graph.index import ABOUT, ACTS_FROM, ACTS_ON, NEGATIVE
from sdggraph.model.kinds import CATALOGUE_KINDS, KINDS
from sdggraph.model.plan import SECTIONS, Plan
from sdggraph.model.relations import RELATIONS
from sdggraph.semantic.fields import FieldForm, Form, class_iri, forms, relation_iri
from sdggraph.semantic.terms import RDFS, SG, XSD, Iri

if TYPE_CHECKING:
    from sdggraph.model.record import Record

__all__ = ["OWN_CLASSES", "Property", "classes", "local", "properties", "records"]

OWN_CLASSES = ("Interval", "OrderedText", "Entry", "WrittenReference")
"""Classes of nodes that no record stands behind."""

_Name = TypeVar("_Name", bound=str)
_SCOPED = ("Prioritisation", "Selection", "Claim")
_LITERALS = {str: XSD.string, int: XSD.integer, Decimal: XSD.decimal}


@dataclass(slots=True)
class Property:
    """One property: what it may stand on and what its values are.

    Attributes:
        names: The record and field of each use; empty for what the writer adds.
        domains: Names of classes that it may stand on.
        ranges: Names of classes of its values; empty for literals.
        datatypes: Datatypes of its literals.
        text: Whether its literals have languages.
        many: Whether there may be several values.
        words: The closed list of its values, where every use has the same.
    """

    iri: Iri
    names: list[tuple[str, str]] = field(default_factory=list)
    domains: list[str] = field(default_factory=list)
    ranges: list[str] = field(default_factory=list)
    datatypes: list[Iri] = field(default_factory=list)
    text: bool = False
    many: bool = False
    words: list[tuple[str, ...]] = field(default_factory=list)

    @property
    def is_object(self) -> bool:
        """Whether its values are nodes."""
        return bool(self.ranges)

    def meet(self, domain: str, ranges: tuple[str, ...] = (), datatypes: tuple[Iri, ...] = ()) -> None:
        """Take note of one more use."""
        _add(self.domains, (domain,))
        _add(self.ranges, ranges)
        _add(self.datatypes, datatypes)


def _add(names: list[_Name], more: tuple[_Name, ...]) -> None:
    names.extend(one for one in more if one not in names)


def local(iri: str) -> str:
    """Give the last part of an IRI's name: ``contributesTo``."""
    return iri.rpartition("#")[2]


@cache
def records() -> tuple[type[Record], ...]:
    """Give the records that plans are made of: the plan's own, those of its sections, and their parts."""
    found: dict[type[Record], None] = {}
    waiting: list[type[Record]] = [Plan, *SECTIONS.values()]
    while waiting:
        record = waiting.pop(0)
        if record not in found:
            found[record] = None
            waiting.extend(form.record for form in forms(record) if form.record is not None)
    return tuple(found)


@cache
def classes() -> tuple[str, ...]:
    """Give the names of all classes: node kinds first, then the parts of nodes."""
    parts = (local(class_iri(record)) for record in records())
    return tuple(dict.fromkeys((*KINDS, *parts, *OWN_CLASSES)))


@cache
def properties() -> dict[Iri, Property]:
    """Give all properties by IRI, in the order in which plans meet them."""
    found: dict[Iri, Property] = {}
    for record in records():
        for form in forms(record):
            _field(found, local(class_iri(record)), record.__name__, form)
    _relations(found)
    _added(found)
    return found


def _property(found: dict[Iri, Property], iri: Iri) -> Property:
    return found.setdefault(iri, Property(iri))


def _field(found: dict[Iri, Property], domain: str, kind: str, form: FieldForm) -> None:
    if form.word is not None:
        word = _property(found, form.word)
        word.meet(domain, (), (XSD.string,))
        word.names.append((kind, form.name))
        word.words.append(form.words)
    used = _property(found, form.iri)
    used.names.append((kind, form.name))
    used.many |= form.form not in (Form.SCALAR, Form.INTERVAL, Form.RECORD, Form.REFERENCE)
    datatypes = () if form.is_node else tuple(_LITERALS.get(one, XSD.string) for one in form.scalar)
    used.meet(domain, _ranges(form), datatypes)
    used.text |= form.form is Form.TEXT
    if not form.is_node and not used.is_object:
        used.words.append(form.words)


def _ranges(form: FieldForm) -> tuple[str, ...]:
    if form.join is not None and form.record is None:
        return form.join.targets
    if form.record is not None:
        return (local(class_iri(form.record)),)
    names = {Form.INTERVAL: "Interval", Form.INTERVALS: "Interval", Form.TEXTS: "OrderedText", Form.ENTRIES: "Entry"}
    return (names[form.form],) if form.form in names else ()


def _relations(found: dict[Iri, Property]) -> None:
    for relation in RELATIONS.values():
        used = _property(found, relation_iri(relation.name))
        used.many = True
        for join in relation.joins:
            if join.source != "Interaction":
                used.meet(join.source, join.targets)
            if join.claim:
                against = _property(found, relation_iri(NEGATIVE))
                against.many = True
                against.meet(join.source, join.targets)
    ends = {join.field: join.targets for join in RELATIONS["interacts_with"].joins}
    interacts = _property(found, relation_iri("interacts_with"))
    for source in ends["source"]:
        interacts.meet(source, ends["target"])
    for end, name in ((ACTS_FROM, "source"), (ACTS_ON, "target")):
        _property(found, relation_iri(end)).meet("Interaction", ends[name])


def _added(found: dict[Iri, Property]) -> None:
    """Add what the writer says beside the fields."""
    owned = [name for name in KINDS if name not in CATALOGUE_KINDS and name != "Plan"]
    for name in (*owned, "Track", "Contribution"):
        _property(found, SG.inPlan).meet(name, ("Plan",))
    for record in _SCOPED:
        _property(found, relation_iri(ABOUT)).meet(local(class_iri(record)), ("Goal", "Target"))
    text = _property(found, SG.text)
    text.meet("OrderedText")
    text.text = text.many = True
    for iri, name, datatype in (
        (SG.entry, "Entry", XSD.string),
        (SG.low, "Interval", XSD.decimal),
        (SG.high, "Interval", XSD.decimal),
        (SG.type, "Precondition", XSD.string),
        (SG.field, "WrittenReference", XSD.string),
        (SG.field, "Contribution", XSD.string),
        (SG.reference, "WrittenReference", XSD.string),
    ):
        _property(found, iri).meet(name, (), (datatype,))
    _property(found, SG.meansOfImplementation).meet("Target", (), (XSD.boolean,))
    _where_used(found)


def _where_used(found: dict[Iri, Property]) -> None:
    """Add positions and first and last days, on whatever has an order or a date; and references as written."""
    for record in records():
        name = local(class_iri(record))
        if any(one.name in ("date", "due", "start", "year") or one.name == "period" for one in forms(record)):
            for iri in (SG.dateStart, SG.dateEnd):
                _property(found, iri).meet(name, (), (XSD.date,))
        if any(one.form in (Form.REFERENCE, Form.REFERENCES) for one in forms(record)):
            _property(found, SG.hasWrittenReference).meet(name, ("WrittenReference",))
            _property(found, SG.hasWrittenReference).many = True
        if record in SECTIONS.values():
            _property(found, SG.position).meet(name, (), (XSD.integer,))
        for form in forms(record):
            if form.form in (Form.TEXTS, Form.ENTRIES, Form.INTERVALS, Form.RECORDS):
                _property(found, SG.position).meet(_ranges(form)[0], (), (XSD.integer,))
    kinds = tuple(name for name in KINDS if name not in ("Prioritisation", "Selection"))
    _property(found, SG.refersTo).meet("WrittenReference", kinds)
    found.pop(RDFS.label, None)
