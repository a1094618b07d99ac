"""``sdggraph ontology`` and the RDF formats of ``sdggraph convert``."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdggraph.app.convert import FORMATS
from sdggraph.io.load import read_plan
from sdggraph.io.rdf.published import PUBLISHED
from sdggraph_cli.commands.convert import _FORMATS
from sdggraph_cli.run import run

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "examples/asker-2018/plan.yaml"


def test_ontology_writes_and_names_every_file(tmp_path, capsys):
    assert run(["ontology", str(tmp_path / "out"), "--lang", "nb"]) == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == set(PUBLISHED)
    assert capsys.readouterr().out.count("skrev ") == len(PUBLISHED)


def test_a_folder_that_cant_be_written_is_one_clear_line(tmp_path, capsys):
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert run(["ontology", str(tmp_path / "file" / "out"), "--lang", "en"]) == 2
    assert "can't be written" in capsys.readouterr().err


def test_convert_offers_every_format():
    assert set(_FORMATS) == set(FORMATS)


@pytest.mark.parametrize("suffix", ["ttl", "jsonld", "nt", "trig", "nq", "rdf"])
def test_a_plan_survives_conversion_to_rdf_and_back(tmp_path, suffix):
    rdf, back = tmp_path / f"plan.{suffix}", tmp_path / "plan.yaml"
    assert run(["convert", str(PLAN), str(rdf)]) == 0
    assert run(["convert", str(rdf), str(back)]) == 0
    assert read_plan(back) == read_plan(PLAN)


def test_broken_turtle_is_one_clear_line(tmp_path, capsys):
    file = tmp_path / "plan.ttl"
    file.write_text("@prefix sg: <https://w3id.org/sdggraph/ns#> .\n<p> a sg:Plan ;; .. x", encoding="utf-8")
    assert run(["lint", str(file), "--lang", "nb"]) == 2
    error = capsys.readouterr().err
    assert f"{file}:2:" in error
    assert "kan ikke leses som Turtle" in error
