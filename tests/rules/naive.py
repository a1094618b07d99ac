"""A plan system as plain lists and a networkx graph, for references that are written straight from a rule's sentence.

Nothing here is shared with the index, the relation table or the engine: ids, fields and relations are spelt out anew.
"""

from __future__ import annotations

import networkx as nx

from sdggraph.model.nodes import Precondition

SECTIONS = {
    "areas": "TargetArea",
    "objectives": "Objective",
    "strategies": "Strategy",
    "actions": "Action",
    "indicators": "Indicator",
    "benefits": "Benefit",
    "stakeholders": "Stakeholder",
    "units": "Unit",
    "engagements": "Engagement",
    "interactions": "Interaction",
}
OWNED = ("TargetArea", "Objective", "Strategy", "Action", "Benefit", "Indicator")
MEASURED = ("TargetArea", "Objective", "Strategy", "Action", "Benefit", "Selection")
INVOLVING = ("Objective", "Strategy", "Action")
REFERENCES = [
    (("TargetArea",), "part_of", "part_of", ("TargetArea",)),
    (("Objective",), "areas", "part_of", ("TargetArea",)),
    (("Objective",), "part_of", "part_of", ("Objective",)),
    (("Unit",), "part_of", "part_of", ("Unit",)),
    (("TargetArea",), "national_goals", "contributes_to", ("NationalGoal",)),
    (("Strategy",), "objectives", "contributes_to", ("Objective",)),
    (("Strategy",), "areas", "contributes_to", ("TargetArea",)),
    (("Action",), "strategies", "implements", ("Strategy",)),
    (("Action",), "objectives", "implements", ("Objective",)),
    (("Benefit",), "strategies", "results_from", ("Strategy",)),
    (("Benefit",), "actions", "results_from", ("Action",)),
    (("Benefit",), "benefits", "results_from", ("Benefit",)),
    (MEASURED, "indicators", "measured_by", ("Indicator",)),
    (INVOLVING, "stakeholders", "involves", ("Stakeholder",)),
    (OWNED, "owner", "owned_by", ("Unit",)),
    (("Engagement",), "informs", "informs", ("Precondition", "Objective", "Strategy", "TargetArea", "Goal")),
    (("Strategy", "Action"), "mitigates", "mitigates", ("Interaction",)),
    (("Action",), "replaces", "replaces", ("Action",)),
    (("Interaction",), "source", "acts_from", ("Goal", "Target", "Strategy")),
    (("Interaction",), "target", "acts_on", ("Goal", "Target")),
]
UP = ("contributes_to", "part_of", "implements", "results_from")
NATIONAL = ("good-services", "coordinated-development", "robust-municipalities", "local-democracy")


