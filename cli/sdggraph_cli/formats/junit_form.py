"""A report as JUnit XML: a suite for each plan, a test case for each finding, one that passes for a clean plan.

What is found at or above ``--fail-on`` is a failure, a rule that stopped an error; the rest passes with its message.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET  # it only writes here

from sdggraph.base.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sdggraph.base.diagnostics import Diagnostic
    from sdggraph.lint.report import Report

__all__ = ["render"]

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, fail_on: str = "error") -> str:
    """Give the report as one ``testsuites`` element."""
    by_file: dict[str, list[Diagnostic]] = {name: [] for name in report.plans}
    for one in report.diagnostics:
        name = one.place.file if one.place is not None and one.place.file else next(iter(by_file), "-")
        by_file.setdefault(name, []).append(one)
    root = ET.Element("testsuites", name="sdggraph")
    for name, found in by_file.items():
        _suite(root, name, found, report.crashed, Severity[fail_on.upper()])
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(root: ET.Element, name: str, found: Sequence[Diagnostic], crashed: Sequence[str], fail_on: Severity) -> None:
    suite = ET.SubElement(root, "testsuite", name=_clean(name))
    for one in found:
        case = ET.SubElement(suite, "testcase", name=_clean(_title(one)), classname=_clean(name))
        stopped = one.code in crashed
        if not stopped and one.severity < fail_on:
            ET.SubElement(case, "system-out").text = _clean(_text(one))
            continue
        failed = ET.SubElement(case, "error" if stopped else "failure")
        failed.set("type", one.severity.word)
        failed.set("message", _clean(one.message))
        failed.text = _clean(_text(one))
    if not found:
        ET.SubElement(suite, "testcase", name="sdggraph lint", classname=_clean(name))
    suite.set("tests", str(max(len(found), 1)))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("errors", str(len(suite.findall("testcase/error"))))


def _title(one: Diagnostic) -> str:
    return f"{one.code} {one.name} {one.subject or ''}".rstrip()


def _text(one: Diagnostic) -> str:
    return "\n".join([str(one), *([one.help] if one.help else [])])


def _clean(text: str) -> str:
    """Leave out what XML can't hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
