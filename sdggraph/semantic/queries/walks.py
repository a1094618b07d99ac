"""Paths as patterns: property paths where nothing is asked on the way, else step by step.

A property path can't ask anything of the nodes inside a star. Where a rule does, the star is written out by kinds: the
relation table says from which kind a step leads to which, and that goes round only within one kind. A star over one
step that begins and ends at nodes of such a kind has passed none of another.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sdggraph.base.words import words
from sdggraph.rules.terms import IN_PLAN, Chain, Either, Path, Star, Step
from sdggraph.semantic.fields import relation_iri
from sdggraph.semantic.queries.kinds import after_step, kinds_after, steps_of
from sdggraph.semantic.queries.terms import Unfit, kind_pattern, quoted, short
from sdggraph.semantic.terms import SG

if TYPE_CHECKING:
    from sdggraph.semantic.queries.wheres import Wheres

__all__ = ["Walks", "fans_out", "property_path"]

_ONE = re.compile(r"\([^()]*\)|[\w:]+")
_MANY_KINDS = words(
    "a star with conditions goes round between several kinds", "en stjerne med vilkår går i ring mellom flere typer"
)


def property_path(path: Path) -> str | None:
    """Write a path as a property path; None where it asks something of the nodes on the way."""
    match path:
        case Step(to=None, role=None) if path.relation != "about" or not path.backward:
            return f"{'^' if path.backward else ''}{_property(path)}"
        case Step():
            return None
        case Chain(parts):
            inner = [property_path(part) for part in parts]
            return None if None in inner else "/".join(part or "" for part in inner)
        case Either(parts):
            inner = [property_path(part) for part in parts]
            return None if None in inner else f"({'|'.join(part or '' for part in inner)})"
        case Star(part):
            one = property_path(part)
            if one is None:
                return None
            return f"{one}*" if _ONE.fullmatch(one) else f"({one})*"


def _property(step: Step) -> str:
    return short(SG.inPlan if step.relation == IN_PLAN else relation_iri(step.relation))


class Walks:
    """Writes the ways from one node to another."""

    def __init__(self, wheres: Wheres) -> None:
        self.wheres = wheres
        self.variables = wheres.variables

    def walk(  # a way has two ends, and what is known of them
        self, path: Path, start: str, end: str, kinds: frozenset[str], wanted: frozenset[str] = frozenset()
    ) -> str:
        """Say that a path leads from ``start``, a node of some kinds, to ``end``; only ``wanted`` kinds are asked."""
        plain = property_path(path)
        if plain is not None:
            back = property_path(_turned(path)) if fans_out(path) else None
            return f"{start} {plain} {end} ." if back is None else f"{end} {back} {start} ."
        match path:
            case Step():
                return self._step(path, start, end)
            case Chain(parts):
                return self._chain(parts, start, end, kinds, wanted)
            case Either(parts):
                return " UNION ".join(f"{{ {self.walk(part, start, end, kinds, wanted)} }}" for part in parts)
            case Star(part):
                return self._star(part, start, end, kinds, wanted)
        raise TypeError(f"no such path: {path!r}")

    def _step(self, step: Step, start: str, end: str) -> str:
        first, second = (end, start) if step.backward else (start, end)
        if step.role is not None:
            if step.relation != "contributes_to":
                raise Unfit(words(f"“{step.relation}” has no roles", f"«{step.relation}» har ingen roller"))
            claim = self.variables.fresh("contribution")
            about = f"{first} sg:hasContribution {claim} . {claim} sg:role {quoted(step.role)} ; sg:about {second} ."
            pattern = f"{about} FILTER(false)" if step.role == "negative" else about
        else:
            pattern = f"{first} {_property(step)} {second} ."
        if step.relation == "about" and step.backward and step.to is None:
            # Claims are about goals too, and no relation leads from a goal to them.
            pattern += f" {kind_pattern(end, ('Prioritisation', 'Selection'), self.variables)}"
        return f"{pattern} {self.wheres.nodes(end, step.to)}" if step.to is not None else pattern

    def _chain(
        self, parts: tuple[Path, ...], start: str, end: str, kinds: frozenset[str], wanted: frozenset[str]
    ) -> str:
        patterns: list[str] = []
        here, left = start, list(parts)
        while left:
            # As much as can be said in one property path is.
            size = next((n for n in range(len(left), 1, -1) if property_path(Chain(tuple(left[:n])))), 1)
            path = Chain(tuple(left[:size])) if size > 1 else left[0]
            left = left[size:]
            there = self.variables.fresh("node") if left else end
            inner = self.walk(path, here, there, kinds, frozenset() if left else wanted)
            patterns.append(f"{{ {inner} }}" if " UNION " in inner and not inner.startswith("{ {") else inner)
            kinds, here = kinds_after(path, kinds), there
        return " ".join(patterns)

    def _star(self, part: Path, start: str, end: str, kinds: frozenset[str], wanted: frozenset[str]) -> str:
        if part == Step("about", backward=True):
            # Nothing is about a plan's node, so the step is taken once or not at all.
            return f"{start} ^sg:about? {end} ."
        steps = steps_of(part)
        if steps is None or any(step.role or (step.to is not None and step.to.where) for step in steps):
            raise Unfit(words("a star holds more than steps to kinds", "en stjerne har mer enn steg til typer"))
        ways = [way for kind in sorted(kinds) for way in self._ways(steps, kind, start, end, (), wanted)]
        return " UNION ".join(f"{{ {way} }}" for way in ways)

    def _ways(
        self,
        steps: list[Step],
        kind: str,
        start: str,
        end: str,
        seen: tuple[str, ...],
        wanted: frozenset[str],
    ) -> list[str]:
        """Give the ways from a node of a kind to ``end``: to end here, or to go on over a step to another kind."""
        if kind in seen:
            raise Unfit(_MANY_KINDS)
        typed = kind_pattern(start, (kind,), self.variables)
        here = frozenset({kind})
        round_ = [_arrow(step) for step in steps if kind in after_step(step, here)]
        circle = f"({'|'.join(round_)})*" if round_ else ""
        made: list[str] = []
        if not wanted or kind in wanted:
            again = f"{start} {circle} {end} . {kind_pattern(end, (kind,), self.variables)}"
            made.append(f"{typed} {again}" if circle else f"{typed} BIND({start} AS {end})")
        for step in steps:
            for other in sorted(after_step(step, here) - {kind}):
                there = self.variables.fresh("node")
                at = self.variables.fresh("node") if circle else start
                before = f"{start} {circle} {at} . {kind_pattern(at, (kind,), self.variables)} " if circle else ""
                onward = self._ways(steps, other, there, end, (*seen, kind), wanted)
                made += [f"{typed} {before}{at} {_arrow(step)} {there} . {way}" for way in onward]
        return made


def _arrow(step: Step) -> str:
    return f"{'^' if step.backward else ''}{_property(step)}"


def fans_out(path: Path) -> bool:
    """Say whether a star of a path goes down the thread, where it leads to more and more nodes."""
    parts = path.parts if isinstance(path, Chain) else (path,)
    stars = [steps_of(part.part) for part in parts if isinstance(part, Star)]
    return any(steps and all(step.backward for step in steps) for steps in stars)


def _turned(path: Path) -> Path:
    """Give a path from its end to its beginning: a store then goes up from each node, which is soon done."""
    match path:
        case Step():
            return replace(path, backward=not path.backward)
        case Chain(parts):
            return Chain(tuple(_turned(part) for part in reversed(parts)))
        case Either(parts):
            return Either(tuple(_turned(part) for part in parts))
        case Star(part):
            return Star(_turned(part))
