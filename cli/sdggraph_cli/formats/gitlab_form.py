"""A report as GitLab reads it for the code quality of a merge request."""

from __future__ import annotations

import hashlib
import json
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from sdggraph.lint.baseline import numbered

if TYPE_CHECKING:
    from sdggraph.base.diagnostics import Diagnostic
    from sdggraph.lint.baseline import Identity
    from sdggraph.lint.report import Report

__all__ = ["render"]

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(report: Report) -> str:
    """Give the findings as a JSON list; a fingerprint stays the same when lines move."""
    found = [_finding(one, identity) for one, identity in numbered(report.diagnostics)]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _finding(one: Diagnostic, identity: Identity) -> dict[str, Any]:
    place = one.place
    path = PurePath(place.file).as_posix() if place is not None and place.file is not None else "-"
    where = f" ({place.cell})" if place is not None and place.cell else ""
    return {
        "description": f"{one.code}: {one.message}{where}",
        "check_name": one.code,
        "fingerprint": hashlib.sha256("\n".join(map(str, (path, *identity))).encode()).hexdigest(),
        "severity": _SEVERITIES[one.severity.word],
        "location": {"path": path, "lines": {"begin": (place.line if place is not None else None) or 1}},
    }
