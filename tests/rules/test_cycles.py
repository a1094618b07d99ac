"""SDG101 leaves out the relations over which no cycle can be: the relation table says so."""

from __future__ import annotations

import networkx as nx

from sdggraph.model.relations import RELATIONS

CAN_LEAD_BACK = {"part_of", "results_from", "follows_up", "replaces"}


def test_no_cycle_of_kinds_runs_over_another_relation():
    kinds = nx.MultiDiGraph()
    for name in ("part_of", "contributes_to", "implements", "results_from", "follows_up", "replaces"):
        for join in RELATIONS[name].joins:
            kinds.add_edges_from((join.source, target, {"relation": name}) for target in join.targets)
    group = {kind: number for number, part in enumerate(nx.strongly_connected_components(kinds)) for kind in part}
    back = {data["relation"] for a, b, data in kinds.edges(data=True) if group[a] == group[b]}
    assert back == CAN_LEAD_BACK
