"""Plans come back from every syntax; what isn't RDF, or isn't understood, is said in words."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

from sdggraph.base.errors import InputError
from sdggraph.io.load import read_plan
from sdggraph.io.rdf import (
    RDF_SUFFIXES,
    plan_from_rdf,
    plans_from_rdf,
    read_rdf,
    write_jsonld,
    write_nquads,
    write_ntriples,
    write_rdfxml,
    write_trig,
    write_turtle,
)

ROOT = Path(__file__).parents[3]
EXAMPLES = ["asker-2018/plan.yaml", "complete/plan.yaml", "broken/plan.yaml"]
WRITERS = {
    "turtle": write_turtle,
    "nt": write_ntriples,
    "json-ld": write_jsonld,
    "xml": write_rdfxml,
    "trig": lambda plan: write_trig([plan]),
    "nquads": lambda plan: write_nquads([plan]),
}
HEAD = """@prefix sg: <https://w3id.org/sdggraph/ns#> .
@prefix sdg: <http://metadata.un.org/sdg/> .
@prefix sdgs: <https://metadata.un.org/sdg/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix ex: <https://kommune.example/plan#> .
ex:plan a sg:Plan ; sg:id "p" ; sg:language "nb" .
"""


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(*_):
        raise AssertionError("something was to be fetched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.parametrize("syntax", WRITERS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_plan_comes_back_from_every_syntax(name, syntax):
    plan = read_plan(ROOT / "examples" / name)
    back = plan_from_rdf(WRITERS[syntax](plan).encode(), syntax, "p")
    assert back == plan


@pytest.mark.parametrize(("suffix", "syntax"), RDF_SUFFIXES.items())
def test_the_name_of_a_file_tells_the_syntax(tmp_path, suffix, syntax):
    plan = read_plan(ROOT / "examples/asker-2018/plan.yaml")
    file = tmp_path / f"plan{suffix}"
    file.write_text(WRITERS[syntax](plan), encoding="utf-8", newline="")
    assert read_rdf(file) == [plan]


def test_several_plans_are_tied_together():
    names = ("complete/plan.yaml", "complete/handlingsdel.yaml")
    plans = [read_plan(ROOT / "examples" / name) for name in names]
    text = write_trig(plans)
    assert {plan.id for plan in plans_from_rdf(text, "trig", "p.trig")} == {plan.id for plan in plans}
    back = plan_from_rdf(text, "trig", "p.trig")
    assert back == plans[1]
    assert back.reading.followed == (plans[0],)


def test_a_plan_by_hand_needs_no_more_than_its_relations():
    text = (
        HEAD
        + """
    ex:plan sg:prioritises sdg:3 ; sg:selects sdgs:3.8 .
    ex:o1 a sg:Objective ; sg:id "o1" ; skos:prefLabel "Helse til alle"@nb .
    ex:s1 a sg:Strategy ; sg:id "s1" ; rdfs:label "Flere leger"@nb ; sg:contributesTo ex:o1, sdgs:3.8, sdg:3 .
    ex:i1 a sg:Indicator ; sg:id "i1" ; rdfs:label "Ventetid"@nb ; sg:alignsWith <https://metadata.un.org/sdg/C030801> .
    """
    )
    plan = plan_from_rdf(text, "turtle", "p.ttl")
    [strategy], [objective], [indicator] = plan.strategies, plan.objectives, plan.indicators
    assert (strategy.title, strategy.objectives) == ("Flere leger", ("o1",))
    assert [claim.code for claim in (*strategy.goals, *strategy.targets)] == ["3", "3.8"]
    assert (objective.title, indicator.global_) == ("Helse til alle", ("3.8.1",))
    assert [goal.code for goal in plan.goals] == ["3"]
    assert [target.code for target in plan.targets] == ["3.8"]
    assert not plan.reading.findings


def test_what_is_not_understood_is_noted_with_its_line():
    text = (
        HEAD
        + 'ex:s1 a sg:Strategy ; sg:id "s1" ; rdfs:label "A"@nb ;\n  ex:colour "blue" ; sg:declaredGoals "nine" .\n'
    )
    plan = plan_from_rdf(text, "turtle", "p.ttl")
    assert [(one.code, one.values["key"], str(one.place)) for one in plan.reading.findings] == [
        ("SDG005", "https://kommune.example/plan#colour", "p.ttl:8:1")
    ]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("sg:quality 9", "SDG010"),
        ('sg:quality "good"', "SDG010"),
        ('sg:direction "upwards"', "SDG010"),
        ('sg:hasBaseline [a sg:Measurement ; sg:date "last year"]', "SDG010"),
        ("sg:hasBaseline [a sg:Measurement ; sg:value 3]", "SDG009"),
        ("sg:role 1, 2", "SDG010"),
    ],
)
def test_a_bad_value_is_noted_and_the_rest_is_read(said, code):
    text = HEAD + f'ex:i1 a sg:Indicator ; sg:id "i1" ; rdfs:label "A"@nb ; {said} .\n'
    plan = plan_from_rdf(text, "turtle", "p.ttl")
    assert plan.indicators[0].title == "A"
    assert {one.code for one in plan.reading.findings} == {code}


def test_a_reference_to_something_unknown_stays_for_the_linter():
    plan = plan_from_rdf(HEAD + 'ex:s1 a sg:Strategy ; sg:id "s1" ; sg:contributesTo ex:nothing .', "turtle", "p.ttl")
    assert plan.strategies[0].objectives == ("https://kommune.example/plan#nothing",)


@pytest.mark.parametrize(
    ("syntax", "text", "line"),
    [
        ("turtle", HEAD + "ex:s1 a sg:Strategy ; ; , .\n", 8),
        ("turtle", HEAD + "ex:s1 a", 8),
        ("turtle", "what: is this?", 1),
        ("nt", "<http://a.example/x> <http://a.example/y> .\n", 1),
        ("nt", '<http://a.example/x> <http://a.example/y> "1" .\nnonsense\n', 2),
        ("trig", "<http://a.example/g> { <a> <b> ", 1),
        ("json-ld", '{"@graph": [\n{]}', 2),
        ("json-ld", "[" * 100_000, 1),
        ("xml", "<rdf:RDF>\n<a></b>", 1),
        ("xml", '<?xml version="1.0"?>\n<r xmlns="http://a.example/">\n<a></b></r>', 3),
    ],
)
def test_malformed_text_is_refused_with_its_line(syntax, text, line):
    with pytest.raises(InputError) as caught:
        plan_from_rdf(text, syntax, "p.rdf")
    assert caught.value.place.line == line
    assert "kan ikke leses som" in caught.value.message("nb")


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\x80abc"])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(InputError):
        plan_from_rdf(data, "turtle", "p.ttl")


@pytest.mark.parametrize("text", ["", "<http://a.example/x> a <http://a.example/Y> ."])
def test_a_file_without_a_plan_is_refused(text):
    with pytest.raises(InputError, match="holds no plan"):
        plan_from_rdf(text, "turtle", "p.ttl")


@pytest.mark.parametrize(
    "context",
    [
        "https://a.example/context.jsonld",
        ["https://a.example/context.jsonld"],
        {"@import": "https://a.example/context.jsonld"},
        {"x": {"@id": "http://a.example/x", "@context": "file:///etc/passwd"}},
    ],
)
def test_a_remote_context_is_never_fetched(context):
    with pytest.raises(InputError, match="nothing is ever fetched"):
        plan_from_rdf(json.dumps({"@context": context, "@graph": []}), "json-ld", "p.jsonld")


def test_the_projects_own_context_is_known_without_fetching():
    plan = read_plan(ROOT / "examples/asker-2018/plan.yaml")
    document = json.loads(write_jsonld(plan))
    base = document["@context"]["@base"]
    document["@context"] = ["https://w3id.org/sdggraph/context.jsonld", {"@base": base}]
    assert plan_from_rdf(json.dumps(document), "json-ld", "p.jsonld") == plan


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE r SYSTEM "http://a.example/x.dtd">',
        '<!DOCTYPE r PUBLIC "-//A//B" "http://a.example/x.dtd">',
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE r [<!ENTITY % x PUBLIC "a" "http://a.example/x"> %x;]>',
    ],
)
def test_external_entities_are_refused(doctype):
    text = f'<?xml version="1.0"?>\n{doctype}\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'
    with pytest.raises(InputError, match="nothing is ever fetched") as caught:
        plan_from_rdf(text, "xml", "p.rdf")
    assert caught.value.place.line == 2


def test_entities_that_unfold_to_too_much_are_refused():
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha" * 50}">' for n in range(12))
    text = f'<?xml version="1.0"?><!DOCTYPE r [{entities}]>\n<r xmlns="http://a.example/">&e11;</r>'
    with pytest.raises(InputError):
        plan_from_rdf(text, "xml", "p.rdf")


@pytest.mark.parametrize(("suffix", "syntax"), RDF_SUFFIXES.items())
def test_read_plan_reads_rdf(tmp_path, suffix, syntax):
    plan = read_plan(ROOT / "examples/complete/plan.yaml")
    file = tmp_path / f"plan{suffix.upper()}"
    file.write_text(WRITERS[syntax](plan), encoding="utf-8", newline="")
    assert read_plan(file) == plan


def test_read_plan_finds_the_followed_plan_in_the_same_file(tmp_path):
    plans = [read_plan(ROOT / "examples/complete" / name) for name in ("plan.yaml", "handlingsdel.yaml")]
    file = tmp_path / "plans.trig"
    file.write_text(write_trig(plans), encoding="utf-8")
    back = read_plan(file)
    assert back == plans[1]
    assert [one.id for one in back.reading.followed] == [plans[0].id]


def test_nodes_without_ids_get_readable_ones_that_last():
    text = (
        HEAD
        + """
    [ a sg:Strategy ; rdfs:label "Trygge skoleveier"@nb ; sg:contributesTo ex:better ] .
    [ a sg:Strategy ; rdfs:label "Flere leger"@nb ] .
    [ a sg:Strategy ; sg:id "flere-leger" ; rdfs:label "En annen"@nb ] .
    ex:better a sg:Objective ; rdfs:label "Bedre"@nb .
    ex:i1 a sg:Indicator ; rdfs:label "Ventetid"@nb ;
        sg:hasMeasurement [ a sg:Measurement ; sg:date "2021" ; sg:value 2 ] , [ a sg:Measurement ; sg:date "2020" ; sg:value 1 ] .
    """
    )
    for _ in range(5):  # the parser names blank nodes otherwise each time
        plan = plan_from_rdf(text, "turtle", "p.ttl")
        assert [one.id for one in plan.strategies] == ["flere-leger", "flere-leger-2", "trygge-skoleveier"]
        assert plan.strategies[2].objectives == ("better",)
        assert [one.date for one in plan.indicators[0].measurements] == ["2020", "2021"]
