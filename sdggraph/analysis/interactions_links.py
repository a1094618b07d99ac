"""The interactions that the plans state, and what the plans pursue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdggraph.graph.index import ABOUT
from sdggraph.model.texts import in_language

if TYPE_CHECKING:
    from sdggraph.graph.plan_graph import PlanGraph
    from sdggraph.model.texts import Text

__all__ = ["Link", "pursued_by", "stated_links"]


@dataclass(frozen=True, slots=True)
class Link:
    """One scored interaction.

    Attributes:
        source: The id of the goal, target or strategy that acts.
        target: The id of the goal or target that is helped or hindered.
        score: From -3 to 3.
        note: What is said of it.
        evidence: Where it is known from.
        interaction: The id of the plan's Interaction; None if a matrix says it.
        mitigated_by: The strategies and actions that soften it.
        language: The language of its texts.
    """

    source: str
    target: str
    score: int
    note: Text | None = None
    evidence: Text | None = None
    interaction: str | None = None
    mitigated_by: tuple[str, ...] = ()
    language: str = ""

    def note_in(self, lang: str) -> str:
        """Give the note in a language."""
        return in_language(self.note, lang, self.language)

    def evidence_in(self, lang: str) -> str:
        """Give the evidence in a language."""
        return in_language(self.evidence, lang, self.language)


def stated_links(graph: PlanGraph) -> tuple[Link, ...]:
    """Give the plans' own interactions; one without a score, or whose ends lead nowhere, is the linter's business."""
    found = []
    for node in graph.nodes("Interaction"):
        sources, targets = graph.targets_of(node, "acts_from"), graph.targets_of(node, "acts_on")
        record, plan = graph.record(node), graph.plan_of(node)
        if not (sources and targets and isinstance(record.score, int)):
            continue
        mitigated_by = tuple(dict.fromkeys(graph.sources_of(node, "mitigates")))
        language = plan.language if plan else ""
        found.append(
            Link(sources[0], targets[0], record.score, record.note, record.evidence, node, mitigated_by, language)
        )
    return tuple(found)


def pursued_by(graph: PlanGraph) -> frozenset[str]:
    """Give the ids of all that the plans pursue: strategies, and the goals and targets that they name or claim."""
    claimed = {edge.target for edge in graph.edges("contributes_to")} | {edge.target for edge in graph.edges(ABOUT)}
    shared = {node for node in claimed if graph.kind(node) in ("Goal", "Target")}
    above = {goal for node in shared if graph.kind(node) == "Target" for goal in graph.targets_of(node, "part_of")}
    return frozenset({*graph.nodes("Strategy"), *shared, *above})
