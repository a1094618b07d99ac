"""A plan, or several that follow up one another, as one typed graph that answers questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from sdggraph.base.errors import NotFoundError
from sdggraph.base.nearby import Names, nearest
from sdggraph.base.words import words
from sdggraph.graph.build import build_index, system_of
from sdggraph.graph.index import ABOUT, NEGATIVE
from sdggraph.model.codes import local_part, natural_key
from sdggraph.model.kinds import KINDS
from sdggraph.model.relations import UPWARD_RELATIONS
from sdggraph.model.texts import in_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx

    from sdggraph.graph.index import Index
    from sdggraph.model.plan import Plan

__all__ = ["Contribution", "Edge", "PlanGraph"]


@dataclass(frozen=True, slots=True)
class Edge:
    """One relation between two nodes, and what is said on it (a Claim, Prioritisation …), if anything."""

    source: str
    relation: str
    target: str
    said: Any = None


@dataclass(frozen=True, slots=True)
class Contribution:
    """That a node contributes to a goal or target.

    Attributes:
        to: The goal's or target's id.
        direct: Whether the node itself claims it, or one of its targets lies under the goal; else it is inherited
            from what the node belongs to.
        role: primary, secondary or negative.
        via: The node whose claim it is: the node itself, or the one that it is inherited from.
    """

    to: str
    direct: bool
    role: Literal["primary", "secondary", "negative"]
    via: str


class PlanGraph:
    """Typed queries over a plan system; ids are ``sdg:3.8`` and, for what a plan has, ``asker:s7``.

    Example:
        >>> graph = PlanGraph.of(plan)  # doctest: +SKIP
        >>> graph.title("sdg:3", "nb")  # doctest: +SKIP
        'God helse og livskvalitet'
    """

    def __init__(self, index: Index) -> None:
        self.index = index
        self._view: nx.MultiDiGraph[str] | None = None
        self._names: dict[str, set[int]] | None = None

    @classmethod
    def of(cls, *plans: Plan) -> PlanGraph:
        """Make the graph of plans and all that they follow up."""
        members = {one.id: one for plan in plans for one in system_of(plan)}
        return cls(build_index(members.values()))

    @property
    def plans(self) -> list[Plan]:
        """The plans in the graph."""
        return self.index.plans

    def __contains__(self, node: object) -> bool:
        return node in self.index.number

    def __repr__(self) -> str:
        nodes, edges = self.index.size()
        return f"<PlanGraph of {', '.join(plan.id for plan in self.plans)}: {nodes} nodes, {edges} edges>"

    def __len__(self) -> int:
        return len(self.index.ids)

    def _number(self, node: str) -> int:
        number = self.index.number.get(node)
        if number is None:
            number = self.index.number.get(f"sdg:{node}")
        if number is None and self.plans:
            number = self.index.number.get(f"{self.plans[0].id}:{node}")
        if number is None:
            number = self._by_name(node)
        if number is None:
            raise self._not_found(node)
        return number

    def _by_name(self, name: str) -> int | None:
        """Give the one node of the plans whose number, title or short title this is."""
        wanted = name.strip().casefold()
        if self._names is None:
            self._names = {}
            for number in self.index.plan_nodes():
                record = self.index.records[number]
                for said in (
                    getattr(record, "number", None),
                    getattr(record, "title", None),
                    getattr(record, "short", None),
                ):
                    for text in said.values() if isinstance(said, dict) else (said,):
                        if text:
                            self._names.setdefault(str(text).strip().casefold(), set()).add(number)
        found = self._names.get(wanted, set())
        return next(iter(found)) if len(found) == 1 else None

    def _not_found(self, node: str) -> NotFoundError:
        own = [name for name, owner in zip(self.index.ids, self.index.owners, strict=True) if owner >= 0]
        close = Names(map(local_part, own)).nearest(node) or Names(self.index.ids).nearest(node)
        hint = words(f"did you mean {close[0]}?", f"mente du {close[0]}?") if close else None
        return NotFoundError(words(f"there is no node “{node}”", f"det finnes ingen node «{node}»"), hint=hint)

    def find(self, name: str) -> str:
        """Give the whole id of a node by id, local id or code; else by its number in the plan, or its title.

        Raises:
            NotFoundError: There is none, with the one that was probably meant.
        """
        return self.index.ids[self._number(name)]

    def nodes(self, kind: str | None = None, *, plans_only: bool = False) -> list[str]:
        """Give the ids of all nodes, or of one kind, in the order of the plans.

        Raises:
            NotFoundError: There is no such kind, with the one that was probably meant.
        """
        index = self.index
        if kind is not None and kind not in KINDS:
            close = nearest(kind, KINDS)
            hint = words(f"did you mean {close[0]}?", f"mente du {close[0]}?") if close else None
            raise NotFoundError(words(f"there is no kind “{kind}”", f"det finnes ingen type «{kind}»"), hint=hint)
        numbers = range(len(index.ids)) if kind is None else index.of_kind(kind)
        return [index.ids[node] for node in numbers if not plans_only or index.owners[node] >= 0]

    def kind(self, node: str) -> str:
        """Give a node's kind: ``Strategy``."""
        return self.index.kinds[self._number(node)]

    def record(self, node: str) -> Any:
        """Give a node's record; of a UN node, the catalogue's."""
        number = self._number(node)
        record = self.index.records[number]
        if record is not None:
            return record
        from sdggraph.catalogue import catalogue

        local = local_part(self.index.ids[number])
        known = catalogue()
        return known.national_goals[local] if self.index.kinds[number] == "NationalGoal" else known[local]

    def plan_of(self, node: str) -> Plan | None:
        """Give the plan that a node belongs to; None for what all plans share."""
        owner = self.index.owners[self._number(node)]
        return self.index.plans[owner] if owner >= 0 else None

    def title(self, node: str, lang: str = "en") -> str:
        """Give a node's title, in a language as near to the asked one as there is; of a UN node, the short label."""
        number = self._number(node)
        record = self.index.records[number]
        if record is None or hasattr(record, "code"):
            from sdggraph.catalogue.labels import label

            return label(record.code if record is not None else local_part(self.index.ids[number]), lang)
        plan = self.index.plans[self.index.owners[number]]
        return in_language(getattr(record, "title", None), lang, plan.language)

    def targets_of(self, node: str, relation: str) -> list[str]:
        """Give the nodes at which a relation from a node ends."""
        ids = self.index.ids
        return [ids[one] for one in self.index.forward(relation).get(self._number(node), ())]

    def sources_of(self, node: str, relation: str) -> list[str]:
        """Give the nodes from which a relation leads to a node."""
        ids = self.index.ids
        return [ids[one] for one in self.index.backward(relation).get(self._number(node), ())]

    def edges(self, relation: str | None = None) -> Iterator[Edge]:
        """Give every edge, or those of one relation; negative claims are ``works_against``."""
        ids = self.index.ids
        for name, edges in list(self.index.edges.items()):
            if relation is None or name == relation:
                for source, target, said in zip(edges.sources, edges.targets, edges.said, strict=True):
                    yield Edge(ids[source], name, ids[target], said)

    def about(self, node: str) -> list[str]:
        """Give what the plans say of a goal or target: their Prioritisations and Selections of it."""
        return self.sources_of(node, ABOUT)

    def contributions(self, node: str) -> list[Contribution]:
        """Give every goal and target that a node contributes to, direct ones before inherited, in SDG order.

        A node's own claims are direct, and so are the goals above the targets that it claims. What it reaches only
        through an objective, area or strategy that it belongs to is inherited.
        """
        start = self._number(node)
        found: dict[tuple[int, bool], Contribution] = {}
        frontier, seen = [start], {start}
        while frontier:
            fresh: list[int] = []
            for here in frontier:
                self._claims(here, start, found)
                for relation in UPWARD_RELATIONS:
                    for above in self.index.forward(relation).get(here, ()):
                        if above not in seen and self.index.kinds[above] not in ("Goal", "Target"):
                            seen.add(above)
                            fresh.append(above)
            frontier = fresh
        return sorted(found.values(), key=lambda one: (not one.direct, natural_key(local_part(one.to))))

    def _claims(self, here: int, start: int, found: dict[tuple[int, bool], Contribution]) -> None:
        """Add what one node on the way claims; a claim nearer to the start is kept."""
        index = self.index
        for relation in ("contributes_to", NEGATIVE):
            for target in index.forward(relation).get(here, ()):
                if index.kinds[target] not in ("Goal", "Target"):
                    continue
                role = self._role(here, target, relation)
                for to in (target, *index.forward("part_of").get(target, ())):
                    found.setdefault(
                        (to, role == "negative"), Contribution(index.ids[to], here == start, role, index.ids[here])
                    )

    def _role(self, source: int, target: int, relation: str) -> Literal["primary", "secondary", "negative"]:
        role: Literal["primary", "secondary", "negative"] = self._roles().get((source, target, relation), "primary")
        return role

    def _roles(self) -> dict[tuple[int, int, str], Any]:
        if not hasattr(self, "_role_table"):
            self._role_table = {
                (source, target, relation): said.role
                for relation in ("contributes_to", NEGATIVE)
                if relation in self.index.edges
                for source, target, said in zip(
                    self.index.edges[relation].sources,
                    self.index.edges[relation].targets,
                    self.index.edges[relation].said,
                    strict=True,
                )
                if said is not None and said.role != "primary"
            }
        return self._role_table

    def goals_of(self, node: str) -> list[str]:
        """Give the goals that a node contributes to, directly or by inheritance; not those that it works against."""
        return [one.to for one in self.contributions(node) if one.role != "negative" and self.kind(one.to) == "Goal"]

    @property
    def networkx(self) -> nx.MultiDiGraph[str]:
        """The graph as a plain ``networkx.MultiDiGraph``, made when first asked for.

        Nodes have ``kind``, ``title`` and ``plan``; edges have their relation as key and attribute ``relation``, and
        claims their ``role``, ``basis`` and ``why``. What a plan says of a goal stands on the edge from the plan.
        All of the UN's nodes are in it; :func:`sdggraph.graph.networkx_view.to_networkx` can leave out those that no
        plan refers to.
        """
        if self._view is None:
            from sdggraph.graph.networkx_view import to_networkx

            self._view = to_networkx(self)
        return self._view
