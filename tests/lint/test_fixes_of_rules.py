"""Fixes do good on every rule's own bad examples: once is enough, and a sure one never makes an error."""

from __future__ import annotations

import re

import pytest

from sdggraph.app.fix_files import mend_files
from sdggraph.app.lint_files import lint_files
from sdggraph.base.diagnostics import Severity
from sdggraph.lint.config import Configuration
from sdggraph.rules import ALL_RULES

HEADER = "plan: {id: p, language: en}\n"
EXAMPLES = [(rule.code, number) for rule in ALL_RULES.values() for number in range(len(rule.invalid))]


def write(folder, example):
    parts = re.split(r"^# file: (.+)\n", example, flags=re.MULTILINE)
    for name, text in {"plan.yaml": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}.items():
        whole = text if re.search(r"^plan:", text, re.MULTILINE) or name != "plan.yaml" else HEADER + text
        (folder / name).write_text(whole, encoding="utf-8")
    return folder / "plan.yaml"


def errors(report):
    return sum(1 + len(one.consequences) for one in report if one.severity is Severity.ERROR)


@pytest.mark.parametrize(("code", "number"), EXAMPLES)
def test_mending_an_example(code, number, tmp_path):
    plan = write(tmp_path, ALL_RULES[code].invalid[number])
    before = lint_files([plan], configuration=Configuration())
    sure = mend_files([plan], configuration=Configuration())
    assert errors(sure.report) <= errors(before)
    assert not [one for one in sure.report if one.fix is not None and one.fix.safe]
    likely = mend_files([plan], unsafe=True, configuration=Configuration())
    likely.write()
    assert mend_files([plan], unsafe=True, configuration=Configuration()).changed == []


def test_some_examples_can_be_mended(tmp_path):
    mended = set()
    for code, number in EXAMPLES:
        folder = tmp_path / f"{code}-{number}"
        folder.mkdir()
        plan = write(folder, ALL_RULES[code].invalid[number])
        mended |= {one.code for one in mend_files([plan], unsafe=True, configuration=Configuration()).mended}
    assert {"SDG002", "SDG004", "SDG005", "SDG007", "SDG010"} <= mended
