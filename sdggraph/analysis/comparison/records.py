"""The records of a comparison: plain, frozen, in one language; each gives itself as dicts for JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from sdggraph.analysis.comparison.wording import plain, word_changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdggraph.analysis.comparison.matching import How
    from sdggraph.analysis.comparison.wording import Piece
    from sdggraph.base.diagnostics import Diagnostic

__all__ = ["Comparison", "FieldChange", "FindingChange", "NodeChange", "RelationChange", "ThreadChange", "Version"]


@dataclass(frozen=True, slots=True)
class Version:
    """One of the two plans: its id and title, and the file (and revision) that it was read from."""

    id: str
    title: str
    name: str

    def to_dict(self) -> dict[str, Any]:
        """Give it as a dict."""
        return {"plan": self.id, "title": self.title, "file": self.name}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a node that says something else than before.

    Attributes:
        field: The field's key in the plan file.
        old: What it said; None where it said nothing. Of a list only what is no longer in it.
        new: What it says; None where it says nothing. Of a list only what wasn't in it.
        language: The language, where the field is a text.
        items: Whether ``old`` and ``new`` are items of a list.
    """

    field: str
    old: Any
    new: Any
    language: str | None = None
    items: bool = False

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What stayed, went and came, word by word; nothing where the field is no text."""
        return word_changes(self.old or "", self.new or "") if self.language else ()

    def to_dict(self) -> dict[str, Any]:
        """Give it as a dict."""
        said: dict[str, Any] = {"field": self.field, "old": plain(self.old), "new": plain(self.new)}
        if self.language:
            said |= {"language": self.language, "words": [[piece.mark, piece.text] for piece in self.pieces]}
        return said


@dataclass(frozen=True, slots=True)
class NodeChange:
    """A node that came, went or changed.

    Attributes:
        what: ``added``, ``removed`` or ``changed``.
        kind: The node's kind.
        old: Its id in the old plan; None where it was added.
        new: Its id in the new plan; None where it was removed.
        title: Its title, the new one where there is one.
        matched: How the two were known to be one node.
        score: How alike their titles are, where likeness decided.
        reworded: Whether the title changed.
        moved: The ids of what it belonged to and belongs to, where both are there and differ.
        number: The old and the new number, where they differ.
        fields: The fields that changed.
        heirs: Of a removed node: the nodes that say that they replace it.
    """

    what: Literal["added", "removed", "changed"]
    kind: str
    old: str | None
    new: str | None
    title: str
    matched: How | None = None
    score: float | None = None
    reworded: bool = False
    moved: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    number: tuple[str | None, str | None] | None = None
    fields: tuple[FieldChange, ...] = ()
    heirs: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The id by which people know it now."""
        return self.new or self.old or ""

    @property
    def renamed(self) -> bool:
        """Whether only its id is another."""
        return self.what == "changed" and self.old != self.new

    def to_dict(self) -> dict[str, Any]:
        """Give it as a dict."""
        return {
            "change": self.what,
            "kind": self.kind,
            "old": self.old,
            "new": self.new,
            "title": self.title,
            "matched_by": self.matched,
            "score": self.score,
            "reworded": self.reworded,
            "moved": None if self.moved is None else {"from": list(self.moved[0]), "to": list(self.moved[1])},
            "number": None if self.number is None else {"old": self.number[0], "new": self.number[1]},
            "fields": [one.to_dict() for one in self.fields],
            "replaced_by": list(self.heirs),
        }


@dataclass(frozen=True, slots=True)
class RelationChange:
    """A relation that was gained, lost, or says something else (a claim's role, an interaction's score).

    Attributes:
        what: ``gained``, ``lost`` or ``changed``.
        source: The node that it leads from, by its name in the new plan (of a removed one: in the old).
        relation: The relation's name.
        target: The node that it leads to.
        source_title: What the source is called.
        target_title: What the target is called.
        old: What was said on it.
        new: What is said on it.
        follows: Whether it only came or went with one of its nodes, or with a move that is said already.
    """

    what: Literal["gained", "lost", "changed"]
    source: str
    relation: str
    target: str
    source_title: str
    target_title: str
    old: str = ""
    new: str = ""
    follows: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Give it as a dict."""
        return {
            "change": self.what,
            "source": self.source,
            "relation": self.relation,
            "target": self.target,
            "old": self.old or None,
            "new": self.new or None,
            "follows": self.follows,
        }


@dataclass(frozen=True, slots=True)
class ThreadChange:
    """A node whose thread held before and is broken now, or the reverse.

    Attributes:
        what: ``broken`` or ``mended``.
        code: The rule that tells, SDG201.
        node: The node's id in the new plan.
        kind: The node's kind.
        title: What it is called.
        goals: The goals that it reached before (broken) or reaches now (mended), where the rule is about goals.
    """

    what: Literal["broken", "mended"]
    code: str
    node: str
    kind: str
    title: str
    goals: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Give it as a dict."""
        return {"change": self.what, "code": self.code, "node": self.node, "goals": list(self.goals)}


