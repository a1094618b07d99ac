"""Every syntax says the same of a plan, and says it the same way each time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import rdflib

from sdggraph.base.errors import OutputError
from sdggraph.io.load import read_plan
from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph.io.rdf import (
    to_graph,
    write_jsonld,
    write_nquads,
    write_ntriples,
    write_rdfxml,
    write_trig,
    write_turtle,
)
from sdggraph.model.nodes import Objective
from sdggraph.model.plan import Plan

pytestmark = pytest.mark.filterwarnings("ignore:.* is deprecated:DeprecationWarning:rdflib")  # rdflib warns of itself

ROOT = Path(__file__).parents[3]
EXAMPLES = ["asker-2018/plan.yaml", "complete/plan.yaml", "complete/handlingsdel.yaml", "broken/plan.yaml"]
WRITERS = {"turtle": write_turtle, "nt": write_ntriples, "json-ld": write_jsonld, "xml": write_rdfxml}


@pytest.fixture(scope="module", params=EXAMPLES)
def plan(request):
    return read_plan(ROOT / "examples" / request.param)


@pytest.mark.parametrize("syntax", WRITERS)
def test_rdflib_reads_the_same_triples(plan, syntax):
    read = rdflib.Graph().parse(data=WRITERS[syntax](plan), format=syntax)
    assert set(read) == set(to_graph(plan))


@pytest.mark.parametrize(("syntax", "write"), [("trig", write_trig), ("nquads", write_nquads)])
def test_a_named_graph_a_plan(syntax, write):
    plans = [read_plan(ROOT / "examples" / name) for name in EXAMPLES[:3]]
    read = rdflib.Dataset().parse(data=write(plans), format=syntax)
    named = {str(one.identifier): set(one) for one in read.graphs() if len(one)}
    expected = {}
    for one in plans:
        graph = to_graph(one)
        subject = next(graph.subjects(rdflib.URIRef("https://w3id.org/sdggraph/ns#language")))
        expected[str(subject)] = set(graph)
    assert named == expected


def test_a_second_implementation_reads_the_same_triples(plan):
    pyoxigraph = pytest.importorskip("pyoxigraph")
    formats = pyoxigraph.RdfFormat
    read = {
        syntax: {str(quad.triple) for quad in pyoxigraph.parse(write(plan).encode(), format=form)}
        for syntax, write, form in (
            ("turtle", write_turtle, formats.TURTLE),
            ("nt", write_ntriples, formats.N_TRIPLES),
            ("json-ld", write_jsonld, formats.JSON_LD),
            ("xml", write_rdfxml, formats.RDF_XML),
        )
    }
    assert read["turtle"] == read["nt"] == read["json-ld"] == read["xml"]
    assert len(read["nt"]) == len(to_graph(plan))


@pytest.mark.parametrize("write", WRITERS.values())
def test_the_same_plan_gives_the_same_text(write):
    name = ROOT / "examples/complete/plan.yaml"
    assert write(read_plan(name)) == write(read_plan(name))


@pytest.mark.parametrize("write", WRITERS.values())
def test_the_order_of_references_and_languages_makes_no_difference(write):
    one, other = (
        plan_from_document(parse_document(f"plan: {{id: p, language: nb}}\n{sections}", "p.yaml"))
        for sections in (
            "objectives: [{id: o1, title: {nb: A, en: B}, targets: [3.8, 3.10], stakeholders: [b, a]}]",
            "objectives: [{id: o1, title: {en: B, nb: A}, targets: [3.10, 3.8], stakeholders: [a, b]}]",
        )
    )
    assert write(one) == write(other)


def test_turtle_is_short_where_it_can_be():
    text = write_turtle(read_plan(ROOT / "examples/complete/plan.yaml"))
    assert text.startswith("@base <https://data.nesvag.example/plan/samfunnsdel/> .\n@prefix sg: ")
    assert "\n<goal-3> a sg:Prioritisation ;\n" in text
    assert "sg:stakeholders 4.6 ;" in text
    assert "@prefix skos:" not in text


def test_jsonld_holds_its_own_context():
    document = json.loads(write_jsonld(read_plan(ROOT / "examples/complete/plan.yaml")))
    assert isinstance(document["@context"], dict)
    assert not [value for value in document["@context"].values() if str(value).endswith(".jsonld")]
    goal = next(node for node in document["@graph"] if node["@id"] == "goal-3")
    assert goal["@type"] == "Prioritisation"
    assert set(goal["significance"]) == {"nb", "en"}


@pytest.mark.parametrize("title", ['a "b" \\ c', "line\nline\r\ttab", "\x00\x0b\x7f\x85\u2028", "🦦 æøå", "</a>&lt;"])
@pytest.mark.parametrize("syntax", WRITERS)
def test_every_character_comes_through(title, syntax):
    plan = Plan(id="p", language="nb", objectives=(Objective(id="o1", title=title),))
    if syntax == "xml" and "\x00" in title:
        with pytest.raises(OutputError, match="control character"):
            write_rdfxml(plan)
        return
    read = rdflib.Graph().parse(data=WRITERS[syntax](plan), format=syntax)
    labels = [str(label) for label in read.objects(predicate=rdflib.RDFS.label)]
    assert labels == [title]


@pytest.mark.parametrize("write", WRITERS.values())
def test_half_a_character_is_refused_in_words(write):
    plan = Plan(id="p", language="nb", objectives=(Objective(id="o1", title="a\ud800"),))
    with pytest.raises(OutputError, match="half a character"):
        write(plan)
