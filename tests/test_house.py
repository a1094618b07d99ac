"""The house itself: walls between the rooms, types, style, lazy imports, the size of files."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = ("sdggraph", "cli", "ontology")


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)


def test_rooms_import_one_way():
    done = run("-c", "from importlinter.cli import lint_imports; import sys; sys.exit(lint_imports())")
    assert done.returncode == 0, done.stdout + done.stderr


def test_types_hold():
    done = run("-m", "mypy")
    assert done.returncode == 0, done.stdout


def test_style_holds():
    done = run("-m", "ruff", "check", ".")
    assert done.returncode == 0, done.stdout


def test_format_holds():
    done = run("-m", "ruff", "format", "--check", ".")
    assert done.returncode == 0, done.stdout


def loaded_by(code: str) -> set[str]:
    """Give the top-level packages that a run of some code has imported."""
    done = run("-c", f"import sys\n{code}\nprint(*sorted({{name.partition('.')[0] for name in sys.modules}}))")
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines()[-1].split())


def test_version_imports_nothing_heavy():
    code = "sys.argv = ['sdggraph', '--version']\nfrom sdggraph_cli.main import main\nmain()"
    assert not loaded_by(code) & {
        "networkx",
        "rdflib",
        "pydantic",
        "pyvis",
        "numpy",
        "openpyxl",
        "click",
        "yaml",
    }


@pytest.mark.parametrize("arguments", [["--help"], ["lint", "--help"]])
def test_help_imports_nothing_heavy(arguments):
    code = f"from sdggraph_cli.run import run\nassert run({arguments!r}) == 0"
    assert not loaded_by(code) & {"networkx", "rdflib", "pydantic", "pyvis", "numpy", "openpyxl", "yaml"}


def test_lint_imports_neither_rdflib_nor_pyvis():
    code = "from sdggraph_cli.run import run\nassert run(['lint', 'examples/asker-2018/plan.yaml']) == 0"
    assert not loaded_by(code) & {"rdflib", "pyvis", "networkx", "numpy", "openpyxl"}


def test_importing_the_package_costs_nothing():
    assert not loaded_by("import sdggraph") & {
        "networkx",
        "rdflib",
        "pydantic",
        "pyvis",
        "numpy",
        "yaml",
        "click",
    }


@pytest.mark.parametrize("file", [file for room in SOURCES for file in sorted((ROOT / room).rglob("*.py"))], ids=str)
def test_file_is_one_topic(file):
    text = file.read_text(encoding="utf-8")
    prose = "families" in file.parts  # rules are prose, in two languages
    assert prose or len(text.splitlines()) <= 350
    tree = ast.parse(text)
    assert ast.get_docstring(tree)
    long = [
        f"{node.name} ({node.end_lineno - node.lineno + 1})"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.lineno >= 80
    ]
    assert not long
