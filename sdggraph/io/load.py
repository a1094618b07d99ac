"""A plan with its companions: libraries, measurements, and the plans that it follows up."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sdggraph.base.diagnostics import Finding
from sdggraph.base.errors import InputError
from sdggraph.base.nearby import nearest
from sdggraph.base.places import TextFile
from sdggraph.io.bytes_in import STDIN, decode, read_bytes
from sdggraph.io.plan_file import add_library, parse_document, plan_from_document
from sdggraph.io.review_lock import lock_beside, parse_lock
from sdggraph.io.syntaxes import RDF_SUFFIXES
from sdggraph.model.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sdggraph.io.tables.vocabulary import Column
    from sdggraph.model.plan import FollowedPlan, Plan

__all__ = ["TABLE_SUFFIXES", "PlanLoader", "read_plan", "read_plans"]

TABLE_SUFFIXES = frozenset({".xlsx", ".xlsm", ".ods", ".docx", ".csv", ".tsv"})

_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How files of a spreadsheet begin, whatever they are called: a zip archive, or the old binary form."""


def read_plan(path: str | Path) -> Plan:
    """Read a plan and the plans that it follows up.

    Args:
        path: A plan file (``.yaml``, ``.yml``, ``.json``), a table (``.xlsx``, ``.csv``, ``.tsv``), RDF (``.ttl``,
            ``.jsonld``, ``.nt``, ``.trig``, ``.nq``, ``.rdf``), or ``-`` for standard input.

    Raises:
        InputError: The file can't be read as a plan at all. What can be read but is wrong becomes a finding of the
            plan's ``reading``, which :func:`sdggraph.lint` reports.
    """
    return PlanLoader().load(path)


def read_plans(
    paths: Iterable[str | Path], loader: PlanLoader | None = None, unread: list[InputError] | None = None
) -> list[Plan]:
    """Read several plans; one that follows up another of them finds it by its id.

    Args:
        paths: The files.
        loader: What reads them; by default a new one.
        unread: Takes the errors of those that can't be read, so that the others are.

    Raises:
        InputError: One of them can't be read at all, and ``unread`` isn't given.
    """
    loader = loader or PlanLoader()
    first = []
    for path in paths:
        try:
            first.append(loader.read_one(path))
        except InputError as error:
            if unread is None:
                raise
            unread.append(error)
    loader.by_id.update({plan.id: plan for plan in reversed(first)})
    return [loader.complete(plan) for plan in first]