@dataclass(frozen=True, slots=True)
class FindingChange:
    """A diagnostic that is new, or gone; ``node`` is its node by its name in the new plan."""

    what: Literal["new", "gone"]
    node: str
    diagnostic: Diagnostic

    def to_dict(self) -> dict[str, Any]:
        """Give it as a dict."""
        return {"change": self.what, **self.diagnostic.to_dict()}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs between two plans, in the order of the plans.

    Attributes:
        old: The earlier plan.
        new: The later one.
        lang: The language that titles and messages are in.
        header: What changed in the plan's own header.
        nodes: What became of the nodes.
        relations: What became of the relations.
        threads: What became of the threads, of nodes that both plans have.
        findings: What the linter says now and didn't say then, and the reverse.
        kept: How many nodes both plans have.
    """

    old: Version
    new: Version
    lang: str = "en"
    header: tuple[FieldChange, ...] = ()
    nodes: tuple[NodeChange, ...] = ()
    relations: tuple[RelationChange, ...] = ()
    threads: tuple[ThreadChange, ...] = ()
    findings: tuple[FindingChange, ...] = ()
    kept: int = field(default=0)

    def __bool__(self) -> bool:
        return bool(self.header or self.nodes or self.relations or self.threads or self.findings)

    def of(self, what: str) -> list[NodeChange]:
        """Give the nodes that were ``added``, ``removed``, ``reworded``, ``moved``, ``renumbered`` or ``changed``."""
        return [one for one in self.nodes if what in _aspects(one)]

    def rows(self) -> list[dict[str, Any]]:
        """Give a flat row for each change: ``pandas.DataFrame(comparison.rows())`` is a table of them."""
        return list(self._rows())

    def _rows(self) -> Iterator[dict[str, Any]]:
        def row(
            about: str, change: str, node: str, detail: str, values: tuple[Any, Any] = (None, None)
        ) -> dict[str, Any]:
            return {
                "about": about,
                "change": change,
                "node": node,
                "detail": detail,
                "old": plain(values[0]),
                "new": plain(values[1]),
            }

        for one in self.header:
            yield row("plan", "field", self.new.id, one.field, (one.old, one.new))
        for node in self.nodes:
            if node.what != "changed":
                titles = (node.title, None) if node.what == "removed" else (None, node.title)
                yield row("node", node.what, node.name, node.kind, titles)
            if node.renamed:
                yield row("node", "renamed", node.name, node.kind, (node.old, node.new))
            if node.moved:
                yield row("node", "moved", node.name, node.kind, (list(node.moved[0]), list(node.moved[1])))
            if node.number:
                yield row("node", "renumbered", node.name, node.kind, node.number)
            for change in node.fields:
                what = "reworded" if change.field == "title" else "field"
                yield row("node", what, node.name, change.field, (change.old, change.new))
        for link in self.relations:
            yield row("relation", link.what, link.source, f"{link.relation} {link.target}", (link.old, link.new))
        for thread in self.threads:
            yield row("thread", thread.what, thread.node, thread.code)
        for found in self.findings:
            yield row("finding", found.what, found.node, f"{found.diagnostic.code} {found.diagnostic.message}")

    def to_dict(self) -> dict[str, Any]:
        """Give the comparison in the stable form of the JSON output."""
        from sdggraph.analysis.comparison.summary import counts_of, summary_of
        from sdggraph.base.version import VERSION

        return {
            "version": 1,
            "tool": {"name": "sdggraph", "version": VERSION},
            "old": self.old.to_dict(),
            "new": self.new.to_dict(),
            "summary": {"text": summary_of(self), "kept": self.kept, **counts_of(self)},
            "plan": [one.to_dict() for one in self.header],
            "nodes": [one.to_dict() for one in self.nodes],
            "relations": [one.to_dict() for one in self.relations],
            "threads": [one.to_dict() for one in self.threads],
            "diagnostics": [one.to_dict() for one in self.findings],
        }


def _aspects(one: NodeChange) -> set[str]:
    said = {
        one.what: True,
        "reworded": one.reworded,
        "moved": one.moved is not None,
        "renumbered": one.number is not None,
        "renamed": one.renamed,
    }
    return {name for name, holds in said.items() if holds}
