"""The benefits realisation plan as text for people: a table, sums by kind, and the chains as a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.analysis.benefits import KINDS
from sdggraph.analysis.benefits_words import EFFECTS, KIND_WORDS, MOVED, status_word
from sdggraph.analysis.subject import node_title
from sdggraph.base.words import pick
from sdggraph_cli.text_table import amount, capital, speaker, tabulated, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sdggraph.analysis.benefits import BenefitPlan, BenefitRow
    from sdggraph.graph.plan_graph import PlanGraph

__all__ = ["benefits_text"]


def benefits_text(found: BenefitPlan, lang: str, by: str | None) -> Iterator[str]:
    """Write the plan: by kind, or grouped by owner or due year."""
    say = speaker(lang)
    if not found.benefits:
        yield say("The plan has no benefits.", "Planen har ingen gevinster.")
        return
    yield from _table(found, lang, by)
    yield ""
    yield from _sums(found, lang)
    yield say("What leads to what", "Hva som fører til hva")
    yield from _tree(found, lang)
    for loop in found.loops:
        names = ", ".join(found.graph.title(node, lang) for node in loop)
        yield from wrapped(say(f"These result from each other: {names}", f"Disse følger av hverandre: {names}"))


def _groups(found: BenefitPlan, lang: str, by: str | None) -> Iterator[tuple[str, Iterable[BenefitRow]]]:
    say = speaker(lang)
    if by == "owner":
        for owner, rows in found.by_owner().items():
            yield (node_title(found.graph, owner, lang) if owner else say("no owner", "ingen ansvarlig")), rows
    elif by == "due":
        for year, rows in found.by_due().items():
            yield (str(year) if year else say("no due date", "ingen frist")), rows
    else:
        for effect in ("positive", "negative"):
            for kind in (*KINDS, None):
                chosen = [row for row in found.benefits if row.kind == kind and row.effect == effect]
                if chosen:
                    yield f"{pick(KIND_WORDS[kind], lang)}, {pick(EFFECTS[effect], lang)}", chosen


def _table(found: BenefitPlan, lang: str, by: str | None) -> Iterator[str]:
    say = speaker(lang)
    heads = say("Benefit|owner|due|status|since zero-point", "Gevinst|ansvarlig|frist|status|siden nullpunkt").split(
        "|"
    )
    lines = []
    for title, rows in _groups(found, lang, by):
        lines.append([capital(title)])
        lines += [_line(found, row, lang) for row in rows]
    yield from tabulated(heads, lines, flexible=(0, 1, 4), left=(0, 1, 3, 4))


def _line(found: BenefitPlan, row: BenefitRow, lang: str) -> list[str]:
    minus = "\N{MINUS SIGN} " if row.effect == "negative" else ""
    return [
        f"  {minus}{node_title(found.graph, row.node, lang)}",
        found.graph.title(row.owner, lang) if row.owner else speaker(lang)("nobody", "ingen"),
        str(row.due) if row.due else "\N{EN DASH}",
        status_word(row.status, lang),
        pick(MOVED[row.moved], lang),
    ]


def _sums(found: BenefitPlan, lang: str) -> Iterator[str]:
    say = speaker(lang)
    if not found.sums:
        return
    heads = say("Priced, by year|year|planned|realised", "Med pris, per år|år|planlagt|tatt ut").split("|")
    rows = []
    for one in found.sums:
        minus = -1 if one.effect == "negative" else 1
        planned, realised = one.planned * minus, None if one.realised is None else one.realised * minus
        name = f"{pick(KIND_WORDS[one.kind], lang)}, {pick(EFFECTS[one.effect], lang)}"
        rows.append([capital(name), str(one.year), amount(planned, lang), amount(realised, lang)])
    yield from tabulated(heads, rows)
    yield from wrapped(
        say(
            "Each kind for itself, drawbacks apart from gains, and no sum over years: a benefit that lasts is counted "
            "again each year. What has no price is not summed.",
            "Hver type for seg, ulemper for seg, og ingen sum over år: en gevinst som varer, telles på nytt hvert år. "
            "Gevinster uten pris summeres ikke.",
        )
    )
    yield ""


def _tree(found: BenefitPlan, lang: str) -> Iterator[str]:
    """Write each last benefit with what it results from under it; what was shown before is not shown again."""
    before: dict[str, list[str]] = {}
    for link in found.links:
        before.setdefault(link.benefit, []).append(link.source)
    sources = {link.source for link in found.links}
    ends = [row.node for row in found.benefits if row.node not in sources]
    shown: set[str] = set()
    for end in ends:
        yield from _branch(found.graph, end, before, shown, lang)


def _branch(graph: PlanGraph, end: str, before: dict[str, list[str]], shown: set[str], lang: str) -> Iterator[str]:
    """Draw a tree from its root; a stack, since a chain may be longer than Python's own stack is deep."""
    waiting = [(end, "", "")]
    while waiting:
        node, first, rest = waiting.pop()
        again = node in shown and node in before
        lines = list(wrapped(node_title(graph, node, lang) + (" ↑" if again else ""), len(first)))
        for number, line in enumerate(lines):
            yield (first if number == 0 else rest) + line[len(first) :]
        if again:
            continue
        shown.add(node)
        for place, source in enumerate(reversed(before.get(node, []))):
            waiting.append((source, rest + ("├─ " if place else "└─ "), rest + ("│  " if place else "   ")))
