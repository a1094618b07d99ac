"""What measurements from outside change in a plan: what is new, what is final now, what differs; and the writing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sdggraph.app.file_changes import FileChanges
from sdggraph.base.errors import InputError, OutputError
from sdggraph.base.words import Words, words
from sdggraph.io.bytes_in import STDIN, encoding_of, read_bytes
from sdggraph.io.document import TokenOrigin
from sdggraph.io.measured_edits import measurement_changed, measurements_added, spliced
from sdggraph.io.measured_rows import NEW_TABLE, decimal_comma, rows_added
from sdggraph.io.measurements import MeasuredOrigin, add_measured
from sdggraph.io.plan_file import parse_document
from sdggraph.io.statistics.regions import Regions
from sdggraph.io.table_edit import with_cells
from sdggraph.io.tables.spreadsheet import is_spreadsheet
from sdggraph.model.codes import node_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sdggraph.base.places import Origin
    from sdggraph.io.document import Document
    from sdggraph.io.measured_edits import TextEdit
    from sdggraph.io.statistics.observed import Observed
    from sdggraph.model.nodes import Indicator
    from sdggraph.model.parts import Measurement
    from sdggraph.model.plan import Plan

__all__ = ["Change", "Writing", "changes_of", "default_table", "with_table", "write_changes"]

_PARTS = ("district", "sex", "age")


@dataclass(frozen=True, slots=True)
class Change:
    """One measurement from outside against what the plan has.

    Attributes:
        indicator: The indicator's local id.
        measurement: The measurement from outside.
        kind: ``new``; ``updated`` where the plan's was provisional or missing; ``differs`` where a final one of the
            plan has another value; ``same``.
        number: The position of the plan's measurement.
        before: The plan's measurement.
    """

    indicator: str
    measurement: Measurement
    kind: Literal["new", "updated", "differs", "same"]
    number: int | None = None
    before: Measurement | None = None


def changes_of(plan: Plan, observed: Iterable[Observed], *, revise: bool = False) -> list[Change]:
    """Hold measurements against those that a plan has: what stands there is never written a second time.

    A provisional or missing one is brought up to date. A final one stays, unless ``revise`` says otherwise; nor does
    what is of the baseline's time and value come once more.
    """
    indicators = {one.id: one for one in plan.indicators}
    own = Regions.of(plan.organisation).own
    found: list[Change] = []
    for each in observed:
        indicator = indicators.get(each.indicator)
        if indicator is None:
            continue
        always, start = _always(indicator), indicator.baseline
        known = {_key(one, own, always): (number, one) for number, one in enumerate(indicator.measurements) if one.date}
        seen: set[object] = set()
        for one in each.measurements:
            key = _key(one, own, always)
            if key in seen:
                continue
            seen.add(key)
            found.append(
                _change(
                    indicator.id,
                    one.model_copy(update=_missing(always, one)),
                    known.get(key),
                    start if start is not None and start.date and _key(start, own, always) == key else None,
                    revise=revise,
                )
            )
    return found


def _always(indicator: Indicator) -> dict[str, str]:
    """Give the age, sex or district that all of an indicator's measurements are of."""
    found = {}
    for name in _PARTS:
        said = {getattr(one, name) for one in indicator.measurements if one.value is not None}
        only = next(iter(said)) if len(said) == 1 else None
        if only is not None:
            found[name] = only
    return found


def _missing(always: dict[str, str], one: Measurement) -> dict[str, str]:
    return {name: value for name, value in always.items() if getattr(one, name) is None}


def _key(one: Measurement, own: frozenset[str], always: dict[str, str]) -> object:
    region = None if one.region is None or one.region.lstrip("0") in own else one.region.lstrip("0")
    parts = [getattr(one, name) or always.get(name) for name in _PARTS]
    return one.date.start, one.date.end, region, *parts


