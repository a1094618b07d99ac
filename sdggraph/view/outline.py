"""The plan as plain nested lists: what is read without JavaScript, in a mail preview and in print."""

from __future__ import annotations

from collections import defaultdict
from html import escape
from typing import TYPE_CHECKING

from sdggraph.base.words import pick
from sdggraph.view.phrases import load_phrases, number_words, phrase
from sdggraph.view.results import latest

if TYPE_CHECKING:
    from sdggraph.view.facts import Facts
    from sdggraph.view.layout.columns import ColumnLayout
    from sdggraph.view.payload import Note, Payload

__all__ = ["outline_html"]

_OTHERS = ("NationalGoal", "Indicator", "Benefit", "Stakeholder", "Precondition", "Engagement", "Unit", "Plan")


def outline_html(payload: Payload, facts: Facts, layout: ColumnLayout, lang: str) -> str:
    """Write every node of the plan as escaped HTML lists, in the picture's order.

    Args:
        payload: The plan.
        facts: What follows from it.
        layout: The order.
        lang: The language.
    """
    return _Outline(payload, facts, layout, lang).render()


class _Outline:
    def __init__(self, payload: Payload, facts: Facts, layout: ColumnLayout, lang: str) -> None:
        self.payload, self.facts, self.layout, self.lang = payload, facts, layout, lang
        self.words = load_phrases(lang)
        self.notes: dict[int | None, list[Note]] = defaultdict(list)
        for note in payload.notes:
            self.notes[note.at].append(note)
        self.claims: dict[int, list[int]] = defaultdict(list)
        self.measured: dict[int, list[int]] = defaultdict(list)
        self.owners: dict[int, list[int]] = defaultdict(list)
        for edge in payload.edges:
            if edge.relation == "contributes_to" and payload.nodes[edge.target].kind in {
                "Goal",
                "Target",
                "NationalGoal",
            }:
                self.claims[edge.source].append(edge.target)
            elif edge.relation == "measured_by":
                self.measured[edge.source].append(edge.target)
            elif edge.relation == "owned_by":
                self.owners[edge.source].append(edge.target)
        self.parts: list[str] = []

    def render(self) -> str:
        for band in self.layout.areas:
            if band.node is not None:
                self.tree([band.node], heading=True)
        placed = {band.node for band in self.layout.areas}
        loose = [
            row
            for row in self.payload.of_kind("Objective", "Strategy", "Action")
            if row not in self.facts.parent and row not in placed
        ]
        if loose:
            self.section("Objective", loose)
        goals = [band.node for band in self.layout.goals if band.node is not None]
        self.section("Goal", [*goals, *self.layout.unprioritised])
        for kind in _OTHERS:
            self.section(kind, self.payload.of_kind(kind))
        if self.notes[None]:
            self.parts.append(f"<h2>{escape(phrase(self.words, 'panel.findings'))}</h2>")
            self.findings(None)
        return "".join(self.parts)

    def section(self, kind: str, positions: list[int]) -> None:
        if positions:
            self.parts.append(f"<h2>{escape(phrase(self.words, f'column.{kind}'))}</h2>")
            self.tree(positions)

    def tree(self, tops: list[int], *, heading: bool = False) -> None:
        """Write nodes and all below them, without recursion: plans may be deep."""
        skipped = {"TargetArea"} if heading else set()
        self.parts.append("<ul>" if not heading else "")
        waiting: list[int | str] = ["" if heading else "</ul>", *reversed(tops)]
        while waiting:
            item = waiting.pop()
            if isinstance(item, str):
                self.parts.append(item)
                continue
            is_heading = heading and item in tops
            self.parts.append(self.head(item) if is_heading else f"<li>{self.line(item)}")
            below = [row for row in self.layout.children.get(item, ()) if self.payload.nodes[row].kind not in skipped]
            waiting.append("" if is_heading else "</li>")
            if below:
                self.parts.append("<ul>")
                waiting.extend(["</ul>", *reversed(below)])

    def head(self, position: int) -> str:
        return f"<h2>{self.name(position)}</h2>{self.tail(position)}"

    def line(self, position: int) -> str:
        kind = phrase(self.words, f"kind.{self.payload.nodes[position].kind}", n=1)
        return f'<span class="k">{escape(kind)}</span> {self.name(position)}{self.tail(position)}'

    def name(self, position: int) -> str:
        node = self.payload.nodes[position]
        number = f"<b>{escape(node.number)}</b> " if node.number else ""
        lang = self.lang if self.lang in node.title else next(iter(node.title), self.lang)
        return (
            f'{number}<span dir="auto" lang="{escape(lang, quote=True)}">{escape(pick(node.title, self.lang))}</span>'
        )

    def tail(self, position: int) -> str:
        """Say what the node contributes to, who owns and measures it, and what is wrong with it."""
        node, said = self.payload.nodes[position], []
        if text := pick(node.text, self.lang) if node.text else "":
            said.append(f'<span dir="auto">{escape(text.rstrip(". "))}</span>')
        for key, found in (("contributes", self.claims), ("owner", self.owners), ("measured_by", self.measured)):
            if names := [self.short(other) for other in found[position]]:
                said.append(f"{escape(phrase(self.words, f'panel.{key}'))}: {', '.join(names)}")
        if node.kind == "Indicator":
            said.append(escape(self.result(position)))
        if node.kind in {"Objective", "Strategy"} and not self.facts.measured.get(position):
            said.append(f"<strong>{escape(phrase(self.words, 'gap.unmeasured'))}</strong>")
        start = len(self.parts)
        self.findings(position)
        findings = "".join(self.parts[start:])
        del self.parts[start:]
        return (f"<p>{'. '.join(said)}.</p>" if said else "") + findings

    def short(self, position: int) -> str:
        node = self.payload.nodes[position]
        return escape(f"{node.number} {pick(node.title, self.lang)}".strip())

    def result(self, position: int) -> str:
        more = self.payload.nodes[position].more
        point = latest(more)
        word = phrase(self.words, f"result.{more.get('result', 'unmeasured')}")
        if point is None:
            return word
        value = point["value"]
        shown = number_words(value, self.lang) if isinstance(value, int | float) else str(value)
        shown = phrase(self.words, f"value.{value}") if value in ("yes", "no") else shown
        unit = more.get("unit") or ""
        said = f"{shown} {unit if isinstance(unit, str) else pick(unit, self.lang)}".strip()
        return f"{said} ({point.get('date', '')}), {word}"

    def findings(self, position: int | None) -> None:
        for note in self.notes.get(position, ()):
            severity = phrase(self.words, f"severity.{note.severity}", n=1)
            mend = f" {phrase(self.words, 'panel.mend')} {pick(note.help, self.lang)}" if note.help else ""
            message = pick(note.message, self.lang)
            stop = "" if message.endswith((".", "?", "!")) else "."
            said = f"{message}{stop}{mend} [{note.code}]"
            self.parts.append(f'<p class="{note.severity}"><b>{escape(severity)}:</b> {escape(said)}</p>')
