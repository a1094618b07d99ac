"""A second implementation reads every file that we write, and finds the same triples as the first."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from rdflib.compare import to_isomorphic

from sdggraph.catalogue import catalogue, codes, iri_of
from sdggraph.io.load import read_plan
from sdggraph.io.rdf import (
    ntriples_lines,
    write_jsonld,
    write_nquads,
    write_ntriples,
    write_rdfxml,
    write_trig,
    write_turtle,
)
from sdggraph.io.rdf.published import PUBLISHED
from sdggraph.semantic.terms import Iri
from sdggraph.semantic.triples import triples
from sdggraph_ontology import data_path

pyoxigraph = pytest.importorskip("pyoxigraph")
pytestmark = pytest.mark.filterwarnings("ignore:.* is deprecated:DeprecationWarning:rdflib")  # rdflib warns of itself

ROOT = Path(__file__).parents[3]
REFERENCE = ROOT.parent / "shared" / "reference"
FORMS = pyoxigraph.RdfFormat
WRITERS = {
    "turtle": (write_turtle, FORMS.TURTLE),
    "nt": (write_ntriples, FORMS.N_TRIPLES),
    "json-ld": (write_jsonld, FORMS.JSON_LD),
    "xml": (write_rdfxml, FORMS.RDF_XML),
    "trig": (lambda plan: write_trig([plan]), FORMS.TRIG),
    "nquads": (lambda plan: write_nquads([plan]), FORMS.N_QUADS),
}
EXAMPLES = [
    "asker-2018/plan.yaml",
    "complete/plan.yaml",
    "complete/handlingsdel.yaml",
    "sound/plan.yaml",
    "broken/plan.yaml",
]


def by_oxigraph(data, form):
    """Give the triples that pyoxigraph finds, and the graphs that they stand in."""
    quads = list(pyoxigraph.parse(data, format=form))
    return {str(quad.triple) for quad in quads}, {str(quad.graph_name) for quad in quads}


def by_rdflib(text, syntax):
    """Give the triples that rdflib finds, written as N-Triples and read by pyoxigraph: so that terms look alike."""
    read = rdflib.Dataset().parse(data=text, format=syntax)
    plain = rdflib.Graph()
    for subject, predicate, value, _ in (
        read.quads() if isinstance(read, rdflib.Dataset) else ((*one, None) for one in read)
    ):
        plain.add((subject, predicate, value))
    return by_oxigraph(plain.serialize(format="nt").encode(), FORMS.N_TRIPLES)[0]


@pytest.mark.parametrize("syntax", WRITERS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_both_read_the_same_of_every_syntax(name, syntax):
    plan = read_plan(ROOT / "examples" / name)
    write, form = WRITERS[syntax]
    text = write(plan)
    found, graphs = by_oxigraph(text.encode(), form)
    assert found == by_rdflib(text, syntax)
    assert len(found) == len(set(triples(plan)))
    assert (graphs == {"DEFAULT"}) == (syntax not in ("trig", "nquads"))
    assert found == by_oxigraph("".join(ntriples_lines(plan)).encode(), FORMS.N_TRIPLES)[0]


@pytest.mark.parametrize("name", sorted(name for name in PUBLISHED if name.endswith(".ttl")))
def test_both_read_the_same_of_every_published_turtle(name):
    file = data_path(name)
    mine = rdflib.Graph().parse(file, format="turtle")
    lines = "".join(f"{quad.triple} .\n" for quad in pyoxigraph.parse(file.read_bytes(), format=FORMS.TURTLE))
    other = rdflib.Graph().parse(data=lines, format="nt")
    assert len(mine) == len(other) > 100
    if not any(isinstance(term, rdflib.BNode) for statement in mine for term in statement):
        assert set(mine) == set(other)
    else:
        assert to_isomorphic(mine).internal_hash() == to_isomorphic(other).internal_hash()


def test_every_file_of_the_folder_is_published():
    folder = data_path("sdggraph.ttl").parent
    assert {file.name for file in folder.glob("*.ttl")} <= set(PUBLISHED)


@pytest.mark.skipif(not REFERENCE.is_dir(), reason="the UN's Turtle isn't beside the checkout")
def test_the_uns_own_turtle_meets_our_catalogue_at_every_goal_target_and_shared_indicator():
    store = pyoxigraph.Store()
    ours, theirs = (pyoxigraph.NamedNode(f"http://g.example/{name}") for name in ("ours", "theirs"))
    for file in REFERENCE.glob("*.ttl"):
        store.bulk_load(path=str(file), format=FORMS.TURTLE, to_graph=theirs)
    store.bulk_load(path=str(data_path("catalogue.ttl")), format=FORMS.TURTLE, to_graph=ours)

    def meets(iri):
        node = pyoxigraph.NamedNode(iri)
        return all(any(store.quads_for_pattern(node, None, None, graph)) for graph in (ours, theirs))

    assert all(meets(iri_of(code)) for code in (*catalogue().goals, *catalogue().targets))
    typed = (
        "SELECT ?s WHERE { GRAPH <http://g.example/theirs> { ?s a <http://metadata.un.org/sdg/ontology#Indicator> } }"
    )
    said = {row["s"].value for row in store.query(typed)}
    mine = {iri_of(code) for code in set(codes().canonical.values())}
    shared = said & mine
    assert len(shared) >= 210
    assert all(meets(iri) for iri in shared)
    for iri in said - mine:  # withdrawn, renumbered or rewritten since that snapshot
        assert iri.rpartition("/")[2].lower() in {*codes().former, *codes().permanent}
    notation = pyoxigraph.NamedNode("http://www.w3.org/2004/02/skos/core#notation")
    for iri in shared:
        node = pyoxigraph.NamedNode(iri)
        compact = [
            {
                quad.object.value
                for quad in store.quads_for_pattern(node, notation, None, graph)
                if quad.object.datatype.value.endswith("SDGCodePerm")
            }
            for graph in (ours, theirs)
        ]
        assert compact[0], iri
        assert compact[0] <= compact[1], iri


def test_iris_of_the_catalogue_are_what_the_plans_refer_to():
    plan = read_plan(ROOT / "examples/complete/plan.yaml")
    referred = {
        value
        for _, _, value in triples(plan)
        if isinstance(value, Iri) and value.startswith("http://metadata.un.org/sdg/")
    }
    concepts = rdflib.Graph().parse(data_path("catalogue.ttl"), format="turtle")
    assert referred <= {str(subject) for subject in concepts.subjects()}