def _change(
    indicator: str,
    one: Measurement,
    known: tuple[int, Measurement] | None,
    baseline: Measurement | None,
    *,
    revise: bool,
) -> Change:
    """Hold one measurement against the plan's for the same time and part, else against the baseline of that time."""
    if known is None:
        if baseline is None:
            return Change(indicator, one, "new")
        return Change(indicator, one, "same" if baseline.value == one.value else "differs", None, baseline)
    number, before = known
    if before.value == one.value and one.status in (before.status, "provisional"):
        return Change(indicator, one, "same", number, before)
    if before.status == "final" and one.status != "final" and not revise:
        return Change(indicator, one, "differs", number, before)
    open_ = before.status in ("provisional", "missing") or before.value is None
    return Change(indicator, one, "updated" if open_ or revise else "differs", number, before)


@dataclass(slots=True)
class Writing:
    """What writing some changes comes to: the files, and what could not be written where.

    Attributes:
        files: The files as they are and as they shall be.
        table: The table that new measurements go to, if any do.
        unread: Whether the plan doesn't name that table among its ``measurements``.
        notes: What is to be said.
    """

    files: FileChanges = field(default_factory=FileChanges)
    table: str | None = None
    unread: bool = False
    notes: list[Words] = field(default_factory=list)


def default_table(plan: Plan) -> Path | None:
    """Give the table that a plan's measurements go to: the first text table that it names, else a new one beside it."""
    name = plan.reading.name if plan.reading else STDIN
    if name == STDIN:
        return None
    home = Path(name).parent
    for table in plan.measurements:
        file = home / table
        if file.suffix.lower() in (".csv", ".tsv", ".txt"):
            return file
    return home / f"{Path(name).stem}-measurements.csv"


def with_table(plan: Plan, table: Path | None) -> Plan:
    """Give the plan with what stands in the table that new measurements go to, where the plan doesn't name it.

    Raises:
        InputError: The table can't be read.
    """
    if table is None or not table.exists() or table.resolve() in _named_tables(plan):
        return plan
    return add_measured(plan, read_bytes(table), str(table))


def _named_tables(plan: Plan) -> set[Path]:
    home = Path(plan.reading.name).parent if plan.reading else Path()
    return {(home / one).resolve() for one in plan.measurements}


def write_changes(
    plan: Plan, changes: Sequence[Change], *, into_plan: bool = False, table: Path | None = None
) -> Writing:
    """Prepare the files that changes lead to; nothing is written yet.

    New measurements go to a table of their own, or with ``into_plan`` to where their indicators stand. What is brought
    up to date is so where it stands.

    Raises:
        InputError: A file can't be read, or there is no place for new measurements.
        OutputError: A file can't be changed without changing more than was meant.
    """
    return _Writer(plan, table or default_table(plan), into_plan).written(changes)


