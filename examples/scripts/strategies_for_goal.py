"""Prints the strategies that serve a goal, and whether directly or by inheritance: python strategies_for_goal.py PLAN 13."""

from __future__ import annotations

import sys

import sdggraph as sg

plan = sg.read_plan(sys.argv[1])
goal = f"sdg:{sys.argv[2]}"
graph = sg.PlanGraph([plan])
