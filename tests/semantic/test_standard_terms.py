"""A plan's observations, its owner and itself are what other people's programs look for."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from rdflib import RDF, RDFS

from sdggraph.io.load import read_plan
from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph.io.rdf import to_graph
from sdggraph.semantic.plans import plans_of
from sdggraph.semantic.terms import NAMESPACES
from sdggraph.semantic.triples import triples
from sdggraph_ontology import data_path

ROOT = Path(__file__).parents[2]
EXAMPLES = ["asker-2018/plan.yaml", "complete/plan.yaml", "complete/handlingsdel.yaml", "sound/plan.yaml"]
UN = "http://metadata.un.org/sdg/"
QB, SOSA, ORG, PROV, SCHEMA, SG = (
    rdflib.Namespace(NAMESPACES[prefix]) for prefix in ("qb", "sosa", "org", "prov", "schema", "sg")
)
BASE = rdflib.Namespace("https://w3id.org/sdggraph/plan/p/")
NUMBERS = 'numbers: [{number: "0220", to: 2019}, {number: "3025", from: 2020, to: 2023}, {number: "3203", from: 2024}]'


def graph_of(sections="", header=""):
    return to_graph(plan_from_document(parse_document(f"plan: {{id: p, language: nb{header}}}\n{sections}", "p.yaml")))


def indicator(measurements, more=""):
    return f"indicators: [{{id: i1, title: A, measurements: [{measurements}]{more}}}]"


@pytest.fixture(scope="module", params=EXAMPLES)
def cube(request):
    """Give an example with the published structures beside it."""
    graph = to_graph(read_plan(ROOT / "examples" / request.param))
    return graph.parse(data_path("cubes.ttl"), format="turtle")


def test_every_observation_is_in_one_data_set_with_one_structure(cube):
    for observation in cube.subjects(RDF.type, QB.Observation):
        [dataset] = cube.objects(observation, QB.dataSet)
        [structure] = cube.objects(dataset, QB.structure)
        assert (structure, RDF.type, QB.DataStructureDefinition) in cube


def test_every_observation_has_all_dimensions_and_measures_of_its_structure(cube):
    for observation in cube.subjects(RDF.type, QB.Observation):
        structure = cube.value(cube.value(observation, QB.dataSet), QB.structure)
        for role in (QB.dimension, QB.measure):
            wanted = {one for part in cube.objects(structure, QB.component) for one in cube.objects(part, role)}
            assert wanted
            assert wanted <= set(cube.predicates(observation))


def test_no_measurement_has_a_part_that_its_structure_has_not(cube):
    for observation in cube.subjects(RDF.type, SOSA.Observation):
        structure = cube.value(cube.value(observation, QB.dataSet), QB.structure)
        divided = {name for name in ("region", "district", "sex", "age") if cube.value(observation, SG[name])}
        assert divided == set(str(structure).partition("-by-")[2].split("-")) - {""}


def test_no_two_observations_have_the_same_dimensions(cube):
    met = set()
    for observation in cube.subjects(RDF.type, QB.Observation):
        dataset = cube.value(observation, QB.dataSet)
        parts = cube.objects(cube.value(dataset, QB.structure), QB.component)
        key = {one: cube.value(observation, one) for part in parts for one in cube.objects(part, QB.dimension)}
        found = (dataset, frozenset(key.items()))
        assert found not in met
        met.add(found)


def test_every_dimension_has_a_range_and_every_component_words(cube):
    for dimension in cube.subjects(RDF.type, QB.DimensionProperty):
        assert cube.value(dimension, RDFS.range)
    for kind in (QB.DataStructureDefinition, QB.DimensionProperty, QB.MeasureProperty, QB.AttributeProperty):
        for subject in cube.subjects(RDF.type, kind):
            assert {"en", "nb"} <= {label.language for label in cube.objects(subject, RDFS.label)}


def test_a_measurement_tells_what_was_observed_and_of_whom():
    found = graph_of(
        indicator("{date: 2020, value: 79}, {date: 2020, value: 81, sex: women, region: '9999'}"),
        ", organisation: {name: Asker, type: municipality}",
    )
    first, second = BASE["i1/measurements/1"], BASE["i1/measurements/2"]
    assert (first, SOSA.observedProperty, BASE.i1) in found
    assert (first, SOSA.hasFeatureOfInterest, BASE["-/organisation"]) in found
    assert found.value(first, SOSA.hasSimpleResult).toPython() == 79
    assert found.value(first, QB.dataSet) == BASE["-/measurements"]
    assert found.value(second, QB.dataSet) == BASE["-/measurements-by-region-sex"]
    assert found.value(second, SOSA.hasFeatureOfInterest) is None, "another region isn't the owner"


def test_a_measurement_of_the_owner_by_any_of_its_numbers_is_of_the_owner():
    found = graph_of(indicator("{date: 2020, value: 79, region: '0220'}"), f", organisation: {{name: A, {NUMBERS}}}")
    assert (BASE["i1/measurements/1"], SOSA.hasFeatureOfInterest, BASE["-/organisation"]) in found


def test_what_was_not_measured_is_no_observation():
    found = graph_of(indicator("{date: 2020, status: missing}"))
    assert not list(found.subjects(RDF.type, QB.Observation))
    assert not list(found.subjects(RDF.type, QB.DataSet))


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("stakeholders: 4, impact: 3", "materiality"),
        ("stakeholders: 4", "materiality-stakeholders"),
        ("impact: 0", "materiality-impact"),
    ],
)
def test_materiality_is_an_observation_of_the_goal(said, name):
    found = graph_of(f"goals: [{{code: 3, materiality: {{{said}}}}}]")
    at = BASE["goal-3/materiality"]
    assert (at, RDF.type, QB.Observation) in found
    assert (at, SOSA.hasFeatureOfInterest, rdflib.URIRef(UN + "3")) in found
    assert found.value(at, QB.dataSet) == BASE[f"-/{name}"]


@pytest.mark.parametrize(
    ("time", "number"),
    [
        (", adopted: {date: 2020-06-09}, period: {start: 2024}", "3025"),
        (", period: {start: 2024, end: 2032}", "3203"),
        (", baseline_year: 2019", "0220"),
        ("", "3203"),
    ],
)
def test_the_owner_goes_under_the_number_of_the_plans_time(time, number):
    found = graph_of(header=f", organisation: {{name: Asker, type: municipality, {NUMBERS}}}{time}")
    owner = BASE["-/organisation"]
    assert (rdflib.URIRef(str(BASE)[:-1]), PROV.wasAttributedTo, owner) in found
    assert [str(one) for one in found.objects(owner, ORG.identifier)] == [number]
    assert {ORG.Organization, SCHEMA.AdministrativeArea} <= set(found.objects(owner, RDF.type))
    assert found.value(owner, RDFS.label) == rdflib.Literal("Asker", lang="nb")


def test_a_number_that_held_at_another_time_is_not_given():
    header = ', organisation: {name: Asker, numbers: [{number: "3203", from: 2024}]}, baseline_year: 2019'
    assert not list(graph_of(header=header).subject_objects(ORG.identifier))


def test_an_owner_of_no_area_is_an_organisation_only():
    found = graph_of(header=", organisation: {name: Vann og avløp IKS, type: company}")
    assert SCHEMA.AdministrativeArea not in set(found.objects(BASE["-/organisation"], RDF.type))


def test_what_follows_needs_not_be_said_and_leaves_nothing_over():
    plan = read_plan(ROOT / "examples/complete/plan.yaml")
    written = list(triples(plan))
    ours = [one for one in written if one[1].startswith((NAMESPACES["sg"], NAMESPACES["rdf"], NAMESPACES["rdfs"]))]
    assert len(ours) < len(written)
    [whole], [bare] = plans_of(written, "p.ttl"), plans_of(ours, "p.ttl")
    assert whole == bare
    assert not [one for one in whole.reading.findings if one.code == "SDG005"]
    assert set(triples(bare)) == set(written)
