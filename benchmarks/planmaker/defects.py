"""Plants defects in a sound plan, each in a place of its own, so that exactly one diagnostic tells of it.

What only follows from a planted defect (strategies without a goal under an objective without one) is a
consequence, and no diagnostic of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import cycle, zip_longest
from typing import TYPE_CHECKING, Any

from planmaker.grow import PLAN, Group, GrownPlan, Node, slug_of
from planmaker.themes import THEMES, UNITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["KINDS", "Planted", "Planter", "plant"]


@dataclass(slots=True)
class Planted:
    """One planted defect: the rule that must find it, the node, and the key at which it must be shown."""

    code: str
    subject: str
    node: Node
    key: str

    @property
    def line(self) -> int:
        """The line of the key, or of the item where the key is missing; known once the plan is written."""
        return self.node.lines.get(self.key) or min(self.node.lines.values())

    def to_dict(self) -> dict[str, Any]:
        """Give what a checker must be told."""
        return {"code": self.code, "subject": self.subject, "line": self.line}


def plant(plan: GrownPlan, number: int, codes: Iterable[str] = ()) -> list[Planted]:
    """Plant so many defects, the kinds in turn; a kind with no place left is passed over.

    Raises:
        ValueError: A code is unknown, or the plan is too small for so many defects.
    """
    fitting = [[kind for kind in _kinds(code) if kind.fits(plan.kind)] for code in codes or KINDS]
    # Every rule once, before a rule that can be broken in several ways is broken in the second.
    wanted = [kind for way in zip_longest(*fitting) for kind in way if kind is not None]
    planter = Planter(plan)
    planted: list[Planted] = []
    left = {kind.name: kind for kind in wanted}
    for kind in cycle(wanted):
        if len(planted) == number:
            return planted
        if kind.name not in left:
            if not left:
                break
            continue
        found = kind.plant(planter)
        if found is None:
            del left[kind.name]
        else:
            node, key = found
            planted.append(Planted(kind.code, _subject(node), node, key))
    if len(planted) < number:
        raise ValueError(f"only {len(planted)} of {number} defects find a place in this plan")
    return planted


def _subject(node: Node) -> str:
    if "id" in node.values:
        return f"{PLAN}:{node.values['id']}"
    code = str(node.values["code"])
    return f"{PLAN}:{'target' if '.' in code else 'goal'}-{code}"


class Planter:
    """Gives out places for defects, none of them twice."""

    def __init__(self, plan: GrownPlan) -> None:
        self.plan = plan
        with_benefit = [group for group in plan.groups if group.benefit is not None]
        without = [group for group in plan.groups if group.benefit is None and len(group.strategies) > 3]
        plan.random.shuffle(with_benefit)
        plan.random.shuffle(without)
        self._with_benefit, self._without = iter(with_benefit), iter(without)
        self._engagements = iter(plan.sections["engagements"][1:])  # one stays as it was
        # The first three goals keep their significance, so that it stays a convention of the plan.
        self._goals = iter(plan.sections["goals"][3:])
        self._unclaimed = iter([theme.spare[at] for at in range(2) for theme in THEMES])
        self._unserved_goals = iter(("14", "6"))
        self._of_other_goals = iter(("5.1", "2.4", "15.5", "9.4", "1.2", "5.4", "15.9", "9.1", "2.3"))
        self._ids_like_codes = iter([theme.spare[-1] for theme in THEMES])

    def group(self) -> Group | None:
        """Give a group without a benefit."""
        return next(self._without, None)

    def benefit(self) -> Node | None:
        """Give a benefit."""
        group = next(self._with_benefit, None)
        return group.benefit if group is not None else None

    def engagement(self) -> Node | None:
        """Give an engagement."""
        return next(self._engagements, None)

    def goal(self) -> Node | None:
        """Give a prioritised goal."""
        return next(self._goals, None)

    def unclaimed_target(self) -> str | None:
        """Give a target of a prioritised goal that nothing contributes to."""
        return next(self._unclaimed, None)

    def unserved_goal(self) -> str | None:
        """Give a goal that nothing contributes to."""
        return next(self._unserved_goals, None)

    def target_of_other_goal(self) -> str | None:
        """Give a target whose goal the plan doesn't prioritise."""
        return next(self._of_other_goals, None)

    def id_like_code(self) -> str | None:
        """Give an id that reads as a code."""
        return next(self._ids_like_codes, None)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of defect: the rule that finds it, how it is planted, and the kind of plan it needs, if any."""

    code: str
    name: str
    plant: Callable[[Planter], tuple[Node, str] | None]
    plan_kind: str | None = None

    def fits(self, kind: str) -> bool:
        """Say whether the defect can be planted in a plan of a kind."""
        return self.plan_kind in (None, kind)


KINDS: dict[str, list[Kind]] = {}
"""The kinds of defect by the code of the rule that finds them."""


def _kinds(code: str) -> list[Kind]:
    if code not in KINDS:
        raise ValueError(f"no defect is known for {code}; there are {', '.join(KINDS)}")
    return KINDS[code]


def _defect(code: str, plan_kind: str | None = None) -> Callable[..., Callable[[Planter], tuple[Node, str] | None]]:
    def declare(
        function: Callable[[Planter], tuple[Node, str] | None],
    ) -> Callable[[Planter], tuple[Node, str] | None]:
        KINDS.setdefault(code, []).append(Kind(code, function.__name__.lstrip("_"), function, plan_kind))
        return function

    return declare


def _on_group(
    change: Callable[[Planter, Group], tuple[Node, str]],
) -> Callable[[Planter], tuple[Node, str] | None]:
    """Let a defect be planted in a group, while there are any."""

    def planted(planter: Planter) -> tuple[Node, str] | None:
        group = planter.group()
        return change(planter, group) if group is not None else None

    planted.__name__ = change.__name__
    return planted


def _also(node: Node, key: str, item: object) -> None:
    """Add an item to a list of a node, which may not have it yet."""
    node.values[key] = [*node.values.get(key, ()), item]


def _misspelt(name: str) -> str:
    """Swap two unlike letters that stand side by side: ``helse-12`` becomes ``hlese-12``."""
    at = next(at for at in range(1, len(name) - 1) if name[at] != name[at + 1])
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


@_defect("SDG001")
@_on_group
def _unknown_code(planter: Planter, group: Group) -> tuple[Node, str]:
    _also(group.strategies[1], "targets", planter.plan.random.choice(("3.18", "5.19", "20.1", "11.27")))
    return group.strategies[1], "targets"


@_defect("SDG002")
@_on_group
def _odd_code(planter: Planter, group: Group) -> tuple[Node, str]:
    _also(group.strategies[1], "targets", planter.plan.random.choice(("3.9a", "03.05", "4,2", "SDG 11.6")))
    return group.strategies[1], "targets"


@_defect("SDG005")
@_on_group
def _unknown_key(_: Planter, group: Group) -> tuple[Node, str]:
    group.strategies[1].values["desription"] = "Dette blir ikke lest."
    return group.strategies[1], "desription"


@_defect("SDG006")
@_on_group
def _id_twice(_: Planter, group: Group) -> tuple[Node, str]:
    first, second = group.strategies[0], group.strategies[1]
    group.action.values["strategies"].remove(second.id)
    second.values["id"] = first.id
    return second, "id"


@_defect("SDG007")
@_on_group
def _misspelt_objective(_: Planter, group: Group) -> tuple[Node, str]:
    group.strategies[1].values["objectives"] = [_misspelt(group.objective.id)]
    return group.strategies[1], "objectives"


@_defect("SDG007")
@_on_group
def _misspelt_area(_: Planter, group: Group) -> tuple[Node, str]:
    group.objective.values["areas"] = [_misspelt(group.area.id)]
    return group.objective, "areas"


@_defect("SDG007")
@_on_group
def _misspelt_indicator(_: Planter, group: Group) -> tuple[Node, str]:
    name = group.indicator.id
    group.objective.values["indicators"] = [name[:2] + _misspelt(name[2:])]
    return group.objective, "indicators"


@_defect("SDG008")
@_on_group
def _unit_among_stakeholders(_: Planter, group: Group) -> tuple[Node, str]:
    _also(group.strategies[2], "stakeholders", slug_of(UNITS[0]))
    return group.strategies[2], "stakeholders"


@_defect("SDG009")
@_on_group
def _no_title(_: Planter, group: Group) -> tuple[Node, str]:
    del group.strategies[2].values["title"]
    return group.strategies[2], "id"


@_defect("SDG010")
@_on_group
def _no_such_direction(_: Planter, group: Group) -> tuple[Node, str]:
    group.indicator.values["direction"] = "upwards"
    return group.indicator, "direction"


@_defect("SDG012")
def _id_like_code(planter: Planter) -> tuple[Node, str] | None:
    code, group = planter.id_like_code(), planter.group()
    if code is None or group is None:
        return None
    names = group.action.values["strategies"]
    names[0] = code
    group.strategies[0].values["id"] = code
    return group.strategies[0], "id"


@_defect("SDG101")
def _parts_of_each_other(planter: Planter) -> tuple[Node, str] | None:
    group = planter.group()
    if group is None:
        return None
    first = group.objective
    beside = planter.plan.add(
        "objectives", **{**first.values, "id": f"{first.id}-b", "title": f"En side av samme sak ({first.id})"}
    )
    first.values["part_of"], beside.values["part_of"] = beside.id, first.id
    return first, "part_of"


@_defect("SDG102", plan_kind="community")
@_on_group
def _stopped_action(planter: Planter, group: Group) -> tuple[Node, str]:
    title = f"Ta ned skiltene {group.objective.id}"
    return planter.plan.add("actions", id=f"t-{group.objective.id}-x", title=title, status="stopped"), "id"


@_defect("SDG103")
def _target_of_other_goal(planter: Planter) -> tuple[Node, str] | None:
    code, group = planter.target_of_other_goal(), planter.group()
    if code is None or group is None:
        return None
    _also(group.objective, "targets", code)
    return planter.plan.add("targets", code=code, opportunities=["Her kan kommunen gjøre mer"]), "code"


@_defect("SDG104")
def _goal_without_significance(planter: Planter) -> tuple[Node, str] | None:
    goal = planter.goal()
    if goal is not None:
        del goal.values["significance"]
    return None if goal is None else (goal, "code")


@_defect("SDG201")
@_on_group
def _strategy_without_goal(_: Planter, group: Group) -> tuple[Node, str]:
    strategy = group.strategies[1]
    for key in ("objectives", "targets"):
        strategy.values.pop(key, None)
    strategy.values["indicators"] = [group.indicator.id]
    return strategy, "objectives"


@_defect("SDG202")
@_on_group
def _strategy_without_indicator(_: Planter, group: Group) -> tuple[Node, str]:
    strategy = group.strategies[1]
    del strategy.values["objectives"]
    strategy.values["targets"] = [group.theme.claimed[0]]
    return strategy, "indicators"


@_defect("SDG203")
@_on_group
def _objective_without_goal(_: Planter, group: Group) -> tuple[Node, str]:
    for key in ("areas", "targets"):
        del group.objective.values[key]
    return group.objective, "targets"


@_defect("SDG204")
@_on_group
def _area_without_goal(planter: Planter, group: Group) -> tuple[Node, str]:
    area = planter.plan.add("areas", id=f"omrade-{group.objective.id}", title=f"Annet {group.objective.id}")
    group.objective.values["areas"] = [area.id]
    for node in (group.objective, *group.strategies):
        node.values.pop("targets", None)
    return area, "goals"


@_defect("SDG205")
def _goal_without_strategy(planter: Planter) -> tuple[Node, str] | None:
    code = planter.unserved_goal()
    if code is None:
        return None
    return planter.plan.add("goals", code=code, significance="Viktig for kommunen, sier forordet."), "code"


@_defect("SDG206")
def _target_taken_up_by_nothing(planter: Planter) -> tuple[Node, str] | None:
    code = planter.unclaimed_target()
    return None if code is None else (planter.plan.add("targets", code=code, challenges=["Lite er gjort"]), "code")


@_defect("SDG207")
@_on_group
def _objective_without_way(planter: Planter, group: Group) -> tuple[Node, str]:
    said = {
        **group.objective.values,
        "id": f"{group.objective.id}-c",
        "title": f"Et ønske uten vei fram ({group.objective.id})",
    }
    return planter.plan.add("objectives", **said), "id"


@_defect("SDG208")
@_on_group
def _indicator_of_nothing(planter: Planter, group: Group) -> tuple[Node, str]:
    source = {"system": "KOSTRA", "table": "9999", "code": f"X{group.objective.id}"}
    said = {
        **group.indicator.values,
        "id": f"{group.indicator.id}-x",
        "title": f"Et tall for seg selv ({group.objective.id})",
        "source": source,
    }
    return planter.plan.add("indicators", **said), "id"


@_defect("SDG209", plan_kind="action")
@_on_group
def _action_of_nothing(planter: Planter, group: Group) -> tuple[Node, str]:
    said = {
        **group.action.values,
        "id": f"{group.action.id}-x",
        "title": f"Et tiltak for seg selv ({group.objective.id})",
    }
    del said["strategies"]
    return planter.plan.add("actions", **said), "id"


@_defect("SDG210")
@_on_group
def _area_without_objective(planter: Planter, group: Group) -> tuple[Node, str]:
    title = f"En overskrift {group.objective.id}"
    return planter.plan.add("areas", id=f"tomt-{group.objective.id}", title=title, goals=[group.theme.goal]), "id"


@_defect("SDG214")
@_on_group
def _objective_without_indicator(planter: Planter, group: Group) -> tuple[Node, str]:
    planter.plan.sections["indicators"].remove(group.indicator)
    del group.objective.values["indicators"]
    return group.objective, "indicators"


@_defect("SDG218")
@_on_group
def _action_without_owner(_: Planter, group: Group) -> tuple[Node, str]:
    del group.action.values["owner"]
    return group.action, "id"


@_defect("SDG219")
@_on_group
def _action_without_money(_: Planter, group: Group) -> tuple[Node, str]:
    del group.action.values["budget"]
    return group.action, "id"


@_defect("SDG220")
@_on_group
def _action_overdue(_: Planter, group: Group) -> tuple[Node, str]:
    group.action.values["period"] = {"start": 2024, "end": 2025}
    return group.action, "period"


@_defect("SDG301")
@_on_group
def _indicator_without_unit(_: Planter, group: Group) -> tuple[Node, str]:
    del group.indicator.values["unit"]
    return group.indicator, "unit"


@_defect("SDG302")
@_on_group
def _indicator_without_baseline(_: Planter, group: Group) -> tuple[Node, str]:
    del group.indicator.values["baseline"]
    return group.indicator, "baseline"


@_defect("SDG303")
@_on_group
def _indicator_without_target_value(_: Planter, group: Group) -> tuple[Node, str]:
    del group.indicator.values["target_values"]
    return group.indicator, "target_values"


@_defect("SDG305")
@_on_group
def _baseline_after_target_value(_: Planter, group: Group) -> tuple[Node, str]:
    group.indicator.values["baseline"]["date"] = 2033
    return group.indicator, "baseline"


@_defect("SDG306")
@_on_group
def _direction_against_target_value(_: Planter, group: Group) -> tuple[Node, str]:
    group.indicator.values["direction"] = "decrease"
    return group.indicator, "direction"


@_defect("SDG307")
@_on_group
def _target_value_is_baseline(_: Planter, group: Group) -> tuple[Node, str]:
    values = group.indicator.values
    values["baseline"]["value"] = values["target_values"][0]["value"]
    return group.indicator, "target_values"


@_defect("SDG312")
@_on_group
def _indicator_without_source(_: Planter, group: Group) -> tuple[Node, str]:
    del group.indicator.values["source"]
    return group.indicator, "source"


@_defect("SDG502")
def _engagement_that_informed_nothing(planter: Planter) -> tuple[Node, str] | None:
    engagement = planter.engagement()
    if engagement is not None:
        del engagement.values["informs"]
    return None if engagement is None else (engagement, "informs")


@_defect("SDG505")
def _engagement_without_outcome(planter: Planter) -> tuple[Node, str] | None:
    engagement = planter.engagement()
    if engagement is not None:
        del engagement.values["outcome"]
    return None if engagement is None else (engagement, "outcome")


@_defect("SDG601")
def _benefit_without_owner(planter: Planter) -> tuple[Node, str] | None:
    benefit = planter.benefit()
    if benefit is not None:
        del benefit.values["owner"]
    return None if benefit is None else (benefit, "owner")


@_defect("SDG603")
def _benefit_without_date(planter: Planter) -> tuple[Node, str] | None:
    benefit = planter.benefit()
    if benefit is not None:
        del benefit.values["due"]
    return None if benefit is None else (benefit, "due")


@_defect("SDG605")
def _benefit_of_nothing(planter: Planter) -> tuple[Node, str] | None:
    benefit = planter.benefit()
    if benefit is not None:
        del benefit.values["strategies"]
    return None if benefit is None else (benefit, "id")


@_defect("SDG801")
@_on_group
def _empty_title(_: Planter, group: Group) -> tuple[Node, str]:
    group.strategies[3].values["title"] = ""
    return group.strategies[3], "title"
