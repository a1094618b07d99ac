"""From plans to the index: interns ids, resolves references by the relation table, notes those that lead nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sdggraph.catalogue.tables import codes, rows
from sdggraph.graph.index import ABOUT, ACTS_FROM, ACTS_ON, NEGATIVE, Edges, Index, Unresolved
from sdggraph.model.codes import goal_of, node_id, target_of
from sdggraph.model.nodes import Interaction, Prioritisation, Selection
from sdggraph.model.plan import SECTIONS, Plan
from sdggraph.model.preconditions import preconditions_of
from sdggraph.model.relations import FIELDS, Join

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdggraph.model.record import Record

__all__ = ["build_index", "system_of"]

_KIND_OF_CODE = {"goal": "Goal", "target": "Target", "indicator": "GlobalIndicator"}
_NODE_SECTIONS = tuple(name for name in SECTIONS if name != "tracks")


def system_of(plan: Plan) -> list[Plan]:
    """Give a plan and those that it follows up."""
    return [plan, *(plan.reading.followed if plan.reading else ())]


def build_index(plans: Iterable[Plan]) -> Index:
    """Index plans, which may refer to each other's nodes, together with the catalogue."""
    builder = _Builder(Index())
    builder.catalogue()
    for plan in plans:
        builder.intern(plan)
    for position, plan in enumerate(builder.index.plans):
        builder.relate(plan, builder.locals[position])
    builder.relate_seconds()
    return builder.index


