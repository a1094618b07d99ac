"""From findings to diagnostics: language, places, severities, consequences, order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sdggraph.base.diagnostics import Consequence, Diagnostic, Related, Severity
from sdggraph.base.words import fill, pick
from sdggraph.lint.engine import GATHERED
from sdggraph.lint.phrases import capitalised, node_phrase
from sdggraph.rules.registry import ALL_RULES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sdggraph.base.diagnostics import Finding
    from sdggraph.base.places import FieldPath, Place
    from sdggraph.lint.system import PlanSystem
    from sdggraph.rules.rule import Rule

__all__ = ["diagnostics_of", "in_order"]


def diagnostics_of(
    found: Sequence[tuple[Finding, Severity]],
    under: Mapping[int, int],
    system: PlanSystem,
    lang: str,
    rules: Mapping[str, Rule] = ALL_RULES,
) -> list[Diagnostic]:
    """Give a diagnostic for each finding that follows from no other, with what follows from it.

    A diagnostic is as grave as the gravest of what follows from it, so that folding never hides an error.
    """
    below: dict[int, list[int]] = {}
    for number, root in under.items():
        below.setdefault(root, []).append(number)
    made = []
    for number, (finding, severity) in enumerate(found):
        if number in under:
            continue
        followers = below.get(number, [])
        worst = max([severity, *(found[one][1] for one in followers)])
        consequences = tuple(Consequence(found[one][0].code, found[one][0].subject or "") for one in followers)
        made.append(_diagnostic(finding, worst, consequences, system, lang, rules[finding.code]))
    return made


def _diagnostic(  # what a diagnostic is made of
    finding: Finding,
    severity: Severity,
    consequences: tuple[Consequence, ...],
    system: PlanSystem,
    lang: str,
    rule: Rule,
) -> Diagnostic:
    values = _values(finding, system, lang)
    place = finding.place or _place(finding, system)
    return Diagnostic(
        code=finding.code,
        name=rule.name,
        severity=severity,
        message=capitalised(fill(pick(_template(finding, rule), lang), values)),
        help=fill(pick(rule.help, lang), values),
        subject=finding.subject,
        place=place,
        related=tuple(Related(one, system.place(one, (), ("id",))) for one in finding.related),
        consequences=consequences,
        fix=finding.fix,
        lang=lang,
    )


def _template(finding: Finding, rule: Rule) -> Any:
    if finding.variant == GATHERED and rule.gathering is not None:
        return rule.gathering.message
    return rule.variants.get(finding.variant or "", rule.message)


def _values(finding: Finding, system: PlanSystem, lang: str) -> dict[str, object]:
    values = {name: pick(value, lang) if isinstance(value, dict) else value for name, value in finding.values.items()}
    number = system.index.number.get(finding.subject or "")
    if number is not None:
        values["node"] = node_phrase(system.index, number, lang)
    return values


def _place(finding: Finding, system: PlanSystem) -> Place | None:
    named: FieldPath = ("code",) if _is_scoped(finding) else ("id",)
    place = system.place(finding.subject, finding.path or named, named)
    if place is None and finding.subject is not None and system.named:
        return system.place(system.named[0].id, (), ("id",))
    return place


def _is_scoped(finding: Finding) -> bool:
    local = (finding.subject or "").rpartition(":")[2]
    return local.startswith(("goal-", "target-"))


def in_order(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Sort by file (in the order met), line, column, cell and code."""
    files: dict[str | None, int] = {}
    for one in diagnostics:
        files.setdefault(one.place.file if one.place else None, len(files))

    def key(one: Diagnostic) -> tuple[Any, ...]:
        place = one.place
        if place is None:
            return (files[None], 0, 0, (), one.code, one.subject or "")
        return (
            files[place.file],
            place.line or 0,
            place.column or 0,
            _cell(place),
            one.code,
            one.subject or "",
        )

    return sorted(diagnostics, key=key)


def _cell(place: Place) -> tuple[Any, ...]:
    if place.cell is None:
        return ()
    letters = place.cell.rstrip("0123456789")
    return (place.sheet or "", int(place.cell[len(letters) :] or 0), len(letters), letters)
