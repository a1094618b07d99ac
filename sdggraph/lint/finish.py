"""From findings to diagnostics: language, places, severities, consequences, order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sdggraph.base.diagnostics import Consequence, Diagnostic, Related, Severity
from sdggraph.base.words import fill, pick, words
from sdggraph.lint.columns import for_tables
from sdggraph.lint.engine import GATHERED
from sdggraph.lint.phrases import capitalised, node_phrase
from sdggraph.rules.registry import ALL_RULES

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from sdggraph.base.diagnostics import Finding
    from sdggraph.base.places import FieldPath, Place
    from sdggraph.lint.system import PlanSystem
    from sdggraph.rules.rule import Rule

__all__ = ["crash_diagnostic", "diagnostics_of", "in_order", "place_of"]

_CRASH_HELP = words(
    "This is a defect of the rule, not of the plan. The other rules were run; leave this one out with --ignore.",
    "Dette er en feil i regelen, ikke i planen. De andre reglene er kjørt; utelat denne med --ignore.",
)


def diagnostics_of(
    found: Sequence[tuple[Finding, Severity]],
    under: Mapping[int, int],
    system: PlanSystem,
    lang: str,
    rules: Mapping[str, Rule] = ALL_RULES,
    without: Container[int] = (),
) -> list[Diagnostic]:
    """Give a diagnostic for each finding that follows from no other, with what follows from it.

    A diagnostic keeps the severity of its own rule, whatever follows from it: one defect, one severity. The findings at
    the positions in ``without`` are left out: with all that follows from them, and from what they follow.
    """
    below: dict[int, list[int]] = {}
    for number, root in under.items():
        if number not in without:
            below.setdefault(root, []).append(number)
    made = []
    for number, (finding, severity) in enumerate(found):
        if number in under or number in without:
            continue
        followers = below.get(number, [])
        consequences = tuple(Consequence(found[one][0].code, found[one][0].subject or "") for one in followers)
        made.append(_diagnostic(finding, severity, consequences, system, lang, rules[finding.code]))
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
    place = place_of(finding, system)
    advice = fill(pick(rule.helps.get(finding.variant or "", rule.help), lang), values)
    return Diagnostic(
        code=finding.code,
        name=rule.name,
        severity=severity,
        message=capitalised(fill(pick(_template(finding, rule), lang), values)),
        help=for_tables(advice, lang) if place is not None and place.cell else advice,
        subject=finding.subject,
        place=place,
        related=tuple(Related(one, system.place(one, (), ("id",))) for one in finding.related),
        consequences=consequences,
        engine=finding.engine,
        fix=finding.fix,
        lang=lang,
    )


def crash_diagnostic(rule: Rule, error: Exception, system: PlanSystem, lang: str) -> Diagnostic:
    """Give the diagnostic that says that a rule could not be run to its end."""
    plan = system.named[0].id if system.named else None
    said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return Diagnostic(
        code=rule.code,
        name=rule.name,
        severity=Severity.ERROR,
        message=pick(words(f"The rule stopped with {said}", f"Regelen stanset med {said}"), lang),
        help=pick(_CRASH_HELP, lang),
        subject=plan,
        place=system.place(plan, (), ("id",)),
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


def place_of(finding: Finding, system: PlanSystem) -> Place | None:
    """Give the place of a finding: as the reader gave it, else of the value or node that it is about."""
    if finding.place is not None:
        return finding.place
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
