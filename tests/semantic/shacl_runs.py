"""Many plan systems in one graph, what the native engine finds in each, and what the shapes find in all of them."""

from __future__ import annotations

from sdggraph.io.rdf.shacl import ShaclData
from sdggraph.lint.engine import RuleRun
from sdggraph.lint.system import systems
from sdggraph.lint.system_data import SystemData
from sdggraph.model.reading import Reading
from sdggraph.rules import ALL_RULES
from sdggraph.semantic.shapes.rules import rule_shape, shape_iri, shapes_of, way_in_shacl

CHECKED = {
    code: rule for code, rule in ALL_RULES.items() if rule.requires is not None and way_in_shacl(rule)[0] is not None
}


def at_home(plan, others, number):
    """Give a plan and those that it follows up IRIs that no other system has, and ids as they are."""
    moved = [one.model_copy(update={"base_iri": f"https://example.org/{number}/{one.id}/"}) for one in others]
    for one in moved:
        one.read_as(Reading(f"{one.id}.yaml", followed=tuple(other for other in moved if other is not one)))
    own = plan.model_copy(update={"base_iri": f"https://example.org/{number}/{plan.id}/"})
    return own.read_as(Reading("p.yaml", followed=tuple(moved)))


def in_one_graph(plans):
    """Give the systems of some plans, each with its data, and the graph of all."""
    made = [(system, SystemData(system)) for plan in plans for system in systems([plan])]
    return made, ShaclData({one: None for _, data in made for one in data.triples()})


def found_by_shapes(graph, settings, rules):
    """Give what breaks each rule in the graph."""
    shapes = shapes_of(((rule, rule_shape(rule, settings.values(rule))) for rule in rules), all_on=True)
    found = graph.breaking(shapes)
    return {rule.code: found.get(shape_iri(rule.code), set()) for rule in rules}


def found_natively(system, data, settings, rule):
    """Give the IRIs of what a rule looks at in a system, and of what breaks it."""
    run = RuleRun(system, settings)
    parameters = settings.values(rule)
    subjects = run.subjects(rule, parameters)
    broken = run.broken(rule, subjects, parameters)
    return {data.iris[node] for node in subjects}, {data.iris[node] for node in broken}