@dataclass(slots=True)
class _Writer:
    plan: Plan
    table: Path | None
    into_plan: bool
    writing: Writing = field(default_factory=Writing)
    edits: dict[str, list[TextEdit]] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    cells: dict[str, dict[tuple[str | None, str], str]] = field(default_factory=dict)
    added: Counter[str] = field(default_factory=Counter)

    def written(self, changes: Sequence[Change]) -> Writing:
        for one in changes:
            if one.kind == "updated":
                self._update(one)
        rest = [one for one in changes if one.kind == "new"]
        if self.into_plan:
            rest = self._into_plan(rest)
        for name, edits in self.edits.items():
            self._splice(name, edits)
        for name, cells in self.cells.items():
            self.writing.files.put(name, with_cells(self.writing.files.now(name), name, cells))
        if rest:
            self._into_table(rest)
        return self.writing

    def _origin(self, indicator: str) -> Origin | None:
        reading = self.plan.reading
        return reading.origins.get(node_id(self.plan.id, indicator)) if reading else None

    def _update(self, one: Change) -> None:
        origin = self._origin(one.indicator)
        while isinstance(origin, MeasuredOrigin):
            if one.number in origin.rows:
                self._update_cells(origin, one)
                return
            origin = origin.origin
        edits = None
        if isinstance(origin, TokenOrigin) and _is_file(origin) and one.number is not None:
            edits = measurement_changed(origin.document, origin.token, one.number, one.measurement)
            if edits:
                self._keep(origin.document, edits)
        if edits is None:
            self._say_unplaced(one)

    def _update_cells(self, origin: MeasuredOrigin, one: Change) -> None:
        name = origin.sheet.file
        cells = self.cells.setdefault(name, {})
        value = one.measurement.value
        text = "" if value is None else value if isinstance(value, str) else format(value, "f")
        data = self.writing.files.now(name)
        if not is_spreadsheet(data) and decimal_comma(data, name):
            text = text.replace(".", ",")
        new = {"value": text, "status": one.measurement.status}
        for field_, said in new.items():
            if field_ in origin.columns:
                place = origin.place(("measurements", one.number or 0, field_))
                cells[place.sheet, place.cell or ""] = said

    def _keep(self, document: Document, edits: list[TextEdit]) -> None:
        name = document.file.name
        self.documents[name] = document
        self.edits.setdefault(name, []).extend(edits)

    def _into_plan(self, changes: Sequence[Change]) -> list[Change]:
        """Add measurements where their indicators stand, and give those for which it isn't sure how."""
        by_indicator: dict[str, list[Change]] = {}
        for one in changes:
            by_indicator.setdefault(one.indicator, []).append(one)
        rest: list[Change] = []
        for indicator, each in by_indicator.items():
            origin = self._origin(indicator)
            while isinstance(origin, MeasuredOrigin):
                origin = origin.origin
            edits = None
            if isinstance(origin, TokenOrigin) and _is_file(origin):
                edits = measurements_added(origin.document, origin.token, [one.measurement for one in each])
                if edits is not None:
                    self._keep(origin.document, edits)
                    self.added[origin.document.file.name] += len(each)
            if edits is None:
                rest += each
        return rest

    def _splice(self, name: str, edits: list[TextEdit]) -> None:
        """Change a text, and make sure that it can be read again with as many measurements more as were added.

        Raises:
            OutputError: It can't.
        """
        document = self.documents[name]
        new = spliced(document.file.text, edits)
        try:
            read = parse_document(new, name)
        except InputError:
            read = None
        if read is None or _count(read) != _count(document) + self.added[name]:
            raise OutputError(
                words(
                    "the measurements can't be written into it safely",
                    "målingene kan ikke skrives inn på en trygg måte",
                ),
                place=document.place(0),
                hint=words("leave out --into-plan", "utelat --into-plan"),
            )
        data = self.writing.files.now(name)
        mark, encoding = encoding_of(data)
        self.writing.files.put(name, mark + new.encode(encoding))

    def _into_table(self, changes: Sequence[Change]) -> None:
        if self.table is None:
            raise InputError(
                words("there is no file to put the measurements in", "det er ingen fil å legge målingene i"),
                hint=words("name one with --to", "oppgi en med --to"),
            )
        name = str(self.table)
        files = self.writing.files
        data = files.now(name) if name in files.after or self.table.exists() else NEW_TABLE
        if is_spreadsheet(data):
            raise InputError(
                words(
                    f"{name} is a workbook, to which no rows are added",
                    f"{name} er en arbeidsbok, der det ikke legges til rader",
                ),
                hint=words("name a CSV file with --to", "oppgi en CSV-fil med --to"),
            )
        files.put(name, rows_added(data or NEW_TABLE, name, [(one.indicator, one.measurement) for one in changes]))
        self.writing.table = name
        self.writing.unread = self.table.resolve() not in _named_tables(self.plan)

    def _say_unplaced(self, one: Change) -> None:
        self.writing.notes.append(
            words(
                f"{one.indicator} {one.measurement.date}: could not be brought up to date where it stands",
                f"{one.indicator} {one.measurement.date}: kunne ikke oppdateres der den står",
            )
        )


def _is_file(origin: TokenOrigin) -> bool:
    return origin.document.file.name != STDIN


def _count(document: Document) -> int:
    """Count the measurements of a document's indicators."""
    root = document.root if isinstance(document.root, dict) else {}
    listed = root.get("indicators")
    total = 0
    for one in listed if isinstance(listed, list) else [listed]:
        said = (one.get("measurements") or one.get("measurement")) if isinstance(one, dict) else None
        total += len(said) if isinstance(said, list) else said is not None
    return total
