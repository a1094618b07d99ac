"""Reads a plan, lints it and prints what was found: python read_and_lint.py PLAN."""

from __future__ import annotations

import sys

import sdggraph as sg

plan = sg.read_plan(sys.argv[1])
report = sg.lint(plan)
print(plan)
for diagnostic in report.diagnostics:
    print(diagnostic)
    print(f"    help: {diagnostic.help}")
print(report.summary)
