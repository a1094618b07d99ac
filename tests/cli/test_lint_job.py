"""``lint`` and ``fix`` from the command line: what is printed where, what is written, and the exit status."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sdggraph_cli.run import run

BROKEN_TABLE = Path(__file__).parents[2] / "examples" / "broken" / "metodetabell.xlsx"

PLAN = """\
plan: {id: p, language: en}
strategies:
  - {id: s1, title: Clear the ditches, targets: [3.9a], indicators: [i1]}
indicators:
  - {id: i1, title: Metres cleared}
"""
MENDED = PLAN.replace("3.9a", "3.a")


@pytest.fixture
def plan(tmp_path):
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN, encoding="utf-8")
    return file


def through_a_pipe(*arguments, text):
    return subprocess.run(
        [sys.executable, "-m", "sdggraph_cli.main", *arguments], input=text, capture_output=True, check=False
    )


def test_nothing_is_written_without_fix(plan, tmp_path):
    run(["lint", str(plan)])
    assert run(["lint", "--diff", str(plan)]) == 1
    assert plan.read_text(encoding="utf-8") == PLAN
    assert list(tmp_path.iterdir()) == [plan]


@pytest.mark.parametrize("command", [["fix"], ["lint", "--fix"]])
def test_fix_mends_and_shows_what_is_left(plan, command, capsys):
    assert run([*command, "--select", "SDG0", str(plan)]) == 0
    assert plan.read_text(encoding="utf-8") == MENDED
    printed = capsys.readouterr()
    assert "SDG002" not in printed.out
    assert printed.err == "Mended 1 finding in 1 file\n"


def test_diff_shows_the_lines_and_leaves_with_0_when_there_are_none(plan, capsys):
    assert run(["fix", "--diff", str(plan)]) == 1
    printed = capsys.readouterr()
    assert "-  - {id: s1, title: Clear the ditches, targets: [3.9a], indicators: [i1]}\n+  - {id: s1" in printed.out
    assert printed.err == "Would mend 1 finding in 1 file\n"
    run(["fix", "-q", str(plan)])
    capsys.readouterr()
    assert run(["fix", "--diff", str(plan)]) == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "There was nothing to mend\n")


def test_standard_input_is_mended_to_standard_output(tmp_path):
    text = b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode()
    done = through_a_pipe("fix", "-", "--select", "SDG0", text=text)
    assert done.stdout == b"\xef\xbb\xbf" + MENDED.replace("\n", "\r\n").encode()
    assert b"Mended 1 finding" in done.stderr
    clean = through_a_pipe("fix", "-", "--select", "SDG0", text=MENDED.encode())
    assert clean.stdout == MENDED.encode()


def test_likely_fixes_need_a_request_to_change_something(plan, capsys):
    assert run(["lint", "--unsafe-fixes", str(plan)]) == 2
    assert "--unsafe-fixes goes with --fix or --diff" in capsys.readouterr().err


def test_a_misspelt_key_is_not_renamed_to_one_that_is_there(plan):
    text = PLAN.replace("targets:", "targts: [3.4], targets:")
    plan.write_text(text, encoding="utf-8")
    run(["fix", "--unsafe-fixes", str(plan)])
    assert "targts: [3.4], targets: [3.a]" in plan.read_text(encoding="utf-8")


def test_a_table_is_mended_in_its_cells_and_only_with_fix(tmp_path, capsys):
    table = tmp_path / "metodetabell.xlsx"
    before = BROKEN_TABLE.read_bytes()
    table.write_bytes(before)
    run(["lint", "--lang", "nb", str(table)])
    assert table.read_bytes() == before
    run(["fix", "--lang", "nb", str(table)])
    assert "Rettet 1 funn i 1 fil" in capsys.readouterr().err
    run(["fix", "--diff", "--lang", "nb", str(table)])
    assert "Det var ingenting å rette" in capsys.readouterr().err
