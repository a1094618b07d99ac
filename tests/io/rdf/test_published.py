"""The published files are what the model makes of them today, and other people's tools understand them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import rdflib
import yaml
from rdflib import OWL, RDF, RDFS, SKOS, XSD, URIRef
from rdflib.collection import Collection

from sdggraph.catalogue import catalogue, codes, iri_of
from sdggraph.io.load import read_plan
from sdggraph.io.rdf import to_graph, write_published
from sdggraph.io.rdf.published import PUBLISHED
from sdggraph_ontology import data_path

ROOT = Path(__file__).parents[3]
SG = rdflib.Namespace("https://w3id.org/sdggraph/ns#")
UN = "http://metadata.un.org/sdg/"
KINDS_OF_PROPERTY = {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
OWL_DATATYPES = {XSD.string, XSD.decimal, XSD.integer, XSD.boolean, RDF.PlainLiteral, RDFS.Literal}


@pytest.fixture(scope="module")
def ontology():
    return rdflib.Graph().parse(data_path("sdggraph.ttl"), format="turtle")


@pytest.fixture(scope="module")
def concepts():
    return rdflib.Graph().parse(data_path("catalogue.ttl"), format="turtle")


@pytest.mark.parametrize("name", PUBLISHED)
def test_no_file_has_drifted(name):
    assert data_path(name).read_text(encoding="utf-8") == PUBLISHED[name](), "write_published writes it anew"


def test_writing_makes_the_folder(tmp_path):
    written = write_published(tmp_path / "new")
    assert {path.name for path in written} == set(PUBLISHED)
    assert all(path.read_bytes() == data_path(path.name).read_bytes() for path in written)


@pytest.mark.parametrize("predicate", [RDFS.label, RDFS.comment])
def test_everything_has_words_in_both_languages(ontology, predicate):
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        for subject in ontology.subjects(RDF.type, kind):
            if str(subject).startswith(SG):
                words = [text for text in ontology.objects(subject, predicate) if str(text).strip()]
                assert sorted(text.language for text in words) == ["en", "nb"], subject


def test_each_property_is_of_one_kind(ontology):
    for subject in set(ontology.subjects(RDF.type, None)):
        kinds = set(ontology.objects(subject, RDF.type))
        assert len(kinds & KINDS_OF_PROPERTY) <= 1, subject
        assert not (OWL.Class in kinds and kinds & KINDS_OF_PROPERTY), subject


def named(ontology, node):
    """Give the IRIs that a class expression or data range is made of."""
    for through in (OWL.unionOf, OWL.oneOf):
        for listed in ontology.objects(node, through):
            return set(Collection(ontology, listed))
    return {node}


def test_domains_and_ranges_are_declared(ontology):
    classes = set(ontology.subjects(RDF.type, OWL.Class))
    for predicate, kind in ((RDFS.domain, None), (RDFS.range, OWL.ObjectProperty)):
        for subject, value in ontology.subject_objects(predicate):
            if kind is None or (subject, RDF.type, kind) in ontology:
                assert named(ontology, value) <= classes, (subject, predicate)


def test_literals_have_datatypes_that_owl_knows(ontology):
    for subject in ontology.subjects(RDF.type, OWL.DatatypeProperty):
        for value in ontology.objects(subject, RDFS.range):
            members = named(ontology, value)
            assert members <= OWL_DATATYPES or all(isinstance(one, rdflib.Literal) for one in members), subject


@pytest.mark.parametrize("name", ["complete/plan.yaml", "complete/handlingsdel.yaml", "broken/plan.yaml"])
def test_plans_use_only_what_the_ontology_declares(ontology, name):
    graph = to_graph(read_plan(ROOT / "examples" / name))
    declared = set(ontology.subjects(RDF.type, None))
    used = {*graph.predicates(), *graph.objects(None, RDF.type)} - {RDF.type, RDFS.label}
    assert used <= declared


def test_the_catalogue_has_everything_once(concepts):
    count = {kind: len(set(concepts.subjects(RDF.type, SG[kind]))) for kind in ("Goal", "Target", "GlobalIndicator")}
    assert count == {"Goal": 17, "Target": 169, "GlobalIndicator": len(set(codes().canonical.values()))}
    assert len(set(concepts.subjects(RDF.type, SG.NationalGoal))) == len(catalogue().national_goals)


def test_an_indicator_of_several_targets_is_one_concept(concepts):
    first, other = next((first, code) for code, first in codes().canonical.items() if code != first)
    subject = URIRef(iri_of(first))
    assert {str(code) for code in concepts.objects(subject, SKOS.notation)} >= {first, other}
    broader = set(concepts.objects(subject, SKOS.broader))
    assert {URIRef(iri_of(code.rpartition(".")[0])) for code in (first, other)} <= broader


def test_concepts_have_labels_in_both_languages_and_prefer_none_for_the_un(concepts):
    for subject in concepts.subjects(RDF.type, SKOS.Concept):
        assert {"en", "nb"} <= {label.language for label in concepts.objects(subject, RDFS.label)}
        assert str(subject).startswith(UN) != bool(list(concepts.objects(subject, SKOS.prefLabel)))


def test_every_target_is_below_its_goal_and_measured(concepts):
    for code in catalogue().targets:
        subject = URIRef(UN + code)
        assert list(concepts.objects(subject, SKOS.broader)) == [URIRef(UN + code.partition(".")[0])]
        measured = set(concepts.objects(subject, SG.measuredBy))
        assert measured == {URIRef(iri_of(indicator)) for indicator in codes().children[code]}


def test_the_context_has_a_name_for_each_property(ontology):
    context = json.loads(data_path("context.jsonld").read_text(encoding="utf-8"))["@context"]
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        own = [one for one in ontology.subjects(RDF.type, kind) if str(one).startswith(SG)]
        assert own
        for subject in own:
            term = context[str(subject).removeprefix(SG)]
            assert term["@id"] == "sg:" + str(subject).removeprefix(SG)
            assert (term.get("@type") == "@id") == (kind == OWL.ObjectProperty)


class PlainLoader(yaml.SafeLoader):
    """Reads YAML as editors do: a date is a text."""


PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith("timestamp")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.fixture(scope="module")
def validator():
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(data_path("plan.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize(
    "name", ["asker-2018/plan.yaml", "complete/plan.yaml", "complete/handlingsdel.yaml", "sound/plan.yaml"]
)
def test_the_schema_accepts_sound_plans(validator, name):
    document = yaml.load((ROOT / "examples" / name).read_text(encoding="utf-8"), PlainLoader)
    assert not list(validator.iter_errors(document))


@pytest.mark.parametrize(
    "wrong",
    [
        {"strategies": [{"id": "s1", "title": "A", "objektives": ["o1"]}]},
        {"strategies": [{"id": "s1"}]},
        {"areas": [{"id": "a1", "title": "A", "dimensions": ["sosial"]}]},
        {"indicators": [{"id": "i1", "title": "A", "quality": 4}]},
        {"indicators": [{"id": "i1", "title": "A", "baseline": {"date": "20.06.2024"}}]},
        {"goals": [{"significance": "Much"}]},
        {"interactions": [{"id": "x", "source": "s1", "target": "13.2", "score": 5}]},
    ],
)
def test_the_schema_refuses_what_the_reader_reports(validator, wrong):
    assert validator.is_valid({"plan": {"id": "p", "language": "nb"}})
    assert not validator.is_valid({"plan": {"id": "p", "language": "nb"}, **wrong})
