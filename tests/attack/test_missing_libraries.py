"""A library that isn't installed is named in one message, in every place where one is needed."""

from __future__ import annotations

import sys

import pytest

from sdggraph_cli.run import run

PLAN = "examples/sound/plan.yaml"


@pytest.mark.parametrize(
    ("library", "call"),
    [
        ("openpyxl", f"status {PLAN} --format xlsx -o status.xlsx"),
        ("networkx", f"convert {PLAN} - --to graphml"),
        ("docx", f"report {PLAN} -o report.docx"),
        ("weasyprint", f"report {PLAN} -o report.pdf"),
        ("pyshacl", f"lint {PLAN} --engine shacl"),
        ("pyoxigraph", f"lint {PLAN} --engine sparql"),
    ],
)
def test_one_message_and_no_defect(
    library: str, call: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == library]:
        monkeypatch.delitem(sys.modules, name)
    for name in [name for name in sys.modules if name.startswith(("sdggraph.io.workbook.", "sdggraph.graph.networkx"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    assert run([*call.split(), "--lang", "nb"]) == 2
    said = capfd.readouterr()
    assert not said.out
    assert "feil i sdggraph" not in said.err
    assert "pip install" in said.err
    assert said.err.casefold().startswith("feil: ")
    assert len(said.err.splitlines()) == 2


def test_a_module_of_our_own_that_is_missing_is_a_defect(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "sdggraph.analysis.money", None)
    assert run(["money", PLAN, "--lang", "en"]) == 2
    assert "defect of sdggraph" in capfd.readouterr().err
