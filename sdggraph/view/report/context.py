"""What the sections of a report are written from: the plans, the reader, and each analysis when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias

from sdggraph.analysis.benefits import benefits
from sdggraph.analysis.coverage import coverage
from sdggraph.analysis.gaps import gaps_of
from sdggraph.analysis.interactions import interactions
from sdggraph.analysis.materiality import materiality
from sdggraph.analysis.money import money
from sdggraph.analysis.people import UNNAMED, people_among
from sdggraph.analysis.status.overview import status
from sdggraph.analysis.subject import node_title
from sdggraph.base.numbers import number_text
from sdggraph.base.words import pick, words
from sdggraph.model.codes import local_part
from sdggraph.model.texts import in_language
from sdggraph.view.phrases import date_words
from sdggraph.view.report.blocks import NOTHING

if TYPE_CHECKING:
    import datetime as dt
    from decimal import Decimal
    from pathlib import Path

    from sdggraph.analysis.benefits import BenefitPlan
    from sdggraph.analysis.comparison.records import Comparison
    from sdggraph.analysis.coverage import Coverage
    from sdggraph.analysis.gaps import Gaps
    from sdggraph.analysis.interactions import Interactions
    from sdggraph.analysis.materiality import Materiality
    from sdggraph.analysis.money import Money
    from sdggraph.analysis.status.overview import Status
    from sdggraph.graph.plan_graph import PlanGraph
    from sdggraph.lint.report import Report
    from sdggraph.model.plan import Plan
    from sdggraph.model.texts import Text

__all__ = ["AUDIENCES", "Audience", "Context", "Noun"]

Audience: TypeAlias = Literal["internal", "council", "public"]
AUDIENCES: tuple[Audience, ...] = ("internal", "council", "public")
Noun: TypeAlias = tuple[str, str]
"""A noun in English and in Norwegian, in one number."""

_CROWNS = {"nb": "kroner", "nn": "kroner", "no": "kroner", "se": "kroner", "da": "kroner", "sv": "kronor"}
"""What the money of a plan is called, by the plan's language; a plan in another says it of no currency."""


@dataclass
class Context:
    """The plans that a report is of, for whom and in which language.

    Attributes:
        graph: The plans.
        findings: What the linter says of them.
        lang: The language of the report.
        audience: internal readers see rule codes and findings; council and public see gaps in plain words.
        as_of: The date that counts as today; None takes the plan's own, or today.
        scores: A table of many people's scores for the materiality matrix.
        matrix: A table of interactions.
        since: What changed since an earlier plan.
    """

    graph: PlanGraph
    findings: Report
    lang: str
    audience: Audience = "internal"
    as_of: dt.date | None = None
    scores: Path | None = None
    matrix: Path | None = None
    since: Comparison | None = field(default=None)

    @property
    def plan(self) -> Plan:
        """The plan that the report is of: the first."""
        return self.graph.plans[0]

    @property
    def open(self) -> bool:
        """Whether the report is for readers outside: no rule codes, no names of persons."""
        return self.audience != "internal"

    @cached_property
    def status(self) -> Status:
        """How the indicators stand."""
        return status(self.graph, as_of=self.as_of)

    @cached_property
    def coverage(self) -> Coverage:
        """What the plan covers."""
        return coverage(self.graph, status=self.status)

    @cached_property
    def gaps(self) -> Gaps:
        """Where the thread is broken."""
        return gaps_of(self.graph)

    @cached_property
    def money(self) -> Money:
        """What the actions cost."""
        return money(self.graph)

    @cached_property
    def benefits(self) -> BenefitPlan:
        """The benefits realisation plan."""
        return benefits(self.graph, as_of=self.status.as_of)

    @cached_property
    def materiality(self) -> Materiality:
        """The materiality matrix."""
        return materiality(self.graph, scores=self.scores)

    @cached_property
    def interactions(self) -> Interactions:
        """How goals and targets help and hinder each other."""
        return interactions(self.graph, matrix=self.matrix)

    def say(self, en: str, nb: str) -> str:
        """Choose the words of the report's language."""
        return pick(words(en, nb), self.lang)

    def text(self, value: Text | None, plan: Plan | None = None) -> str:
        """Give a text of a plan in the report's language, or in the plan's own."""
        return in_language(value, self.lang, (plan or self.plan).language)

    @cached_property
    def people(self) -> frozenset[str]:
        """The units that go by a common word, because they seem to be persons and the readers are outside."""
        return people_among(self.graph) if self.open else frozenset()

    def title(self, node: str) -> str:
        """Give a node's title, a goal's or target's with its code, a plan node's with its own number."""
        if node in self.people:
            return pick(UNNAMED, self.lang)
        if node.startswith("sdg:"):
            return f"{local_part(node)} {self.graph.title(node, self.lang)}"
        return node_title(self.graph, node, self.lang)

    def titles(self, nodes: list[str], most: int = 3) -> str:
        """Name the first few of some nodes, and how many more there are."""
        named = [self.title(node) for node in nodes[:most]]
        rest = len(nodes) - most
        return "; ".join(named) + (self.say(f" and {rest} more", f" og {rest} til") if rest > 0 else "")

    def number(self, value: Decimal | float, decimals: int = 0) -> str:
        """Write a number as the language does."""
        return number_text(value, self.lang, decimals)

    def share(self, part: int, whole: int) -> str:
        """Write a share as whole per cent; a dash where there is nothing to share."""
        if not whole:
            return NOTHING
        per_cent = (200 * part + whole) // (2 * whole)
        # Not all is never 100 %, and something never 0 %.
        per_cent = min(max(per_cent, 1 if part else 0), 99 if part < whole else 100)
        return self.say(f"{per_cent}%", f"{per_cent} %")

    def money_text(self, amount: Decimal) -> str:
        """Write an amount in whole units of the plan's currency."""
        return self.number(amount)

    @property
    def currency(self) -> str:
        """What the plan's money is called; empty where its language doesn't tell."""
        return _CROWNS.get(self.plan.language.lower().partition("-")[0], "")

    def date(self, value: object) -> str:
        """Write a date as people say it."""
        return date_words(str(value), self.lang)

    def counted(self, number: int, one: Noun, many: Noun) -> str:
        """Write a number with its noun, or with more of the sentence than that."""
        return f"{self.number(number)} {self.say(*(one if number == 1 else many))}"

    def owner(self, node: str) -> str:
        """Give the title of the unit that owns a node; empty where nobody does."""
        return "; ".join(dict.fromkeys(self.title(one) for one in self.graph.targets_of(node, "owned_by")))

    def owner_shown(self, node: str) -> str:
        """Give who answers for a node; a dash where nobody does."""
        return self.owner(node) or NOTHING

    def measures_of(self, node: str) -> list[str]:
        """Give the municipal indicators that measure a node itself."""
        graph = self.graph
        return [one for one in graph.targets_of(node, "measured_by") if graph.kind(one) == "Indicator"]

    def rest(self, number: int) -> str:
        """Say how many more there are than were shown."""
        return self.say(f"And {self.number(number)} more.", f"Og {self.number(number)} til.")

    def above(self, strategy: str) -> list[str]:
        """Give the objectives and areas that a strategy belongs to, and what is above them."""
        graph = self.graph
        found: list[str] = []
        frontier = [strategy]
        while frontier:
            near = [
                other
                for node in frontier
                for relation in ("contributes_to", "part_of")
                for other in graph.targets_of(node, relation)
                if graph.kind(other) in ("Objective", "TargetArea")
            ]
            frontier = [node for node in dict.fromkeys(near) if node not in found]
            found += frontier
        return found
