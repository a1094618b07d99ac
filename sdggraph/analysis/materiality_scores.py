"""Many people's scores of goals, from a table: means, spread and number of voices, and no names.

Who gave a score is only used to tell two people apart. A group is shown for a goal when it has at least three voices on
it, and its spread from five, so that nobody can read one person's opinion out of them.
"""

from __future__ import annotations

import statistics
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sdggraph.analysis.score_tables import HEAD_ROWS, ScoreTable, columns_of, heading_names, sheets_in
from sdggraph.base.errors import InputError
from sdggraph.base.places import Place
from sdggraph.base.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal
    from pathlib import Path

    from sdggraph.base.diagnostics import Finding
    from sdggraph.graph.plan_graph import PlanGraph
    from sdggraph.io.tables.sheet import Sheet

__all__ = ["LEAST_VOICES", "GroupScore", "Score", "Scores", "read_scores"]

LEAST_VOICES = 3
"""The fewest voices that a group's mean is shown for."""

_LEAST_FOR_SPREAD = 5
"""The fewest for its spread: that three people are of one mind tells what each of them thinks."""

_FIELDS = heading_names(
    {
        "goal": "goal|sdg|goals|mål|bærekraftsmål|globalt mål|code|kode",
        "group": "group|stakeholder group|stakeholder|gruppe|interessentgruppe|interessent|rolle|role",
        "person": "person|name|respondent|participant|who|id|navn|deltaker|deltakar|svarer|hvem|e-post|email|epost",
        "stakeholders": "importance|stakeholder importance|importance to stakeholders|stakeholders|viktighet|"
        "betydning|betydning for interessentene|viktighet for interessentene|interessenter|vesentlighet",
        "impact": "impact|municipal impact|impact of the municipality|påvirkning|kommunens påvirkning|"
        "påvirkningskraft|mulighet til å påvirke|virkning",
    }
)
_REQUIRED = ("goal", "stakeholders", "impact")
_SHOWN = {
    "goal": words("goal", "mål"),
    "stakeholders": words("importance", "viktighet"),
    "impact": words("impact", "påvirkning"),
}
_EXPECTED = words("a number from 0 to 5", "et tall fra 0 til 5")


@dataclass(frozen=True, slots=True)
class Score:
    """Where a goal stands on one axis.

    Attributes:
        mean: The mean of the scores; the figure itself where the plan gives it.
        spread: The sample standard deviation; None for fewer than two voices.
        voices: How many scores it is the mean of; 0 where the plan gives the figure.
    """

    mean: Decimal
    spread: Decimal | None = None
    voices: int = 0


@dataclass(frozen=True, slots=True)
class GroupScore:
    """Where a group of stakeholders puts a goal; an axis with fewer than three voices is left out."""

    group: str
    stakeholders: Score | None
    impact: Score | None


@dataclass(slots=True)
class Scores:
    """The scores of a table.

    Attributes:
        goals: Each goal's scores: by axis, the group that gave it, and the score.
        people: How many people are told apart.
        findings: What was left out, and where it stands.
    """

    goals: dict[str, dict[str, list[tuple[str, Decimal]]]] = field(default_factory=dict)
    people: int = 0
    findings: tuple[Finding, ...] = ()

    def of(self, code: str) -> tuple[Score | None, Score | None, tuple[GroupScore, ...]]:
        """Give a goal's two scores, and those of the groups that may be shown."""
        said = self.goals.get(code, {})
        axes = [said.get(axis, []) for axis in ("stakeholders", "impact")]
        names = list(dict.fromkeys(group for axis in axes for group, _ in axis if group))
        groups = []
        for name in names:
            shown = [_group_score([value for group, value in axis if group == name]) for axis in axes]
            if any(shown):
                groups.append(GroupScore(name, shown[0], shown[1]))
        whole = [_score([value for _, value in axis]) for axis in axes]
        return whole[0], whole[1], tuple(groups)

    @property
    def hidden_groups(self) -> int:
        """How many groups have fewer than three voices on every goal."""
        named = {group for axes in self.goals.values() for axis in axes.values() for group, _ in axis if group}
        shown = {group.group for code in self.goals for group in self.of(code)[2]}
        return len(named - shown)


