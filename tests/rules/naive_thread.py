"""References of the rules on structure and thread (families 1 and 2), each straight from its sentence."""

from __future__ import annotations

import networkx as nx

from tests.rules.naive import NATIONAL, said

IN_FORCE = ("draft", "hearing", "adopted")
ACTION_PLANS = ("action", "economic")


def reaches_goal(w, name):
    return bool(w.of(w.above(name), "Goal"))


def meant_for_none(w, name):
    above = [w.record[one] for one in w.above(name) if one in w.record]
    return any(getattr(one, "goals", None) == "none" and said(one.notes) for one in above)


def measured(w, names):
    return any(w.of(w.out(name, "measured_by"), "Indicator") for name in names)


def served_by(w, name, *kinds):
    """Say whether a node of some kinds reaches the goal or target that a Prioritisation or Selection is about."""
    about = next(iter(w.out(name, "about")))
    return any(about in w.above(one) for one in w.all(*kinds))


def sdg101(w):
    graph = w.graph("part_of", "contributes_to", "results_from", "follows_up", "replaces")
    groups = nx.strongly_connected_components(graph)
    on_cycle = {n for group in groups for n in group if len(group) > 1 or graph.has_edge(n, n)}
    kinds = ("TargetArea", "Objective", "Unit", "Benefit", "Plan", "Strategy", "Action", "Indicator", "Stakeholder")
    return on_cycle.intersection(w.mine(*kinds, "Engagement"))


def sdg102(w):
    tied = {end for _, a, b in w.edges for end in (a, b)}
    kinds = ("TargetArea", "Objective", "Strategy", "Action", "Benefit", "Engagement")
    steering = [name for name in w.mine("Indicator") if w.record[name].role != "monitoring"]
    return {name for name in (*w.mine(*kinds), *steering) if name not in tied}


def goal_of(code):
    return code.split(".")[0]


def sdg103(w):
    prioritised = {w.record[name].code for name in w.all("Prioritisation")}
    return {name for name in w.mine("Selection") if goal_of(w.record[name].code) not in prioritised}


def sdg104(w):
    return {name for name in w.mine("Prioritisation") if not said(w.record[name].significance)}


def sdg105(w):
    answered = {w.record[one].code for one in w.all("Prioritisation") if has_preconditions(w.record[one])}
    return {
        name
        for name in w.mine("Selection")
        if not has_preconditions(w.record[name]) and goal_of(w.record[name].code) not in answered
    }


def has_preconditions(record):
    return bool(record.opportunities or record.challenges)


def sdg106(w):
    return {name for name in w.mine("Objective", "Strategy") if not w.record[name].tracks}


def sdg107(w):
    found = set()
    for name in w.mine("Strategy"):
        own = set(w.record[name].tracks)
        theirs = {track for one in w.of(w.out(name, "contributes_to"), "Objective") for track in w.record[one].tracks}
        if own and theirs and not own & theirs:
            found.add(name)
    return found


def sdg109(w):
    period = w.main.period
    if w.main.kind not in ACTION_PLANS or period is None or period.start is None or period.end is None:
        return set()
    days = (period.end.end - period.start.start).days + 1
    return {w.main.id} if days < 365 * 4 + 1 else set()


def sdg110(w):
    if w.main.status not in IN_FORCE:
        return set()
    replaced = {old for plan in w.plans for old in plan.replaces} | {p.id for p in w.plans if p.status == "replaced"}
    return {name for name in w.mine("Action") if any(w.plan[one].id in replaced for one in w.out(name, "implements"))}


def sdg201(w):
    return {name for name in w.mine("Strategy") if not reaches_goal(w, name) and not meant_for_none(w, name)}


def sdg202(w):
    found = set()
    for name in w.mine("Strategy"):
        work = w.below(name, "implements", "results_from")
        ends = [
            w.up_over(one, "part_of")
            for one in w.out(name, "contributes_to")
            if w.kind_of(one) in ("Objective", "TargetArea")
        ]
        if not measured(w, work.union(*ends)):
            found.add(name)
    return found


