"""A report as SARIF 2.1.0, as code scanning and editors read it: rules, places, fixes, what is suppressed."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sdggraph.base.version import VERSION
from sdggraph.base.words import pick
from sdggraph.lint.baseline import numbered
from sdggraph.rules.registry import ALL_RULES

if TYPE_CHECKING:
    from sdggraph.base.diagnostics import Diagnostic, Fix
    from sdggraph.base.places import Place
    from sdggraph.lint.report import Report
    from sdggraph.lint.suppress import Suppressed

__all__ = ["render"]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(report: Report) -> str:
    """Give the report as one SARIF log with one run."""
    suppressed = [one.diagnostic for one in report.suppressed]
    codes = sorted({one.code for one in (*report.diagnostics, *suppressed)})
    names = {one.code: one.name for one in (*report.diagnostics, *suppressed)}
    where = {code: number for number, code in enumerate(codes)}
    results = [_result(one, where[one.code], key) for one, key in numbered(report.diagnostics)]
    for one, (diagnostic, key) in zip(report.suppressed, numbered(suppressed), strict=True):
        results.append({**_result(diagnostic, where[diagnostic.code], key), "suppressions": [_suppression(one)]})
    run = {
        "tool": {
            "driver": {
                "name": "sdggraph",
                "version": VERSION,
                "rules": [_rule(code, names[code], report.lang) for code in codes],
            }
        },
        "language": report.lang,
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": results,
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, name: str, lang: str) -> dict[str, Any]:
    shown: dict[str, Any] = {"id": code, "name": name}
    rule = ALL_RULES.get(code)
    if rule is not None:
        level = rule.level.default
        holds, why = pick(rule.holds, lang), pick(rule.why, lang)
        shown |= {
            "shortDescription": {"text": holds},
            "fullDescription": {"text": why},
            "help": {"text": f"{holds}\n\n{why}"},
            "defaultConfiguration": {
                "enabled": level is not None,
                "level": _LEVELS[level.word] if level is not None else "note",
            },
        }
    return shown


def _invocation(report: Report) -> dict[str, Any]:
    """Say whether all rules were run to their end."""
    stopped = [one for one in report.diagnostics if one.code in report.crashed]
    invocation: dict[str, Any] = {"executionSuccessful": not report.crashed}
    if stopped:
        invocation["toolExecutionNotifications"] = [
            {"level": "error", "message": {"text": one.message}, "associatedRule": {"id": one.code}} for one in stopped
        ]
    return invocation


def _result(one: Diagnostic, rule: int, key: tuple[object, ...]) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "ruleId": one.code,
        "ruleIndex": rule,
        "level": _LEVELS[one.severity.word],
        "message": {"text": f"{one.message}\n{one.help}" if one.help else one.message},
        "locations": [_location(one.place, one.subject)],
        "partialFingerprints": {"sdggraph/v1": "/".join(map(str, key))},
    }
    related = [_location(other.place, other.subject) for other in one.related if other.place is not None]
    if related:
        shown["relatedLocations"] = [{"id": number, **place} for number, place in enumerate(related)]
    if one.fix is not None and one.fix.edits and not any(edit.cell for edit in one.fix.edits):  # regions are of texts
        shown["fixes"] = [_fix(one.fix, one.lang)]
    if one.consequences:
        shown["properties"] = {"consequences": [f"{each.code} {each.subject}" for each in one.consequences]}
    return shown


def _location(place: Place | None, subject: str | None) -> dict[str, Any]:
    location: dict[str, Any] = {}
    if place is not None and place.file is not None:
        physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file)}}
        if place.line is not None and place.cell is None:
            physical["region"] = _region(
                (place.line, place.column or 1), (place.end_line or place.line, place.end_column or place.column or 1)
            )
        location["physicalLocation"] = physical
    logical = []
    if subject is not None:
        logical.append({"fullyQualifiedName": subject})
    if place is not None and place.cell is not None:
        cell = f"{place.sheet}!{place.cell}" if place.sheet else place.cell
        logical.append({"fullyQualifiedName": cell, "kind": "cell"})
    if logical:
        location["logicalLocations"] = logical
    return location


def _region(start: tuple[int, int], end: tuple[int, int]) -> dict[str, int]:
    return {"startLine": start[0], "startColumn": start[1], "endLine": end[0], "endColumn": end[1]}


def _uri(name: str) -> str:
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _fix(fix: Fix, lang: str) -> dict[str, Any]:
    by_file: dict[str, list[dict[str, Any]]] = {}
    for edit in fix.edits:
        replacement = {"deletedRegion": _region(edit.start, edit.end), "insertedContent": {"text": edit.text}}
        by_file.setdefault(edit.file, []).append(replacement)
    changes = [{"artifactLocation": {"uri": _uri(name)}, "replacements": each} for name, each in by_file.items()]
    return {
        "description": {"text": pick(fix.description, lang)},
        "artifactChanges": changes,
        "properties": {"safe": fix.safe},
    }


def _suppression(one: Suppressed) -> dict[str, Any]:
    shown: dict[str, Any] = {"kind": "external" if one.kind == "baseline" else "inSource", "status": "accepted"}
    if one.reason:
        shown["justification"] = one.reason
    if one.place is not None:
        shown["location"] = _location(one.place, None)
    return shown
