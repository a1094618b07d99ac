"""References of the rules on participation, benefits, interactions and wording (families 5 to 8)."""

from __future__ import annotations

from tests.rules.naive import said
from tests.rules.naive_thread import IN_FORCE
from tests.rules.naive_values import GROUPS, PARTICIPATION, TITLED, each, like


def sdg501(w):
    found = set()
    for name in w.mine("Strategy"):
        over = [b for b in w.out(name, "contributes_to") if w.kind_of(b) in ("Objective", "TargetArea")]
        near = {name} | {up for one in over for up in w.up_over(one, "part_of")} | w.up_over(name, "part_of")
        if not any(w.out(one, "involves") or w.into(one, "informs") for one in near):
            found.add(name)
    return found


def sdg502(w):
    return {name for name in w.mine("Engagement") if not w.out(name, "informs")}


def sdg503(w):
    return {name for name in w.mine("Stakeholder") if not w.into(name, "involves")}


def asks_people(w):
    return w.main.kind in PARTICIPATION and w.main.status in IN_FORCE


def sdg504(w):
    return {w.main.id} if asks_people(w) and not w.main.engagements else set()


def sdg505(w):
    return each(w, "Engagement", lambda e: not said(e.outcome))


def sdg506(w):
    if not asks_people(w) or not w.main.engagements:
        return set()
    said = [text for e in w.main.engagements for text in (*e.groups, e.title)]
    texts = [text for one in said for text in (one.values() if isinstance(one, dict) else (one,))]
    return set() if any(GROUPS.search(text) for text in texts) else {w.main.id}


def sdg601(w):
    return each(w, "Benefit", lambda b: not said(b.owner))


def indicators(w, name):
    return [w.record[one] for one in w.of(w.out(name, "measured_by"), "Indicator")]


def sdg602(w):
    return {n for n in w.mine("Benefit") if indicators(w, n) and not any(i.baseline for i in indicators(w, n))}


def sdg603(w):
    return each(w, "Benefit", lambda b: b.due is None)


def sdg604(w):
    return {name for name in w.mine("Benefit") if not indicators(w, name)}


def sources(w, name):
    """Give what a benefit results from, through other benefits too."""
    return {up for one in w.out(name, "results_from") for up in w.up_over(one, "results_from")}


def sdg605(w):
    return {name for name in w.mine("Benefit") if not w.of(sources(w, name), "Strategy", "Action")}


def sdg606(w):
    found = set()
    for name in w.mine("Benefit"):
        due = w.record[name].due
        periods = [w.record[one].period for one in w.of(sources(w, name), "Action")]
        ends = [period.end for period in periods if period is not None and period.end is not None]
        ends += [w.record[one].due for one in w.of(w.out(name, "results_from"), "Benefit") if w.record[one].due]
        if due is not None and any(due.end < end.start for end in ends):
            found.add(name)
    return found


def sdg607(w):
    def empty(b):
        return b.kind == "priced" and all(v.planned is None and v.realised is None for v in b.values)

    return each(w, "Benefit", empty)


def harms(w):
    return [name for name in w.all("Interaction") if w.record[name].score <= -2]


def sdg701(w):
    found = set()
    for name in w.mine("Strategy"):
        served = w.of(w.out(name, "contributes_to"), "Goal", "Target")
        served |= {f"sdg:{code[4:].split('.')[0]}" for code in served}
        for one in harms(w):
            ends = w.out(one, "acts_from"), w.out(one, "acts_on")
            if not said(w.record[one].note) and all(end & served for end in ends):
                found.add(name)
    return found


def sdg702(w):
    return {name for name in harms(w) if name in w.mine("Interaction") and not w.into(name, "mitigates")}


def sdg703(w):
    return each(w, "Interaction", lambda i: not said(i.evidence))


def sdg704(w):
    found = set()
    for name in w.mine("TargetArea", "Objective", "Strategy"):
        record = w.record[name]
        claims = (*(record.goals if record.goals != "none" else ()), *record.targets)
        open_ = [claim for claim in claims if claim.role == "negative" and not said(claim.why)]
        mitigated = any(w.into(one, "mitigates") for one in w.into(name, "acts_from"))
        if open_ and not mitigated:
            found.add(name)
    return found


def sdg801(w):
    given = [name for name in w.mine(*TITLED, "Precondition", "Plan") if w.record[name].title is not None]
    return {name for name in given if not said(w.record[name].title)}


def title_key(record):
    texts = record.title.values() if isinstance(record.title, dict) else [record.title]
    return sorted(like(text) for text in texts if like(text))


def sdg802(w):
    names = [name for plan in reversed(w.plans) for name in w.all(*TITLED) if w.plan[name] is plan]

    def parents(name):
        up = w.out(name, "part_of", "implements", "results_from") | w.into(name, "measured_by")
        up |= w.of(w.out(name, "contributes_to"), "TargetArea", "Objective")
        return up or {w.plan[name].id}

    def alike(one, other):
        same = title_key(w.record[one]) == title_key(w.record[other]) != []
        return same and w.kind[one] == w.kind[other] and parents(one) & parents(other)

    second = {name for number, name in enumerate(names) if any(alike(name, one) for one in names[:number])}
    return {name for name in second.intersection(w.mine(*TITLED)) if not w.out(name, "replaces")}


def sdg803(w):
    def long(record):
        texts = record.title.values() if isinstance(record.title, dict) else [record.title]
        return any(len(text) > 120 for text in texts) and not said(record.short)

    return {name for kind in TITLED for name in each(w, kind, long)}


def sdg804(w):
    promised = {language.lower() for language in w.main.languages}
    found = set()
    for name in w.mine("Plan", "Prioritisation", *TITLED, "Precondition"):
        record = w.record[name]
        fields = ("title", "short", "description", "significance", "outcome")
        texts = [getattr(record, field, None) for field in fields] + list(getattr(record, "commitments", ()))
        for text in texts:
            there = {w.main.language: text} if isinstance(text, str) else text or {}
            there = {language for language, words in there.items() if words.strip()}
            if said(text) and promised - there:
                found.add(name)
    return found
