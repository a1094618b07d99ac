"""The ontology is OWL 2 DL: by a reasoner where there is one, and everywhere by the rules that RDF files break."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, XSD, BNode, Literal, URIRef

from sdggraph.io.load import read_plan
from sdggraph.io.rdf import to_graph
from sdggraph_ontology import data_path

ROOT = Path(__file__).parents[3]
SG = rdflib.Namespace("https://w3id.org/sdggraph/ns#")
EXAMPLES = ["complete/plan.yaml", "complete/handlingsdel.yaml", "asker-2018/plan.yaml"]
BUILT_IN = tuple(str(one) for one in (RDF, RDFS, OWL, XSD))
PROPERTIES = {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
OWN_TYPES = {OWL.Class, RDFS.Datatype, OWL.Ontology, OWL.FunctionalProperty, *PROPERTIES}
DATATYPES = {XSD.string, XSD.decimal, XSD.integer, XSD.boolean, RDF.PlainLiteral, RDFS.Literal}
STRUCTURE = {
    RDF.type, RDF.first, RDF.rest, RDFS.label, RDFS.comment, RDFS.isDefinedBy, RDFS.subClassOf, RDFS.subPropertyOf,
    RDFS.domain, RDFS.range, OWL.unionOf, OWL.oneOf, OWL.disjointUnionOf, OWL.versionInfo, OWL.versionIRI,
}  # fmt: skip


def violations(graph):
    """Give what keeps a graph from being the RDF form of an OWL 2 DL ontology."""
    yield from _names(graph)
    yield from _uses(graph)
    yield from _blank_nodes(graph)


def _names(graph):
    if len(set(graph.subjects(RDF.type, OWL.Ontology))) != 1:
        yield "there is not one ontology"
    for subject in set(graph.subjects()):
        kinds = set(graph.objects(subject, RDF.type))
        if str(subject).startswith(BUILT_IN):
            yield f"{subject} is redefined"
        if isinstance(subject, URIRef) and len(kinds & PROPERTIES) > 1:
            yield f"{subject} is a property of two kinds"
        if {OWL.Class, RDFS.Datatype} <= kinds:
            yield f"{subject} is a class and a datatype"
        if kinds & {OWL.Class, RDFS.Datatype} and kinds & PROPERTIES:
            yield f"{subject} is a class and a property"
        if OWL.FunctionalProperty in kinds and not kinds & {OWL.ObjectProperty, OWL.DatatypeProperty}:
            yield f"{subject} is functional and no property of objects or data"


def _uses(graph):
    for subject, predicate, value in graph:
        declared = set(graph.objects(predicate, RDF.type)) & PROPERTIES
        if predicate not in STRUCTURE and not declared:
            yield f"{predicate} is not declared"
        if declared == {OWL.ObjectProperty} and isinstance(value, Literal):
            yield f"{predicate} is of objects and has {value!r}"
        if declared == {OWL.DatatypeProperty} and not isinstance(value, Literal):
            yield f"{predicate} is of data and has {value}"
        if predicate == RDF.type and value not in OWN_TYPES and (value, RDF.type, OWL.Class) not in graph:
            yield f"{value} is no declared class"
        if predicate in (RDFS.subClassOf, RDFS.domain) and (value, RDF.type, OWL.Class) not in graph:
            yield f"{value} stands for a class and is none"
        a_class = isinstance(value, BNode) or value in DATATYPES or (value, RDF.type, OWL.Class) in graph
        if predicate == RDFS.range and not a_class:
            yield f"{value} is no range"
        if predicate == RDFS.subPropertyOf:
            kinds = [set(graph.objects(one, RDF.type)) & PROPERTIES for one in (subject, value)]
            if kinds[0] != kinds[1] or len(kinds[0]) != 1:
                yield f"{subject} and {value} are properties of different kinds"
        if isinstance(value, Literal) and value.datatype and value.datatype not in {*DATATYPES, RDF.langString}:
            yield f"{value.datatype} is no datatype of OWL's"


def _blank_nodes(graph):
    for node in {one for statement in graph for one in statement if isinstance(one, BNode)}:
        if len(set(graph.triples((None, None, node)))) != 1:
            yield f"{node} is shared, or belongs to nothing"
        is_list = (node, RDF.first, None) in graph
        if is_list and (len(set(graph.objects(node, RDF.first))), len(set(graph.objects(node, RDF.rest)))) != (1, 1):
            yield f"{node} is a broken list"
        if not is_list and not set(graph.objects(node, RDF.type)) & {OWL.Class, RDFS.Datatype}:
            yield f"{node} is no class and no datatype"


@pytest.fixture(scope="module")
def ontology():
    return rdflib.Graph().parse(data_path("sdggraph.ttl"), format="turtle")


def together(ontology, *names):
    """Give the ontology with plans, without the one datatype that OWL 2 lacks."""
    found = rdflib.Graph()
    for graph in (ontology, *(to_graph(read_plan(ROOT / "examples" / name)) for name in names)):
        for statement in graph:
            if getattr(statement[2], "datatype", None) != XSD.date:
                found.add(statement)
    return found


def test_the_ontology_is_in_the_profile(ontology):
    assert sorted(set(violations(ontology))) == []


@pytest.mark.parametrize("name", [*EXAMPLES, "sound/plan.yaml", "broken/plan.yaml"])
def test_a_plan_with_the_ontology_is_in_the_profile(ontology, name):
    assert sorted(set(violations(together(ontology, name)))) == []


@pytest.mark.parametrize(
    ("turtle", "complaint"),
    [
        ("sg:contributesTo a owl:DatatypeProperty .", "two kinds"),
        ("sg:Strategy a owl:ObjectProperty .", "a class and a property"),
        ("sg:Strategy a rdfs:Datatype .", "a class and a datatype"),
        ("rdfs:label a owl:AnnotationProperty .", "redefined"),
        ("<http://a.example/x> sg:nothing 1 .", "not declared"),
        ("<http://a.example/x> sg:contributesTo 1 .", "is of objects"),
        ("<http://a.example/x> sg:id <http://a.example/y> .", "is of data"),
        ("<http://a.example/x> a sg:Nothing .", "no declared class"),
        ("sg:Strategy rdfs:subClassOf sg:Nothing .", "is none"),
        ("sg:id rdfs:subPropertyOf sg:contributesTo .", "different kinds"),
        ('<http://a.example/x> sg:id "1"^^xsd:gYear .', "no datatype of OWL's"),
        ("sg:Strategy rdfs:subClassOf _:b . sg:Action rdfs:subClassOf _:b . _:b a owl:Class .", "shared"),
        ("<http://a.example/o> a owl:Ontology .", "not one ontology"),
    ],
)
def test_the_profile_finds_what_breaks_it(ontology, turtle, complaint):
    prefixes = "".join(
        f"@prefix {name}: <{iri}> .\n" for name, iri in (("sg", SG), ("owl", OWL), ("rdfs", RDFS), ("xsd", XSD))
    )
    broken = rdflib.Graph() + ontology
    broken.parse(data=prefixes + turtle, format="turtle")
    assert any(complaint in one for one in violations(broken))


@pytest.fixture
def reason(tmp_path):
    """Let HermiT reason over a graph; without it the test is skipped, unless SDGGRAPH_REQUIRE_OWL says it must run."""
    required = os.environ.get("SDGGRAPH_REQUIRE_OWL") == "1"
    if not required and shutil.which("java") is None:
        pytest.skip("the reasoner needs Java")
    if not required:
        pytest.importorskip("owlready2", reason="owlready2 is not installed (pip install sdggraph[owl])")
    import owlready2

    def run(graph):
        file = tmp_path / "together.nt"
        graph.serialize(file, format="nt", encoding="utf-8")
        world = owlready2.World()
        read = world.get_ontology(file.as_uri()).load()
        with read:
            owlready2.sync_reasoner(world, infer_property_values=False, debug=0)
        return list(world.inconsistent_classes())

    run.inconsistent = owlready2.OwlReadyInconsistentOntologyError
    return run


def test_a_reasoner_finds_ontology_and_examples_consistent(ontology, reason):
    assert reason(together(ontology, *EXAMPLES)) == []


def test_a_reasoner_finds_what_is_two_things_at_once(ontology, reason):
    broken = together(ontology)
    for kind in (SG.Strategy, SG.Indicator):
        broken.add((URIRef("http://a.example/x"), RDF.type, kind))
    with pytest.raises(reason.inconsistent):
        reason(broken)
