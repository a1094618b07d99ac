"""The ontology's page has every term at its own name, in both languages, and nothing that isn't true."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
import rdflib

from sdggraph.io.rdf.ontology_page import ontology_page
from sdggraph.io.rdf.ontology_page.example import example_of_class, example_of_property, prefixes
from sdggraph.io.rdf.published import PUBLISHED
from sdggraph.semantic.terms import SG
from sdggraph.semantic.vocabulary import classes, local, properties
from sdggraph_ontology import data_path

VOID = {"meta", "input", "br"}


class Outline(HTMLParser):
    """Takes down ids, links and languages, and that every element is closed."""

    def __init__(self):
        super().__init__()
        self.ids, self.links, self.open, self.languages = [], [], [], {"en": 0, "nb": 0}

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if "id" in said:
            self.ids.append(said["id"])
        if "href" in said:
            self.links.append(said["href"])
        if tag == "span" and "lang" in said:
            self.languages[said["lang"]] += 1
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def outline():
    found = Outline()
    found.feed(ontology_page())
    assert found.open == []
    return found


def test_every_term_of_the_ontology_stands_at_its_local_name(outline):
    ontology = rdflib.Graph().parse(data_path("sdggraph.ttl"), format="turtle")
    kinds = (rdflib.OWL.Class, rdflib.OWL.ObjectProperty, rdflib.OWL.DatatypeProperty)
    terms = {
        str(one).removeprefix(SG)
        for kind in kinds
        for one in ontology.subjects(rdflib.RDF.type, kind)
        if str(one).startswith(SG)
    }
    assert terms <= set(outline.ids)
    assert len(outline.ids) == len(set(outline.ids))


def test_links_within_the_page_lead_somewhere_and_files_are_published(outline):
    ids = set(outline.ids)
    for link in outline.links:
        if link.startswith("#"):
            assert link[1:] in ids
        elif not link.startswith("http"):
            assert link in PUBLISHED


def test_every_text_stands_in_both_languages(outline):
    assert outline.languages["en"] == outline.languages["nb"] > 300


def test_nothing_is_loaded_and_the_policy_says_so():
    page = ontology_page()
    assert not re.search(r"<(?:link|img|iframe|object)\b|\bsrc=|url\(|@import|\bfetch\(|\sstyle=|\son\w+=", page)
    policy = unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1])
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


@pytest.mark.parametrize("name", classes())
def test_every_class_has_an_example_that_is_turtle(name):
    text = f"{prefixes()}\n{example_of_class(name)}"
    graph = rdflib.Graph().parse(data=text, format="turtle")
    assert set(graph.subjects(rdflib.RDF.type, rdflib.URIRef(SG + name)))


def test_nearly_every_property_has_an_example_that_is_turtle():
    without = {local(iri) for iri in properties() if example_of_property(iri) is None}
    assert without <= {"baseIri"}
    text = prefixes() + "".join(f"\n{example_of_property(iri)}" for iri in properties() if local(iri) not in without)
    used = set(rdflib.Graph().parse(data=text, format="turtle").predicates())
    assert {rdflib.URIRef(iri) for iri in properties() if local(iri) not in without} == used
