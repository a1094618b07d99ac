"""Commands are alike: the same options by the same names, every value named in the reader's language, one help for all."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

from sdggraph_cli.group import COMMANDS, SECTIONS, root
from sdggraph_cli.language import set_language
from sdggraph_cli.options import FORM_HELP
from sdggraph_cli.run import run

PLAN = "examples/complete/plan.yaml"


def commands():
    context = click.Context(root)
    return {name: root.get_command(context, name) for name in COMMANDS}


def helped(*arguments):
    """Give the help as one who reads bokmål sees it, in a process of its own: the language is chosen once."""
    asked = [sys.executable, "-m", "sdggraph", "--lang", "nb", *arguments, "--help"]
    return subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def test_every_command_stands_in_one_section_and_has_a_module():
    assert sum(map(len, SECTIONS.values())) == len(COMMANDS)
    assert all(found is not None and found.name == name for name, found in commands().items())


def test_an_option_is_the_same_everywhere():
    names = {"--output": "-o", "--quiet": "-q"}
    for name, found in commands().items():
        options = {long: one for one in found.params if isinstance(one, click.Option) for long in one.opts}
        for long, short in names.items():
            assert (long in options) == (short in options), (name, long)
        if "--format" in options:
            assert options["--format"].name == "form" or name in ("lint", "fix"), name
        if "--force" in options and "--output" in options:
            assert options["--output"].metavar in ("FILE", "FIL"), name  # in the language of the first test that ran
        assert "--lang" in options, name
        if {"--format", "--output"} <= options.keys() and name not in ("report", "convert", "lint", "fix"):
            assert FORM_HELP in options["--format"].help


def test_no_english_is_left_in_the_usage_of_the_norwegian_help():
    text = helped()
    for said in ("[VALG]", "KOMMANDO", "Komme i gang:", "Hva det blir til sammen:", "Begynn med «sdggraph demo»"):
        assert said in text
    for name in ("convert", "thread", "coverage", "catalogue"):
        text = helped(name)
        for english in ("OPTIONS", "COMMAND", "ARGS", "INTEGER", "FLOAT", "TEXT ", "RANGE", "SOURCE", "TARGET"):
            assert english not in text, (name, english)
    assert "convert [VALG] INNFIL [UTFIL]" in helped("convert")


@pytest.mark.parametrize("arguments", [["status", PLAN], ["coverage", PLAN], ["thread", PLAN, "3.8"]])
def test_the_form_goes_by_the_name_and_a_file_is_named_when_written(arguments, tmp_path, capsys):
    file = tmp_path / "answer.json"
    assert run(["--lang", "nb", *arguments, "-o", str(file)]) == 0
    assert file.read_text(encoding="utf-8").startswith("{")
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"skrev {file}\n")
    assert run([*arguments, "-o", str(file)]) == 2
    assert run([*arguments, "-o", str(tmp_path / "answer.pdf")]) == 2
    assert ".json" in capsys.readouterr().err
    assert not (tmp_path / "answer.pdf").exists()
    assert run([*arguments, "-o", str(tmp_path / "answer.out"), "--format", "text"]) == 0


def test_status_has_no_drawing_and_says_so(tmp_path, capsys):
    assert run(["--lang", "nb", "status", PLAN, "-o", str(tmp_path / "s.svg")]) == 2
    assert "dette gis ikke som .svg, men som .txt, .json, .csv, .md, .xlsx" in capsys.readouterr().err
    assert run(["status", PLAN, "-o", str(tmp_path / "s.xlsx")]) == 0
    assert (tmp_path / "s.xlsx").read_bytes().startswith(b"PK")


def test_what_is_wrong_in_a_table_is_told_in_one_language(tmp_path, capsys):
    scores = tmp_path / "s.csv"
    scores.write_text("mål;viktighet;påvirkning\n3;6;4\n", encoding="utf-8")
    assert run(["--lang", "nb", "materiality", PLAN, "--scores", str(scores)]) == 0
    said = capsys.readouterr().err
    assert "B2: feil[SDG010]" in said
    assert "error" not in said


def test_codes_keep_clear_of_their_titles(capsys):
    assert run(["--lang", "nb", "coverage", PLAN, "--targets"]) == 0
    assert "17.17 Partnerskap" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("variables", "system", "set_to", "language"),
    [
        ({}, "nt", ("nb_NO", "cp1252"), "nb"),
        ({}, "nt", ("Norwegian Bokmål_Norway", "1252"), "nb"),
        ({}, "nt", ("English_United Kingdom", "1252"), "en"),
        ({}, "nt", (None, None), "en"),
        ({"LANG": "en_GB.UTF-8"}, "nt", ("nb_NO", "cp1252"), "en"),
        ({}, "posix", ("nb_NO", "UTF-8"), "en"),
        ({"LC_ALL": "nn_NO.UTF-8"}, "posix", ("en_GB", "UTF-8"), "nb"),
    ],
)
def test_the_language_is_that_of_the_system(variables, system, set_to, language, monkeypatch):
    before = set_language([])
    with monkeypatch.context() as patched:
        patched.setattr("sdggraph_cli.language.os.name", system)
        patched.setattr("locale.getlocale", lambda: set_to)
        found = set_language([], variables)
    set_language([], {"LANG": before})
    assert found == language


def test_every_example_of_the_help_is_understood():
    context = click.Context(root)
    for name, found in commands().items():
        lines = [line.strip() for line in found.epilog.splitlines() if line.startswith("  sdggraph ")]
        assert lines, name
        for line in lines:
            said, *arguments = line.split()[1:]
            assert said == name
            found.make_context(name, arguments, parent=context)
