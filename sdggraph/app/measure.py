"""Brings measurements into a plan: from tables, JSON-stat files and a statistical office's API; nothing twice."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sdggraph.base.errors import InputError
from sdggraph.base.words import Words, words
from sdggraph.io.bytes_in import read_bytes
from sdggraph.io.measurements import add_measured
from sdggraph.io.statistics.jsonstat import parse_jsonstat
from sdggraph.io.statistics.observed import (
    Observed,
    Wanted,
    fixed_codes,
    geography,
    observe,
    source_codes,
    time_of,
    times_from,
    wanted_indicators,
)
from sdggraph.io.statistics.regions import Regions
from sdggraph.model.scalars import parse_date

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from pathlib import Path

    from sdggraph.base.diagnostics import Finding
    from sdggraph.io.statistics.jsonstat import Dataset
    from sdggraph.io.statistics.pxweb import PxWeb
    from sdggraph.model.nodes import Indicator
    from sdggraph.model.plan import Plan
    from sdggraph.model.scalars import PlanDate

__all__ = ["Gathered", "gather_from_api", "gather_from_files"]

_JSON = (b"{", b"\xef\xbb\xbf{")


@dataclass(slots=True)
class Gathered:
    """What was found outside, by indicator, and what is to be said of it.

    Attributes:
        observed: The measurements of each indicator.
        notes: What is to be said of a source as a whole.
        findings: What a table's reader found wrong, with places.
    """

    observed: list[Observed] = field(default_factory=list)
    notes: list[Words] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def gather_from_files(
    plan: Plan,
    files: Iterable[str | Path],
    *,
    only: Collection[str] = (),
    add: bool = False,
    provisional: frozenset[str] = frozenset(),
) -> Gathered:
    """Read the measurements in tables and JSON-stat files.

    Args:
        plan: The plan whose indicators they are of.
        files: CSV files, spreadsheets and JSON-stat datasets.
        only: The local ids of the indicators that are wanted; by default all.
        add: Whether to add up what merged municipalities counted.
        provisional: The times whose figures are not final yet.

    Raises:
        InputError: A file can't be read, or is no table of measurements and no dataset.
    """
    found = Gathered()
    for file in files:
        data = read_bytes(file)
        if data.lstrip().startswith(_JSON):
            dataset = parse_jsonstat(data, str(file))
            chosen = list(_measured_by(plan, dataset, only))
            if not chosen:
                found.notes.append(
                    words(
                        f"{file}: no indicator has a source whose code is in this dataset",
                        f"{file}: ingen indikator har en kilde med kode i dette datasettet",
                    )
                )
            regions = Regions.of(plan.organisation)
            found.observed += [observe(dataset, one, regions, add=add, provisional=provisional) for one in chosen]
        else:
            _from_table(plan, data, str(file), only, found)
    return found


def _measured_by(plan: Plan, dataset: Dataset, only: Collection[str]) -> Iterator[Wanted]:
    """Give the indicators that a dataset measures: by table and codes, or the one that is named."""
    for one in plan.indicators:
        if only and one.id not in only:
            continue
        source = one.source
        table = (source.table if source else None) or dataset.table or ""
        codes = source_codes(source.code if source else None)
        wanted = Wanted(one, table, codes)
        if codes and not fixed_codes(wanted, dataset.dimensions)[1] and dataset.table in (None, table):
            yield wanted
        elif len(only) == 1:
            yield Wanted(one, dataset.table or "", ())


def _from_table(plan: Plan, data: bytes, name: str, only: Collection[str], found: Gathered) -> None:
    from sdggraph.model.plan import Plan as PlanRecord
    from sdggraph.model.reading import Reading

    bare = tuple(one.model_copy(update={"measurements": ()}) for one in plan.indicators)
    said = {name: getattr(plan, name) for name in plan.model_fields_set}
    copy = PlanRecord.trusted({**said, "indicators": bare}).read_as(Reading(name))
    read = add_measured(copy, data, name)
    for one in read.indicators:
        if one.measurements and (not only or one.id in only):
            found.observed.append(Observed(one.id, list(one.measurements)))
    if read.reading is not None:
        found.findings += read.reading.findings


def gather_from_api(
    plan: Plan,
    api: PxWeb,
    *,
    only: Collection[str] = (),
    add: bool = False,
    provisional: frozenset[str] = frozenset(),
    tell: Callable[[int, int], None] | None = None,
) -> Gathered:
    """Ask a statistical office for the measurements of the indicators whose source is one of its tables.

    A table that can't be had is said, and the others are asked for all the same; ``tell`` is called before each with
    its number and how many there are.

    Raises:
        InputError: No indicator has such a source, or the plan's organisation has no number.
    """
    wanted = [one for one in wanted_indicators(plan.indicators) if not only or one.indicator.id in only]
    regions = Regions.of(plan.organisation)
    if not wanted:
        raise InputError(
            words(
                "no indicator has a table and a code of a statistical office as its source",
                "ingen indikator har en tabell og en kode hos et statistikkbyrå som kilde",
            ),
            hint=words(
                'source: {system: KOSTRA, table: "…", code: …}', 'source: {system: KOSTRA, table: "…", code: …}'
            ),
        )
    if not regions.all:
        raise InputError(
            words(
                "the plan does not say the organisation's number", "planen sier ikke hvilket nummer organisasjonen har"
            ),
            hint=words(
                "organisation: {numbers: [{number: …, from: …}]}", "organisation: {numbers: [{number: …, from: …}]}"
            ),
        )
    found = Gathered()
    by_table: dict[str, list[Wanted]] = {}
    for one in wanted:
        by_table.setdefault(one.table, []).append(one)
    for number, (table, each) in enumerate(by_table.items(), start=1):
        if tell is not None:
            tell(number, len(by_table))
        try:
            described = api.describe(table)
            for one in each:
                found.observed.append(_ask(api, described, one, regions, plan, add=add, provisional=provisional))
        except InputError as error:
            found.notes.append(words(f"table {table}: {error.message('en')}", f"tabell {table}: {error.message('nb')}"))
    return found


def _ask(
    api: PxWeb,
    described: Dataset,
    wanted: Wanted,
    regions: Regions,
    plan: Plan,
    *,
    add: bool,
    provisional: frozenset[str],
) -> Observed:
    codes = _question(described, wanted, regions, plan)
    if codes is None:  # what is wrong with it is seen from the description alone
        return observe(described, wanted, regions)
    found = Observed(wanted.indicator.id)
    for dataset in api.values(wanted.table, codes):
        part = observe(dataset, wanted, regions, add=add, provisional=provisional)
        found.measurements += part.measurements
        found.notes += [note for note in part.notes if note not in found.notes]
    return found


def _question(described: Dataset, wanted: Wanted, regions: Regions, plan: Plan) -> dict[str, list[str]] | None:
    """Give the categories to ask for; None if the table can't answer for this indicator."""
    fixed, unknown = fixed_codes(wanted, described.dimensions)
    time, place = time_of(described), geography(described)
    if unknown or time is None:
        return None
    codes = {name: [code] for name, code in fixed.items()}
    codes[time.id] = list(times_from(time, _first(wanted.indicator, plan)))
    if place is not None:
        codes[place.id] = [number for number in regions.all if number in place.codes]
    for one in described.dimensions:
        if one.id not in codes and len(one.codes) == 1:
            codes[one.id] = [one.codes[0]]
        elif one.id not in codes and not one.eliminable:
            return None
    return codes if all(codes.values()) else None


def _first(indicator: Indicator, plan: Plan) -> PlanDate:
    """Give the time from which measurements are wanted: the baseline's, else that of the plan."""
    if indicator.baseline is not None and indicator.baseline.date:
        return indicator.baseline.date
    if plan.baseline_year:
        return plan.baseline_year
    start = plan.period.start if plan.period else None
    return start or parse_date("2015")
