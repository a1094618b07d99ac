"""What the explorer is given: plain nodes, edges and findings, ready to be written as JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sdggraph.model import kinds

__all__ = ["KINDS", "Edge", "Note", "Payload", "PayloadNode", "Texts"]

Texts: TypeAlias = dict[str, str]
"""One text in each language in which the plan has it."""

KINDS = tuple(kind for kind in kinds.KINDS if kind not in {"Prioritisation", "Selection", "Interaction"})
"""Node kinds in the order in which they are always listed; what a plan says of a goal is shown on that goal."""


@dataclass(slots=True)
class PayloadNode:
    """One node as the page shows it.

    Attributes:
        number: The plan's own number of it, or a UN node's code.
        text: What the plan says of it at length; for a goal, its significance.
        more: What only some kinds have, under the names that the page's panel reads.
    """

    id: str
    kind: str
    title: Texts
    number: str = ""
    short: Texts = field(default_factory=dict)
    text: Texts = field(default_factory=dict)
    more: dict[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Give the node without its empty fields."""
        row: dict[str, Any] = {"id": self.id, "kind": self.kind, "title": self.title}
        if self.number:
            row["number"] = self.number
        if self.short:
            row["short"] = self.short
        if self.text:
            row["text"] = self.text
        row.update((key, value) for key, value in self.more.items() if value not in (None, "", [], {}, False))
        return row


@dataclass(frozen=True, slots=True)
class Edge:
    """One relation between two nodes, by their positions in the payload."""

    source: int
    target: int
    relation: str
    role: str = ""
    why: str = ""

    def to_json(self) -> list[Any]:
        """Give the edge as a short list; the page knows the order."""
        row: list[Any] = [self.source, self.target, self.relation]
        if self.role or self.why:
            row.append(self.role)
        if self.why:
            row.append(self.why)
        return row


@dataclass(frozen=True, slots=True)
class Note:
    """One diagnostic as the page shows it, in each language that it was made in; ``title`` says what the rule finds."""

    at: int | None
    code: str
    severity: str
    name: str
    message: Texts
    help: Texts = field(default_factory=dict)
    consequences: int = 0
    title: Texts = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Give the finding for the page."""
        row: dict[str, Any] = {
            "at": self.at,
            "code": self.code,
            "severity": self.severity,
            "name": self.name,
            "message": self.message,
        }
        if self.help:
            row["help"] = self.help
        if self.title:
            row["title"] = self.title
        if self.consequences:
            row["consequences"] = self.consequences
        return row


@dataclass(slots=True)
class Payload:
    """A plan system as one page shows it."""

    title: Texts
    line: Texts = field(default_factory=dict)
    nodes: list[PayloadNode] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    lang: str = "nb"
    languages: tuple[str, ...] = ("nb", "en")
    values: dict[str, Texts] = field(default_factory=dict)
    shows_actions: bool = False

    def of_kind(self, *kinds: str) -> list[int]:
        """Give the positions of the nodes of these kinds."""
        return [position for position, node in enumerate(self.nodes) if node.kind in kinds]

    def to_json(self) -> dict[str, Any]:
        """Give nodes, edges and findings; facts, words and coordinates are added by those who know them."""
        return {
            "title": self.title,
            "line": self.line,
            "lang": self.lang,
            "languages": list(self.languages),
            "values": self.values,
            "actions": self.shows_actions,
            "nodes": [node.to_json() for node in self.nodes],
            "edges": [edge.to_json() for edge in self.edges],
            "notes": [note.to_json() for note in self.notes],
        }
