"""``sdggraph ontology`` and the RDF formats of ``sdggraph convert``."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdggraph.app.convert import FORMATS
from sdggraph.base.errors import OutputError
from sdggraph.base.words import words
from sdggraph.io.bytes_out import write_whole
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


def test_text_in_pieces_is_written_whole_or_not_at_all(tmp_path):
    def pieces(*, to_the_end):
        yield from (f"{number}\n" for number in range(25_000))
        if not to_the_end:
            raise OutputError(words("half a character", "et halvt tegn"))

    file = write_whole(tmp_path / "whole.nt", pieces(to_the_end=True))
    assert file.read_text(encoding="utf-8").splitlines()[-1] == "24999"
    with pytest.raises(OutputError):
        write_whole(tmp_path / "half.nt", pieces(to_the_end=False))
    assert [one.name for one in tmp_path.iterdir()] == ["whole.nt"]


def test_ntriples_are_the_same_on_standard_output(tmp_path, capsys):
    assert run(["convert", str(PLAN), str(tmp_path / "plan.nt"), "-q"]) == 0
    capsys.readouterr()
    assert run(["convert", str(PLAN), "-", "--to", "n-triples"]) == 0
    assert capsys.readouterr().out == (tmp_path / "plan.nt").read_text(encoding="utf-8")
