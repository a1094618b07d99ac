"""What the page on linting shows, in both languages, is understood and does what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sdggraph.app.lint_files import lint_files
from sdggraph.base.diagnostics import Severity
from sdggraph.lint.config import Configuration
from sdggraph.lint.config_toml import read_config
from sdggraph_cli.lint_options import lint_options

DOCS = Path(__file__).parents[2] / "docs"
PAGES = ["linting.md", "linting.nb.md"]


def blocks(page, language):
    return re.findall(rf"```{language}\n(.*?)```", (DOCS / page).read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("page", PAGES)
def test_the_settings_are_understood(page, tmp_path):
    file = tmp_path / "sdggraph.toml"
    (text,) = blocks(page, "toml")
    file.write_text(text, encoding="utf-8")
    config = read_config(file)
    assert config.settings.ignore == ("SDG313", "SDG8")
    assert config.settings.severity == {"SDG202": Severity.WARNING, "SDG216": None}
    assert config.settings.parameters == {"SDG407": {"most": 5}}
    assert [rule.code for rule in config.settings.own] == ["X001"]
    assert [glob for glob, _ in config.matching(tmp_path / "temaplaner" / "2026" / "klima.yaml")] == [
        "temaplaner/**/*.yaml"
    ]


@pytest.mark.parametrize("page", PAGES)
def test_the_suppressions_do_what_the_page_says(page, tmp_path):
    file = tmp_path / "plan.yaml"
    (text,) = blocks(page, "yaml")
    file.write_text(text, encoding="utf-8")
    report = lint_files([file], configuration=Configuration())
    assert {"SDG201", "SDG202", "SDG102", "SDG011"}.isdisjoint({one.code for one in report})
    assert [(one.diagnostic.code, one.diagnostic.subject) for one in report.suppressed if one.kind == "comment"] == [
        ("SDG202", "fjordvik:s1"),
        ("SDG201", "fjordvik:s2"),
        ("SDG202", "fjordvik:s2"),
    ]


@pytest.mark.parametrize("page", PAGES)
def test_the_rule_in_python_runs(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    plan = "plan: {id: p, language: nb}\nunits: [{id: u, title: U}]\nstrategies:\n"
    plan += "  - {id: s1, title: A}\n  - {id: s2, title: B, owner: u}\n"
    (tmp_path / "plan.yaml").write_text(plan, encoding="utf-8")
    (code,) = blocks(page, "python")
    names = {}
    exec(compile(code, page, "exec"), names)
    assert [row["subject"] for row in names["rows"] if row["code"] == "X002"] == ["p:s1"]


@pytest.mark.parametrize("page", PAGES)
def test_every_option_on_the_page_is_there(page):
    def command():
        """Take the options."""

    lint_options(command)
    known = {name for option in command.__click_params__ for name in option.opts} | {"--fix"}
    named = set(re.findall(r"(?<![\w-])--[a-z-]+", (DOCS / page).read_text(encoding="utf-8")))
    assert named <= known
    assert {"--baseline", "--diff", "--max-warnings", "--output-file"} <= named
