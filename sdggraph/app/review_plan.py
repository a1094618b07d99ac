"""Reviews a plan file: reads it with its lock file, and writes the lock file anew when something is accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.analysis.review import accept
from sdggraph.base.errors import InputError
from sdggraph.base.places import Place
from sdggraph.base.words import words
from sdggraph.io.bytes_in import STDIN, read_text
from sdggraph.io.bytes_out import write_whole
from sdggraph.io.load import read_plan
from sdggraph.io.review_lock import lock_beside, parse_lock, written_lock

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from pathlib import Path

    from sdggraph.model.plan import Plan

__all__ = ["accept_in_file", "read_for_review"]


def read_for_review(path: str | Path) -> Plan:
    """Read a plan that has, or can have, a lock file beside it.

    Raises:
        InputError: It came by standard input, can't be read at all, or its lock file can't be understood.
    """
    if str(path) == STDIN:
        raise InputError(
            words(
                "a plan from standard input has no place for a review", "en plan fra standard inn kan ikke gjennomgås"
            ),
            place=Place(STDIN),
        )
    plan = read_plan(path)
    lock = lock_beside(path)
    if lock.exists() and plan.reading is not None and plan.reading.review is None:
        parse_lock(read_text(lock), str(lock))
    return plan


def accept_in_file(
    plan: Plan,
    path: str | Path,
    nodes: Iterable[str] | None,
    *,
    by: str | None = None,
    note: str | None = None,
    on: dt.date | None = None,
) -> tuple[Path, int, int]:
    """Take suspect relations as reviewed and write the lock file; the plan itself is never changed.

    Returns:
        The lock file, how many suspect relations were accepted, and how many relations it now has.

    Raises:
        NotFoundError: There is no such node.
        OutputError: The file can't be written.
    """
    lock, accepted = accept(plan, nodes, by=by, note=note, on=on)
    file = write_whole(lock_beside(path), written_lock(lock))
    return file, accepted, len(lock.relations)
