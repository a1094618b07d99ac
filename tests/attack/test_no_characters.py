"""What Unicode says is no character (U+FFFE, U+FFFF): files packed as XML can't hold it, whatever library packs them."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import openpyxl
import pytest

from sdggraph.base.errors import OutputError
from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph.io.workbook.method_write import plan_to_method_table
from sdggraph.io.workbook.row_sheets import rows_to_workbook
from sdggraph.io.workbook.write import plan_to_workbook

if TYPE_CHECKING:
    from sdggraph.model.plan import Plan

NONE = "\ufffe"


@pytest.fixture
def plan() -> Plan:
    said = {"plan": {"id": "p", "language": "en"}, "goals": [{"code": 3, "significance": f"for{NONE} all"}]}
    return plan_from_document(parse_document(json.dumps(said), "plan.json"))


def texts(book: bytes) -> set[str]:
    sheets = openpyxl.load_workbook(io.BytesIO(book)).worksheets
    return {cell for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row if cell}


def test_a_workbook_of_a_plan_says_which_cell_has_it(plan: Plan) -> None:
    with pytest.raises(OutputError, match="has a character that no workbook can hold"):
        plan_to_workbook(plan)


def test_the_method_table_and_rows_mark_it(plan: Plan) -> None:
    assert "for\ufffd all" in texts(plan_to_method_table(plan))
    assert texts(rows_to_workbook({"rows": [{"title": f"a{NONE}b"}]})) == {"title", "a\ufffdb"}
