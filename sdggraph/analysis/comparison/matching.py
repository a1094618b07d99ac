"""Which node of the new plan is which of the old one: by id, by what it says that it replaces, by text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from sdggraph.analysis.comparison.likeness import ALIKE, Alike
from sdggraph.analysis.comparison.side import Side
from sdggraph.model.codes import local_part, plan_part
from sdggraph.model.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

__all__ = ["How", "Match", "Matches", "matched"]

How: TypeAlias = Literal["id", "replaces", "text", "likeness"]


@dataclass(frozen=True, slots=True)
class Match:
    """That a node of the old plan and one of the new are the same, how that is known, and how alike the texts are."""

    old: str
    new: str
    how: How
    score: float = 1.0


@dataclass(slots=True)
class Matches:
    """All matches, from both sides.

    Attributes:
        by_old: The match of each old node that is still there.
        by_new: The match of each new node that was there.
        heirs: What replaces an old node without being it: where several became one, or one several.
    """

    by_old: dict[str, Match] = field(default_factory=dict)
    by_new: dict[str, Match] = field(default_factory=dict)
    heirs: dict[str, list[str]] = field(default_factory=dict)

    def renamed(self, old: str) -> str:
        """Give what an old name is called now; itself where nothing matches."""
        match = self.by_old.get(old)
        return match.new if match else old


def matched(old: Side, new: Side) -> Matches:
    """Match the nodes of two plans, each within its kind.

    Ids come first. In a plan with another id they may be a coincidence: there an explicit ``replaces`` comes before.
    What is made of its place alone (a precondition without an id) is known by its text before its id.
    """
    job = _Job(old, new)
    if old.plan.id != new.plan.id:
        job.by_replaces()
    job.by_id()
    if old.plan.id == new.plan.id:
        job.by_replaces()
    for kind in KINDS:
        job.by_text(kind)
        job.by_likeness(kind)
    return job.found


class _Job:
    def __init__(self, old: Side, new: Side) -> None:
        self.old = old
        self.new = new
        self.found = Matches()
        self.free_old = _by_kind(old)
        self.free_new = _by_kind(new)

    def tie(self, kind: str, match: Match) -> None:
        """Take two nodes as the same."""
        del self.free_old[kind][match.old]
        del self.free_new[kind][match.new]
        self.found.by_old[match.old] = match
        self.found.by_new[match.new] = match

    def by_id(self) -> None:
        """Match nodes of one id and kind."""
        for kind, names in self.free_new.items():
            if kind == "Precondition":
                self.by_text(kind)
            for name in [one for one in names if one in self.free_old.get(kind, ())]:
                self.tie(kind, Match(name, name, "id"))

    def by_replaces(self) -> None:
        """Match a node with the one that it replaces; of several, with the first that is free."""
        for kind, names in self.free_new.items():
            before = self.free_old.get(kind, {})
            for name in list(names):
                for reference in getattr(self.new.record(name), "replaces", ()):
                    replaced = self._replaced(reference)
                    if replaced is None:
                        continue
                    if replaced in before and name in names:
                        self.tie(kind, Match(replaced, name, "replaces"))
                    elif self.found.renamed(replaced) != name:
                        self.found.heirs.setdefault(replaced, []).append(name)

    def _replaced(self, reference: str) -> str | None:
        """Give the old node that a reference names: of the old plan, or of the plan's own earlier version.

        What the new plan still has itself is not meant: there both stand side by side.
        """
        plan, local = plan_part(reference), local_part(reference)
        name = local if plan == self.old.plan.id and local else reference
        elsewhere = plan == self.old.plan.id != self.new.plan.id
        return name if name in self.old.nodes and (elsewhere or name not in self.new.nodes) else None

    def by_text(self, kind: str) -> None:
        """Match nodes of one title: those under the same parents first, then those of one number, then in order."""
        self._pair(kind, lambda side, name: (side.wording(name), self._parents(side, name)))
        self._pair(kind, lambda side, name: (side.wording(name), getattr(side.record(name), "number", None)))
        self._pair(kind, Side.wording)

    def _pair(self, kind: str, key: Callable[[Side, str], Hashable]) -> None:
        before = self.free_old.get(kind)
        names = self.free_new.get(kind)
        if not before or not names:
            return
        waiting: dict[Hashable, list[str]] = {}
        for name in reversed(before):
            waiting.setdefault(key(self.old, name), []).append(name)
        for name in list(names):
            same = waiting.get(key(self.new, name))
            if same and self.old.texts(same[-1]):
                self.tie(kind, Match(same.pop(), name, "text"))

    def _parents(self, side: Side, name: str) -> Hashable:
        parents = side.parents(name)
        return frozenset(map(self.found.renamed, parents) if side is self.old else parents)

    def by_likeness(self, kind: str) -> None:
        """Match nodes whose titles are alike, the most alike first; among equals those that stand in the same place."""
        before, names = self.free_old.get(kind), self.free_new.get(kind)
        if not before or not names or kind in ("Prioritisation", "Selection", "Interaction"):
            return
        alike = Alike({name: self.old.texts(name) for name in before})
        stood = {name: number / len(before) for number, name in enumerate(before)}
        pairs: list[tuple[float, bool, float, int, str, str]] = []
        for number, name in enumerate(names):
            parents = self._parents(self.new, name)
            for score, other in alike.find(self.new.texts(name), number / len(names)):
                apart = self._parents(self.old, other) != parents
                if apart and score < ALIKE:
                    continue
                if kind != "Precondition" or self.old.record(other).of == self.new.record(name).of:
                    pairs.append((-score, apart, abs(stood[other] - number / len(names)), number, other, name))
        for score, *_, other, name in sorted(pairs):
            if other in before and name in names:
                self.tie(kind, Match(other, name, "likeness", round(-score, 2)))


def _by_kind(side: Side) -> dict[str, dict[str, None]]:
    found: dict[str, dict[str, None]] = {}
    for name in side.nodes:
        found.setdefault(side.kind(name), {})[name] = None
    return found
