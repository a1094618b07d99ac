"""One side of a comparison: a plan's own nodes by their local ids, and what may be asked of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sdggraph.catalogue.labels import label
from sdggraph.lint.system import PlanSystem, systems
from sdggraph.model.codes import code_kind, local_part
from sdggraph.model.texts import by_language, in_language

if TYPE_CHECKING:
    from collections.abc import Hashable

    from sdggraph.model.plan import Plan

__all__ = ["Side"]

_PARENTS = {
    "TargetArea": ("part_of",),
    "Objective": ("part_of",),
    "Strategy": ("contributes_to",),
    "Action": ("implements",),
    "Benefit": ("results_from",),
    "Unit": ("part_of",),
}
"""The relations by which a node belongs to others of its plan; a claim to a goal or target is no belonging."""

_SHARED = frozenset({"Goal", "Target", "NationalGoal", "GlobalIndicator"})


@dataclass(slots=True)
class Side:
    """A plan with its index.

    Attributes:
        plan: The plan.
        system: The plan with those that it follows up.
        nodes: The number of each of the plan's own nodes by its local id, in the order of the plan.
    """

    plan: Plan
    system: PlanSystem
    nodes: dict[str, int] = field(default_factory=dict)
    _texts: dict[str, dict[str, str]] = field(default_factory=dict)
    _wordings: dict[str, Hashable] = field(default_factory=dict)
    _parents: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, plan: Plan) -> Side:
        """Index a plan; what it doesn't use of a library is no part of it."""
        system = systems([plan])[0]
        side = cls(plan, system)
        index = system.index
        for node in system.reported():
            if index.owners[node] >= 0 and index.kinds[node] != "Plan":
                side.nodes[side.name(node)] = node
        return side

    def name(self, node: int) -> str:
        """Give a node's name within the comparison: its local id, of another plan's or the UN's node the whole id."""
        whole = self.system.index.ids[node]
        plan, _, local = whole.partition(":")
        return local if plan == self.plan.id and local else whole

    def kind(self, name: str) -> str:
        """Give the kind of one of the plan's nodes."""
        return self.system.index.kinds[self.nodes[name]]

    def record(self, name: str) -> Any:
        """Give the record of one of the plan's nodes."""
        return self.system.index.records[self.nodes[name]]

    def texts(self, name: str) -> dict[str, str]:
        """Give the title of one of the plan's nodes by language."""
        known = self._texts.get(name)
        if known is None:
            title = getattr(self.record(name), "title", None)
            known = self._texts[name] = by_language(title, self.plan.language.lower())
        return known

    def wording(self, name: str) -> Hashable:
        """Give what makes the titles of two nodes the same: all languages, without regard to case and white space."""
        known = self._wordings.get(name)
        if known is None:
            texts = ((language, " ".join(text.split()).casefold()) for language, text in self.texts(name).items())
            record = self.record(name)
            known = frozenset(texts), getattr(record, "of", None), getattr(record, "type", None)
            self._wordings[name] = known
        return known

    def title(self, name: str, lang: str) -> str:
        """Give any node's title; of a UN node its short label; an interaction is called by its ends."""
        index = self.system.index
        number = self.nodes.get(name, index.number.get(name, -1))
        if number < 0:
            return ""
        record = index.records[number]
        if record is None:
            return label(local_part(index.ids[number]), lang)
        if hasattr(record, "code"):
            return label(record.code, lang)
        if index.kinds[number] == "Interaction":
            return f"{self._end(record.source, lang)} → {self._end(record.target, lang)}"
        return in_language(getattr(record, "title", None), lang, self.plan.language)

    def _end(self, reference: str, lang: str) -> str:
        """Call an end of an interaction: what is the UN's by its code, a strategy by its title, else as it stands."""
        if code_kind(reference):
            return reference
        whole = reference if reference in self.system.index.number else f"{self.plan.id}:{reference}"
        index = self.system.index
        known = whole in index.number and index.kinds[index.number[whole]] != "Interaction"  # which may be its own end
        return (self.title(self.name(index.number[whole]), lang) if known else "") or reference

    def parents(self, name: str) -> list[str]:
        """Give the names of what one of the plan's nodes belongs to."""
        known = self._parents.get(name)
        if known is None:
            index, node = self.system.index, self.nodes[name]
            known = self._parents[name] = [
                self.name(other)
                for relation in _PARENTS.get(index.kinds[node], ())
                for other in index.forward(relation).get(node, ())
                if index.kinds[other] not in _SHARED
            ]
        return known
