"""Counts the strategies under each goal, with networkx: python coverage_by_goal.py PLAN."""

from __future__ import annotations

import sys

import networkx as nx

import sdggraph as sg

UPWARD = {"contributes_to", "part_of"}

plan = sg.read_plan(sys.argv[1])
graph = sg.PlanGraph.of(plan)
whole = graph.networkx
upward: nx.DiGraph[str] = nx.DiGraph((a, b) for a, b, relation in whole.edges(keys=True) if relation in UPWARD)
strategies = set(graph.nodes("Strategy"))

for goal in graph.nodes("Goal"):
    count = len(nx.ancestors(upward, goal) & strategies) if goal in upward else 0
    print(f"{goal.removeprefix('sdg:'):>2} {graph.title(goal, plan.language):50} {count:4}")
