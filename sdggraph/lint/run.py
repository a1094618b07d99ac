"""Lints plans: every rule, over each plan system, to one report."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sdggraph.base.collector import collector_paused
from sdggraph.base.diagnostics import Summary
from sdggraph.base.words import LANGUAGES
from sdggraph.lint.config import Configuration
from sdggraph.lint.engine import RuleRun
from sdggraph.lint.finish import crash_diagnostic, diagnostics_of, in_order, place_of
from sdggraph.lint.fold import roots
from sdggraph.lint.judge import judge_maker
from sdggraph.lint.references import reference_findings
from sdggraph.lint.report import Report, summary_of
from sdggraph.lint.settings import Settings
from sdggraph.lint.suppress import UNUSED, Suppressed, Suppressions
from sdggraph.lint.suppress_comments import suppressions_in
from sdggraph.lint.suppress_tables import table_suppressions
from sdggraph.lint.system import systems
from sdggraph.lint.tracks import track_findings
from sdggraph.model.codes import plan_part
from sdggraph.model.plan import Plan
from sdggraph.rules.registry import ALL_RULES
from sdggraph.rules.rule_names import codes_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sdggraph.base.diagnostics import Diagnostic, Finding, Severity
    from sdggraph.base.grids import Grid
    from sdggraph.lint.suppress import Suppression
    from sdggraph.lint.system import PlanSystem
    from sdggraph.rules.rule import Rule

__all__ = ["lint", "lint_configured"]


def lint(
    plans: Plan | Iterable[Plan],
    *,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    lang: str | None = None,
    settings: Settings | None = None,
    config: str | Path | None = None,
) -> Report:
    """Check plans against every rule that applies to them.

    Args:
        plans: One plan or several; the plans that they follow up are looked into, and not reported.
        select: The only rules to run: codes, their beginnings or names (``"SDG2,strategy-has-action"``).
        ignore: Rules to leave out.
        lang: The language of the messages (``en`` or ``nb``); by default the first plan's own, else English.
        settings: Which rules, with which severities and parameters, over what the plans' own ``lint:`` sections say;
            by default all as they are declared.
        config: A file of settings, below those (``sdggraph.toml``); by default none is read.

    Raises:
        ConfigError: The file of settings can't be understood.
        NotFoundError: A rule that the settings name isn't there.
    """
    named = [plans] if isinstance(plans, Plan) else list(plans)
    asked = settings or Settings()
    if select or ignore:
        asked = replace(asked, select=asked.select + _codes(select), ignore=asked.ignore + _codes(ignore))
    return lint_configured(named, Configuration(asked, Path(config) if config is not None else None), lang)


def _codes(given: str | Iterable[str]) -> tuple[str, ...]:
    return tuple(codes_in(given)) if isinstance(given, str) else tuple(given)


@collector_paused()
def lint_configured(named: list[Plan], configuration: Configuration, lang: str | None = None) -> Report:
    """Check plans, each with the settings that a configuration has for it.

    Raises:
        ConfigError: A file of settings can't be understood.
        NotFoundError: A rule that the settings name isn't there.
    """
    configuration.begin(named)
    asked_lang = next((configuration.of(plan).settings.lang for plan in named), None)
    run = _Run(configuration, lang or asked_lang or message_language(named))
    for plan in named:
        own = configuration.of(plan)
        run.suppressions.add(
            [*suppressions_in(plan, own.rules), *table_suppressions(plan, own.rules), *own.suppressions]
        )
    parts = systems(named)
    for system in parts:
        run.check(system)
    for system in parts:
        run.check_suppressions(system)
    files = {file.name: file for file in configuration.files}
    tables: dict[tuple[str, str | None], Grid] = {}
    for plan in named:
        for one in (plan, *(plan.reading.followed if plan.reading else ())):
            files.update(one.reading.files if one.reading else {})
            tables.update(one.reading.tables if one.reading else {})
    names = tuple(dict.fromkeys(plan.reading.name if plan.reading else plan.id for plan in named))
    sizes = [system.index.size() for system in parts]
    size = Summary(len(names), sum(nodes for nodes, _ in sizes), sum(edges for _, edges in sizes))
    summary = summary_of(run.diagnostics, size)
    crashed = tuple(dict.fromkeys(run.crashed))
    ordered = tuple(in_order(run.diagnostics))
    place = {id(one): number for number, one in enumerate(in_order([one.diagnostic for one in run.suppressed]))}
    suppressed = tuple(sorted(run.suppressed, key=lambda one: place[id(one.diagnostic)]))
    said = tuple(plan.reading.understood for plan in named if plan.reading and plan.reading.understood)
    return Report(ordered, summary, files, tables, run.lang, suppressed, crashed, names, said)


def message_language(plans: Iterable[Plan]) -> str:
    """Give the language in which a plan's readers expect messages: the plan's own, else English."""
    language = next((plan.language for plan in plans), "en").lower().partition("-")[0]
    return {"nn": "nb", "no": "nb"}.get(language, language if language in LANGUAGES else "en")


@dataclass(slots=True)
class _Run:
    """One run over all plan systems, and what it has found so far."""

    configuration: Configuration
    lang: str
    suppressions: Suppressions = field(default_factory=Suppressions)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    suppressed: list[Suppressed] = field(default_factory=list)
    crashed: list[str] = field(default_factory=list)

    def check(self, system: PlanSystem) -> None:
        """Run everything over one plan system; no rule speaks that is silenced by a narrower one."""
        rules = self._rules(system)
        found = _narrowest([*self._read(system), *self._ruled(system)], rules)
        under = roots([finding for finding, _ in found], rules, system.engine, system.index)
        accepted = self._accepted(found, system) if self.suppressions else {}
        self.diagnostics += diagnostics_of(found, under, system, self.lang, rules, accepted)
        for number, by in accepted.items():
            one = diagnostics_of([found[number]], {}, system, self.lang, rules)[0]
            self.suppressed.append(Suppressed(one, by.kind, by.reason, by.place))

    def check_suppressions(self, system: PlanSystem) -> None:
        """Say which suppressions of a system's plans have suppressed nothing, now that all is found."""
        if not self.suppressions:
            return
        plans = {plan.id: plan for plan in system.named}
        rules = self._rules(system)
        codes = {one.code for one in self.suppressions.each} & rules.keys() - set(self.crashed)
        ran = [(plan.id, code) for plan in system.named for code in codes if self._level(rules[code], plan) is not None]
        found = []
        for finding in self.suppressions.unused(ran, rules):
            plan = plans.get(finding.subject or "")
            level = self._level(rules[UNUSED], plan) if plan is not None else None
            if level is not None:
                found.append((finding, level))
        self.diagnostics += diagnostics_of(found, {}, system, self.lang)

    def _rules(self, system: PlanSystem) -> Mapping[str, Rule]:
        """Give all rules that a system's plans know, the users' own among them."""
        known = [self.configuration.of(plan).rules for plan in system.named]
        return known[0] if len(known) == 1 else {code: rule for rules in known for code, rule in rules.items()}

    def _level(self, rule: Rule, plan: Plan) -> Severity | None:
        return self.configuration.of(plan).settings.level(rule, plan)

    def _read(self, system: PlanSystem) -> Iterator[tuple[Finding, Severity]]:
        """Give what the readers found, with severities."""
        by_id = {plan.id: plan for plan in system.named}
        noted = ((finding, plan) for plan in system.named if plan.reading for finding in plan.reading.findings)
        said = ((one, plan) for plan in system.named for one in self.configuration.of(plan).section.findings)
        found = (*reference_findings(system), *track_findings(system), *_suspects(system))
        referred = ((finding, by_id[plan_part(finding.subject or "")]) for finding in found)
        for finding, plan in (*noted, *said, *referred):
            rule = ALL_RULES[finding.code]
            level = self._level(rule, plan)
            milder = rule.milder.get(finding.variant or "")
            if level is not None:
                yield finding, min(level, milder) if milder is not None else level

    def _ruled(self, system: PlanSystem) -> Iterator[tuple[Finding, Severity]]:
        """Give what the rules find, in the plans that have the same settings together."""
        groups: list[tuple[Settings, list[str]]] = []
        for plan in system.named:
            settings = self.configuration.of(plan).settings
            same = next((names for other, names in groups if other == settings), None)
            if same is None:
                groups.append((settings, [plan.id]))
            else:
                same.append(plan.id)
        if len(groups) == 1:
            yield from self._ruled_by(groups[0][0], system)
            return
        seen: set[tuple[str, str | None]] = set()
        for settings, names in groups:
            for finding, level in self._ruled_by(replace(settings, plans=frozenset(names)), system):
                shared = plan_part(finding.subject or "") not in names  # of the catalogue: once for all
                if not (shared and (finding.code, finding.subject) in seen):
                    seen.add((finding.code, finding.subject))
                    yield finding, level

    def _ruled_by(self, settings: Settings, system: PlanSystem) -> Iterator[tuple[Finding, Severity]]:
        """Give what the rules find; one that crashes is said, and the others go on."""
        maker = judge_maker(self.configuration.engine)
        run = RuleRun(system, settings, maker(system) if maker is not None else None)
        for rule in (*ALL_RULES.values(), *settings.own):
            if rule.requires is None:
                continue
            try:
                yield from list(run.check(rule))
            except Exception as error:  # noqa: BLE001  # a defect of one rule must not hide what the others find
                self.crashed.append(rule.code)
                self.diagnostics.append(crash_diagnostic(rule, error, system, self.lang))

    def _accepted(self, found: list[tuple[Finding, Severity]], system: PlanSystem) -> dict[int, Suppression]:
        """Give the positions of the findings that are suppressed, and by what."""
        matched = (self.suppressions.match(finding, place_of(finding, system)) for finding, _ in found)
        return {number: by for number, by in enumerate(matched) if by is not None}


def _suspects(system: PlanSystem) -> Iterable[Finding]:
    """Give what is to be reviewed; nothing is loaded for it where no plan has been reviewed."""
    if not any(plan.reading is not None and plan.reading.review is not None for plan in system.named):
        return ()
    from sdggraph.lint.suspects import suspect_findings

    return suspect_findings(system)


def _narrowest(found: list[tuple[Finding, Severity]], rules: Mapping[str, Rule]) -> list[tuple[Finding, Severity]]:
    """Leave out the findings of wider rules on nodes for which a narrower one speaks."""
    spoken = Counter(finding.subject for finding, _ in found)
    return [
        (finding, severity)
        for finding, severity in found
        if not (rules[finding.code].yields and spoken[finding.subject] > 1)
    ]
