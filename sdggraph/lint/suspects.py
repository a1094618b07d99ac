"""Relations that are suspect: an end says something else than when the relation was last reviewed (SDG111).

What a node says is its content: titles, texts, target values, periods, budgets. Its id, number, notes, place and order
are none, and neither are measurements and how far something has come: these are performance.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sdggraph.base.diagnostics import Finding
from sdggraph.base.words import words
from sdggraph.graph.index import NEGATIVE
from sdggraph.graph.references import references_of
from sdggraph.io.field_words import field_name
from sdggraph.lint.phrases import node_phrase
from sdggraph.model.codes import plan_part
from sdggraph.model.equality import record_content
from sdggraph.model.relations import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.base.places import FieldPath
    from sdggraph.base.words import Words
    from sdggraph.graph.index import Index
    from sdggraph.lint.system import PlanSystem
    from sdggraph.model.plan import Plan
    from sdggraph.model.review import Content, Link, Reviewed, ReviewLock

__all__ = ["REVIEWED", "ChangedEnd", "PlanLinks", "Suspect", "suspect_findings", "suspects_of"]

REVIEWED = frozenset(
    {
        "part_of",
        "contributes_to",
        NEGATIVE,
        "implements",
        "results_from",
        "measured_by",
        "aligns_with",
        "interacts_with",
        "mitigates",
    }
)
"""The relations that claim something of what their ends say: the thread, what measures it, what works against it.

Who owns a node, who is involved in it, what informed it and what it replaces stays true when it is reworded.
"""

_NO_CONTENT = frozenset({"id", "code", "number", "notes", "replaces", "measurements", "status", "of", "type"})
_NODES_OF_THEIR_OWN = frozenset({"opportunities", "challenges"})
_ASIDE = frozenset({"note", "status"})
"""What a value says beside itself: remarks, and whether it is final."""

_LENGTH = 12


@dataclass(frozen=True, slots=True)
class ChangedEnd:
    """An end of a relation that changed: its name, what it said when it was reviewed (if known), what it says now."""

    node: str
    old: Content | None
    new: Content

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that say something else."""
        old = self.old or {}
        return tuple(name for name in dict.fromkeys((*self.new, *old)) if old.get(name) != self.new.get(name))


@dataclass(frozen=True, slots=True)
class Suspect:
    """A relation to be reviewed: where it stands, which ends changed, and its last review."""

    link: Link
    path: FieldPath
    changed: tuple[ChangedEnd, ...]
    last: Reviewed


class PlanLinks:
    """The relations of one plan that are reviewed, under the names that the lock file has, and what their ends say.

    The plan's own nodes are called by their local ids, so that a new plan id makes nothing suspect.
    """

    def __init__(self, system: PlanSystem, plan: Plan) -> None:
        self.index = system.index
        self.plan = plan.id
        self.paths: dict[Link, FieldPath] = {}
        self._said: dict[str, tuple[str, Content]] = {}
        for node in system.reported():
            if plan_part(self.index.ids[node]) != plan.id or self.index.kinds[node] == "Plan":
                continue
            for one in references_of(self.index, node):
                if one.relation in REVIEWED:
                    link = (self.name(self.index.ids[node]), one.relation, self.name(one.target))
                    self.paths.setdefault(link, one.path)

    def name(self, node: str) -> str:
        """Give a node's name in the lock file."""
        plan, _, local = node.partition(":")
        return local if plan == self.plan else node

    def whole(self, name: str) -> str:
        """Give the whole id of a node of the lock file."""
        return name if ":" in name else f"{self.plan}:{name}"

    def says(self, name: str) -> tuple[str, Content]:
        """Give a node's fingerprint and content; both empty for what no plan has."""
        known = self._said.get(name)
        if known is None:
            known = self._said[name] = self._look(name)
        return known

    def _look(self, name: str) -> tuple[str, Content]:
        number = self.index.number.get(self.whole(name))
        record = self.index.records[number] if number is not None else None
        if number is None or record is None:
            return "", {}
        said = _content(record, self.index.plans[self.index.owners[number]].language.lower())
        text = json.dumps(said, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH], said


def suspects_of(links: PlanLinks, lock: ReviewLock) -> Iterator[Suspect]:
    """Give the relations of a plan of which an end changed since the review, in the order of the plan."""
    for link, path in links.paths.items():
        last = lock.relations.get(link)
        if last is None:
            continue
        changed = []
        for name, mark in ((link[0], last.source), (link[2], last.target)):
            is_now, said = links.says(name)
            if is_now != mark:
                changed.append(ChangedEnd(name, lock.contents.get((name, mark)), said))
        if changed:
            yield Suspect(link, path, tuple(changed), last)


def suspect_findings(system: PlanSystem) -> Iterator[Finding]:
    """Give a finding for each suspect relation of the named plans, at its reference; none where nothing is locked."""
    for plan in system.named:
        lock = plan.reading.review if plan.reading else None
        if lock is None:
            continue
        links = PlanLinks(system, plan)
        for one in suspects_of(links, lock):
            source, target = links.whole(one.link[0]), links.whole(one.link[2])
            values = {"other": _called(system.index, target), "changed": _changed(one)}
            yield Finding("SDG111", source, one.path, values, (target,))


def _called(index: Index, node: str) -> Words:
    number = index.number.get(node)
    if number is None:
        return words(node, node)
    return words(node_phrase(index, number, "en"), node_phrase(index, number, "nb"))


def _changed(one: Suspect) -> Words:
    said: dict[str, list[str]] = {"en": [], "nb": []}
    for lang, verb in (("en", "changed"), ("nb", "er endret")):
        for end in one.changed:
            fields = ", ".join(field_name(name, lang) for name in end.fields) if end.old is not None else ""
            said[lang].append(f"{end.node} {verb}" + (f" ({fields})" if fields else ""))
    return words(" and ".join(said["en"]), " og ".join(said["nb"]))


def _content(record: Any, language: str) -> Content:
    kind, unsaid = type(record).__name__, type(record).blank()
    said: Content = {}
    for name, value in record_content(record, language).items():
        if name in _NO_CONTENT or name in _NODES_OF_THEIR_OWN or (kind, name) in FIELDS:
            continue
        if getattr(record, name) == unsaid[name]:
            continue  # so that a field with a default that the format gets one day makes nothing suspect
        if name == "source":
            kept: Any = _source(kind, value)
        elif name == "values":
            kept = [{"year": one["year"], "planned": one["planned"]} for one in value if "planned" in one]
        else:
            kept = value
        plain = _plain(kept)
        if isinstance(plain, list):
            plain = sorted(plain, key=lambda item: json.dumps(item, sort_keys=True))
        if plain not in ({}, []):
            said[name] = plain
    return said


def _source(kind: str, value: Content) -> Content:
    """Give what an indicator's figures are taken from; where a text was taken from is a place, and no content."""
    return {name: value[name] for name in ("system", "table", "code") if name in value} if kind == "Indicator" else {}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dict):
        return {str(name): _plain(one) for name, one in value.items() if name not in _ASIDE}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, str) else value
