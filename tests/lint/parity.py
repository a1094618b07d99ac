"""What an engine finds in plans against what the native one does: node for node, rule for rule.

An engine is a function that makes its judge for a plan system, as ``sdggraph.lint.judge`` has it; put another in
``ENGINES``, and it is held to the same.
"""

from __future__ import annotations

from sdggraph.lint.engine import RuleRun
from sdggraph.lint.system import systems
from sdggraph.rules import ALL_RULES

CHECKED = {rule.code: rule for rule in ALL_RULES.values() if rule.requires is not None}


def differences(plans, settings, make, codes=None):
    """Give what an engine finds otherwise, as (code, missing, extra), over the systems of some plans."""
    found = []
    for system in systems(plans):
        judge = make(system)
        run = RuleRun(system, settings)
        for code in codes or CHECKED:
            rule = CHECKED[code]
            if judge.name in rule.unfit:
                continue
            parameters = settings.values(rule)
            subjects = run.subjects(rule, parameters)
            native = set(run.broken(rule, subjects, parameters))
            judged = judge.broken(rule, subjects, parameters)
            assert judged is not None or not subjects, code
            if judged is not None and set(judged) != native:
                ids = system.index.ids
                missing, extra = ([ids[node] for node in some] for some in (native - set(judged), set(judged) - native))
                found.append((code, missing, extra))
    return found
