"""A thread for the terminal, as a tree with what breaks it in words, and as a Mermaid flow chart."""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING

import click

from sdggraph.base.words import pick
from sdggraph.lint.phrases import capitalised, listed, node_phrase
from sdggraph.model.codes import local_part
from sdggraph.model.kinds import KINDS
from sdggraph_cli.counts import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.thread_records import Thread, ThreadStep
    from sdggraph.base.diagnostics import Diagnostic
    from sdggraph.graph.plan_graph import PlanGraph

__all__ = ["ThreadReport", "mermaid_lines"]

_HARMLESS = str.maketrans({"<": "\u2039", ">": "\u203a", "#": "\uff03"})
"""What Mermaid would read as markup or as an entity, and what stands for it."""

_MOST = 10
"""How many breaks are said, unless all are asked for."""

_TOPS = ("Goal", "GlobalIndicator", "NationalGoal")


class ThreadReport:
    """Writes threads in one language, never wider than the terminal."""

    def __init__(self, graph: PlanGraph, lang: str, *, color: bool, everything: bool = False) -> None:
        self.graph = graph
        self.nb = lang == "nb"
        self.lang = lang
        self.color = color
        self.everything = everything
        self.width = max(40, min(100, shutil.get_terminal_size((80, 24)).columns))

    def lines(self, thread: Thread) -> Iterator[str]:
        """Give a thread: what it comes to, the way up, the way down, and what breaks it."""
        node = thread.up.node
        yield from self._paragraph(self._bold(capitalised(self._name(node))))
        yield from self._paragraph(self._comes_to(thread))
        if self.graph.kind(node) not in _TOPS:
            yield from self._way(
                thread.up, self._say("up", "oppover"), self._say("leads nowhere", "fører ingen steder")
            )
        nothing = self._say("nothing hangs below", "ingenting hører til under")
        yield from self._way(thread.down, self._say("down", "nedover"), nothing)
        if thread.above:
            yield self._bold("  " + self._say("measured through what it belongs to", "måles gjennom det den hører til"))
            for owner, indicator in thread.above:
                said = f"{self._name(owner)}: {self._name(indicator)}"
                yield from _wrapped(said, self.width, initial_indent="  • ", subsequent_indent="    ")
        yield from self._breaks(thread)

    def way(self, step: ThreadStep) -> Iterator[str]:
        """Give one way from a node to another."""
        yield from self._paragraph(self._bold(capitalised(self._name(step.node))))
        yield from self._branches(step, "")

    def _comes_to(self, thread: Thread) -> str:
        """Say in a sentence or two what the thread leads to."""
        said = []
        if self.graph.kind(thread.up.node) not in _TOPS:
            codes = [local_part(goal) for goal in thread.goals]
            many = "bærekraftsmål" if self.nb else "goal" if len(codes) == 1 else "goals"
            none = self._say("Reaches no goal.", "Når ikke fram til noe bærekraftsmål.")
            said.append(f"{self._say('Reaches', 'Når')} {many} {listed(codes, self.lang)}." if codes else none)
        below = [
            f"{number} {pick(KINDS[kind].one if number == 1 else KINDS[kind].many, self.lang)}"
            for kind, number in thread.below
        ]
        if below:
            said.append(f"{self._say('Below it:', 'Under:')} {listed(below, self.lang)}.")
        if not thread.breaks:
            said.append(self._say("Nothing breaks the thread.", "Ingenting bryter tråden."))
        return " ".join(said)

    def _way(self, step: ThreadStep, heading: str, nothing: str) -> Iterator[str]:
        yield self._bold(f"  {heading}")
        if step.steps:
            yield from self._branches(step, "  ")
        else:
            yield f"  └─ {nothing}"

    def _branches(self, step: ThreadStep, indent: str) -> Iterator[str]:
        for number, inner in enumerate(step.steps):
            last = number == len(step.steps) - 1 and not step.left
            further = indent + ("   " if last else "│  ")
            branch = f"{indent}{'└─' if last else '├─'} "
            says = pick(inner.words(), self.lang)
            again = self._say(" (see above)", " (se over)") if inner.again else ""
            text = f"{says} {self._name(inner.node)}{again}".strip()
            deeper = f"{further}│  " if inner.steps or inner.left else f"{further}   "
            yield from _wrapped(
                text, max(self.width, len(branch) + 30), initial_indent=branch, subsequent_indent=deeper
            )
            yield from self._branches(inner, further)
        if step.left:
            left = counted("node", step.left, self.lang)
            yield f"{indent}└─ … {left} {self._say('more; --all shows them', 'til; --all viser dem')}"

    def _breaks(self, thread: Thread) -> Iterator[str]:
        if thread.breaks:
            yield self._bold("  " + self._say("what breaks it", "det som bryter den"))
        shown = thread.breaks if self.everything else thread.breaks[:_MOST]
        for one in shown:
            yield from self._break(one)
        if left := len(thread.breaks) - len(shown):
            yield "  … " + self._say(f"{left} more; --all shows them", f"{left} til; --all viser dem")
        if thread.findings:
            found = counted("finding", len(thread.findings), self.lang)
            other = self._say("besides on these nodes: sdggraph lint", "ellers på disse nodene: sdggraph lint")
            yield f"  {found} {other}"

    def _break(self, one: Diagnostic) -> Iterator[str]:
        mark = click.style("\u00d7", fg="red", bold=True) if self.color else "\u00d7"
        first, *rest = _wrapped(f"{one.message} ({one.code})", self.width - 4)
        yield f"  {mark} {first}"
        yield from (f"    {line}" for line in rest)
        for consequence in one.consequences[:3]:
            if consequence.subject in self.graph:
                said = f"{self._say('and so', 'og dermed')} {self._name(consequence.subject)} ({consequence.code})"
                yield from _wrapped(said, self.width, initial_indent="    ", subsequent_indent="      ")
        if len(one.consequences) > 3:
            yield "    … " + self._say(f"{len(one.consequences) - 3} more", f"{len(one.consequences) - 3} til")
        if one.help:
            yield from _wrapped(one.help, self.width, initial_indent="    → ", subsequent_indent="      ")

    def _paragraph(self, text: str) -> list[str]:
        return _wrapped(text, self.width) or []

    def _name(self, node: str) -> str:
        return node_phrase(self.graph.index, self.graph.index.number[node], self.lang)

    def _bold(self, text: str) -> str:
        return click.style(text, bold=True) if self.color else text

    def _say(self, en: str, nb: str) -> str:
        return nb if self.nb else en


