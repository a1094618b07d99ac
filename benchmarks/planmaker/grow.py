"""Grows a sound plan: everything reaches a goal, everything is measured, owned and paid for."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from planmaker.themes import DISTRICTS, PLACES, STAKEHOLDERS, THEMES, UNITS, VERBS

if TYPE_CHECKING:
    from planmaker.themes import Theme

__all__ = ["PLAN", "Group", "GrownPlan", "Node", "grow", "slug_of"]

PLAN = "storvik-2024"
"""The id of every made plan."""

_PER_OBJECTIVE = 8
_OBJECTIVES_PER_AREA = 24
_BENEFIT_EVERY = 12
_SECTIONS = (
    "goals",
    "targets",
    "areas",
    "objectives",
    "strategies",
    "actions",
    "indicators",
    "benefits",
    "stakeholders",
    "units",
    "engagements",
)


@dataclass(slots=True, eq=False)
class Node:
    """One item of a section, and the line of each of its keys once it is written."""

    values: dict[str, Any]
    lines: dict[str, int] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The local id."""
        return str(self.values["id"])


@dataclass(slots=True, eq=False)
class Group:
    """An objective and what hangs on it alone, so that a defect here has no effect elsewhere."""

    theme: Theme
    area: Node
    objective: Node
    indicator: Node
    action: Node
    strategies: list[Node]
    benefit: Node | None = None


@dataclass(slots=True)
class GrownPlan:
    """A plan that is being made: its header, its sections, and its groups."""

    kind: str
    random: random.Random
    header: dict[str, Any] = field(default_factory=dict)
    sections: dict[str, list[Node]] = field(default_factory=lambda: {name: [] for name in _SECTIONS})
    groups: list[Group] = field(default_factory=list)
    areas: dict[str, Node] = field(default_factory=dict)

    def add(self, section: str, **values: Any) -> Node:
        """Add an item to a section."""
        node = Node(values)
        self.sections[section].append(node)
        return node


