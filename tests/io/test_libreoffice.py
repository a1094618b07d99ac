"""LibreOffice opens every workbook that is written and saves it again; read back, it is the same plan."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

import sdggraph as sg
from sdggraph.app.convert import write_plan
from sdggraph.app.fix_files import mend_files
from sdggraph.app.new_plan import new_workbook
from sdggraph.io.table import plan_from_table
from sdggraph.io.workbook.annotate import annotated_workbook, findings_workbook
from tests.io.rich_workbook import parts_of, rich_workbook

EXAMPLES = Path(__file__).parents[2] / "examples"
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
if SOFFICE is None and os.environ.get("SDGGRAPH_REQUIRE_LIBREOFFICE") != "1":
    pytest.skip("LibreOffice is not installed", allow_module_level=True)

PLAN = EXAMPLES / "complete" / "plan.yaml"
TABLE = EXAMPLES / "asker-2018" / "metodetabell.xlsx"
BROKEN = EXAMPLES / "broken" / "metodetabell.xlsx"


def written(folder: Path) -> dict[str, Path]:
    """Write a workbook of each kind."""
    plan = sg.read_plan(PLAN)
    broken = sg.lint(plan_from_table(BROKEN), lang="nb").diagnostics
    rich = folder / "rik.xlsx"
    rich.write_bytes(rich_workbook())
    found = sg.lint(plan_from_table(rich), lang="nb").diagnostics
    contents = {
        "arbeidsbok": write_plan(plan, "workbook"),
        "metodetabell": write_plan(sg.read_plan(TABLE), "method-table"),
        "ny": new_workbook("ny.xlsx", "nb"),
        "merket": annotated_workbook(BROKEN.read_bytes(), str(BROKEN), broken, "nb"),
        "merket-rik": annotated_workbook(rich.read_bytes(), str(rich), found, "nb"),
        "funn": findings_workbook(broken, "nb"),
    }
    files = {name: folder / f"{name}.xlsx" for name in contents}
    for name, file in files.items():
        file.write_bytes(contents[name])
    mend_files([rich], ids=True).write()
    return {**files, "rik": rich}


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """Give the files as written and as LibreOffice saves them, by their names; it is started once for all."""
    folder = tmp_path_factory.mktemp("libreoffice")
    files = written(folder)
    again = folder / "again"
    command = [SOFFICE or "soffice", "--headless", "--norestore", f"-env:UserInstallation={(folder / 'home').as_uri()}"]
    done = subprocess.run(
        [*command, "--convert-to", "xlsx", "--outdir", str(again), *map(str, files.values())],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {name: (file, again / file.name) for name, file in files.items()}


def test_every_workbook_is_opened_and_saved(saved):
    assert {name: after.is_file() for name, (_, after) in saved.items()} == dict.fromkeys(saved, True)


@pytest.mark.parametrize("name", ["arbeidsbok", "metodetabell", "ny", "merket", "merket-rik", "rik"])
def test_read_back_it_is_the_same_plan(name, saved):
    before, after = saved[name]
    assert plan_from_table(after) == plan_from_table(before)


def test_the_workbook_is_still_the_plan_that_was_written(saved):
    assert sg.read_plan(saved["arbeidsbok"][1]) == sg.read_plan(saved["arbeidsbok"][0])


@pytest.mark.parametrize("name", ["merket", "merket-rik", "funn"])
def test_the_list_of_findings_is_there(name, saved):
    before, after = (load_workbook(file)["Funn"] for file in saved[name])
    assert [[cell.value for cell in row] for row in after.iter_rows(max_row=before.max_row, max_col=7)] == [
        [cell.value for cell in row] for row in before.iter_rows(max_col=7)
    ]


def test_comments_colours_and_what_else_there_was_are_understood(saved):
    before, after = (load_workbook(file)["Liste"] for file in saved["merket-rik"])
    for cell in ("D2", "D3"):
        assert after[cell].fill.fgColor.rgb == before[cell].fill.fgColor.rgb
        assert "SDG002" in after[cell].comment.text
    assert after["D2"].comment.text.startswith("Husk høringen")
    drawing = parts_of(saved["merket-rik"][1].read_bytes())["xl/drawings/drawing1.xml"]
    for kept in (b"rightArrow", b"<xdr:pic>", b"<xdr:graphicFrame"):
        assert kept in drawing


def test_openpyxl_opens_them_all(saved):
    for before, _ in saved.values():
        assert load_workbook(io.BytesIO(before.read_bytes())).sheetnames
