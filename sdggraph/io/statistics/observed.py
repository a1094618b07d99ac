"""From a dataset to the measurements of an indicator: its code, the municipality's numbers, the years."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from sdggraph.base.words import Words, words
from sdggraph.model.parts import Measurement
from sdggraph.model.scalars import PlanDate, parse_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sdggraph.io.statistics.jsonstat import Cell, Dataset, Dimension
    from sdggraph.io.statistics.regions import Regions
    from sdggraph.model.nodes import Indicator

__all__ = [
    "Observed",
    "Wanted",
    "adds_up",
    "date_of",
    "fixed_codes",
    "geography",
    "observe",
    "source_codes",
    "time_of",
    "times_from",
    "wanted_indicators",
]

_OFFICES = frozenset({"kostra", "ssb", "statistisk sentralbyrå", "statistics norway", "statistikkbanken", "pxweb"})
_YEAR = re.compile(r"(\d{4})(?:([KQM])(\d{1,2}))?\*?", re.ASCII)
_PROVISIONAL = frozenset({"p", "*", "e"})
_PER_CENT = frozenset({"%", "prosent", "per cent", "percent", "pst", "pst."})
_NOT_ADDED = re.compile(
    r"%|\bper\b|\bpr\b|prosent|per ?cent|andel|share|snitt|average|mean|median|indeks|index|rate", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """An indicator whose source names a table and codes in it."""

    indicator: Indicator
    table: str
    codes: tuple[str, ...]


@dataclass(slots=True)
class Observed:
    """The measurements that a dataset has for an indicator, and what is to be said of them."""

    indicator: str
    measurements: list[Measurement] = field(default_factory=list)
    notes: list[Words] = field(default_factory=list)


def source_codes(code: str | None) -> tuple[str, ...]:
    """Give the codes of an indicator's source: one a dimension, with commas or semicolons between them."""
    return tuple(one for one in re.split(r"[,;\s]+", code or "") if one)


def wanted_indicators(indicators: Iterable[Indicator]) -> list[Wanted]:
    """Give the indicators whose source is a table of a statistical office."""
    found = []
    for one in indicators:
        source = one.source
        if source is None or not source.table or not source.code:
            continue
        if (source.system or "").strip().casefold() in _OFFICES:
            found.append(Wanted(one, source.table.strip(), source_codes(source.code)))
    return found


def fixed_codes(wanted: Wanted, dimensions: Iterable[Dimension]) -> tuple[dict[str, str], list[str]]:
    """Give the dimension that each of an indicator's codes belongs to, and the codes that none has."""
    found: dict[str, str] = {}
    rest = list(wanted.codes)
    for one in sorted(dimensions, key=lambda one: one.role != "metric"):
        code = next((code for code in rest if code in one.codes and one.role not in ("time", "geo")), None)
        if code is not None:
            found[one.id] = code
            rest.remove(code)
    return found, rest


def geography(dataset: Dataset) -> Dimension | None:
    """Give the dimension of regions: by its role, else by its name."""
    named = (one for one in dataset.dimensions if "region" in one.id.casefold())
    return dataset.dimension("geo") or next(named, None)


def time_of(dataset: Dataset) -> Dimension | None:
    """Give the dimension of time: by its role, else by its name."""
    named = (one for one in dataset.dimensions if one.id.casefold() in ("tid", "time", "year", "år"))
    return dataset.dimension("time") or next(named, None)


def date_of(code: str) -> PlanDate | None:
    """Give the year, quarter or month of a code (2024, 2024K1, 2024M05); None for weeks and school years."""
    match = _YEAR.fullmatch(code)
    if match is None:
        return None
    kind, number = match[2], match[3]
    text = match[1] if kind is None else f"{match[1]}-{int(number):02}" if kind == "M" else f"{match[1]}-Q{int(number)}"
    try:
        return parse_date(text)
    except ValueError:
        return None


def adds_up(indicator: Indicator, units: Iterable[str]) -> bool:
    """Say whether an indicator counts something, so that parts may be added: no share, rate or average."""
    unit = indicator.unit
    said = [*(unit.values() if isinstance(unit, dict) else [unit or ""]), *units]
    return indicator.value_type == "number" and any(said) and not any(_NOT_ADDED.search(one) for one in said)


def observe(
    dataset: Dataset, wanted: Wanted, regions: Regions, *, add: bool = False, provisional: frozenset[str] = frozenset()
) -> Observed:
    """Give what a dataset has for an indicator.

    The municipality's figures are those of the number that was valid at the time. Before it had one, the figures of the
    municipalities that it was made of are given one by one, as parts; they are added only on request, only where all of
    them have a figure, and only of what is counted.

    Args:
        dataset: The dataset.
        wanted: The indicator and its codes.
        regions: The municipality's numbers.
        add: Whether to add up what its predecessors counted.
        provisional: The times whose figures are not final yet.
    """
    return _Observer(dataset, wanted, regions, add, provisional).observed()