class _Builder:
    def __init__(self, index: Index) -> None:
        self.index = index
        self.codes: dict[str, int] = {}
        self.national: dict[str, int] = {}
        self.locals: list[dict[str, int]] = []
        self.libraries: dict[tuple[str, str], int] = {}
        self.seconds: list[tuple[int, int, str, Any]] = []
        self.fields: dict[str, list[tuple[str, str, Join, Edges]]] = {}

    def node(self, name: str, kind: str, record: Any, owner: int) -> int:
        """Give a new node its number."""
        index = self.index
        number = len(index.ids)
        index.ids.append(name)
        index.kinds.append(kind)
        index.records.append(record)
        index.owners.append(owner)
        index.number[name] = number
        return number

    def catalogue(self) -> None:
        """Intern the UN's goals, targets and indicators and the national goals, and how they belong together."""
        known = codes()
        part_of, measured_by = self.index.edges["part_of"], self.index.edges["measured_by"]
        for code, kind in known.kinds.items():
            first = known.canonical.get(code, code)  # an indicator under several targets is one node
            number = (
                self.codes[first] if first in self.codes else self.node(f"sdg:{first}", _KIND_OF_CODE[kind], None, -1)
            )
            self.codes[code] = self.codes[first] = number
            if kind == "target":
                part_of.add(number, self.codes[goal_of(code)])
            elif kind == "indicator":
                measured_by.add(self.codes[target_of(code)], number)
        for name, *_ in rows("national-goals"):
            self.national[name] = self.node(f"national:{name}", "NationalGoal", None, -1)

    def intern(self, plan: Plan) -> None:
        """Intern a plan's nodes; a second record under one id is noted and left out."""
        index = self.index
        if plan.id in index.number:
            return
        owner = len(index.plans)
        index.plans.append(plan)
        local: dict[str, int] = {"": self.node(plan.id, "Plan", plan, owner)}
        library = plan.reading.library if plan.reading else {}
        self.locals.append(local)
        for section in _NODE_SECTIONS:
            kind = SECTIONS[section].__name__
            if section in ("goals", "targets"):
                for record in getattr(plan, section):
                    self._intern_scoped(plan, record, local, owner)
                continue
            for record in getattr(plan, section):
                if record.id in local:
                    index.twice.append((node_id(plan.id, record.id), kind))
                    self.seconds.append((owner, local[record.id], kind, record))
                elif library and record.id in library:
                    local[record.id] = self._shared(plan, library[record.id], kind, record, owner)
                else:
                    local[record.id] = self.node(f"{plan.id}:{record.id}", kind, record, owner)

    def _shared(self, plan: Plan, file: str, kind: str, record: Any, owner: int) -> int:
        """Give a library's node its number; plans that use the same library have the same node, by either id."""
        known = self.libraries.get((file, record.id))
        if known is None:
            known = self.libraries[file, record.id] = self.node(f"{plan.id}:{record.id}", kind, record, owner)
        self.index.number[f"{plan.id}:{record.id}"] = known
        self.index.lent.add(known)
        return known

    def _intern_scoped(self, plan: Plan, record: Prioritisation | Selection, local: dict[str, int], owner: int) -> None:
        """Intern what a plan says of a goal or target, and its preconditions."""
        name = f"{'goal' if isinstance(record, Prioritisation) else 'target'}-{record.code}"
        if name in local:
            self.index.twice.append((node_id(plan.id, name), type(record).__name__))
            return
        local[name] = self.node(node_id(plan.id, name), type(record).__name__, record, owner)
        for node, _ in preconditions_of(record):
            if node.id not in local:
                local[node.id] = self.node(node_id(plan.id, node.id), "Precondition", node, owner)

    def relate(self, plan: Plan, local: dict[str, int]) -> None:
        """Resolve the references of a plan's records to edges."""
        index, kinds = self.index, self.index.kinds
        here = local[""]
        for follow in plan.follows_up:
            other = index.number.get(follow.plan)
            if other is not None and kinds[other] == "Plan":
                index.edges["follows_up"].add(here, other)
        for earlier in plan.replaces:
            other = index.number.get(earlier)
            if other is not None and kinds[other] == "Plan":
                index.edges["replaces"].add(here, other)
        for name, number in local.items():
            record = index.records[number]
            kind = kinds[number]
            if kind == "Prioritisation":
                self._about(here, number, record.code, "prioritises")
            elif kind == "Selection":
                self._about(here, number, record.code, "selects")
            elif not name:
                continue
            if kind == "Interaction":
                self._interaction(number, record, local)
            else:
                self._references(number, kind, record, local)

    def relate_seconds(self) -> None:
        """Let a record whose id was taken speak for the first one: what it refers to is not left unreferred to."""
        index = self.index
        known = index.unresolved
        index.unresolved = []
        for owner, number, kind, record in self.seconds:
            if index.kinds[number] == kind and kind != "Interaction":
                self._references(number, kind, record, self.locals[owner])
        index.unresolved = known

    def _about(self, plan: int, number: int, code: str, relation: str) -> None:
        target = self.codes.get(code)
        if target is not None:
            self.index.edges[ABOUT].add(number, target)
            self.index.edges[relation].add(plan, target, self.index.records[number])

    def _interaction(self, number: int, record: Interaction, local: dict[str, int]) -> None:
        ends: list[int] = []
        for name, relation in (("source", ACTS_FROM), ("target", ACTS_ON)):
            _, join = FIELDS["Interaction", name]
            end = self._resolve(getattr(record, name), local)
            if self._fits(number, (name,), "interacts_with", getattr(record, name), join, end):
                self.index.edges[relation].add(number, end)
                ends.append(end)
        if len(ends) == 2:
            self.index.edges["interacts_with"].add(ends[0], ends[1], record)

    def _references(self, number: int, kind: str, record: Record, local: dict[str, int]) -> None:
        said = record.__dict__
        for name, relation, join, edges in self._fields(kind):
            value = said[name]
            if not value:
                continue
            if join.claim:
                self._claims(number, name, relation, value)
            elif value.__class__ is str:
                end = self._resolve(value, local)
                if self._fits(number, (name,), relation, value, join, end):
                    edges.add(number, end)
            else:
                wanted, kinds = join.targets, self.index.kinds
                for position, text in enumerate(value):
                    found = local.get(text)
                    end = found if found is not None else self._resolve(text, local)
                    if end >= 0 and kinds[end] in wanted:
                        edges.add(number, end)
                    else:
                        self._fits(number, (name, position), relation, text, join, end)

    def _fields(self, kind: str) -> list[tuple[str, str, Join, Edges]]:
        table = self.fields.get(kind)
        if table is None:
            table = self.fields[kind] = [
                (name, relation, join, self.index.edges[relation])
                for (source, name), (relation, join) in FIELDS.items()
                if source == kind
            ]
        return table

    def _claims(self, number: int, name: str, relation: str, value: Any) -> None:
        if value == "none":
            return
        positive, negative = self.index.edges[relation], self.index.edges[NEGATIVE]
        for claim in value:
            end = self.codes.get(claim.code)
            if end is not None:
                (negative if claim.role == "negative" else positive).add(number, end, claim)
            else:
                self.index.unresolved.append(Unresolved(number, (name,), relation, claim.code, ("Goal", "Target")))

    def _resolve(self, text: str, local: dict[str, int]) -> int:
        """Give the number of the node that a reference names, or -1."""
        found = local.get(text)
        if found is None:
            found = self.codes.get(text)
        if found is None and ":" in text:
            found = self.index.number.get(text)
        if found is None:
            found = self.national.get(text)
        return -1 if found is None or not text else found

    def _fits(
        self, number: int, path: tuple[str | int, ...], relation: str, text: str, join: Join, end: int
    ) -> bool:  # each is a fact of the reference
        if end >= 0 and self.index.kinds[end] in join.targets:
            return True
        if end < 0 and relation == "replaces" and ":" in text:
            return False  # an earlier plan's node, and that plan need not be at hand
        found = self.index.ids[end] if end >= 0 else None
        self.index.unresolved.append(Unresolved(number, path, relation, text, join.targets, found))
        return False
