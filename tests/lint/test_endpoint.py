"""``lint --endpoint`` over a store on loopback: the same findings as of files, and no belief in what lies."""

from __future__ import annotations

import datetime as dt
import json
import socket
import time
from dataclasses import replace

import pyoxigraph
import pytest

from sdggraph.base.errors import InputError
from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph.io.rdf.endpoint import Endpoint
from sdggraph.io.rdf.ntriples import write_nquads
from sdggraph.lint.canary import write_canary
from sdggraph.lint.endpoint import lint_endpoint
from sdggraph.lint.run import lint
from sdggraph.lint.settings import Settings
from sdggraph.semantic.queries.dialects import DIALECTS
from tests.lint.store_server import RESULTS, served, served_store

FEW = ("SDG201", "SDG203", "SDG302", "SDG802")
CHOSEN = Settings(select=FEW, as_of=dt.date(2026, 1, 1))
PLAN = """
plan: {id: fjordvik, language: nb, kind: community, status: adopted}
objectives: [{id: o1, title: Trygge gater, goals: [11]}, {id: o2, title: Uten mål}]
strategies: [{id: s1, title: Bygg stier, objectives: [o1]}, {id: s2, title: Gjør noe annet}]
indicators: [{id: i1, title: Andel, unit: "%"}]
"""
OTHER = PLAN.replace("fjordvik", "steinvik").replace("goals: [11]", "goals: [3]")
WITHOUT = {"NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}


@pytest.fixture(autouse=True)
def no_proxy_and_nobody(monkeypatch):
    for name, value in WITHOUT.items():
        monkeypatch.setenv(name, value)
    for name in ("USER", "PASSWORD", "TOKEN"):
        monkeypatch.delenv(f"SDGGRAPH_ENDPOINT_{name}", raising=False)


def plan_of(text):
    return plan_from_document(parse_document(text, "plan.yaml"))


@pytest.fixture(scope="module")
def canary_file(tmp_path_factory):
    return write_canary(tmp_path_factory.mktemp("canary") / "canary.nq").read_bytes()


def store_with(canary, *plans):
    store = pyoxigraph.Store()
    store.bulk_load(canary, pyoxigraph.RdfFormat.N_QUADS)
    store.bulk_load(write_nquads(plans).encode(), pyoxigraph.RdfFormat.N_QUADS)
    return store


def asked(address, **more):
    return Endpoint(address, sleep=lambda _: None, **more)


def test_finds_what_lint_finds_in_the_files(canary_file):
    plans = [plan_of(PLAN), plan_of(OTHER)]
    with served_store(store_with(canary_file, *plans)) as address:
        report = lint_endpoint(asked(address, page=1), CHOSEN)
    local = lint(plans, settings=CHOSEN)
    assert {(one.code, one.subject, one.severity) for one in report} == {
        (one.code, one.subject, one.severity) for one in local
    }
    first = next(one for one in report if one.subject == "fjordvik:s2")
    assert first.message == "Strategy s2 “Gjør noe annet” reaches no goal"
    assert first.place.subject == "https://w3id.org/sdggraph/plan/fjordvik/s2"
    assert {one.engine for one in report} == {"sparql"}


def test_only_the_named_graphs_are_asked(canary_file):
    with served_store(store_with(canary_file, plan_of(PLAN), plan_of(OTHER))) as address:
        graphs = ("https://w3id.org/sdggraph/plan/steinvik", "https://w3id.org/sdggraph/catalogue")
        report = lint_endpoint(asked(address, graphs=graphs), CHOSEN)
    assert {one.subject.partition(":")[0] for one in report} == {"steinvik"}


def without_catalogue(canary):
    return b"".join(line + b"\n" for line in canary.splitlines() if b"sdggraph/catalogue> ." not in line)


@pytest.mark.parametrize(
    ("change", "plans", "said"),
    [
        (lambda canary: b"", [PLAN], "lacks the canary"),
        (lambda canary: canary.replace(b'versionInfo> "', b'versionInfo> "0'), [PLAN], "of another version"),
        (without_catalogue, [PLAN], "lacks the catalogue"),
        (lambda canary: canary, [], "no plan"),
    ],
)
def test_a_store_that_lacks_something_is_no_store_without_findings(canary_file, change, plans, said):
    store = store_with(change(canary_file), *map(plan_of, plans))
    with served_store(store) as address, pytest.raises(InputError, match=said):
        lint_endpoint(asked(address), CHOSEN)


def emptied(query, body):
    """Answer a rule's query with nothing, as stores have been seen to do."""
    if "contributesTo" not in query:
        return body
    return json.dumps({"head": {"vars": ["this", "plan"]}, "results": {"bindings": []}}).encode()


def test_a_store_that_gets_a_rule_wrong_is_refused_with_the_rule(canary_file):
    with served_store(store_with(canary_file, plan_of(PLAN)), emptied) as address, pytest.raises(InputError) as caught:
        lint_endpoint(asked(address), CHOSEN)
    assert "SDG201" in caught.value.message("en")
    assert "tar feil av SDG201" in caught.value.message("nb")


LIES = {
    "truncated": (200, {"Content-Type": RESULTS}, b'{"head": {"vars": ["version"]}, "results": {"bindings": [{'),
    "html": (200, {"Content-Type": "text/html"}, b"<html>Welcome</html>"),
    "no results": (200, {"Content-Type": RESULTS}, b'{"head": {"vars": ["version"]}}'),
    "a list": (200, {"Content-Type": RESULTS}, b"[]"),
    "another question": (200, {"Content-Type": RESULTS}, b'{"head": {"vars": ["x"]}, "results": {"bindings": []}}'),
    "odd rows": (200, {"Content-Type": RESULTS}, b'{"head": {"vars": ["version"]}, "results": {"bindings": [7]}}'),
    "odd values": (
        200,
        {"Content-Type": RESULTS},
        b'{"head": {"vars": ["version"]}, "results": {"bindings": [{"version": {"value": 7}}]}}',
    ),
    "deep": (200, {"Content-Type": RESULTS}, b"[" * 100_000),
    "half": (200, {"Content-Type": RESULTS, "X-SQL-State": "S1TAT"}, b'{"head": {"vars": ["version"]}}'),
    "partial": (206, {"Content-Type": RESULTS}, b"{}"),
    "shorter than promised": (200, {"Content-Type": RESULTS, "Content-Length": "5000"}, b"{}"),
    "redirect": (302, {"Location": "http://elsewhere.example/\x1b[2J"}, b""),
    "forbidden": (401, {"Content-Type": "text/plain"}, b"who are you? \x1b[31mred"),
    "broken": (500, {"Content-Type": "text/html"}, b"<html><h1>Error</h1></html>"),
    "busy": (503, {"Content-Type": "text/plain"}, b"later"),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lying_endpoint_is_an_error_and_never_no_findings(lie):
    with served(lambda form, headers: LIES[lie]) as address, pytest.raises(InputError) as caught:
        lint_endpoint(asked(address, timeout=5), CHOSEN)
    message = caught.value.message("en") + caught.value.message("nb")
    assert address in message
    assert "\x1b" not in message


def test_an_endpoint_that_is_down():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/sparql"
    with pytest.raises(InputError, match="can't be reached"):
        lint_endpoint(asked(address), CHOSEN)


def test_an_endpoint_that_drips():
    def slowly(form, headers):
        time.sleep(1.5)
        return 200, {"Content-Type": RESULTS}, b"{}"

    with served(slowly) as address, pytest.raises(InputError, match=r"no whole answer in 0\.3 s"):
        lint_endpoint(asked(address, timeout=0.3), CHOSEN)


def test_a_page_that_comes_again_and_again(canary_file):
    row = {"this": {"type": "uri", "value": "x:a"}, "plan": {"type": "uri", "value": "x:p"}}
    same = json.dumps({"head": {"vars": ["this", "plan"]}, "results": {"bindings": [row]}}).encode()
    again = served(lambda form, headers: (200, {"Content-Type": RESULTS}, same))
    with again as address, pytest.raises(InputError, match="same page"):
        list(asked(address).rows("SELECT ?this ?plan WHERE {}", ("this", "plan")))


def test_a_busy_endpoint_is_asked_again():
    answers = [
        LIES["busy"],
        (200, {"Content-Type": RESULTS}, b'{"head": {"vars": ["x"]}, "results": {"bindings": []}}'),
    ]
    with served(lambda form, headers: answers.pop(0)) as address:
        assert asked(address).select("SELECT ?x {}", ["x"]) == []
    assert answers == []


@pytest.mark.parametrize(
    ("names", "sent"),
    [
        ({"USER": "kari", "PASSWORD": "hemmelig"}, "Basic a2FyaTpoZW1tZWxpZw=="),
        ({"TOKEN": "abc"}, "Bearer abc"),
        ({}, None),
    ],
)
def test_credentials_come_from_the_environment(monkeypatch, names, sent):
    for name, value in names.items():
        monkeypatch.setenv(f"SDGGRAPH_ENDPOINT_{name}", value)
    met = []

    def note(form, headers):
        met.append(headers.get("Authorization"))
        return 200, {"Content-Type": RESULTS}, b'{"head": {"vars": ["x"]}, "results": {"bindings": []}}'

    with served(note) as address:
        asked(address).select("SELECT ?x {}", ["x"])
    assert met == [sent]


@pytest.mark.parametrize("address", ["ftp://x.example/sparql", "file:///etc/passwd", "sparql", "http://a:b@x.example/"])
def test_only_web_addresses_without_passwords(address):
    with pytest.raises(InputError):
        Endpoint(address)


def test_a_cycle_is_one_finding_at_its_smallest_id(canary_file):
    text = PLAN.replace("goals: [11]", "goals: [11], part_of: o10").replace(
        "{id: o2,", "{id: o10, title: Trygge veier, part_of: o1}, {id: o2,"
    )
    chosen = Settings(select=("SDG101",), as_of=dt.date(2026, 1, 1))
    plans = [plan_of(text)]
    with served_store(store_with(canary_file, *plans)) as address:
        report = lint_endpoint(asked(address), chosen)
    local = lint(plans, settings=chosen, lang="en")
    assert [(one.subject, one.message) for one in report] == [(one.subject, one.message) for one in local]
    assert len(report) == 1


def test_rules_that_a_dialect_leaves_out_are_named(canary_file):
    chosen = Settings(select=("SDG201", "SDG402"), profile="strict", as_of=dt.date(2026, 1, 1))
    dialect = replace(DIALECTS["oxigraph"], wrong=frozenset({"SDG402"}))
    with served_store(store_with(canary_file, plan_of(PLAN))) as address:
        report = lint_endpoint(asked(address), chosen, dialect=dialect)
    assert report.understood[0] == {"en": "Not asked here: SDG402", "nb": "Ikke spurt om her: SDG402"}
    assert {one.code for one in report} == {"SDG201"}