def _wrapped(text: str, width: int, initial_indent: str = "", subsequent_indent: str = "") -> list[str]:
    return textwrap.wrap(
        text, width, initial_indent=initial_indent, subsequent_indent=subsequent_indent, break_on_hyphens=False
    )


def mermaid_lines(steps: list[ThreadStep], graph: PlanGraph, lang: str) -> Iterator[str]:
    """Give threads as one Mermaid flow chart; texts are quoted, so that no title can end a label."""
    yield "flowchart LR"
    numbers: dict[str, str] = {}
    lines: dict[str, None] = {}

    def name(node: str, label: str | None = None) -> str:
        if node not in numbers:
            numbers[node] = f"n{len(numbers)}"
            said = label or node_phrase(graph.index, graph.index.number[node], lang)
            lines[f'  {numbers[node]}["{said.replace(chr(34), chr(39)).translate(_HARMLESS)}"]'] = None
        return numbers[node]

    def walk(step: ThreadStep) -> None:
        here = name(step.node)
        for inner in step.steps:
            there = name(inner.node)
            ends = (there, here) if inner.backward else (here, there)
            lines[f"  {ends[0]} -->|{inner.relation}| {ends[1]}"] = None
            walk(inner)
        if step.left:
            more = name(f"{step.node} …", f"… {counted('node', step.left, lang)}")
            lines[f"  {here} -.- {more}"] = None

    for step in steps:
        walk(step)
    yield from lines
