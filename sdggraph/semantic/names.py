"""Who is who among the nodes of triples: which are a plan's own, what each is called, and of what kind it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from sdggraph.base.slugs import slug, unused
from sdggraph.catalogue import code_of_iri
from sdggraph.graph.index import ABOUT
from sdggraph.model.codes import code_kind, is_local_id
from sdggraph.model.nodes import Prioritisation, Selection
from sdggraph.model.plan import SECTIONS
from sdggraph.semantic.addresses import NATIONAL_BASE, PLAN_BASE, scoped_name
from sdggraph.semantic.fields import class_iri, forms, relation_iri
from sdggraph.semantic.terms import NAMESPACES, RDFS, SG, SKOS, TYPE, Iri
from sdggraph.semantic.vocabulary import local

if TYPE_CHECKING:
    from sdggraph.model.record import Record
    from sdggraph.semantic.statements import Statements

__all__ = ["LABELS", "Names"]

LABELS = (RDFS.label, SKOS.prefLabel, Iri(NAMESPACES["dcterms"] + "title"), Iri(NAMESPACES["schema"] + "name"))
"""The properties that a title may be said by, the plan's own first."""

_KIND_OF_CODE = {"goal": "Goal", "target": "Target", "indicator": "GlobalIndicator"}
_SECTION_OF = {class_iri(record): section for section, record in SECTIONS.items()}
_LAST = re.compile(r".*[/#]", re.DOTALL)
_PRECONDITIONS = {"opportunities": "opportunity", "challenges": "challenge"}


class Names:
    """The names of one plan's nodes.

    Attributes:
        of: The local name of each own node.
        kinds: Its kind.
    """

    def __init__(self, said: Statements, plan: Iri, *, alone: bool) -> None:
        self._said = said
        self._plan = plan
        self._alone = alone
        self._taken: set[str] = set()
        self.of: dict[Iri, str] = {}
        self.kinds: dict[Iri, str] = {}

    def members(self) -> dict[str, list[Iri]]:
        """Find the nodes of each section, in order, and what each is called."""
        members: dict[str, list[Iri]] = {}
        for kind, section in _SECTION_OF.items():
            nodes = [node for node in self._said.of_type(kind) if self._is_own(node)]
            if nodes:
                members[section] = sorted(nodes, key=self._said.order)
        self._taken.update(self._said.text(node, SG.id) for nodes in members.values() for node in nodes)
        for section, nodes in members.items():
            for node in nodes:
                self._name(node, SECTIONS[section])
        return members

    def _is_own(self, node: Iri) -> bool:
        plans = self._said.nodes(node, SG.inPlan)
        return self._plan in plans or (not plans and self._alone)

    def _name(self, node: Iri, record: type[Record]) -> None:
        self.kinds[node] = record.__name__
        if record in (Prioritisation, Selection):
            code = self.code(node)
            made: Any = record.trusted({"code": code})
            self.of[node] = scoped_name(made)
            for field, word in _PRECONDITIONS.items():
                form = next(one for one in forms(record) if one.name == field)
                for number, inner in enumerate(self._said.in_order(node, form.iri), 1):
                    self.of[inner] = self._said.text(inner, SG.id) or f"{word}-{code}-{number}"
                    self.kinds[inner] = "Precondition"
            return
        self.of[node] = self._said.text(node, SG.id) or self._minted(node, record)

    def _minted(self, node: Iri, record: type[Record]) -> str:
        """Make an id of a node's IRI or, where it has none that lasts, of its title."""
        if node.startswith("_:"):
            title = next((found for iri in LABELS if (found := self._said.text(node, iri))), "")
            return unused(slug(title, record.__name__.lower()), self._taken)
        tail = unquote(_LAST.sub("", node))
        return unused(tail if is_local_id(tail) else slug(tail, record.__name__.lower()), self._taken)

    def code(self, node: Iri) -> str:
        """Give the code that a node is about."""
        given = self._said.text(node, SG.code)
        codes = [code for about in self._said.nodes(node, relation_iri(ABOUT)) if (code := code_of_iri(about))]
        return given or (codes[0] if codes else "")

    def kind(self, target: Iri) -> str | None:
        """Give the kind of any node, where it can be told."""
        if target in self.kinds:
            return self.kinds[target]
        code = code_of_iri(target)
        if code is not None:
            return _KIND_OF_CODE[code_kind(code) or "goal"]
        if target.startswith(NATIONAL_BASE):
            return "NationalGoal"
        named = [local(kind) for kind in self._said.nodes(target, TYPE) if kind.startswith(SG)]
        return named[0] if named else None

    def named(self, target: Iri) -> str:
        """Give the text that leads to a node in a plan file."""
        if target in self.of:
            return self.of[target]
        code = code_of_iri(target)
        if code is not None:
            return code
        if target.startswith(NATIONAL_BASE):
            return unquote(target[len(NATIONAL_BASE) :])
        own_id = self._said.text(target, SG.id)
        plans = self._said.nodes(target, SG.inPlan)
        if plans and own_id:
            return f"{self.named(plans[0])}:{own_id}"
        if own_id or not target.startswith(PLAN_BASE):
            return own_id or target
        head, _, rest = target[len(PLAN_BASE) :].partition("/")
        return f"{unquote(head)}:{unquote(rest)}" if rest else unquote(head)
