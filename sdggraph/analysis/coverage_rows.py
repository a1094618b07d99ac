"""The records of coverage: what is done for one goal or target, and how much of a set of targets is taken up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["CoverageRow", "TargetShare", "share_of"]


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """What a plan does for one goal or target.

    Attributes:
        code: The goal's or target's code.
        named: Whether a plan prioritises the goal or selects the target.
        targets: How many targets the goal has; 0 for a target.
        selected: How many of them are selected.
        served: How many of them a strategy reaches.
        objectives: How many objectives reach it.
        direct: How many strategies claim it, or one of its targets, themselves.
        inherited: How many more reach it through what they belong to.
        against: How many strategies work against it.
        measured: How many of the strategies that reach it are measured.
        by_area: How many strategies of each target area reach it.
        direct_by_area: How many of these claim it themselves.
        by_track: How many strategies of each track reach it; a strategy without track has its objectives' tracks.
        by_dimension: How many strategies of each dimension reach it.
        by_objective: How each objective that reaches it does so: direct or inherited.
        touches: The money of the actions that serve it; it overlaps with that of other goals or targets.
        judged: How many of its indicators have a result; None if no status was asked for.
        on_track: How many of these are achieved or on track.
    """

    code: str
    named: bool = False
    targets: int = 0
    selected: int = 0
    served: int = 0
    objectives: int = 0
    direct: int = 0
    inherited: int = 0
    against: int = 0
    measured: int = 0
    by_area: Counter[str] = field(default_factory=Counter)
    direct_by_area: Counter[str] = field(default_factory=Counter)
    by_track: Counter[str] = field(default_factory=Counter)
    by_dimension: Counter[str] = field(default_factory=Counter)
    by_objective: dict[str, str] = field(default_factory=dict)
    touches: Decimal = Decimal()
    judged: int | None = None
    on_track: int | None = None

    @property
    def strategies(self) -> int:
        """How many strategies reach it, directly or by inheritance."""
        return self.direct + self.inherited

    @property
    def silent(self) -> bool:
        """Whether the plan neither names it or a target of it, nor does anything for or against it."""
        return not (self.named or self.selected or self.strategies or self.objectives or self.against)


@dataclass(frozen=True, slots=True)
class TargetShare:
    """How much of a set of targets a plan takes up.

    Attributes:
        name: all, outcome, means (of implementation), or among: those that the user named.
        targets: How many targets the set has.
        selected: How many of them are selected.
        served: How many a strategy reaches.
        direct: How many a strategy claims itself.
        measured: How many a measured strategy reaches.
    """

    name: str
    targets: int
    selected: int
    served: int
    direct: int
    measured: int


def share_of(name: str, codes: Iterable[str], rows: Mapping[str, CoverageRow]) -> TargetShare:
    """Count how much of some targets is taken up."""
    wanted = set(codes)
    found = [rows[code] for code in wanted if code in rows]
    return TargetShare(
        name,
        len(wanted),
        sum(one.named for one in found),
        sum(one.strategies > 0 for one in found),
        sum(one.direct > 0 for one in found),
        sum(one.measured > 0 for one in found),
    )
