"""Queries, the canary and ``lint --endpoint`` from the command line, against a store on loopback."""

from __future__ import annotations

import socket

import pyoxigraph
import pytest

from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph.io.rdf.ntriples import write_nquads
from sdggraph_cli.run import run
from tests.lint.store_server import served_store

PLAN = """
plan: {id: fjordvik, language: nb, kind: community, status: adopted}
strategies: [{id: s1, title: Gjør noe annet}]
"""


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.setenv(name, "127.0.0.1")


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    file = tmp_path_factory.mktemp("canary") / "canary.nq"
    assert run(["lint", "--write-canary", str(file)]) == 0
    store = pyoxigraph.Store()
    store.bulk_load(file.read_bytes(), pyoxigraph.RdfFormat.N_QUADS)
    plan = plan_from_document(parse_document(PLAN, "plan.yaml"))
    store.bulk_load(write_nquads([plan]).encode(), pyoxigraph.RdfFormat.N_QUADS)
    with served_store(store) as served:
        yield served


@pytest.mark.parametrize(("lang", "said"), [("en", "reaches no goal"), ("nb", "når ikke fram til")])
def test_errors_end_with_1(address, capsys, lang, said):
    assert run(["lint", "--endpoint", address, "--select", "SDG201", "--lang", lang]) == 1
    printed = capsys.readouterr()
    assert "fjordvik/s1" in printed.out
    assert said in printed.out


def test_nothing_found_ends_with_0(address, capsys):
    assert run(["lint", "--endpoint", address, "--select", "SDG101", "--lang", "en"]) == 0
    assert "No findings" in capsys.readouterr().out


def test_a_dialect_that_lacks_a_rule_says_so(address, capsys):
    run(["lint", "--endpoint", address, "--select", "SDG201,SDG402", "--dialect", "virtuoso", "--lang", "en"])
    assert "Not asked here: SDG402" in capsys.readouterr().out


def test_no_store_ends_with_2(capsys):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert run(["lint", "--endpoint", f"http://127.0.0.1:{port}/sparql"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert str(port) in printed.err


def test_a_canary_replaces_no_other_file(tmp_path):
    file = tmp_path / "canary.nq"
    file.write_text("mine")
    assert run(["lint", "--write-canary", str(file)]) == 2
    assert file.read_text() == "mine"


def test_explain_gives_a_query_that_a_store_takes(capsys):
    assert run(["explain", "SDG201", "--as", "sparql"]) == 0
    assert list(pyoxigraph.Store().query(capsys.readouterr().out)) == []
