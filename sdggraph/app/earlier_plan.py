"""Finds the plan that another says that it replaces, where its file stands in the same folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sdggraph.app.lint_files import PLAN_SUFFIXES
from sdggraph.base.errors import InputError
from sdggraph.io.load import PlanLoader

if TYPE_CHECKING:
    from sdggraph.model.plan import Plan

__all__ = ["replaced_plan"]

_GREATEST = 10_000_000
"""No plan that is written by hand is greater, in bytes."""


def replaced_plan(plan: Plan) -> Plan | None:
    """Give the plan that a plan replaces: one that it follows up, or one in a file beside it; None if there is none.

    The first id under ``replaces`` whose plan is found counts. A file that can't be read is passed over.
    """
    if plan.reading is None or not plan.replaces:
        return None
    known = {one.id: one for one in plan.reading.followed}
    own = Path(plan.reading.name)
    beside = sorted(own.parent.iterdir()) if own.is_file() else []
    files = [one for one in beside if one.suffix.lower() in PLAN_SUFFIXES and one.name != own.name]
    for replaced in plan.replaces:
        found = known.get(replaced) or next((one for file in files if (one := _plan_in(file, replaced))), None)
        if found is not None:
            return found
    return None


def _plan_in(file: Path, wanted: str) -> Plan | None:
    """Give the plan in a file if it has an id; the file is read as a plan only where the id stands in it."""
    try:
        if not file.is_file() or file.stat().st_size > _GREATEST or wanted.encode() not in file.read_bytes():
            return None
        found = PlanLoader().load(file)
    except (InputError, OSError):
        return None
    return found if found.id == wanted else None
