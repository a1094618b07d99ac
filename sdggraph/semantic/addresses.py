"""The IRIs of a plan and its nodes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from sdggraph.model.nodes import Prioritisation, Selection
from sdggraph.model.plan import SECTIONS
from sdggraph.model.preconditions import preconditions_of
from sdggraph.semantic.terms import Iri, is_iri

if TYPE_CHECKING:
    from sdggraph.model.plan import Plan
    from sdggraph.model.record import Record

__all__ = ["NATIONAL_BASE", "PLAN_BASE", "Address", "Addresses", "addresses", "base_of", "encoded", "scoped_name"]

PLAN_BASE = "https://w3id.org/sdggraph/plan/"
"""Where plans without a ``base_iri`` of their own have their IRIs."""

NATIONAL_BASE = "https://w3id.org/sdggraph/national/"
"""Where the national goals have theirs."""

_REST = re.compile(r"[^\w.\-]|^\.+$")


class Address(NamedTuple):
    """Where one record of a plan stands: its section, its place in it (from 1), and its IRI."""

    section: str
    position: int
    record: Record
    iri: Iri


@dataclass(slots=True)
class Addresses:
    """The IRIs of one plan's nodes.

    Attributes:
        plan: The plan's own IRI.
        base: What the IRIs of its nodes begin with.
        records: The records of all sections, in order.
        nodes: IRI and kind by local name; the first record has a name that stands twice.
        conditions: The IRI of each precondition and the code that it is for, by the IRI of what it stands under, its
            field and its place.
    """

    plan: Iri
    base: str
    records: list[Address] = field(default_factory=list)
    nodes: dict[str, tuple[Iri, str]] = field(default_factory=dict)
    conditions: dict[tuple[str | int, ...], tuple[Iri, str]] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def give(self, name: str) -> Iri:
        """Give an IRI for a local name, another one each time: ``…/s1``, then ``…/s1~2``."""
        iri = wanted = self.base + encoded(name)
        number = 1
        while iri in self._taken:
            number += 1
            iri = f"{wanted}~{number}"
        self._taken.add(iri)
        return Iri(iri)


def encoded(name: str) -> str:
    """Encode what can't stand in a segment of an IRI; letters of every alphabet can."""
    return _REST.sub(_percent, name)


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "surrogatepass"))


def base_of(plan_id: str, base_iri: str | None) -> tuple[Iri, str]:
    """Give a plan's IRI and what its nodes' IRIs begin with; a ``base_iri`` that is none is passed over."""
    if base_iri and is_iri(base_iri):
        base = base_iri if base_iri.endswith(("/", "#")) else base_iri + "/"
        return Iri(base[:-1]), base
    iri = PLAN_BASE + encoded(plan_id)
    return Iri(iri), iri + "/"


def scoped_name(record: Prioritisation | Selection) -> str:
    """Give the local name of what a plan says of a goal or target: ``goal-3``, ``target-3.8``."""
    return f"{'goal' if isinstance(record, Prioritisation) else 'target'}-{record.code}"


def addresses(plan: Plan) -> Addresses:
    """Give every node of a plan its IRI; names are taken in the order in which the graph takes them."""
    found = Addresses(*base_of(plan.id, plan.base_iri))
    for section, kind in SECTIONS.items():
        for number, record in enumerate(getattr(plan, section), 1):
            if section == "tracks":
                name = f"track-{record.id}"
                found.records.append(Address(section, number, record, found.give(name)))
                continue
            scoped = isinstance(record, (Prioritisation, Selection))
            name = scoped_name(record) if scoped else record.id
            iri = found.give(name)
            found.records.append(Address(section, number, record, iri))
            found.nodes.setdefault(name, (iri, kind.__name__))
            if scoped:
                _conditions(record, iri, found)
    return found


def _conditions(record: Prioritisation | Selection, iri: Iri, found: Addresses) -> None:
    for node, path in preconditions_of(record):
        own = found.give(node.id)
        found.conditions[iri, *path] = own, record.code
        found.nodes.setdefault(node.id, (own, "Precondition"))