@dataclass(slots=True)
class _Observer:
    dataset: Dataset
    wanted: Wanted
    regions: Regions
    add: bool
    provisional: frozenset[str]
    found: Observed = field(init=False)

    def __post_init__(self) -> None:
        self.found = Observed(self.wanted.indicator.id)

    def observed(self) -> Observed:
        fixed, unknown = fixed_codes(self.wanted, self.dataset.dimensions)
        time, place = time_of(self.dataset), geography(self.dataset)
        if unknown:
            self._say(f"has no code {', '.join(unknown)}", f"har ikke koden {', '.join(unknown)}")
        elif time is None:
            self._say("has no dimension of time", "har ingen tidsdimensjon")
        else:
            rest = [
                one for one in self.dataset.dimensions if one.id not in {*fixed, time.id, place.id if place else ""}
            ]
            open_ = [one for one in rest if len(one.codes) != 1]
            if open_:
                self._say_open(open_)
            elif place is not None and not set(place.codes) & set(self.regions.all):
                self._say(
                    "has none of the organisation's numbers in the plan",
                    "har ingen av numrene som planen oppgir for organisasjonen",
                )
            elif self._unit_fits(fixed):
                self._read({**fixed, **{one.id: one.codes[0] for one in rest}}, time, place)
        return self.found

    def _say(self, en: str, nb: str) -> None:
        table = self.dataset.table or self.wanted.table
        self.found.notes.append(words(f"table {table} {en}", f"tabell {table} {nb}"))

    def _say_open(self, dimensions: list[Dimension]) -> None:
        listed = "; ".join(
            f"{one.label}: {', '.join(one.codes[:4])}{' …' if len(one.codes) > 4 else ''}" for one in dimensions
        )
        self._say(
            f"has several figures for each year: add a code to the source's code, of {listed}",
            f"har flere tall for hvert år: legg til en kode i kildens kode, for {listed}",
        )

    def _units(self, fixed: Mapping[str, str]) -> list[str]:
        return [
            one.units[fixed[one.id]]
            for one in self.dataset.dimensions
            if one.id in fixed and fixed[one.id] in one.units
        ]

    def _unit_fits(self, fixed: Mapping[str, str]) -> bool:
        """Say whether the table's unit is the indicator's, as far as both are given; per cent is nothing else."""
        unit = self.wanted.indicator.unit
        own = {one.strip().casefold() for one in (unit.values() if isinstance(unit, dict) else [unit or ""])} - {""}
        for said in self._units(fixed):
            given = said.strip().casefold()
            if not own or given in own or not given:
                continue
            shown = ", ".join(sorted(own))
            if bool(own & _PER_CENT) != (given in _PER_CENT):
                self._say(
                    f"has the unit {said}, the indicator {shown}: left out",
                    f"har enheten {said}, indikatoren {shown}: utelatt",
                )
                return False
            if not own & _PER_CENT:
                self._say(f"has the unit {said}, the indicator {shown}", f"har enheten {said}, indikatoren {shown}")
        return True

    def _read(self, at: Mapping[str, str], time: Dimension, place: Dimension | None) -> None:
        unread = []
        for code in time.codes:
            date = date_of(code)
            if date is None:
                unread.append(code)
                continue
            there = {**at, time.id: code}
            if place is None:
                self._take(self.dataset.cell(there), date, None)
            else:
                self._of_regions(there, place, date)
        if unread:
            listed = ", ".join(unread[:4])
            self._say(
                f"has times that are no year, quarter or month: {listed}",
                f"har tider som ikke er år, kvartal eller måned: {listed}",
            )

    def _of_regions(self, at: Mapping[str, str], place: Dimension, date: PlanDate) -> None:
        valid = self.regions.valid(date)
        own = {one.number for one in self.regions.numbers}
        if valid and valid[0] in own:
            cells = [(number, self.dataset.cell({**at, place.id: number})) for number in valid if number in place.codes]
            number, cell = next(((number, cell) for number, cell in cells if cell.value is not None), (None, None))
            if cell is not None:
                self._take(cell, date, number)
            return
        parts = [(number, self.dataset.cell({**at, place.id: number})) for number in valid if number in place.codes]
        known = [(number, cell, cell.value) for number, cell in parts if cell.value is not None]
        if self.add and self.regions.merged and len(known) == len(self.regions.predecessors):
            self._take_sum(known, date, self._units(at))
        for number, cell, _ in known:
            self._take(cell, date, number)

    def _is_provisional(self, cell: Cell, date: PlanDate) -> bool:
        labels = [one.labels.get(cell.at[one.id], "") for one in self.dataset.dimensions if one.role == "time"]
        return (
            str(date) in self.provisional
            or (cell.status or "").casefold() in _PROVISIONAL
            or any(one.endswith("*") for one in labels)
        )

    def _source(self) -> str:
        table = self.dataset.table or self.wanted.table
        source = self.wanted.indicator.source
        system = source.system if source and source.system else self.dataset.source
        return " ".join(one for one in (system, table) if one)

    def _take(self, cell: Cell, date: PlanDate, region: str | None) -> None:
        if cell.value is None:
            return
        said = {
            "date": date,
            "value": cell.value,
            "status": "provisional" if self._is_provisional(cell, date) else "final",
        }
        if region is not None:
            said["region"] = region
        self.found.measurements.append(Measurement.trusted({**said, "source": self._source()}))

    def _take_sum(self, known: Iterable[tuple[str, Cell, Decimal]], date: PlanDate, units: Iterable[str]) -> None:
        each = list(known)
        if not adds_up(self.wanted.indicator, units):
            note = words(
                "is a share or an average, and is not added up over the former municipalities",
                "er en andel eller et gjennomsnitt, og summeres ikke over de tidligere kommunene",
            )
            if note not in self.found.notes:
                self.found.notes.append(note)
            return
        provisional = any(self._is_provisional(cell, date) for _, cell, _ in each)
        said = {
            "date": date,
            "value": sum((value for _, _, value in each), Decimal(0)),
            "status": "provisional" if provisional else "final",
            "source": self._source(),
            "note": " + ".join(number for number, _, _ in each),
        }
        self.found.measurements.append(Measurement.trusted(said))


def times_from(dimension: Dimension, first: PlanDate | None) -> Iterator[str]:
    """Give the times of a table from a date on that can be read."""
    for code in dimension.codes:
        date = date_of(code)
        if date is not None and (first is None or date.end >= first.start):
            yield code
