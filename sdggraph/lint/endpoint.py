"""Lints the plans of a store where they lie: a query a rule, and findings straight from the answers.

What a store says isn't believed before it has found what breaks which rule in a graph of which that is known.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sdggraph.base.diagnostics import Diagnostic, Severity, Summary
from sdggraph.base.errors import InputError
from sdggraph.base.places import Place
from sdggraph.base.words import fill, pick, words
from sdggraph.lint.canary import CANARY, CANARY_SETTINGS, LOADING, canary
from sdggraph.lint.endpoint_cycles import ways_round
from sdggraph.lint.endpoint_plans import StoredPlan, stored_plans
from sdggraph.lint.endpoint_words import phrases
from sdggraph.lint.phrases import capitalised
from sdggraph.lint.report import Report, summary_of
from sdggraph.rules.language import Acyclic
from sdggraph.rules.registry import ALL_RULES
from sdggraph.semantic.catalogue_concepts import CATALOGUE_IRI
from sdggraph.semantic.queries.dialects import PLAIN
from sdggraph.semantic.queries.query import query_of, subjects_query
from sdggraph.semantic.queries.terms import Unfit, prefixes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sdggraph.base.words import Words
    from sdggraph.io.rdf.endpoint import Endpoint
    from sdggraph.lint.settings import Settings
    from sdggraph.rules.rule import Rule
    from sdggraph.semantic.queries.dialects import Dialect

__all__ = ["lint_endpoint"]

_PAIR = ("this", "plan")
_KNOWN = frozenset({"node", "id"})
_VERSION = f"SELECT ?version WHERE {{ <{CANARY}> <http://www.w3.org/2002/07/owl#versionInfo> ?version }}"
_NOT_CANARY = f'FILTER(!STRSTARTS(STR(?plan), "{CANARY}"))'
_UNFOLDED = words(
    "In a store consequences stand as findings of their own.", "I et lager står følgefeil som funn for seg."
)
_CATALOGUE = (
    "SELECT (COUNT(DISTINCT ?goal) AS ?goals) WHERE { ?target a sg:Target ; sg:partOf ?goal . ?goal a sg:Goal }"
)


def lint_endpoint(endpoint: Endpoint, settings: Settings, lang: str = "en", dialect: Dialect = PLAIN) -> Report:
    """Check all plans of a store against every rule that SPARQL can express.

    Raises:
        InputError: The endpoint can't be asked, lacks the canary, answers it wrongly, or has no plans.
    """
    rules = [rule for rule in (*ALL_RULES.values(), *settings.own) if rule.requires is not None]
    run = _Run(endpoint, settings, lang, dialect)
    run.prepare(rules)
    for rule in run.asked:
        run.check(rule)
    found = run.diagnostics()
    size = Summary(files=len(run.plans), nodes=run.nodes())
    plans = tuple(one.id for one in run.plans.values())
    return Report(tuple(found), summary_of(found, size), lang=lang, plans=plans, understood=run.limits())


@dataclass(slots=True)
class _Run:
    """One run over one store."""

    endpoint: Endpoint
    settings: Settings
    lang: str
    dialect: Dialect
    plans: dict[str, StoredPlan] = field(default_factory=dict)
    asked: list[Rule] = field(default_factory=list)
    unasked: list[str] = field(default_factory=list)
    found: list[tuple[Rule, str, str, Severity, dict[str, object]]] = field(default_factory=list)

    def prepare(self, rules: Iterable[Rule]) -> None:
        """Find out which plans there are, and whether the store can be believed."""
        self._check_canary_is_there()
        ((goals,),) = self.endpoint.select(f"{prefixes()}\n{_CATALOGUE}", ["goals"]) or [("0",)]
        if goals != "17":
            self._refuse(
                words(
                    "the store lacks the catalogue of goals and targets",
                    "lageret mangler katalogen over bærekraftsmål og delmål",
                ),
                LOADING,
            )
        self.plans = {iri: plan for iri, plan in stored_plans(self.endpoint).items() if not iri.startswith(CANARY)}
        if not self.plans:
            self._refuse(words("there is no plan in these graphs", "det er ingen plan i disse grafene"))
        self.asked = [
            rule for rule in rules if any(self._level(rule, plan) is not None for plan in self.plans.values())
        ]
        self.unasked = [rule.code for rule in self.asked if self._question(rule, self.settings.values(rule)) is None]
        self.asked = [rule for rule in self.asked if rule.code not in self.unasked]
        self._check_canary([rule for rule in self.asked if rule.code in ALL_RULES])

    def _canary(self) -> Endpoint:
        from dataclasses import replace

        return replace(self.endpoint, graphs=(CANARY, CATALOGUE_IRI))

    def _check_canary_is_there(self) -> None:
        found = self._canary().select(_VERSION, ["version"])
        if not found:
            self._refuse(
                words(
                    "the store lacks the canary, the graph that shows whether its answers can be believed",
                    "lageret mangler kanarifuglen, grafen som viser om svarene kan stoles på",
                ),
                LOADING,
            )
        if canary().version not in {version for (version,) in found}:
            self._refuse(
                words("the canary in the store is of another version", "kanarifuglen i lageret er av en annen versjon"),
                LOADING,
            )

    def _check_canary(self, rules: Iterable[Rule]) -> None:
        """Ask about the canary.

        Raises:
            InputError: The store gets a rule wrong.
        """
        asked = self._canary()
        for rule in rules:
            query = self._question(rule, CANARY_SETTINGS.values(rule))
            if query is None:
                continue
            answer = {(node or "", plan or "") for node, plan in asked.rows(query, _PAIR)}
            expected = canary().broken[rule.code]
            if answer != expected:
                many, wrong = len(expected - answer), len(answer - expected)
                self._refuse(
                    words(
                        f"the store gets {rule.code} wrong: of {len(expected)} known violations it misses {many}, and "
                        f"it gives {wrong} that are none",
                        f"lageret tar feil av {rule.code}: av {len(expected)} kjente brudd mangler {many}, og det gir "
                        f"{wrong} som ikke er det",
                    ),
                    words(
                        "its answers can't be believed; try another --dialect, or leave the rule out with --ignore",
                        "svarene kan ikke stoles på; prøv en annen --dialect, eller utelat regelen med --ignore",
                    ),
                )

    def _refuse(self, what: Words, hint: Words | None = None) -> None:
        raise InputError(what, place=Place(self.endpoint.address), hint=hint)

    def _question(self, rule: Rule, parameters: Mapping[str, Any]) -> str | None:
        try:
            return query_of(rule, parameters, self.dialect)
        except Unfit:
            return None

    def _level(self, rule: Rule, plan: StoredPlan) -> Severity | None:
        beside = next((kind for kind in plan.beside if kind in rule.scope.beside), None)
        return self.settings.level(rule, plan.header, beside)

    def check(self, rule: Rule) -> None:
        """Ask which nodes break a rule, and note those in plans where the rule is on."""
        parameters = self.settings.values(rule)
        query = self._question(rule, parameters)
        broken: dict[str, list[str]] = {}
        for node, plan in self.endpoint.rows(query, _PAIR) if query is not None else ():
            if node and plan in self.plans and self._level(rule, self.plans[plan]) is not None:
                broken.setdefault(plan, []).append(node)
        counts = self._counts(rule, parameters, broken)
        for plan, nodes in broken.items():
            level = self._level(rule, self.plans[plan])
            if level is None:
                continue
            said = {name: value for name, value in parameters.items() if name != "as_of"}
            if isinstance(rule.requires, Acyclic):
                ways = ways_round(self.endpoint, rule.requires.path, nodes)
                self.found += [(rule, way[0], plan, level, said | {"way": way}) for way in ways]
                continue
            gathering = rule.gathering
            if (
                gathering is not None
                and len(nodes) >= gathering.fewest
                and len(nodes) >= gathering.share * counts[plan]
            ):
                values = said | {"count": len(nodes), "of": counts[plan], "gathered": True}
                self.found.append((rule, plan, plan, Severity.INFO, values))
                continue
            self.found += [(rule, node, plan, level, said) for node in sorted(nodes)]

    def _counts(self, rule: Rule, parameters: Mapping[str, Any], broken: Mapping[str, list[str]]) -> Counter[str]:
        """Count what a rule looks at in each plan, where that decides whether one finding stands for all."""
        gathering = rule.gathering
        if gathering is None or all(len(nodes) < gathering.fewest for nodes in broken.values()):
            return Counter()
        rows = self.endpoint.rows(subjects_query(rule, parameters, self.dialect), _PAIR)
        return Counter(plan for _, plan in rows if plan is not None)

    def limits(self) -> tuple[Words, ...]:
        """Say which rules that are on were not asked, and what a store's findings lack."""
        told = [_UNFOLDED]
        if self.unasked:
            codes = ", ".join(self.unasked)
            told.insert(0, words(f"Not asked here: {codes}", f"Ikke spurt om her: {codes}"))
        return tuple(told)

    def nodes(self) -> int:
        """Count the nodes of the plans."""
        query = (
            f"{prefixes()}\nSELECT (COUNT(DISTINCT ?node) AS ?nodes) WHERE {{ ?node sg:inPlan ?plan . {_NOT_CANARY} }}"
        )
        rows = self.endpoint.select(query, ["nodes"])
        return int(rows[0][0] or 0) if rows and (rows[0][0] or "").isdigit() else 0

    def diagnostics(self) -> list[Diagnostic]:
        """Say what was found; a wider rule is silent on a node for which another speaks."""
        spoken = Counter(node for _, node, _, _, _ in self.found)
        left = [one for one in self.found if not (one[0].yields and spoken[one[1]] > 1)]
        on_ways = {node for *_, values in left for node in _way(values)}
        called = phrases(self.endpoint, on_ways | {node for _, node, *_ in left}, self.lang)
        made = []
        for rule, node, plan, level, values in left:
            phrase, local = called.get(node, (f"<{node}>", node))
            if way := _way(values):
                values["cycle"] = " → ".join(called.get(one, ("", f"<{one}>"))[1] for one in way)
            message = _message(rule, values | {"node": phrase, "id": local}, self.lang)
            subject = self.plans[plan].id if node == plan else f"{self.plans[plan].id}:{local}"
            place = Place(self.endpoint.address, subject=node)
            advice = fill(pick(rule.help, self.lang), values)
            made.append(
                Diagnostic(
                    rule.code, rule.name, level, message, advice, subject, place, engine="sparql", lang=self.lang
                )
            )
        return sorted(made, key=lambda one: (one.subject or "", one.code))


def _way(values: Mapping[str, Any]) -> list[str]:
    """Give the nodes of a cycle that was found, if one was."""
    return list(values.get("way", ()))


def _message(rule: Rule, values: Mapping[str, Any], lang: str) -> str:
    """Write a rule's message; where it names more than the store has told, when the rule holds."""
    template = pick(rule.gathering.message if "gathered" in values and rule.gathering else rule.message, lang)
    if set(re.findall(r"\{(\w+)\}", template)) <= values.keys() | _KNOWN:
        return capitalised(fill(template, values))
    return f"{capitalised(str(values['node']))}: {pick(rule.holds, lang)}"
