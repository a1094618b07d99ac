"""Prints which strategies serve a goal, and how: python strategies_for_goal.py PLAN 13."""

from __future__ import annotations

import sys

import sdggraph as sg

plan = sg.read_plan(sys.argv[1])
graph = sg.PlanGraph.of(plan)
goal = graph.find(sys.argv[2])

for strategy in graph.nodes("Strategy"):
    for contribution in graph.contributions(strategy):
        if contribution.to == goal:
            how = "direct" if contribution.direct else "inherited"
            number = graph.record(strategy).number or ""
            print(f"{how:9}  {contribution.role:9}  {number:8}  {graph.title(strategy, plan.language)}")
