"""Reading plans from RDF in any of its syntaxes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from sdggraph.base.errors import InputError
from sdggraph.base.places import Place, TextFile
from sdggraph.base.words import words
from sdggraph.io.bytes_in import decode, read_bytes
from sdggraph.io.rdf.parse import parse_rdf, syntax_of

if TYPE_CHECKING:
    from pathlib import Path

    from sdggraph.model.plan import Plan

__all__ = ["plan_from_rdf", "plans_from_rdf", "read_rdf"]

_DECLARED = re.compile(r"^\s*@?(?:prefix\s+(\w*):|base)\s*<([^>]*)>", re.IGNORECASE | re.MULTILINE)
_SUBJECT = re.compile(r"^[ \t]*(?:<([^<>\s]*)>|([A-Za-z][\w\-]*)?:([\w.\-]+))[ \t]", re.MULTILINE)


def read_rdf(path: str | Path) -> list[Plan]:
    """Read every plan of a file, whose name tells the syntax.

    Raises:
        InputError: It can't be read, or holds no plan.
    """
    return plans_from_rdf(read_bytes(path), syntax_of(path) or "turtle", str(path))


def plan_from_rdf(data: bytes | str, syntax: str, name: str) -> Plan:
    """Read the plan of a text; of several, the first that no other one follows up, tied to those that it follows.

    Raises:
        InputError: It can't be read, or holds no plan.
    """
    plans = plans_from_rdf(data, syntax, name)
    followed = {follow.plan for plan in plans for follow in plan.follows_up}
    chosen = next((plan for plan in plans if plan.id not in followed), plans[0])
    if chosen.reading is not None:
        by_id = {plan.id: plan for plan in plans}
        chosen.reading.followed = tuple(_followed(chosen, by_id).values())
    return chosen


def plans_from_rdf(data: bytes | str, syntax: str, name: str) -> list[Plan]:
    """Read every plan of a text, in the order of their IRIs.

    Raises:
        InputError: It can't be read, or holds no plan.
    """
    from sdggraph.semantic.plans import plans_of

    text = decode(data, name) if isinstance(data, bytes) else data
    plans = plans_of(parse_rdf(text, syntax, name), name, _lines(text) if syntax in ("turtle", "nt") else None)
    if not plans:
        raise InputError(
            words("holds no plan", "har ingen plan"),
            place=Place(name),
            hint=words(
                "a plan is a node of the class sg:Plan (https://w3id.org/sdggraph/ns#Plan)",
                "en plan er en node av klassen sg:Plan (https://w3id.org/sdggraph/ns#Plan)",
            ),
        )
    file = TextFile(name, text)
    for plan in plans:
        if plan.reading is not None:
            plan.reading.files[name] = file
    return plans


def _followed(plan: Plan, by_id: dict[str, Plan]) -> dict[str, Plan]:
    found: dict[str, Plan] = {}
    waiting = [plan]
    while waiting:
        for follow in waiting.pop().follows_up:
            other = by_id.get(follow.plan)
            if other is not None and other is not plan and other.id not in found:
                found[other.id] = other
                waiting.append(other)
    return found


def _lines(text: str) -> dict[str, int]:
    """Give the line at which each subject first begins one."""
    declared = {prefix: iri for prefix, iri in _DECLARED.findall(text) if prefix}
    base = next((iri for prefix, iri in _DECLARED.findall(text) if not prefix), "")
    file = TextFile("", text)
    found: dict[str, int] = {}
    for match in _SUBJECT.finditer(text):
        iri, prefix, name = match.groups()
        whole = urljoin(base, iri) if iri is not None else declared.get(prefix or "", "") + name
        found.setdefault(whole, file.line_column(match.start())[0])
    return found