def grow(strategies: int, *, seed: int = 1, kind: str = "community") -> GrownPlan:
    """Grow a plan with so many strategies; the same for the same seed."""
    plan = GrownPlan(kind, random.Random(seed))
    plan.header = {
        "id": PLAN,
        "title": "Kommuneplanens samfunnsdel 2024 til 2036",
        "kind": kind,
        "status": "adopted",
        "organisation": {"name": "Storvik kommune", "type": "municipality"},
        "period": {"start": 2024, "end": 2036},
        "adopted": {"date": "2024-06-19", "case": "24/00317"},
        "baseline_year": 2023,
        "language": "nb",
    }
    _shared(plan)
    left = strategies
    for group in range((strategies + _PER_OBJECTIVE - 1) // _PER_OBJECTIVE):
        _group(plan, group, min(left, _PER_OBJECTIVE))
        left -= _PER_OBJECTIVE
    _benefits(plan)
    _engagements(plan)
    return plan


def _shared(plan: GrownPlan) -> None:
    for theme in THEMES:
        plan.add("goals", code=theme.goal, significance=theme.significance)
    for name in UNITS:
        plan.add("units", id=slug_of(name), title=name)
    for name in STAKEHOLDERS:
        plan.add("stakeholders", id=slug_of(name), title=name)


def _area(plan: GrownPlan, number: int, theme: Theme) -> Node:
    """Give the area of the objective of this number; a large plan has an area a theme and district."""
    district = number // len(THEMES) // _OBJECTIVES_PER_AREA
    wanted = theme.name if not district else f"{theme.name}-d{district}"
    if wanted not in plan.areas:
        title = f"{theme.title} {DISTRICTS[district % len(DISTRICTS)]} {district + 1}" if district else theme.title
        owner = slug_of(plan.random.choice(UNITS))
        plan.areas[wanted] = plan.add("areas", id=wanted, title=title, goals=[theme.goal], owner=owner)
    return plan.areas[wanted]


def _group(plan: GrownPlan, number: int, strategies: int) -> None:
    choose = plan.random
    theme = THEMES[number % len(THEMES)]
    area = _area(plan, number, theme)
    name = f"{theme.name}-{number // len(THEMES) + 1}"
    thing = theme.things[number // len(THEMES) % len(theme.things)]
    unit = slug_of(choose.choice(UNITS))
    objective = plan.add(
        "objectives",
        id=name,
        number=f"{number + 1}",
        title=f"{thing.capitalize()} når alle som trenger det {PLACES[number % len(PLACES)]}, nr. {number + 1}",
        tracks=["services", "community"],
        areas=[area.id],
        targets=[choose.choice(theme.claimed)],
        stakeholders=[slug_of(choose.choice(STAKEHOLDERS))],
        indicators=[f"i-{name}"],
    )
    made = [_strategy(plan, theme, objective, at) for at in range(strategies)]
    indicator = _indicator(plan, theme, f"i-{name}", number, unit)
    action = plan.add(
        "actions",
        id=f"t-{name}",
        title=f"Sette i gang {thing} {PLACES[number % len(PLACES)]}, ledd {number + 1}",
        strategies=[one.id for one in made],
        owner=unit,
        period={"start": 2025, "end": choose.randint(2034, 2036)},
        budget=[{"year": 2026, "amount": choose.randint(1, 90) * 100000}],
        status="planned",
    )
    plan.groups.append(Group(theme, area, objective, indicator, action, made))


def _strategy(plan: GrownPlan, theme: Theme, objective: Node, at: int) -> Node:
    choose = plan.random
    thing = theme.things[(at + int(objective.values["number"])) % len(theme.things)]
    place = PLACES[(at * 5 + int(objective.values["number"])) % len(PLACES)]
    values: dict[str, Any] = {
        "id": f"{objective.id}-{at + 1}",
        "number": f"{objective.values['number']}.{at + 1}",
        "title": f"{VERBS[at % len(VERBS)]} {thing} {place}, krets {objective.values['number']}",
        "tracks": [choose.choice(("services", "community"))],
        "objectives": [objective.id],
    }
    if at % 2:
        values["targets"] = [choose.choice(theme.claimed)]
    if choose.random() < 0.1:
        values["stakeholders"] = [slug_of(choose.choice(STAKEHOLDERS))]
    if choose.random() < 0.2:
        values["description"] = f"Kommunen skal {values['title'].lower()}, og melde fra om framgang hvert år."
    plan.sections["strategies"].append(node := Node(values))
    return node


def _indicator(plan: GrownPlan, theme: Theme, name: str, number: int, owner: str) -> Node:
    choose = plan.random
    title, unit = theme.measured
    before = choose.randint(20, 60)
    after = before + choose.randint(5, 20)
    return plan.add(
        "indicators",
        id=name,
        title=f"{title} {PLACES[number % len(PLACES)]}, krets {number + 1}",
        unit=unit,
        direction="increase",
        frequency="yearly",
        owner=owner,
        source={"system": "KOSTRA", "table": f"{10000 + number}", "code": f"STV{number}"},
        perspective="result",
        quality=choose.randint(1, 3),
        baseline={"date": 2023, "value": before},
        target_values=[{"date": 2032, "value": after}],
        desired=[[after, None]],
        acceptable=[[before, after]],
        measurements=[{"date": 2024, "value": before + choose.randint(-2, 3)}],
    )


def _benefits(plan: GrownPlan) -> None:
    for group in plan.groups[::_BENEFIT_EVERY]:
        group.benefit = plan.add(
            "benefits",
            id=f"g-{group.objective.id}",
            title=f"Spart tid: {group.action.values['title'].lower()}",
            kind="non_priced",
            effect="positive",
            owner=group.action.values["owner"],
            strategies=[group.strategies[0].id],
            indicators=[group.indicator.id],
            due=2036,
            status="planned",
        )


def _engagements(plan: GrownPlan) -> None:
    for number, group in enumerate(plan.groups[::24]):
        plan.add(
            "engagements",
            id=f"m-{number + 1}",
            title=f"Folkemøte {number + 1}",
            kind="workshop",
            date=f"2023-{number % 12 + 1:02}-15",
            participants=plan.random.randint(12, 240),
            groups=["youth", "children"],
            informs=[group.objective.id],
            outcome="Innspillene er tatt inn i målet.",
        )


def slug_of(name: str) -> str:
    """Give the id of a unit or stakeholder by its name."""
    return "k-" + name.lower().replace("å", "a").replace("æ", "ae").replace("ø", "o").replace(" ", "-")
