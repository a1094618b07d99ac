"""A real Virtuoso, started on loopback, finds in the canary what is known to be there, rule for rule.

It runs where ``virtuoso-t`` and ``isql-vt`` are installed (Debian: ``virtuoso-minimal``) and SDGGRAPH_REQUIRE_VIRTUOSO
is set, as it takes a minute.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager

import pytest

from sdggraph.io.rdf.endpoint import Endpoint
from sdggraph.lint.canary import CANARY, CANARY_SETTINGS, canary, write_canary
from sdggraph.rules import ALL_RULES
from sdggraph.semantic.catalogue_concepts import CATALOGUE_IRI
from sdggraph.semantic.queries.dialects import dialect_named
from sdggraph.semantic.queries.query import query_of
from sdggraph.semantic.queries.terms import Unfit
from tests.needs import missing

pytestmark = pytest.mark.skipif(
    not os.environ.get("SDGGRAPH_REQUIRE_VIRTUOSO"), reason="set SDGGRAPH_REQUIRE_VIRTUOSO=1 to start a Virtuoso"
)

SETTINGS = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DirsAllowed = .
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
[SPARQL]
ResultSetMaxRows = 10000
"""
LOAD = "ld_dir('.', 'canary.nq', 'http://none.example/');\nrdf_loader_run();\ncheckpoint;\nexit;\n"
STARTED = 60


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@contextmanager
def running(folder):
    """Run a Virtuoso with the canary in it; give its address for queries. It is stopped whatever happens."""
    sql, http = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(SETTINGS.format(sql=sql, http=http))
    write_canary(folder / "canary.nq")
    (folder / "load.sql").write_text(LOAD)
    command = [shutil.which("virtuoso-t"), "-c", "virtuoso.ini", "+foreground"]
    with (folder / "said.txt").open("wb") as said:
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)
        try:
            wait_for(http, process)
            isql = [shutil.which("isql-vt"), f"127.0.0.1:{sql}", "dba", "dba", "load.sql"]
            subprocess.run(isql, cwd=folder, check=True, timeout=120, capture_output=True)
            yield f"http://127.0.0.1:{http}/sparql"
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(20)


def wait_for(port, process):
    deadline = time.monotonic() + STARTED
    while time.monotonic() < deadline:
        assert process.poll() is None, "Virtuoso has stopped"
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError("Virtuoso has not started")


def test_virtuoso_finds_what_is_known_of_the_canary(tmp_path, monkeypatch):
    if shutil.which("virtuoso-t") is None or shutil.which("isql-vt") is None:
        missing("VIRTUOSO", "no Virtuoso: virtuoso-t and isql-vt are needed")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    dialect = dialect_named("virtuoso")
    asked, wrong = 0, []
    with running(tmp_path) as address:
        endpoint = Endpoint(address, (CANARY, CATALOGUE_IRI), timeout=60)
        for code, rule in ALL_RULES.items():
            try:
                query = query_of(rule, CANARY_SETTINGS.values(rule), dialect)
            except Unfit:
                continue
            asked += 1
            if set(endpoint.rows(query, ("this", "plan"))) != canary().broken[code]:
                wrong.append(code)
    assert wrong == []
    assert asked >= 60
