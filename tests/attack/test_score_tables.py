"""Tables of scores and matrices that hold nothing, or what isn't asked for: said in the words of their own columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest

from sdggraph.analysis.interactions_table import read_matrix
from sdggraph.analysis.materiality_scores import read_scores
from sdggraph.analysis.score_tables import diagnostics_for
from sdggraph.base.errors import InputError
from sdggraph.graph.plan_graph import PlanGraph
from sdggraph.io.plan_file import parse_document, plan_from_document

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def graph() -> PlanGraph:
    return PlanGraph.of(plan_from_document(parse_document("plan: {id: p, language: nb}\n", "plan.yaml")))


def table(folder: Path, *lines: str) -> Path:
    file = folder / "table.csv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_a_workbook_with_empty_sheets_has_no_scores(tmp_path: Path, graph: PlanGraph) -> None:
    file = tmp_path / "empty.xlsx"
    openpyxl.Workbook().save(file)
    with pytest.raises(InputError, match="no column goal, importance, impact"):
        read_scores(file, graph)
    with pytest.raises(InputError, match="no matrix"):
        read_matrix(file, graph)


def test_scores_that_look_like_goals_are_not_the_heading(tmp_path: Path, graph: PlanGraph) -> None:
    with pytest.raises(InputError, match="no matrix"):
        read_matrix(table(tmp_path, ";3;99;x", "3;3;1;2", "99;1;1;1"), graph)
    read = read_matrix(table(tmp_path, "fra/til;3;8", "3;;1", "8;2;"), graph)
    assert [(link.source, link.target, link.score) for link in read.links] == [
        ("sdg:3", "sdg:8", 1),
        ("sdg:8", "sdg:3", 2),
    ]


def test_what_is_wrong_is_said_in_the_words_of_the_columns(tmp_path: Path, graph: PlanGraph) -> None:
    scores = read_scores(table(tmp_path, "mål;viktighet;påvirkning", "3;7;-1", ";1;1"), graph)
    said = [one.message for one in diagnostics_for(scores.findings, graph, "nb")]
    assert [one.partition(":")[0] for one in said] == ["viktighet", "påvirkning", "«mål» mangler"]
    matrix = read_matrix(table(tmp_path, "fra;til;poengsum", "3;8;9", "3;3;1"), graph)
    said = [one.message for one in diagnostics_for(matrix.findings, graph, "nb")]
    assert [one.partition(":")[0] for one in said] == ["poengsum", "til"]
