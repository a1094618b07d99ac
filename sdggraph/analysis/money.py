"""What the plan's actions cost: by year, type, target area and unit, and which goals the money touches.

Each krone is counted once. An action in several target areas is booked on the smallest area that holds them all, or,
where none does, as shared among areas. An action that serves three goals touches each of them with all its money, so
amounts by goal overlap and are never added up; beside them stands the same money split equally, which adds up.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from sdggraph.analysis.frames import frame_of
from sdggraph.analysis.money_places import Places
from sdggraph.analysis.plain import plain
from sdggraph.analysis.subject import graph_of, node_title
from sdggraph.base.words import pick, words
from sdggraph.model.codes import natural_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from sdggraph.graph.plan_graph import PlanGraph
    from sdggraph.model.plan import Plan

__all__ = ["GROUPINGS", "BudgetEntry", "GoalMoney", "Grouping", "Money", "money", "split_equally"]

Grouping: TypeAlias = Literal["area", "unit", "type", "action"]
GROUPINGS: tuple[Grouping, ...] = ("area", "unit", "type", "action")

_SHARED = words("(shared by several areas)", "(felles for flere områder)")
_NOWHERE = {
    "area": words("(in no area)", "(uten område)"),
    "unit": words("(no owner)", "(uten ansvarlig)"),
}
_TYPES = {"operating": words("operating", "drift"), "investment": words("investment", "investering")}
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class BudgetEntry:
    """One line of an action's budget, and where it is booked.

    Attributes:
        action: The action's id.
        area: The one target area that it is booked on; None if there is none, or several that nothing holds together.
        shared: Whether it lies in several areas that nothing holds together.
        unit: The unit that owns the action; None if nobody does.
        year: The year.
        type: operating or investment.
        amount: The amount, in the currency of the plan's country.
    """

    action: str
    area: str | None
    shared: bool
    unit: str | None
    year: int
    type: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class GoalMoney:
    """The money that touches a goal or target; never to be added up over goals or targets.

    Attributes:
        code: The goal or target.
        actions: How many actions with a budget serve it.
        touches: All the money of these actions.
        direct: The part of it whose strategy or objective claims the goal itself; the rest is inherited.
        overlap: The part of ``touches`` that touches other goals (of a target: other targets) too.
        split_equally: The money if each action's is divided equally among the goals (targets) that it serves.
    """

    code: str
    actions: int
    touches: Decimal
    direct: Decimal
    overlap: Decimal
    split_equally: Decimal


@dataclass(frozen=True, slots=True)
class Money:
    """The budgets of all actions.

    Attributes:
        entries: Each line of each budget; their amounts add up to the total.
        goals: The goals that money touches, in SDG order.
        targets: The targets that money touches, in SDG order.
        unreached: The money of actions that serve no goal; with ``split_equally`` of all goals it is the total.
        within_frame: The actions that are paid within the ordinary budget.
        without_budget: The actions that say nothing of money.
        actions: How many actions there are.
        graph: The plans.
    """

    entries: tuple[BudgetEntry, ...]
    goals: tuple[GoalMoney, ...]
    targets: tuple[GoalMoney, ...]
    unreached: Decimal
    within_frame: tuple[str, ...]
    without_budget: tuple[str, ...]
    actions: int
    graph: PlanGraph

    @property
    def total(self) -> Decimal:
        """All the money, each krone once."""
        return sum((one.amount for one in self.entries), Decimal())

    @property
    def years(self) -> tuple[int, ...]:
        """The years that have a budget."""
        return tuple(sorted({one.year for one in self.entries}))

    def rows(self, by: Grouping = "area", lang: str = "en") -> list[dict[str, Any]]:
        """Give a plain row for each area, unit, type or action: its money by year, and in all.

        Over the rows of one grouping each column adds up to the year's money, and ``total`` to all of it. An area
        with areas in it has its own money only.
        """
        sums: dict[tuple[str | None, bool], dict[int, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
        for one in self.entries:
            key = one.area if by == "area" else one.unit if by == "unit" else one.type if by == "type" else one.action
            sums[key, by == "area" and one.shared][one.year] += one.amount
        order = {node: place for place, node in enumerate(self._order(by))}
        keys = sorted(sums, key=lambda key: (order.get(key[0] or "", len(order)), not key[1]))
        return [
            {by: key[0], "title": self._title(by, key, lang)}
            | {str(year): sums[key].get(year, Decimal()) for year in self.years}
            | {"total": sum(sums[key].values(), Decimal())}
            for key in keys
        ]

    def goal_rows(self, lang: str = "en") -> list[dict[str, Any]]:
        """Give a plain row for each goal that money touches; the amounts overlap, but for ``split_equally``."""
        return [
            {"goal": one.code, "title": self.graph.title(f"sdg:{one.code}", lang), "actions": one.actions}
            | {"touches": one.touches, "direct": one.direct, "overlap": one.overlap}
            | {"split_equally": one.split_equally}
            for one in self.goals
        ]

    def to_frame(self, by: Grouping = "area", lang: str = "en") -> pd.DataFrame:
        """Give the rows as a pandas data frame.

        Raises:
            NotFoundError: pandas isn't installed.
        """
        return frame_of(self.rows(by, lang), (by, "title", "total"))

    def to_dict(self, lang: str = "en") -> dict[str, Any]:
        """Give everything as plain dicts and lists, in the form of the JSON output."""
        return plain(
            {
                "version": 1,
                "total": self.total,
                "years": {str(year): self.in_year(year) for year in self.years},
                **{f"by_{by}": self.rows(by, lang) for by in GROUPINGS},
                "goals": self.goal_rows(lang),
                "unreached": self.unreached,
                "actions": self.actions,
                "within_frame": list(self.within_frame),
                "without_budget": list(self.without_budget),
            }
        )

    def in_year(self, year: int) -> Decimal:
        """Give the money of one year."""
        return sum((one.amount for one in self.entries if one.year == year), Decimal())

    def _order(self, by: Grouping) -> list[str]:
        if by == "type":
            return list(_TYPES)
        return self.graph.nodes({"area": "TargetArea", "unit": "Unit", "action": "Action"}[by])

    def _title(self, by: Grouping, key: tuple[str | None, bool], lang: str) -> str:
        node, shared = key
        if node is None:
            return pick(_SHARED if shared else _NOWHERE[by], lang)
        return pick(_TYPES[node], lang) if by == "type" else node_title(self.graph, node, lang)


def money(plans: Plan | PlanGraph | Iterable[Plan]) -> Money:
    """Add up the budgets of all actions of some plans and of what they follow up."""
    graph = graph_of(plans)
    places = Places(graph)
    entries: list[BudgetEntry] = []
    within_frame: list[str] = []
    without: list[str] = []
    shares: dict[str, list[_Share]] = defaultdict(list)
    unreached = Decimal()
    nodes = graph.nodes("Action")
    for node in nodes:
        budget = graph.record(node).budget
        if not budget or budget == "within_frame":
            (within_frame if budget else without).append(node)
            continue
        area, shared = places.booked_on(node)
        unit = next(iter(graph.targets_of(node, "owned_by")), None)
        entries += [BudgetEntry(node, area, shared, unit, one.year.year, one.type, one.amount) for one in budget]
        amount = sum((one.amount for one in budget), Decimal())
        goals, targets = places.served_by(node)
        unreached += Decimal() if goals else amount
        for served in (goals, targets):
            for (code, direct), part in zip(served.items(), split_equally(amount, len(served)), strict=True):
                shares[code].append(_Share(amount, part, direct, len(served) > 1))
    found = [_goal_money(code, shares[code]) for code in sorted(shares, key=natural_key)]
    return Money(
        tuple(entries),
        tuple(one for one in found if "." not in one.code),
        tuple(one for one in found if "." in one.code),
        unreached,
        tuple(within_frame),
        tuple(without),
        len(nodes),
        graph,
    )


@dataclass(frozen=True, slots=True)
class _Share:
    """What one action has to do with one goal or target."""

    amount: Decimal
    part: Decimal
    direct: bool
    overlaps: bool


def _goal_money(code: str, found: list[_Share]) -> GoalMoney:
    return GoalMoney(
        code,
        len(found),
        sum((one.amount for one in found), Decimal()),
        sum((one.amount for one in found if one.direct), Decimal()),
        sum((one.amount for one in found if one.overlaps), Decimal()),
        sum((one.part for one in found), Decimal()),
    )


def split_equally(amount: Decimal, parts: int) -> list[Decimal]:
    """Divide an amount into equal parts of whole hundredths; the first are a hundredth larger where it doesn't go up.

    The parts add up to the amount exactly.
    """
    if parts < 2:
        return [amount] * parts
    each = (amount / parts).quantize(_CENT, ROUND_DOWN)
    rest = amount - each * parts
    cent = _CENT.copy_sign(rest)
    extra = int(rest / cent)
    found = [each + (cent if place < extra else 0) for place in range(parts)]
    found[0] += amount - sum(found, Decimal())  # what is smaller than a hundredth
    return found