class World:
    """The nodes and edges of a plan and of those that it follows up; ``main`` is the plan that is linted.

    ``as_of`` is the date of the run, ``most`` what the rules that count allow.
    """

    def __init__(self, main, others, as_of, most):
        self.main, self.as_of, self.most = main, as_of, most
        self.plans = [main, *others]
        self.kind, self.record, self.plan, self.edges = {}, {}, {}, []
        self.roles = {}
        self.kind.update({f"national:{name}": "NationalGoal" for name in NATIONAL})
        for plan in self.plans:
            self._nodes(plan)
        for plan in self.plans:
            self._edges(plan)
        for code in {end[4:] for _, _, end in self.edges if end.startswith("sdg:") and "." in end}:
            self.edges.append(("part_of", f"sdg:{code}", f"sdg:{code.split('.')[0]}"))
        self.up_graph = self.graph(*UP)

    def _node(self, name, kind, record, plan):
        self.kind[name], self.record[name], self.plan[name] = kind, record, plan

    def _nodes(self, plan):
        self._node(plan.id, "Plan", plan, plan)
        for said, kind, word in ((plan.goals, "Prioritisation", "goal"), (plan.targets, "Selection", "target")):
            for record in said:
                self._node(f"{plan.id}:{word}-{record.code}", kind, record, plan)
                for field, name in (("opportunities", "opportunity"), ("challenges", "challenge")):
                    for number, condition in enumerate(getattr(record, field), 1):
                        node = Precondition(id="x", title=condition.text, type=name, of=record.code)
                        self._node(f"{plan.id}:{name}-{record.code}-{number}", "Precondition", node, plan)
        for section, kind in SECTIONS.items():
            for record in getattr(plan, section):
                self._node(f"{plan.id}:{record.id}", kind, record, plan)

    def find(self, plan, text):
        if f"{plan.id}:{text}" in self.kind:
            return f"{plan.id}:{text}"
        if text in NATIONAL:
            return f"national:{text}"
        return text if ":" in text else f"sdg:{text}"

    def kind_of(self, name):
        if name.startswith("sdg:"):
            return "Target" if "." in name else "Goal" if name[4:].isdigit() else None
        return self.kind.get(name)

    def _edges(self, plan):
        for follow in plan.follows_up:
            if follow.plan in self.kind:
                self.edges.append(("follows_up", plan.id, follow.plan))
        self.edges += [("replaces", plan.id, old) for old in plan.replaces if old in self.kind]
        for name in [name for name, owner in self.plan.items() if owner is plan]:
            kind, record = self.kind[name], self.record[name]
            if kind in ("Prioritisation", "Selection"):
                self.edges.append(("about", name, f"sdg:{record.code}"))
                relation = "prioritises" if kind == "Prioritisation" else "selects"
                self.edges.append((relation, plan.id, f"sdg:{record.code}"))
            if kind in ("TargetArea", "Objective", "Strategy"):
                for claim in (*(record.goals if record.goals != "none" else ()), *record.targets):
                    against = claim.role == "negative"
                    edge = ("works_against" if against else "contributes_to", name, f"sdg:{claim.code}")
                    self.edges.append(edge)
                    self.roles.setdefault(edge, set()).add(claim.role)
            for kinds, field, relation, ends in REFERENCES:
                if kind in kinds:
                    value = getattr(record, field)
                    for text in (value,) if isinstance(value, str) else value or ():
                        end = self.find(plan, text)
                        if self.kind_of(end) in ends:
                            self.edges.append((relation, name, end))

    def graph(self, *relations):
        graph = nx.DiGraph()
        graph.add_nodes_from(self.kind)
        graph.add_edges_from((a, b) for relation, a, b in self.edges if relation in relations)
        return graph

    def mine(self, *kinds):
        """Give the nodes of some kinds that are reported: the linted plan's own."""
        return [name for name, kind in self.kind.items() if kind in kinds and self.plan.get(name) is self.main]

    def all(self, *kinds):
        return [name for name, kind in self.kind.items() if kind in kinds]

    def out(self, name, *relations):
        return {b for relation, a, b in self.edges if a == name and relation in relations}

    def into(self, name, *relations):
        return {a for relation, a, b in self.edges if b == name and relation in relations}

    def of(self, names, *kinds):
        return {name for name in names if self.kind_of(name) in kinds}

    def above(self, name):
        """Give a node and everything up the thread from it."""
        return {name} | (nx.descendants(self.up_graph, name) if name in self.up_graph else set())

    def below(self, name, *relations):
        """Give a node and everything that some relations lead to it from."""
        graph = self.graph(*relations or UP)
        return {name} | (nx.ancestors(graph, name) if name in graph else set())

    def up_over(self, name, *relations):
        graph = self.graph(*relations)
        return {name} | (nx.descendants(graph, name) if name in graph else set())

    def system_of(self, plan):
        """Give a plan and those that it follows up, directly or not."""
        return [self.record[name] for name in self.up_over(plan.id, "follows_up") if self.kind[name] == "Plan"]

    def in_system(self, plan, *kinds):
        plans = self.system_of(plan)
        return [name for name in self.all(*kinds) if any(self.plan[name] is one for one in plans)]


def said(value):
    """Say whether a text is there and is more than white space."""
    if isinstance(value, dict):
        return any(text.strip() for text in value.values())
    return bool(value.strip()) if isinstance(value, str) else value is not None and value != ()
