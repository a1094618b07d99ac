"""Hostile RDF ends in one clear line, soon, and fetches nothing."""

from __future__ import annotations

import json
import socket

import pytest

from sdggraph.base.errors import InputError
from sdggraph.io.rdf.parse import parse_rdf
from sdggraph.semantic.terms import XSD, Iri, Literal

XML = '<?xml version="1.0"?>\n'
ROOT = 'rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:a="http://a.example/"'
OWN = "https://w3id.org/sdggraph/context.jsonld"


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(*_):
        raise AssertionError("something was to be fetched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def with_entities(*entities, used="&e;"):
    return f"{XML}<!DOCTYPE r [{''.join(entities)}]>\n<{ROOT}><rdf:Description><a:x>{used}</a:x></rdf:Description></rdf:RDF>"


@pytest.mark.parametrize(
    "text",
    [
        with_entities('<!ENTITY a "ha">', '<!ENTITY e "&a;&a;">'),
        with_entities("<!ENTITY a 'ha'>", "<!ENTITY e '&a;&a;'>"),
        with_entities('<!ENTITY % p "x">', '<!ENTITY e "x">'),
        with_entities(f'<!ENTITY e "{"x" * 100_000}">', used="&e;" * 2000),
    ],
)
def test_entities_that_could_unfold_are_refused_before_they_do(text):
    with pytest.raises(InputError, match="could unfold to any size") as caught:
        parse_rdf(text, "xml", "p.rdf")
    assert caught.value.place.line == 2


def test_short_names_of_iris_are_no_attack():
    text = with_entities('<!ENTITY e "http://www.w3.org/2001/XMLSchema#">')
    [(_, _, value)] = parse_rdf(text, "xml", "p.rdf")
    assert value.text == "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    "context",
    [
        {
            "x": {
                "@id": "http://a.example/x",
                "@context": {"y": {"@id": "http://a.example/y", "@context": "http://evil.example/"}},
            }
        },
        {"T": {"@id": "http://a.example/T", "@context": ["http://evil.example/"]}},
        [OWN, "context.jsonld"],
        {"@import": OWN},
    ],
)
def test_a_context_elsewhere_is_refused_however_deep(context):
    text = json.dumps({"@graph": [{"@context": context, "@id": "http://a.example/"}]}).replace(
        "@context", "@\\u0063ontext"
    )
    with pytest.raises(InputError, match="nothing is ever fetched"):
        parse_rdf(text, "json-ld", "p.jsonld")


def test_the_last_of_two_contexts_counts():
    with pytest.raises(InputError, match="nothing is ever fetched"):
        parse_rdf('{"@context": {}, "@context": "http://evil.example/"}', "json-ld", "p.jsonld")


@pytest.mark.parametrize("text", ['{"http://a/x":' * 3000 + "1" + "}" * 3000, "[" * 3000 + "]" * 3000, "[" * 100_000])
def test_deep_json_is_refused(text):
    with pytest.raises(InputError, match="nested too deeply"):
        parse_rdf(text, "json-ld", "p.jsonld")


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "9" * 10_000])
def test_what_is_no_number_is_refused(number):
    with pytest.raises(InputError, match="a number is none, or too long"):
        parse_rdf(f'{{"http://a/x": {number}}}', "json-ld", "p.jsonld")


@pytest.mark.parametrize("syntax", ["nt", "nquads", "turtle", "trig"])
def test_a_literal_of_ten_megabytes_is_only_long(syntax):
    text = f'<http://a/a> <http://a/b> "{"x" * 10_000_000}" .\n'
    if syntax == "trig":
        text = f"<http://a/g> {{ {text} }}"
    [(_, _, value)] = parse_rdf(text, syntax, "p")
    assert len(value.text) == 10_000_000


def test_a_thousand_graphs_are_read():
    text = "".join(
        f"<http://a/g{number}> {{ <http://a/{number}> <http://a/b> {number} . }}\n" for number in range(1000)
    )
    assert len(parse_rdf(text, "trig", "p.trig")) == 1000


def test_a_base_elsewhere_names_and_fetches_nothing():
    text = f'{XML}<{ROOT} xml:base="http://evil.example/x/"><rdf:Description rdf:about="y"><a:x>1</a:x></rdf:Description></rdf:RDF>'
    [(subject, _, _)] = parse_rdf(text, "xml", "p.rdf")
    assert subject == "http://evil.example/x/y"


def test_an_import_is_only_a_statement():
    text = "@base <http://evil.example/> .\n<x> <http://www.w3.org/2002/07/owl#imports> <y> ."
    assert len(parse_rdf(text, "turtle", "p.ttl")) == 1


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        ("nonsense", 1, "a subject was expected"),
        ("<http://a/a> nonsense", 14, "a predicate was expected"),
        ("  <http://a/a> <http://a/b> .", 29, "an object was expected"),
        ('<http://a/a> <http://a/b> "open .', 27, "the end of a text"),
        ('<http://a/a> <http://a/b> "a" <http://a/g> .', 31, "a full stop"),
        ('<http://a/a> <http://a/b> "\\x41" .', 27, "no escape"),
        ('<http://a/a> <http://a/b> "\\uD800" .', 27, "no escape"),
        ("<http://a/a> <http://a/ b> <http://a/c> .", 14, "a predicate was expected"),
        ('"a" <http://a/b> <http://a/c> .', 1, "a subject was expected"),
    ],
)
def test_a_bad_line_is_told_by_line_and_column(line, column, message):
    with pytest.raises(InputError, match=message) as caught:
        parse_rdf(f"# first\r\n\r\n<http://a/a> <http://a/b> _:c .\n{line}\n", "nt", "p.nt")
    assert (caught.value.place.line, caught.value.place.column) == (4, column)
    assert "kan ikke leses som N-Triples" in caught.value.message("nb")


def test_lines_of_every_shape_are_read():
    text = (
        '_:a <http://a/b> "a\\"\\\\\\n\\u00E6\\U0001F9A6"@NB-no . # comment\n'
        '<http://a/\\u00E6> <http://a/b> "1"^^<http://www.w3.org/2001/XMLSchema#integer>.\n\t\n'
        '<http://a/a><http://a/b>"x"^^<http://www.w3.org/2001/XMLSchema#string><http://a/g>.'
    )
    assert parse_rdf(text, "nquads", "p.nq") == [
        (
            Iri("_:a"),
            Iri("http://a/b"),
            Literal('a"\\\næ🦦', "nb-no", Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString")),
        ),
        (Iri("http://a/æ"), Iri("http://a/b"), Literal("1", "", XSD.integer)),
        (Iri("http://a/a"), Iri("http://a/b"), Literal("x")),
    ]
