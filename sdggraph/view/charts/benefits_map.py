"""The benefits map: what leads to what, from strategies and actions to the last benefits; drawn, and as Mermaid."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdggraph.analysis.benefits_chains import layers
from sdggraph.analysis.benefits_words import EFFECTS, KIND_WORDS, MOVED
from sdggraph.analysis.subject import node_title
from sdggraph.base.words import pick
from sdggraph.view.charts.heat_map import caption
from sdggraph.view.charts.svg import drawing, element, group, label, number
from sdggraph.view.charts.text_width import fit, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.benefits import BenefitPlan

__all__ = ["benefits_map", "benefits_mermaid"]

_PAD = 12
_GAP = 44
_BETWEEN = 10
_LEAST = 150
_INDENT = 16
_DEEPEST = 0.4  # of the width: how far in a long chain may go
_SMALL, _BODY = 11, 12
_LINES = 3
_HARMLESS = str.maketrans({"<": "\u2039", ">": "\u203a", "#": "\uff03", '"': "'"})
"""What Mermaid would read as markup or as an entity, and what stands for it."""


@dataclass(frozen=True, slots=True)
class _Card:
    """A node as it is drawn."""

    node: str
    x: float
    y: float
    width: float
    lines: list[str]
    below: str

    @property
    def height(self) -> float:
        return 16 + 15 * len(self.lines) + (15 if self.below else 0)


def benefits_map(found: BenefitPlan, lang: str, *, width: int = 960) -> str:
    """Draw the benefits map from left to right; where the columns would be too narrow, as a tree from top to bottom.

    Args:
        found: The benefits.
        lang: The language.
        width: In pixels.
    """
    nb = lang == "nb"
    gains = sum(row.effect == "positive" for row in found.benefits)
    drawbacks = len(found.benefits) - gains
    measured = sum(row.moved in ("better", "worse", "mixed", "unchanged", "changed") for row in found.benefits)
    gain, drawback = ("gevinst", "ulempe") if nb else ("gain", "drawback")
    many = "er" if nb else "s"
    counted = f"{gains} {gain}{'' if gains == 1 else many}"
    against = f"{drawbacks} {drawback if drawbacks == 1 or not nb else 'ulemp'}{'' if drawbacks == 1 else many}"
    title = (
        f"{counted} og {against}; {measured} av dem er målt siden nullpunktet."
        if nb
        else f"{counted} and {against}; measured since the zero-point: {measured}."
    )
    described = "; ".join(
        f"{found.graph.title(one.source, lang)} → {found.graph.title(one.benefit, lang)}" for one in found.links
    )
    parts, top = caption(title, width, _PAD)
    places = layers([row.node for row in found.benefits], found.links)
    columns = max(places.values(), default=0) + 1
    card = (width - 2 * _PAD - _GAP * (columns - 1)) / columns
    if card >= _LEAST:
        drawn, bottom = _columns(found, lang, places, min(card, 300), top)
    else:
        drawn, bottom = _tree(found, lang, width, top)
    ground = element("rect", x=0, y=0, width=width, height=bottom + _PAD, fill="surface")
    return drawing(
        width, bottom + _PAD, [ground, *parts, *drawn],
        name="benefits", title=title, description=described, lang=lang,
    )  # fmt: skip


def _columns(
    found: BenefitPlan, lang: str, places: dict[str, int], width: float, top: float
) -> tuple[list[str], float]:
    """Put each node in its column, near the middle of what it is tied to."""
    cards: dict[str, _Card] = {}
    for nodes in _ordered(found, places):
        y = top
        for node in nodes:
            x = _PAD + places[node] * (width + _GAP)
            cards[node] = _card(found, node, lang, x, y, width)
            y += cards[node].height + _BETWEEN
    parts = []
    for link in found.links:
        start, end = cards[link.source], cards[link.benefit]
        x1, y1 = start.x + start.width, start.y + start.height / 2
        x2, y2 = end.x, end.y + end.height / 2
        half = min((x2 - x1) / 2, _GAP)
        points = (x1, y1, x1 + half, y1, x2 - half, y2, x2, y2)
        way = "M{} {}C{} {} {} {} {} {}".format(*map(number, points))
        parts.append(element("path", d=way, fill="none", stroke="mark", stroke_width=1.5))
    parts += [_drawn(found, one, lang) for one in cards.values()]
    return parts, max((one.y + one.height for one in cards.values()), default=top)


def _ordered(found: BenefitPlan, places: dict[str, int]) -> list[list[str]]:
    """Give the nodes of each column, ordered by what they are tied to, a few times over, so that lines cross less."""
    columns: dict[int, list[str]] = defaultdict(list)
    index = found.graph.index.number
    for node in sorted(places, key=lambda node: index[node]):
        columns[places[node]].append(node)
    tied: dict[str, list[str]] = defaultdict(list)
    for link in found.links:
        tied[link.source].append(link.benefit)
        tied[link.benefit].append(link.source)
    for _ in range(4):
        rank = {node: at / max(len(nodes), 1) for nodes in columns.values() for at, node in enumerate(nodes)}
        for nodes in columns.values():
            nodes.sort(key=lambda node: _middle([rank[one] for one in tied[node]], rank[node]))
    return [columns[place] for place in sorted(columns)]


def _middle(ranks: list[float], own: float) -> float:
    return sum(ranks) / len(ranks) if ranks else own


def _tree(found: BenefitPlan, lang: str, width: int, top: float) -> tuple[list[str], float]:
    """Put each last benefit with what it results from under it, further in; what was drawn before is only named."""
    before: dict[str, list[str]] = defaultdict(list)
    for link in found.links:
        before[link.benefit].append(link.source)
    sources = {link.source for link in found.links}
    parts: list[str] = []
    drawn: set[str] = set()
    y = top
    stack = [(row.node, 0, top) for row in reversed(found.benefits) if row.node not in sources]
    while stack:
        node, depth, above = stack.pop()
        again = node in drawn and bool(before[node])
        x = _PAD + min(depth * _INDENT, width * _DEEPEST)
        card = _card(found, node, lang, x, y, width - _PAD - x, brief=again)
        if depth:
            elbow = f"M{number(x - _INDENT / 2)} {number(above)}V{number(y + card.height / 2)}H{number(x)}"
            parts.append(element("path", d=elbow, fill="none", stroke="mark", stroke_width=1.5))
        parts.append(_drawn(found, card, lang))
        if not again:
            drawn.add(node)
            stack += [(source, depth + 1, y + card.height) for source in reversed(before[node])]
        y += card.height + _BETWEEN
    return parts, y


def _card(found: BenefitPlan, node: str, lang: str, x: float, y: float, width: float, *, brief: bool = False) -> _Card:
    title = node_title(found.graph, node, lang) + (" ↑" if brief else "")
    row = next((one for one in found.benefits if one.node == node), None)
    lines = wrap(title, width - 22, _BODY, lines=1 if brief else _LINES, bold=row is not None)
    below = ""
    if row is not None and not brief:
        said = [str(row.due)] if row.due else []
        said += [pick(KIND_WORDS[row.kind], lang), pick(MOVED[row.moved], lang)]
        if row.effect == "negative":
            said.insert(0, pick(EFFECTS["negative"], lang))
        below = fit(", ".join(said), width - 22, _SMALL)
    return _Card(node, x, y, width, lines, below)


def _drawn(found: BenefitPlan, card: _Card, lang: str) -> str:
    """Draw a card: a benefit filled, with a stripe of its effect; a strategy or action outlined."""
    row = next((one for one in found.benefits if one.node == card.node), None)
    paint = "surface" if row is None else "desired-ground" if row.effect == "positive" else "unaccepted-ground"
    box = element(
        "rect", x=card.x, y=card.y, width=card.width, height=card.height, rx=4, fill=paint, stroke="strong"
    )  # fmt: skip
    shown = [box]
    if row is not None:
        stripe = "desired" if row.effect == "positive" else "unaccepted"
        shown.append(element("rect", x=card.x, y=card.y, width=4, height=card.height, rx=2, fill=stripe))
    y = card.y + 20
    for line in card.lines:
        shown.append(label(card.x + 12, y, line, size=_BODY, font_weight=None if row is None else 600))
        y += 15
    if card.below:
        shown.append(label(card.x + 12, y, card.below, size=_SMALL, fill="ink2"))
    return group(shown, title=node_title(found.graph, card.node, lang))


def benefits_mermaid(found: BenefitPlan, lang: str) -> str:
    """Give the benefits map as a Mermaid flow chart; texts are quoted, so that no title can end a label."""
    return "\n".join(_mermaid(found, lang)) + "\n"


def _mermaid(found: BenefitPlan, lang: str) -> Iterator[str]:
    yield "flowchart LR"
    names: dict[str, str] = {}
    benefits = {row.node: row for row in found.benefits}
    for node in (*benefits, *(link.source for link in found.links)):
        if node not in names:
            names[node] = f"n{len(names)}"
            title = node_title(found.graph, node, lang).translate(_HARMLESS)
            left, right = ("([", "])") if node in benefits else ("[", "]")
            yield f'  {names[node]}{left}"{title}"{right}'
    for link in found.links:
        minus = "-.->" if benefits[link.benefit].effect == "negative" else "-->"
        yield f"  {names[link.source]} {minus} {names[link.benefit]}"
