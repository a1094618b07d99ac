"""Chains longer than Python's own stack is deep."""

from __future__ import annotations

import sys

from sdggraph.analysis.benefits import benefits
from sdggraph.graph.plan_graph import PlanGraph
from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph_cli.benefits_text import benefits_text


def test_a_long_chain_of_benefits_is_drawn() -> None:
    count = sys.getrecursionlimit() + 100
    rows = "".join(f"  - {{id: b{number}, title: B{number}, benefits: [b{number + 1}]}}\n" for number in range(count))
    text = f"plan: {{id: p, language: en}}\nbenefits:\n{rows}  - {{id: b{count}, title: B{count}}}\n"
    graph = PlanGraph.of(plan_from_document(parse_document(text, "plan.yaml")))
    lines = list(benefits_text(benefits(graph), "en", None))
    assert sum("└─" in line for line in lines) >= count
