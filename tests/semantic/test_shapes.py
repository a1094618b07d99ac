"""The shapes find what the native engine finds: node for node, rule for rule, however many plans share a graph."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings

from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph.io.rdf.published import PUBLISHED
from sdggraph.lint.settings import Settings
from sdggraph.rules import ALL_RULES
from sdggraph.semantic.queries.kinds import CATALOGUE
from sdggraph.semantic.shapes.rules import published_shapes, shape_iri, way_in_shacl
from sdggraph.semantic.terms import NAMESPACES, SG, Iri
from tests.rules.random_plans import plan_systems
from tests.rules.test_examples import read
from tests.rules.test_reference import SETTINGS
from tests.semantic.shacl_runs import CHECKED, at_home, found_by_shapes, found_natively, in_one_graph

STRICT = Settings(profile="strict", as_of=dt.date(2026, 1, 1))
FEW = 3
"""So many random systems are checked by the shapes that ask a query of each node: each takes seconds."""


def differences(plans, settings, rules):
    """Give where the shapes, run over one graph of all plans, differ from the native engine, and how many it flags.

    Of a rule on what all plans share a result doesn't say in which of them, so each plan has a graph of its own then.
    """
    if len(plans) > 1 and any(CATALOGUE.intersection(rule.subject.kinds) for rule in rules):
        each = [differences([plan], settings, rules) for plan in plans]
        return [one for differing, _ in each for one in differing], sum(
            (Counter(found) for _, found in each), Counter()
        )
    made, graph = in_one_graph(plans)
    by_shapes = found_by_shapes(graph, settings, rules)
    differing, flagged = [], dict.fromkeys(by_shapes, 0)
    for system, data in made:
        for rule in rules:
            subjects, broken = found_natively(system, data, settings, rule)
            flagged[rule.code] += len(broken)
            if by_shapes[rule.code] & subjects != broken:
                differing.append((rule.code, sorted(broken), sorted(by_shapes[rule.code] & subjects)))
    return differing, flagged


@pytest.mark.parametrize("rule", list(CHECKED.values()), ids=list(CHECKED))
def test_all_examples_of_a_rule_in_one_graph(rule):
    plans = [read(example)[0] for example in (*rule.valid, *rule.invalid)]
    systems = [at_home(plan, plan.reading.followed, number) for number, plan in enumerate(plans)]
    differing, flagged = differences(systems, STRICT, [rule])
    assert differing == []
    assert flagged[rule.code] >= len(rule.invalid)


@pytest.mark.parametrize(("way", "number"), [("core", 200), ("sparql", FEW)])
def test_random_plan_systems_in_one_graph(way, number):
    drawn = []

    @hypothesis_settings(
        max_examples=number,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )
    @given(plan_systems())
    def draw(system):
        drawn.append(system)

    draw()
    systems = [at_home(plan, others, place) for place, (plan, others) in enumerate(drawn)]
    rules = [rule for rule in CHECKED.values() if way_in_shacl(rule)[0] == way]
    differing, flagged = differences(systems, SETTINGS, rules)
    assert differing == []
    assert sum(map(bool, flagged.values())) > len(flagged) * (
        0.9 if way == "core" else 0.25
    )  # of three systems no rule is sure to find much


def plan_of(name, sections, header=""):
    text = f"plan: {{id: {name}, language: en{header}}}\n{sections}"
    return plan_from_document(parse_document(text, f"{name}.yaml"))


def test_no_plan_is_helped_by_another_that_shares_its_goals():
    own = "goals: [{code: 11, significance: A}]\ntargets: [11.2]\n"
    serving = "strategies: [{id: s1, title: A, targets: [11.2]}]"
    plans = [plan_of("a.b-c", own), plan_of("a.b", own + serving), plan_of("a", own + "areas: [{id: s1, title: A}]")]
    rules = [ALL_RULES[code] for code in ("SDG103", "SDG205", "SDG206", "SDG201", "SDG204")]
    differing, flagged = differences(plans, STRICT, rules)
    assert differing == []
    assert flagged == {"SDG103": 0, "SDG205": 2, "SDG206": 2, "SDG201": 0, "SDG204": 1}


def test_texts_that_look_like_something_else():
    odd = r'"\"\"\" } FILTER(true) # $this \\\\ \n\t <http://x> 𝕏 ’"'
    plan = plan_of(
        "p",
        f"goals: [{{code: 3, significance: {odd}}}, {{code: 4, significance: ' '}}]\n"
        f"strategies: [{{id: s.1-a, title: {odd}, goals: none, notes: {odd}}}, {{id: _x, title: ' ', goals: none}}]",
    )
    differing, flagged = differences(
        [plan], STRICT, [ALL_RULES[code] for code in ("SDG104", "SDG201", "SDG801", "SDG205")]
    )
    assert differing == []
    assert flagged == {"SDG104": 1, "SDG201": 1, "SDG801": 1, "SDG205": 2}


def test_each_rule_is_run_by_core_or_by_a_query_or_says_why_not():
    ways = {code: way_in_shacl(rule) for code, rule in ALL_RULES.items()}
    assert all((way is None) == (reason is not None) for way, reason in ways.values())
    assert all(set(reason) == {"en", "nb"} for way, reason in ways.values() if way is None)
    core = [code for code, (way, _) in ways.items() if way == "core"]
    assert {"SDG101", "SDG201", "SDG202", "SDG215", "SDG501"} - set(core) == {"SDG101"}
    assert len(core) >= 40


def test_published_shapes_say_what_they_are():
    said: dict[Iri, dict[Iri, list]] = {}
    for subject, predicate, value in published_shapes():
        said.setdefault(subject, {}).setdefault(predicate, []).append(value)
    assert shape_iri("SDG220") not in said  # it depends on the day
    sh, dcterms = NAMESPACES["sh"], NAMESPACES["dcterms"]
    shape = said[shape_iri("SDG201")]
    assert shape[Iri(sh + "targetClass")] == [SG.Strategy]
    assert shape[Iri(sh + "severity")] == [Iri(sh + "Violation")]
    assert {message.language for message in shape[Iri(sh + "message")]} == {"en", "nb"}
    assert shape[Iri(dcterms + "identifier")][0].text == "SDG201"
    off = {code for code, rule in ALL_RULES.items() if rule.level.default is None and not rule.level.kinds}
    deactivated = {str(iri).partition("#")[2] for iri, about in said.items() if Iri(sh + "deactivated") in about}
    assert deactivated == off & {str(iri).partition("#")[2] for iri in said}


def test_published_shapes_are_shapes():
    import pyshacl
    import rdflib

    shapes = rdflib.Graph().parse(data=PUBLISHED["shapes.ttl"](), format="turtle")
    conforms, _, said = pyshacl.validate(rdflib.Graph(), shacl_graph=shapes, meta_shacl=True)
    assert conforms, said