def _group_score(values: list[Decimal]) -> Score | None:
    if len(values) < LEAST_VOICES:
        return None
    whole = _score(values)
    return Score(whole.mean, None, whole.voices) if whole and len(values) < _LEAST_FOR_SPREAD else whole


def _score(values: list[Decimal]) -> Score | None:
    if not values:
        return None
    return Score(statistics.mean(values), statistics.stdev(values) if len(values) > 1 else None, len(values))


def read_scores(path: str | Path, graph: PlanGraph) -> Scores:
    """Read a table of scores, one person's or group's opinion of one goal a row.

    A row with an unknown goal, a score out of range, or a goal that the same person has scored before is noted, and
    what is wrong in it left out.

    Raises:
        InputError: It can't be read, or has no columns for goal, importance and impact.
    """
    sheets = sheets_in(path, _sense)
    best = max(sheets, key=lambda sheet: _sense(sheet.rows[:HEAD_ROWS]), default=None)
    if best is None or not best.rows:
        raise _no_columns(str(path), _REQUIRED)
    head = max(range(min(len(best.rows), HEAD_ROWS)), key=lambda row: len(columns_of(best.rows[row], _FIELDS)))
    columns = columns_of(best.rows[head], _FIELDS)
    missing = [name for name in _REQUIRED if name not in columns]
    if missing:
        raise _no_columns(str(path), missing)
    reader = _Reader(ScoreTable(best, graph.plans[0].id if graph.plans else ""), columns)
    for row in range(head + 1, len(best.rows)):
        reader.row(row)
    scores = {code: dict(axes) for code, axes in reader.goals.items()}
    return Scores(scores, len(reader.people), tuple(reader.table.findings))


def _sense(rows: Sequence[Sequence[object]]) -> int:
    return max((len(columns_of(row, _FIELDS)) for row in rows), default=0)


@dataclass(slots=True)
class _Reader:
    table: ScoreTable
    columns: dict[str, int]
    goals: dict[str, dict[str, list[tuple[str, Decimal]]]] = field(default_factory=dict)
    people: set[str] = field(default_factory=set)
    met: set[tuple[str, str]] = field(default_factory=set)

    def row(self, row: int) -> None:
        """Read one row; one without a score is passed over."""
        sheet: Sheet = self.table.sheet
        if not any(sheet.text(row, self.columns[axis]) for axis in ("stakeholders", "impact")):
            return
        person, group = self._said(row, "person"), self._said(row, "group")
        codes = self.table.codes.read(sheet, row, self.columns["goal"], ("goal",))
        if not codes and not sheet.text(row, self.columns["goal"]):
            self.table.note("SDG009", row, self.columns["goal"], key=_SHOWN["goal"])
        values = {
            axis: self.table.number(row, self.columns[axis], _SHOWN[axis], 0, 5, _EXPECTED)
            for axis in ("stakeholders", "impact")
        }
        if person:
            self.people.add(person)
        for code in codes:
            if person and (person, code) in self.met:
                self.table.note("SDG006", row, self.columns["goal"], "code", id=code)
                continue
            self.met.add((person, code))
            said = self.goals.setdefault(code, defaultdict(list))
            for axis, value in values.items():
                if value is not None:
                    said[axis].append((group, value))

    def _said(self, row: int, name: str) -> str:
        return " ".join(self.table.sheet.text(row, self.columns[name]).split()) if name in self.columns else ""


def _no_columns(name: str, missing: Sequence[str]) -> InputError:
    en, nb = (", ".join(_SHOWN[one][lang] for one in missing) for lang in ("en", "nb"))
    return InputError(
        words(f"the table has no column {en}", f"tabellen mangler kolonnen {nb}"),
        place=Place(name),
        hint=words(
            "a row names the columns: goal, importance, impact, and, if wanted, group and person",
            "en rad navngir kolonnene: mål, viktighet, påvirkning, og om ønsket gruppe og person",
        ),
    )
