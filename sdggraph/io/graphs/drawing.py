"""What DOT and Mermaid share: labels in lines, how kinds and relations look."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any, NamedTuple

from sdggraph.base.words import pick
from sdggraph.graph.index import NEGATIVE
from sdggraph.semantic.fields import camel
from sdggraph.semantic.words_of_properties import property_label

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["INK", "LINE", "WARNING", "drawn_edges", "label_lines", "relation_label"]

INK, LINE, WARNING = "#16181B", "#666B72", "#A8380F"
"""The explorer's ink, its quiet ink, and the colour of what works against a goal."""

_WIDTH = 30
_LINES = 4
_QUIET = frozenset({"contributes_to", "part_of"})


class DrawnEdge(NamedTuple):
    """One edge as it is drawn: its ends, its label, and how firmly it holds."""

    source: str
    relation: str
    target: str
    label: str
    against: bool
    faint: bool


def label_lines(node: str, said: dict[str, Any]) -> list[str]:
    """Give a node's label in short lines: its code or number, then its title; what is too long ends in ``…``."""
    head = said.get("code") or said.get("number")
    title = " ".join(said["title"].split()) or node
    lines = textwrap.wrap(f"{head} {title}" if head else title, _WIDTH, max_lines=_LINES, placeholder=" …")
    return lines or [node]


def relation_label(relation: str, language: str) -> str:
    """Give the words of a relation; none for those that the picture itself tells."""
    return "" if relation in _QUIET else pick(property_label(camel(relation)), language[:2].lower())


def drawn_edges(view: nx.MultiDiGraph[str], language: str) -> list[DrawnEdge]:
    """Give the edges of a graph as they are drawn."""
    return [
        DrawnEdge(
            source,
            said["relation"],
            target,
            relation_label(said["relation"], language),
            said["relation"] == NEGATIVE or said.get("score", 0) < 0,
            said.get("role") == "secondary",
        )
        for source, target, said in view.edges(data=True)
    ]
