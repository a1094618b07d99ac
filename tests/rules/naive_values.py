"""References of the rules on measurement and after (families 3 to 8), each straight from its sentence."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from tests.rules.naive import said
from tests.rules.naive_thread import IN_FORCE, served_by

METHOD = ("community", "strategy")
PARTICIPATION = ("community", "land_use", "thematic")
GROUPS = re.compile(
    r"barn|\bung|\belev|child|young|youth|pupil|student|funksjons|disab|innvandr|flyktning|immigrant|refugee"
    r"|minorit|samisk|\bsami|tilrettelegg|special",
    re.IGNORECASE,
)
USUAL = {"environment": "6 13 14 15", "social": "1 2 3 4 5 7 11 16", "economy": "8 9 10 12"}
TITLED = ("TargetArea", "Objective", "Strategy", "Action", "Indicator", "Benefit", "Stakeholder", "Unit", "Engagement")


def each(w, kind, broken):
    return {name for name in w.mine(kind) if broken(w.record[name])}


def steering(record):
    return record.role == "steering"


def sdg301(w):
    return each(w, "Indicator", lambda i: steering(i) and i.value_type == "number" and not said(i.unit))


def sdg302(w):
    return each(w, "Indicator", lambda i: steering(i) and i.baseline is None)


def sdg303(w):
    return each(w, "Indicator", lambda i: steering(i) and not i.target_values)


def sdg304(w):
    found = set()
    for name in w.mine("Indicator"):
        plans = [w.plan[name], *(w.plan[one] for one in w.into(name, "measured_by") if one in w.plan)]
        linked = {plan.id: plan for plan in plans}
        graph = w.graph("follows_up").to_undirected()
        for plan in plans:
            near = {one for one in graph if plan.id in graph and one in component(graph, plan.id)}
            linked.update({one: w.record[one] for one in near})
        periods = [plan.period for plan in linked.values() if plan.period is not None]
        ends = [period.end.end for period in periods if period.end]
        starts = [period.start.start for period in periods if period.start]
        for target in w.record[name].target_values:
            late = ends and target.date and target.date.start > max(ends)
            early = starts and target.date and target.date.end < min(starts)
            if late or early:
                found.add(name)
    return found


def component(graph, name):
    seen, rest = {name}, [name]
    while rest:
        fresh = set(graph.neighbors(rest.pop())) - seen
        seen |= fresh
        rest += fresh
    return seen


def sdg305(w):
    def after(i):
        return i.baseline and any(t.date and i.baseline.date.start > t.date.end for t in i.target_values)

    return each(w, "Indicator", after)


def last(indicator):
    dated = [(target.date.end, number) for number, target in enumerate(indicator.target_values) if target.date]
    if not indicator.target_values:
        return None
    return indicator.target_values[max(dated)[1] if dated else -1]


def asked(indicator):
    """Give the lowest and highest number that the last target value asks for, or nothing."""
    target = last(indicator)
    if target is None:
        return None
    if target.range is not None:
        return target.range
    if not isinstance(target.value, Decimal):
        return None
    if target.relative_to is None:
        return target.value, target.value
    start = target.relative_to.value
    if start is None and indicator.baseline and isinstance(indicator.baseline.value, Decimal):
        start = indicator.baseline.value
    return None if start is None else (start + start * target.value / 100,) * 2


def start_of(indicator):
    value = indicator.baseline.value if indicator.baseline else None
    return value if isinstance(value, Decimal) else None


def sdg306(w):
    def wrong(i):
        target, start = last(i), start_of(i)
        if target is None or i.direction not in ("increase", "decrease"):
            return False
        sign = 1 if i.direction == "increase" else -1
        if target.relative_to is not None and isinstance(target.value, Decimal):
            return sign * target.value < 0
        if asked(i) is None or start is None:
            return False
        best = asked(i)[1] if sign > 0 else asked(i)[0]
        return best is not None and sign * (best - start) < 0

    return each(w, "Indicator", wrong)


def sdg307(w):
    def same(i):
        target, start = last(i), start_of(i)
        if i.direction in ("maintain", "range") or target is None or start is None or target.range is not None:
            return False
        return target.value == (0 if target.relative_to is not None else start)

    return each(w, "Indicator", same)


def cover(band, low, high):
    """Say whether a band covers more than a point between two neighbouring ends."""
    return (band[0] is None or band[0] <= low) and (band[1] is None or band[1] >= high)


def sdg311(w):
    def contradict(i):
        ends = sorted({end for band in (*i.desired, *i.acceptable) for end in band if end is not None})
        beyond = [Decimal(-1000), *ends, Decimal(1000)]
        both = [
            (low, high)
            for low, high in pairwise(beyond)
            if any(cover(b, low, high) for b in i.desired) and any(cover(b, low, high) for b in i.acceptable)
        ]
        upside_down = any(b[0] is not None and b[1] is not None and b[0] > b[1] for b in (*i.desired, *i.acceptable))
        return bool(both) or upside_down

    return each(w, "Indicator", contradict)


def sdg312(w):
    def unnamed(i):
        return not i.source or not any(said(value) for value in vars(i.source).values())

    return each(w, "Indicator", lambda i: steering(i) and unnamed(i))


def like(value):
    """Give a text without regard to case and white space."""
    return " ".join(str(value).casefold().split()) if value is not None else ""


def figure(i):
    parts = [(m.district, m.sex, m.age) for m in ((i.baseline,) if i.baseline else ())]
    series = [(m.district, m.sex, m.age) for m in i.measurements]
    split = tuple(sorted(like(part[n]) for part in group if part[n]) for group in (parts, series) for n in range(3))
    source = i.source
    return (like(source.system), like(source.table), like(source.code), str(split))


def sdg313(w):
    names = [name for name in w.mine("Indicator") if w.record[name].source and said(w.record[name].source.code)]
    figures = [figure(w.record[name]) for name in names]
    return {name for number, name in enumerate(names) if figures[number] in figures[:number]}


def sdg314(w):
    found = set()
    for name in w.mine("Objective"):
        own = w.of(w.out(name, "measured_by"), "Indicator")
        if own and all(w.record[one].perspective in ("input", "activity") for one in own):
            found.add(name)
    return found


def sdg315(w):
    def outside(i):
        if not i.desired or asked(i) is None:
            return False
        low, high = asked(i)

        def inside(band):
            below = band[0] is not None and (low is None or low < band[0])
            above = band[1] is not None and (high is None or high > band[1])
            return not below and not above

        return not any(map(inside, i.desired))

    return each(w, "Indicator", outside)


def sdg316(w):
    """The plans that are followed up come first; whoever says another thing than was said before is at fault."""
    order = [*reversed(w.plans)]
    before, found = {}, set()
    for plan in order:
        for i in plan.indicators:
            source = i.source
            who = (like(source.system), like(source.table), like(source.code)) if source and said(source.code) else i
            for t in i.target_values:
                if not t.date or (t.value is None and t.range is None):
                    continue
                key = (who if isinstance(who, tuple) else id(i), t.date, t.relative_to and t.relative_to.date)
                if before.setdefault(key, (t.value, t.range)) != (t.value, t.range):
                    found.add(f"{plan.id}:{i.id}")
    return found.intersection(w.mine("Indicator"))


def sdg317(w):
    organisation = w.main.organisation
    parts = organisation.predecessors if organisation else ()
    return each(w, "Indicator", lambda i: i.baseline and len(parts) > 1 and i.baseline.region in parts)


def sdg401(w):
    if w.main.kind not in METHOD or w.main.status not in IN_FORCE or not w.all("Strategy"):
        return set()
    there = set()
    for name in w.in_system(w.main, "Strategy"):
        own = w.record[name].dimensions
        there.update(own)
        goals = {goal[4:] for goal in w.of(w.above(name), "Goal")} if not own else set()
        there.update(d for d, codes in USUAL.items() if goals & set(codes.split()))
        there.update(
            d for one in w.all("Prioritisation") if w.record[one].code in goals for d in w.record[one].dimensions
        )
    return {w.main.id} if len(there) < 3 else set()


def sdg402(w):
    used = any(w.record[name].tracks for name in w.all("Objective", "Strategy"))
    if w.main.kind not in METHOD or w.main.status not in IN_FORCE or not used:
        return set()
    wanted = {track.id for track in w.main.tracks} or {"services", "community"}
    there = {track for name in w.in_system(w.main, "Objective") for track in w.record[name].tracks}
    return {w.main.id} if wanted - there else set()


def sdg403(w):
    def material(m):
        return m and m.stakeholders is not None and m.impact is not None and min(m.stakeholders, m.impact) >= 3

    goals = [name for name in w.mine("Prioritisation") if material(w.record[name].materiality)]
    return {name for name in goals if not served_by(w, name, "Strategy")}


def sdg405(w):
    if w.main.kind not in METHOD or w.main.status not in IN_FORCE:
        return set()
    kinds = [kind for kind in set(w.kind.values()) if kind not in ("Plan", "NationalGoal")]
    nodes = w.in_system(w.main, *kinds)
    named = any(w.record[n].code.split(".")[0] == "17" for n in nodes if w.kind[n] in ("Prioritisation", "Selection"))
    served = any("sdg:17" in w.above(name) for name in nodes)
    partners = any(w.record[name].partners for name in nodes if w.kind[name] == "Action")
    return set() if named or served or partners else {w.main.id}


def sdg406(w):
    found = set()
    for name in w.mine("Indicator"):
        carried = w.of(w.into(name, "measured_by"), "Objective", "Strategy")
        carried |= {s for one in carried for s in w.of(w.into(one, "contributes_to"), "Strategy")}
        if len(w.of(carried, "Strategy")) > w.most:
            found.add(name)
    return found


def sdg407(w):
    found = set()
    for name in w.mine("Strategy"):
        ends = [b for (_, a, b), roles in w.roles.items() if a == name and "primary" in roles]
        if len({end[4:].split(".")[0] for end in ends}) > w.most:
            found.add(name)
    return found
