"""Status as text for people: by target area and objective, the worst first, eighty columns wide."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from sdggraph.analysis.status.groups import groups_of
from sdggraph.analysis.status.records import WORST_FIRST
from sdggraph.analysis.status.words import (
    aim_text,
    expected_text,
    left_out_text,
    result_text,
    sentences,
    value_text,
)
from sdggraph.base.numbers import drawable
from sdggraph.base.words import pick, words
from sdggraph.model.kinds import KINDS
from sdggraph_cli.counts import counted
from sdggraph_cli.glyphs import sparkline
from sdggraph_cli.text_report import page_width

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sdggraph.analysis.status.groups import Group
    from sdggraph.analysis.status.overview import Status
    from sdggraph.analysis.status.records import IndicatorStatus

__all__ = ["StatusText"]

_MARKS = {"achieved": "✓", "on_track": "●", "lagging": "◐", "off": "▼", "not_measured": "○", "no_data": "·"}
_PLAIN_MARKS = {"achieved": "+", "on_track": "=", "lagging": "~", "off": "v", "not_measured": "o", "no_data": "?"}
_COLORS = {"achieved": "green", "on_track": "green", "lagging": "yellow", "off": "red"}
_TOLD = ("lagging", "off", "not_measured", "no_data")
_FIGURES = 10
_CHART = 7
_YEAR = 6
_MOST_POINTS = 6
_HEADS = words("measured|expected|target|by", "målt|ventet|målverdi|innen")
_OTHERS = words("In no target area", "Utenfor målområdene")
_NO_INDICATOR = words("The plan has no indicators.", "Planen har ingen indikatorer.")
_MOST_NAMED = 10
_NONE = words("There is no such indicator.", "Ingen indikator passer til dette.")
_PROVISIONAL = words("* provisional figure", "* foreløpig tall")


@dataclass(slots=True)
class StatusText:
    """Writes status as text.

    Attributes:
        status: What is written.
        wanted: The ids of the indicators to write.
        lang: The language.
        explain: Whether to explain every indicator, not only those that lag or can't be judged.
        unicode: Whether more than ASCII can be shown.
        color: Whether to colour.
    """

    status: Status
    wanted: Collection[str]
    lang: str
    explain: bool = False
    unicode: bool = True
    color: bool = False

    def text(self) -> str:
        """Give the whole text."""
        return "\n".join(line.rstrip() for line in self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        each = [one for one in self.status.indicators if one.node in self.wanted]
        yield self._dim(f"{pick(words('as of', 'per'), self.lang)} {self.status.as_of.isoformat()}")
        if not each:
            yield from self._nothing()
            return
        yield from self._summary(each)
        yield self._dim(self._headings())
        for group in groups_of(self.status, self.wanted):
            yield from self._group(group, 0)
        yield from self._unmeasured()
        if any(one.latest and one.latest.provisional for one in each):
            yield ""
            yield self._dim(pick(_PROVISIONAL, self.lang))
        left = [(one, out) for one in each for out in one.left_out]
        if left:
            yield ""
            heading = words(f"Left out: {len(left)}", f"Utelatt: {len(left)}")
            yield self._bold(pick(heading, self.lang))
            for one, out in left:
                yield from self._wrapped(f"{one.title(self.lang)}: {left_out_text(out, self.lang)}", 2)

    def _nothing(self) -> Iterator[str]:
        """Say what is measured by nobody."""
        yield pick(_NONE if self.status.indicators else _NO_INDICATOR, self.lang)
        kinds = ("Prioritisation", "Selection", "TargetArea", "Objective", "Strategy")
        counts = {kind: len(self.status.graph.nodes(kind)) for kind in kinds}
        said = [
            f"{number} {pick(KINDS[kind].one if number == 1 else KINDS[kind].many, self.lang)}"
            for kind, number in counts.items()
            if number
        ]
        if said and not self.status.indicators:
            heading = pick(words("Nobody measures: ", "Ingen måler: "), self.lang)
            yield from self._wrapped(heading + ", ".join(said) + ".", 0)

    def _unmeasured(self) -> Iterator[str]:
        """Name the objectives that no indicator tells anything of."""
        titles = [self._called(one.node) for one in self.status.objectives if not one.indicators]
        if titles and len(self.wanted) == len(self.status.indicators):
            heading = words("Objectives that nobody measures", "Mål som ingen måler")
            yield ""
            yield self._bold(f"{pick(heading, self.lang)}: {len(titles)}")
            for title in titles[:_MOST_NAMED]:
                yield f"  {_cut(title, self._width() - 3)}"
            if len(titles) > _MOST_NAMED:
                yield f"  +{len(titles) - _MOST_NAMED}"

    def _called(self, node: str) -> str:
        number = getattr(self.status.graph.record(node), "number", None)
        title = self.status.graph.title(node, self.lang)
        return f"{number} {title}" if number else title

    def _summary(self, each: list[IndicatorStatus]) -> Iterator[str]:
        steering = [one for one in each if one.steering]
        numbers = {result: sum(one.result == result for one in steering) for result in WORST_FIRST}
        said = [
            f"{self._mark(name)} {number} {result_text(name, self.lang)}" for name, number in numbers.items() if number
        ]
        yield from self._wrapped(f"{counted('indicator', len(steering), self.lang)}: {', '.join(said)}", 0)
        red = sum(one.not_accepted for one in steering)
        late = sum(one.overdue for one in steering)
        if red:
            yield pick(
                words(f"{red} with a value that is not accepted", f"{red} har en verdi som ikke er godkjent"), self.lang
            )
        if late:
            they, those = ("it should be", "den skal") if late == 1 else ("they should be", "de skal")
            so_often = words(f"{late} not measured as often as {they}", f"{late} er ikke målt så ofte som {those}")
            yield pick(so_often, self.lang)

    def _width(self) -> int:
        return min(page_width(), 100)

    def _headings(self) -> str:
        *heads, by = pick(_HEADS, self.lang).split("|")
        return ("".join(f"{head:>{_FIGURES}}" for head in heads) + f"{by:>{_YEAR}}").rjust(self._width() - 1)

    def _group(self, group: Group, depth: int) -> Iterator[str]:
        indent = " " * (2 * depth)
        if depth == 0:
            yield ""
        title = pick(_OTHERS, self.lang) if group.node is None else self._called(group.node)
        yield indent + self._bold(_cut(title, self._width() - 2 * depth - 1))
        for one in group.indicators:
            yield from self._indicator(one, depth + 1)
        for inner in group.inner:
            yield from self._group(inner, depth + 1)

    def _indicator(self, one: IndicatorStatus, depth: int) -> Iterator[str]:
        indent = " " * (2 * depth)
        figures = "".join(f"{_cut(figure, _FIGURES - 1):>{_FIGURES}}" for figure in self._figures(one))
        due = one.aims[-1].date if one.aims else None
        figures += f"{due.year if due else '':>{_YEAR}}"
        room = self._width() - 1 - len(indent) - 2 - 3 * _FIGURES - _YEAR - _CHART - 1
        title = _cut(self._short(one), room)
        chart = f"{self._chart(one):>{_CHART}}"
        yield f"{indent}{self._mark(one.result)} {title:<{room}} {chart}{figures}"
        if self.explain or (one.result in _TOLD and one.steering) or one.not_accepted:
            told = " ".join(sentences(one, self.lang, left_out=False))
            result = result_text(one.result, self.lang)
            said = told if one.result == "not_measured" else f"{result[:1].upper()}{result[1:]}. {told}"
            yield from self._wrapped(said, len(indent) + 2, dim=True)
        for series in one.series:
            points = ", ".join(f"{value_text(point.value, self.lang)} ({point.date})" for point in series.points[-3:])
            yield from self._wrapped(f"{series.part}: {points}", len(indent) + 2, dim=True)

    def _short(self, one: IndicatorStatus) -> str:
        from sdggraph.model.texts import in_language

        return in_language(one.indicator.short, self.lang, one.language) or one.title(self.lang)

    def _figures(self, one: IndicatorStatus) -> tuple[str, str, str]:
        unit = "%" if one.unit(self.lang) == "%" else ""
        latest = value_text(one.latest.value, self.lang, unit) if one.latest else "-"
        if one.latest and one.latest.provisional:
            latest += "*"
        aim = aim_text(one, one.aims[-1], self.lang, unit, brief=True) if one.aims else ""
        return latest, expected_text(one, self.lang, unit), aim

    def _chart(self, one: IndicatorStatus) -> str:
        points = [*([one.baseline] if one.baseline else []), *one.points]
        values = [value for point in points if (value := drawable(point.value)) is not None]
        return sparkline(values[-_MOST_POINTS:], unicode=self.unicode) if len(values) > 1 else ""

    def _mark(self, result: str) -> str:
        mark = (_MARKS if self.unicode else _PLAIN_MARKS)[result]
        return click.style(mark, fg=_COLORS.get(result), bold=True) if self.color else mark

    def _bold(self, text: str) -> str:
        return click.style(text, bold=True) if self.color else text

    def _dim(self, text: str) -> str:
        return click.style(text, dim=True) if self.color else text

    def _wrapped(self, text: str, indent: int, *, dim: bool = False) -> Iterator[str]:
        space = " " * indent
        width = max(30, self._width() - 1 - indent)
        for line in textwrap.wrap(text.replace("\N{NO-BREAK SPACE}", "\0"), width, break_on_hyphens=False):
            shown = line.replace("\0", "\N{NO-BREAK SPACE}")
            yield space + (self._dim(shown) if dim else shown)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