def sdg203(w):
    found = set()
    for name in w.mine("Objective"):
        parts = w.below(name, "part_of")
        strategies = [s for s in w.all("Strategy") if set(w.out(s, "contributes_to")) & parts]
        carried = strategies and all(reaches_goal(w, one) for one in strategies)
        if not carried and not reaches_goal(w, name) and not meant_for_none(w, name):
            found.add(name)
    return found


def sdg204(w):
    found = set()
    for name in w.mine("TargetArea"):
        direct = any(w.of(w.out(one, "contributes_to"), "Goal", "Target") for one in w.below(name))
        if not direct and not reaches_goal(w, name) and not meant_for_none(w, name):
            found.add(name)
    return found


def sdg205(w):
    if w.main.kind == "strategy":
        return set()
    return {name for name in w.mine("Prioritisation") if not served_by(w, name, "Strategy")}


def sdg206(w):
    return {name for name in w.mine("Selection") if not served_by(w, name, "Objective", "Strategy")}


def sdg207(w):
    def pursued(name):
        sub, does = w.of(w.into(name, "part_of"), "Objective"), w.of(w.into(name, "implements"), "Action")
        return w.of(w.into(name, "contributes_to"), "Strategy") or sub or does

    return {name for name in w.mine("Objective") if not pursued(name)}


def sdg208(w):
    return {
        name for name in w.mine("Indicator") if w.record[name].role == "steering" and not w.into(name, "measured_by")
    }


def sdg209(w):
    return {name for name in w.mine("Action") if w.main.kind in ACTION_PLANS and not w.out(name, "implements")}


def sdg210(w):
    return {name for name in w.mine("TargetArea") if not w.of(w.below(name, "part_of"), "Objective")}


def sdg211(w):
    if not any(w.record[name].tracks for name in w.all("Strategy", "Objective")):
        return set()
    found = set()
    for name in w.mine("Prioritisation"):
        goal = f"sdg:{w.record[name].code}"
        served = [one for one in w.all("Strategy", "Objective") if goal in w.above(one)]
        if len({track for one in served for track in w.record[one].tracks}) == 1:
            found.add(name)
    return found


def sdg212(w):
    if not any(w.record[name].national_goals for name in w.all("TargetArea")):
        return set()
    return {f"national:{name}" for name in NATIONAL if not w.into(f"national:{name}", "contributes_to")}


def sdg213(w):
    if w.main.kind == "land_use" or not any(plan.kind in ACTION_PLANS for plan in w.plans):
        return set()
    return {name for name in w.mine("Strategy") if not w.of(w.below(name), "Action")}


def sdg214(w):
    return {name for name in w.mine("Objective") if not measured(w, w.up_over(name, "part_of") | w.below(name))}


def sdg215(w):
    """Only the area's tags lead to a goal: without any step into an area the strategy reaches none."""
    graph = w.up_graph.copy()
    graph.remove_nodes_from(w.all("TargetArea"))
    found = set()
    for name in w.mine("Strategy"):
        without = w.of({name} | nx.descendants(graph, name), "Goal")
        if reaches_goal(w, name) and not without and not meant_for_none(w, name):
            found.add(name)
    return found


def sdg216(w):
    return {w.main.id} if len({goal.code for goal in w.main.goals}) > w.most else set()


def sdg218(w):
    def lacks(record):
        return not w_owner(record) or record.period is None or record.period.end is None

    def w_owner(record):
        return said(record.owner)

    return {name for name in w.mine("Action") if w.record[name].status != "stopped" and lacks(w.record[name])}


def sdg219(w):
    open_ = [name for name in w.mine("Action") if w.record[name].status not in ("stopped", "done")]
    return {name for name in open_ if w.main.status == "adopted" and not w.record[name].budget}


def sdg220(w):
    def late(record):
        return record.period is not None and record.period.end is not None and record.period.end.end < w.as_of

    return {
        name for name in w.mine("Action") if w.record[name].status not in ("stopped", "done") and late(w.record[name])
    }
