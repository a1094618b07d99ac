"""What a rule is: its condition, its scope and severity, its words, and the examples that are its tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from sdggraph.base.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sdggraph.base.words import Words
    from sdggraph.rules.language import Condition, Nodes, Path

__all__ = ["ERROR", "INFO", "OFF", "WARNING", "Default", "Follows", "Gathering", "Level", "Rule", "Scope"]

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
OFF = None


@dataclass(frozen=True, slots=True)
class Level:
    """How grave findings are: by default, and where a profile or the plan's kind or status says otherwise.

    Attributes:
        default: The severity, or None for a rule that is off.
        adopted: The severity in an adopted plan.
        kinds: The severity in plans of a kind.
        asker: The severity in the profile ``asker``.
    """

    default: Severity | None
    adopted: Severity | None = None
    kinds: Mapping[str, Severity] = field(default_factory=dict)
    asker: Severity | None = None

    def of(self, kind: str, status: str, profile: str | None) -> Severity | None:
        """Give the severity for a plan; None where the rule is off. Profile ``strict`` has every rule on."""
        severity = self.default
        if kind in self.kinds:
            severity = self.kinds[kind]
        if status == "adopted" and self.adopted is not None:
            severity = self.adopted
        if profile in ("asker", "strict") and self.asker is not None:
            severity = max(severity or self.asker, self.asker)
        if severity is None and profile == "strict":
            severity = max(self.kinds.values(), default=INFO)
        return severity


@dataclass(frozen=True, slots=True)
class Scope:
    """The plans that a rule applies to; empty means all.

    Attributes:
        kinds: The kinds of plan.
        statuses: The statuses of a plan.
        uses: Only where the plan system has such nodes: a convention that it follows.
        beside: Only where the plan system has a plan of one of these kinds.
    """

    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    uses: Nodes | None = None
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Follows:
    """That a finding only follows from one of other rules, at the node or at one that ``over`` leads to."""

    codes: tuple[str, ...]
    over: Path | None = None


@dataclass(frozen=True, slots=True)
class Gathering:
    """From which share of its subjects on a rule is taken as a convention that the plan doesn't use.

    One finding for the plan, an info, then stands for all: nobody wants to hear one thing forty times.
    """

    share: float
    message: Words
    fewest: int = 3


@dataclass(frozen=True, slots=True)
class Default:
    """The value of a rule's parameter where the settings give no other, and what it means."""

    value: int | float | str
    meaning: Words
    is_pattern: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule, as data.

    Attributes:
        code: ``SDG201``; a user's own has a prefix of its own.
        name: ``strategy-reaches-goal``: the name of the variable that the rule is declared as.
        level: How grave a finding is, and where.
        subject: The nodes that are looked at; None for a reader's rule, which no engine runs.
        requires: What must hold for each of them.
        unless: Nodes for which this holds are exempt.
        scope: The plans in which the rule applies.
        holds: Exactly when the rule holds, in one sentence.
        message: What is said of a node that breaks it.
        variants: Other messages, chosen by the finding.
        milder: The severity of a variant, where it is not the rule's.
        help: How to mend it.
        helps: How to mend what a variant speaks of, where that is another matter.
        why: Why it matters.
        at: The field that a finding points at, if it is there.
        related: The path to other nodes that belong to a finding.
        shows: Attributes of the node that the message names in braces.
        follows: What the rule's findings may only follow from.
        yields: Whether it is silent on a node for which any other rule speaks.
        gathering: When one finding stands for all.
        parameters: The values that settings may change.
        fixes: Whether a fix is offered: ``safe``, ``unsafe`` (likely) or, as it may be, ``both``.
        unfit: Engines that can't run the rule, with the reason.
        valid: Plan fragments in which nothing is flagged.
        invalid: Plan fragments in which exactly the lines marked ``# !`` are flagged.
    """

    code: str
    level: Level
    message: Words
    help: Words
    why: Words
    holds: Words
    name: str = ""
    subject: Nodes | None = None
    requires: Condition | None = None
    unless: Condition | None = None
    scope: Scope = Scope()
    variants: Mapping[str, Words] = field(default_factory=dict)
    milder: Mapping[str, Severity] = field(default_factory=dict)
    helps: Mapping[str, Words] = field(default_factory=dict)
    at: tuple[str | int, ...] = ()
    related: Path | None = None
    shows: Mapping[str, str] = field(default_factory=dict)
    follows: tuple[Follows, ...] = ()
    yields: bool = False
    gathering: Gathering | None = None
    parameters: Mapping[str, Default] = field(default_factory=dict)
    fixes: Literal["safe", "unsafe", "both"] | None = None
    unfit: Mapping[str, Words] = field(default_factory=dict)
    valid: tuple[str, ...] = ()
    invalid: tuple[str, ...] = ()

    @property
    def family(self) -> int:
        """The first digit of the code's number."""
        digits = self.code.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return int(digits[0]) if digits else 9

    def __hash__(self) -> int:
        return hash(self.code)