@dataclass(slots=True)
class PlanLoader:
    """Reads plans, each file once; ``stdin_name`` is what standard input is called.

    ``unsaved`` has the bytes of files, by their resolved paths (standard input by ``-``), that are to be read instead
    of what stands on the disk: those that are being mended, or that an editor holds. ``headings`` are those of tables
    that are known besides; by default those that the settings nearest to each table have.
    """

    stdin_name: str | None = None
    unsaved: Mapping[Path, bytes] = field(default_factory=dict)
    headings: Mapping[str, Column] | None = None
    by_id: dict[str, Plan] = field(default_factory=dict)
    _by_file: dict[Path, Plan] = field(default_factory=dict)

    def load(self, path: str | Path) -> Plan:
        """Read a plan with its companions.

        Raises:
            InputError: The file can't be read as a plan at all.
        """
        return self.complete(self.read_one(path))

    def read_one(self, path: str | Path) -> Plan:
        """Read a plan with its libraries and measurements, but not the plans that it follows up.

        Raises:
            InputError: The file can't be read as a plan at all.
        """
        name = str(path)
        if name == STDIN:
            name = self.stdin_name or STDIN
            return self._with_libraries(_from_stdin(self._bytes(STDIN), name, self._own_headings))
        key = Path(path).resolve()
        known = self._by_file.get(key)
        if known is None:
            known = self._by_file[key] = self._with_libraries(self._read_file(Path(path)))
            self._with_review(known, lock_beside(path))
        return known

    def _with_review(self, plan: Plan, lock: Path) -> None:
        """Tie a plan to the file beside it that says which of its relations were reviewed, if there is one."""
        if plan.reading is None or not (self.unsaved or os.path.exists(lock)):  # noqa: PTH110  # as in _find
            return
        try:
            text = self._text(lock)
            plan.reading.files[str(lock)] = TextFile(str(lock), text)
            plan.reading.review = parse_lock(text, str(lock))
        except InputError as error:
            if str(lock) not in plan.reading.files and self.unsaved:
                return  # the revision that is read doesn't have it
            values = {"file": lock.name, "reason": error.words}
            plan.reading.findings.append(Finding("SDG111", plan.id, (), values, place=error.place, variant="unread"))

    def _bytes(self, path: str | Path) -> bytes:
        if self.unsaved:
            known = self.unsaved.get(Path(path) if str(path) == STDIN else Path(path).resolve())
            if known is not None:
                return known
        return read_bytes(path)

    def _own_headings(self, path: Path) -> Mapping[str, Column]:
        if self.headings is not None:
            return self.headings
        from sdggraph.io.own_headings import headings_beside

        return headings_beside(path)

    def _text(self, path: Path) -> str:
        return decode(self._bytes(path), str(path))

    def _read_file(self, path: Path) -> Plan:
        if path.suffix.lower() in RDF_SUFFIXES:
            return self._read_rdf(path)
        data = self._bytes(path)
        if path.suffix.lower() in TABLE_SUFFIXES or data.startswith(_SPREADSHEETS):
            from sdggraph.io.table import plan_from_bytes

            return plan_from_bytes(data, str(path), self._own_headings(path))
        return plan_from_document(parse_document(self._text(path), str(path)))

    def _read_rdf(self, path: Path) -> Plan:
        """Read a plan from RDF; the plans that it follows up may stand in the same file."""
        from sdggraph.io.rdf.read import plan_from_rdf

        plan = plan_from_rdf(self._bytes(path), RDF_SUFFIXES[path.suffix.lower()], str(path))
        for other in plan.reading.followed if plan.reading else ():
            self.by_id.setdefault(other.id, other)
        return plan

    def _with_libraries(self, plan: Plan) -> Plan:
        for library in plan.use:
            file = _beside(plan, library)
            try:
                plan = add_library(plan, parse_document(self._text(file), str(file)))
            except InputError as error:
                _note_missing(plan, ("use", plan.use.index(library)), library, error)
        if plan.measurements:
            from sdggraph.io.measurements import add_measured

            for table in plan.measurements:
                file = _beside(plan, table)
                try:
                    plan = add_measured(plan, self._bytes(file), str(file))
                except InputError as error:
                    _note_missing(plan, ("measurements", plan.measurements.index(table)), table, error)
        return plan

    def complete(self, plan: Plan) -> Plan:
        """Tie the plan to those that it follows up, and to theirs."""
        system: dict[str, Plan] = {}
        self._follow(plan, system)
        system.pop(plan.id, None)
        if plan.reading is not None:
            plan.reading.followed = tuple(system.values())
        return plan

    def _follow(self, plan: Plan, system: dict[str, Plan]) -> None:
        ahead = [plan]  # a stack, as thousands of plans may follow each other up
        while ahead:
            one = ahead.pop()
            if one.id in system:
                continue
            system[one.id] = one
            found = (self._find(one, follow, number) for number, follow in enumerate(one.follows_up))
            ahead += reversed([other for other in found if other is not None])

    def _find(self, plan: Plan, follow: FollowedPlan, number: int) -> Plan | None:
        known = self.by_id.get(follow.plan)  # named beside this plan: it serves, even where the file is wrong
        path = ("follows_up", number)
        if follow.file is None:
            if known is not None:
                return known
            _note(plan, "iri" if follow.iri else "nowhere", path, plan=follow.plan, iri=follow.iri or "")
            return None
        file = _beside(plan, follow.file)
        try:
            found = self.read_one(file)
        except InputError as error:
            meant = _near(file) if not os.path.exists(file) else ""  # noqa: PTH110  # Path.exists raises for a name too long
            _note(
                plan,
                "meant" if meant else "file",
                (*path, "file"),
                plan=follow.plan,
                file=follow.file,
                meant=meant,
                reason=error.words,
            )
            return known
        if found.id != follow.plan:
            _note(plan, "other", (*path, "plan"), plan=follow.plan, file=follow.file, found=found.id)
        return known or found


def _from_stdin(data: bytes, name: str, headings: Callable[[Path], Mapping[str, Column]]) -> Plan:
    """Read a plan file, a table or RDF that came by standard input; what can be none is judged as a plan file."""
    from sdggraph.io.tables.spreadsheet import is_spreadsheet

    syntax = RDF_SUFFIXES.get(Path(name).suffix.lower())
    if syntax is not None:
        from sdggraph.io.rdf.read import plan_from_rdf

        return plan_from_rdf(data, syntax, name)
    if not is_spreadsheet(data) and Path(name).suffix.lower() not in TABLE_SUFFIXES:
        try:
            return plan_from_document(parse_document(decode(data, name), name))
        except InputError as error:
            unread = error
        if data.lstrip().startswith((b"{", b"plan:", b"sdggraph:", b"#", b"---")):
            raise unread
    else:
        unread = None
    from sdggraph.io.table import plan_from_bytes

    try:
        return plan_from_bytes(data, name, headings(Path(name)))
    except InputError as error:
        raise (unread or error) from None


def _beside(plan: Plan, name: str) -> Path:
    """Give a companion's path: relative to the plan's own file."""
    home = plan.reading.name if plan.reading else STDIN
    return Path(name) if home == STDIN else Path(home).parent / name


def _near(file: Path) -> str:
    try:
        close = nearest(file.name, [other.name for other in file.parent.iterdir()])
    except OSError:
        close = []
    return close[0] if close else ""


def _note(plan: Plan, variant: str, path: tuple[str | int, ...], /, **values: object) -> None:
    reading = plan.reading or Reading(plan.id)
    origin = reading.origins.get(plan.id)
    place = origin.place(path) if origin else None
    finding = Finding("SDG108", plan.id, path, values, (), place, None, None, variant)
    if finding not in reading.findings:
        reading.findings.append(finding)


def _note_missing(plan: Plan, path: tuple[str | int, ...], name: str, error: InputError) -> None:
    reading = plan.reading or Reading(plan.id)
    origin = reading.origins.get(plan.id)
    values = {"ref": name, "reason": error.words}
    reading.findings.append(
        Finding(
            "SDG007",
            plan.id,
            path,
            values,
            (),
            origin.place(path) if origin else None,
            None,
            None,
            "companion",
        )
    )
