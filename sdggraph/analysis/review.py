"""Change control: which relations are to be reviewed, and taking them as reviewed."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from sdggraph.analysis.comparison.records import FieldChange
from sdggraph.base.errors import NotFoundError
from sdggraph.base.nearby import nearest
from sdggraph.base.words import words
from sdggraph.graph.plan_graph import PlanGraph
from sdggraph.lint.suspects import PlanLinks, suspects_of
from sdggraph.lint.system import systems
from sdggraph.model.review import Reviewed, ReviewLock

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sdggraph.base.places import Place
    from sdggraph.lint.suspects import ChangedEnd
    from sdggraph.model.plan import Plan
    from sdggraph.model.review import Link

__all__ = ["EndChange", "PlanReview", "SuspectLink", "accept", "review"]


@dataclass(frozen=True, slots=True)
class EndChange:
    """An end of a suspect relation that says something else.

    Attributes:
        node: The node's name.
        fields: What it said when it was reviewed, and what it says now.
        known: Whether the lock file still has what it said then.
    """

    node: str
    fields: tuple[FieldChange, ...]
    known: bool = True

    def to_dict(self) -> dict[str, Any]:
        """Give it as a dict."""
        return {"node": self.node, "known": self.known, "fields": [one.to_dict() for one in self.fields]}


@dataclass(frozen=True, slots=True)
class SuspectLink:
    """A relation of which an end has changed since somebody looked at it.

    Attributes:
        source: The node that it leads from: its local id, of another plan's the whole id.
        relation: The relation's name.
        target: The node that it leads to.
        source_title: What the source is called.
        target_title: What the target is called.
        ends: What changed at which end.
        last: The last review.
        place: Where the reference stands in the plan.
    """

    source: str
    relation: str
    target: str
    source_title: str
    target_title: str
    ends: tuple[EndChange, ...]
    last: Reviewed
    place: Place | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give it as a dict."""
        return {
            "source": self.source,
            "relation": self.relation,
            "target": self.target,
            "ends": [one.to_dict() for one in self.ends],
            "reviewed": {"on": self.last.on, "by": self.last.by, "note": self.last.note},
            "place": asdict(self.place) if self.place else None,
        }


@dataclass(frozen=True, slots=True)
class PlanReview:
    """How far a plan's relations are reviewed.

    Attributes:
        plan: The plan's id.
        suspects: The relations to be reviewed, in the order of the plan.
        reviewed: How many relations are as they were when they were reviewed.
        fresh: The relations that were never reviewed.
        gone: The reviewed relations that the plan no longer has.
        locked: Whether there is a lock file at all.
    """

    plan: str
    suspects: tuple[SuspectLink, ...] = ()
    reviewed: int = 0
    fresh: tuple[Link, ...] = ()
    gone: tuple[Link, ...] = ()
    locked: bool = False

    def rows(self) -> list[dict[str, Any]]:
        """Give a flat row for each suspect relation and end: ``pandas.DataFrame(found.rows())`` is a table of them."""
        return [
            {
                "source": one.source,
                "relation": one.relation,
                "target": one.target,
                "changed": end.node,
                "fields": ", ".join(field.field for field in end.fields),
                "reviewed_on": one.last.on,
                "reviewed_by": one.last.by,
            }
            for one in self.suspects
            for end in one.ends
        ]

    def to_dict(self) -> dict[str, Any]:
        """Give the review in the stable form of the JSON output."""
        from sdggraph.base.version import VERSION

        return {
            "version": 1,
            "tool": {"name": "sdggraph", "version": VERSION},
            "plan": self.plan,
            "summary": {
                "suspect": len(self.suspects),
                "reviewed": self.reviewed,
                "new": len(self.fresh),
                "gone": len(self.gone),
                "locked": self.locked,
            },
            "suspects": [one.to_dict() for one in self.suspects],
            "new": [list(link) for link in self.fresh],
            "gone": [list(link) for link in self.gone],
        }


