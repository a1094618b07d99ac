"""A converted plan is described as open data, so that a data portal takes it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import rdflib
from rdflib import DCTERMS, FOAF, RDF, XSD

from sdggraph.app.convert import FORMATS
from sdggraph.app.describe import MEDIA_TYPES
from sdggraph.io.load import read_plan
from sdggraph.io.rdf import plan_from_rdf
from sdggraph_cli.run import run

ROOT = Path(__file__).parents[2]
PLAN = str(ROOT / "examples/complete/plan.yaml")
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
UN = "http://metadata.un.org/sdg/"


def described(tmp_path, *options, plan=PLAN, name="plan med æ.ttl"):
    target = tmp_path / name
    assert run(["convert", str(plan), str(target), "--dcat", "--as-of", "2023-05-01", *options]) == 0
    beside = target.with_name(f"{target.stem}.dcat.ttl")
    return target, rdflib.Graph().parse(beside, format="turtle", publicID=beside.as_uri())


def the(graph, kind):
    [found] = graph.subjects(RDF.type, kind)
    return found


def test_every_format_has_a_media_type():
    assert set(MEDIA_TYPES) == set(FORMATS)


def test_what_dcat_ap_and_its_norwegian_profile_require_is_there(tmp_path):
    _, graph = described(tmp_path, "--licence", "CC-BY-4.0")
    dataset, distribution = the(graph, DCAT.Dataset), the(graph, DCAT.Distribution)
    for required in (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.identifier, DCAT.theme):
        assert list(graph.objects(dataset, required)), required
    assert graph.value(dataset, DCTERMS.identifier).toPython() == str(dataset)
    assert list(graph.objects(dataset, DCAT.distribution)) == [distribution]
    for required in (DCAT.accessURL, DCTERMS["format"], DCTERMS.license):
        assert isinstance(graph.value(distribution, required), rdflib.URIRef), required
    for text in (DCTERMS.title, DCTERMS.description):
        assert {one.language for one in graph.objects(dataset, text)} == {"en", "nb"}


def test_the_distribution_is_the_file_beside_it(tmp_path):
    target, graph = described(tmp_path)
    distribution = the(graph, DCAT.Distribution)
    assert str(graph.value(distribution, DCAT.downloadURL)) == target.as_uri()
    size = graph.value(distribution, DCAT.byteSize)
    assert (size.toPython(), size.datatype) == (target.stat().st_size, XSD.nonNegativeInteger)
    assert str(graph.value(distribution, DCAT.mediaType)).endswith("/text/turtle")


def test_the_address_of_publication_is_taken(tmp_path):
    _, graph = described(tmp_path, "--published-at", "https://data.kommune.example/planer")
    at = graph.value(the(graph, DCAT.Distribution), DCAT.accessURL)
    assert str(at) == "https://data.kommune.example/planer/plan%20med%20%C3%A6.ttl"


def test_themes_are_the_prioritised_goals_and_the_eus_theme(tmp_path):
    _, graph = described(tmp_path)
    themes = {str(one) for one in graph.objects(the(graph, DCAT.Dataset), DCAT.theme)}
    assert {one for one in themes if one.startswith(UN)} == {UN + goal.code for goal in read_plan(PLAN).goals}
    assert len(themes - {UN + goal.code for goal in read_plan(PLAN).goals}) == 1


def test_the_publisher_has_the_number_of_the_day_and_the_time_is_the_plans(tmp_path):
    _, graph = described(tmp_path)
    dataset = the(graph, DCAT.Dataset)
    publisher = graph.value(dataset, DCTERMS.publisher)
    assert [str(one) for one in graph.objects(publisher, DCTERMS.identifier)] == ["9912"]
    assert {one.language for one in graph.objects(publisher, FOAF.name)} == {"en", "nb"}
    time = graph.value(dataset, DCTERMS.temporal)
    days = [graph.value(time, one).toPython() for one in (DCAT.startDate, DCAT.endDate)]
    assert days == [dt.date(2024, 1, 1), dt.date(2036, 12, 31)]


def test_a_plan_in_one_language_is_titled_and_described_in_both(tmp_path):
    file = tmp_path / "p.yaml"
    file.write_text(
        "plan: {id: p, language: nb, title: Klimaplan}\nstrategies: [{id: s1, title: A}]\n", encoding="utf-8"
    )
    _, graph = described(tmp_path, plan=file)
    dataset = the(graph, DCAT.Dataset)
    titles = {one.language: str(one) for one in graph.objects(dataset, DCTERMS.title)}
    assert titles == {"nb": "Klimaplan", "en": "The plan “Klimaplan”"}
    texts = {one.language: str(one) for one in graph.objects(dataset, DCTERMS.description)}
    assert "1 strategy" in texts["en"]
    assert "1 strategi" in texts["nb"]


def test_what_a_portal_will_ask_for_is_said(tmp_path, capsys):
    file = tmp_path / "p.yaml"
    file.write_text("plan: {id: p, language: nb, title: Klimaplan}\n", encoding="utf-8")
    assert run(["convert", str(file), str(tmp_path / "p.ttl"), "--dcat", "--lang", "nb"]) == 0
    error = capsys.readouterr().err
    assert "ingen utgiver" in error
    assert "ingen lisens" in error


@pytest.mark.parametrize(
    "options",
    [["--dcat", "--licence", "my own"], ["--licence", "nlod-2.0"], ["--dcat", "--published-at", "here"]],
)
def test_a_call_that_makes_no_sense_is_refused(tmp_path, options, capsys):
    assert run(["convert", PLAN, str(tmp_path / "p.ttl"), *options, "--lang", "en"]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_standard_output_has_no_place_beside_it():
    assert run(["convert", PLAN, "-", "--dcat"]) == 2


def test_the_description_in_the_same_file_does_no_harm(tmp_path):
    target, _ = described(tmp_path)
    both = target.read_text(encoding="utf-8") + target.with_name("plan med æ.dcat.ttl").read_text(encoding="utf-8")
    back = plan_from_rdf(both, "turtle", "both.ttl")
    assert back == read_plan(PLAN)
    assert not [one for one in back.reading.findings if one.code == "SDG005"]


@pytest.mark.parametrize("options", [["--from", "turtle"], ["--stdin-filename", "plan.ttl"]])
def test_rdf_comes_by_standard_input(tmp_path, options, monkeypatch):
    import io
    import sys

    target, _ = described(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(target.read_bytes()), encoding="utf-8"))
    assert run(["convert", "-", str(tmp_path / "back.yaml"), *options]) == 0
    assert read_plan(tmp_path / "back.yaml") == read_plan(PLAN)


def test_from_tells_the_syntax_of_a_file_whose_name_does_not(tmp_path):
    target, _ = described(tmp_path, name="plan.trig")
    renamed = target.rename(tmp_path / "plan.data")
    assert run(["convert", str(renamed), str(tmp_path / "back.json"), "--from", "trig"]) == 0
    assert read_plan(tmp_path / "back.json") == read_plan(PLAN)