def review(plan: Plan, lang: str = "en") -> PlanReview:
    """Say which relations of a plan are suspect: an end has changed since the relation was reviewed.

    A plan is compared with the lock file beside it. A measurement makes no relation suspect, and neither do ids,
    numbers, notes, comments and order.
    """
    system = systems([plan])[0]
    links, lock = PlanLinks(system, plan), _lock(plan)
    graph = PlanGraph(system.index)

    def title(name: str) -> str:
        whole = links.whole(name)
        return graph.title(whole, lang) if whole in graph else ""

    found = [
        SuspectLink(
            *one.link,
            title(one.link[0]),
            title(one.link[2]),
            tuple(_end(end) for end in one.changed),
            one.last,
            system.place(links.whole(one.link[0]), one.path),
        )
        for one in suspects_of(links, lock)
    ]
    known = lock.relations.keys() & links.paths.keys()
    return PlanReview(
        plan.id,
        tuple(found),
        len(known) - len(found),
        tuple(link for link in links.paths if link not in lock.relations),
        tuple(link for link in lock.relations if link not in links.paths),
        plan.reading is not None and plan.reading.review is not None,
    )


def accept(
    plan: Plan,
    nodes: Iterable[str] | None = None,
    *,
    by: str | None = None,
    note: str | None = None,
    on: dt.date | None = None,
) -> tuple[ReviewLock, int]:
    """Take suspect relations as reviewed; give the new lock file and how many they were.

    Relations that are new are recorded along, and those that the plan no longer has are dropped.

    Args:
        plan: The plan.
        nodes: The nodes whose suspect relations are accepted; all by default.
        by: Who reviewed them.
        note: What was remarked.
        on: The day.

    Raises:
        NotFoundError: There is no such node in the plan or its relations, with the one that was probably meant.
    """
    links, lock = PlanLinks(systems([plan])[0], plan), _lock(plan)
    wanted = None if nodes is None else {_known(name, links) for name in nodes}
    suspect = {one.link for one in suspects_of(links, lock)}
    taken = {link for link in suspect if wanted is None or wanted & {link[0], link[2]}}
    made = Reviewed("", "", on.isoformat() if on else None, by, note)
    new = ReviewLock(contents=dict(lock.contents), file=lock.file)
    for link in links.paths:
        before = lock.relations.get(link)
        if before is not None and link not in taken:
            new.relations[link] = before
            continue
        marks = []
        for name in (link[0], link[2]):
            mark, said = links.says(name)
            marks.append(mark)
            if mark:
                new.contents[name, mark] = said
        new.relations[link] = replace(made, source=marks[0], target=marks[1])
    return new, len(taken)


def _lock(plan: Plan) -> ReviewLock:
    return (plan.reading.review if plan.reading else None) or ReviewLock()


def _known(name: str, links: PlanLinks) -> str:
    """Give a node's name in the lock file.

    Raises:
        NotFoundError: No relation that is reviewed has it.
    """
    ends = {end for link in links.paths for end in (link[0], link[2])}
    for candidate in (name, links.name(name), f"sdg:{name}"):
        if candidate in ends:
            return candidate
    close = nearest(name, ends)
    hint = words(f"did you mean {close[0]}?", f"mente du {close[0]}?") if close else None
    raise NotFoundError(words(f"no relation has “{name}”", f"ingen kobling har «{name}»"), hint=hint)


def _end(end: ChangedEnd) -> EndChange:
    return EndChange(end.node, tuple(_fields(end)) if end.old is not None else (), end.old is not None)


def _fields(end: ChangedEnd) -> Iterable[FieldChange]:
    old = end.old or {}
    for name in end.fields:
        before, after = old.get(name), end.new.get(name)
        if _is_text(before) and _is_text(after) and (before or after):
            one, other = before or {}, after or {}
            for language in dict.fromkeys((*other, *one)):
                if one.get(language) != other.get(language):
                    yield FieldChange(name, one.get(language), other.get(language), language)
        elif isinstance(before or [], list) and isinstance(after or [], list):
            one, other = before or [], after or []
            yield FieldChange(
                name, tuple(x for x in one if x not in other), tuple(x for x in other if x not in one), items=True
            )
        else:
            yield FieldChange(name, before, after)


def _is_text(value: Any) -> bool:
    """Say whether a value of the lock file is a text by language."""
    return value is None or (
        isinstance(value, dict)
        and all(isinstance(one, str) and len(name.partition("-")[0]) == 2 for name, one in value.items())
    )
