"""The canary: the rules' own examples as one graph, of which it is known what breaks which rule.

A store is asked about it before it is believed. Stores have been seen that answer a query with nothing where there is
something, without a word of warning.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sdggraph.base.errors import OutputError
from sdggraph.base.places import Place
from sdggraph.base.words import words
from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph.io.rdf.ntriples import lines_of
from sdggraph.lint.engine import RuleRun
from sdggraph.lint.settings import Settings
from sdggraph.lint.system import systems
from sdggraph.lint.system_data import SystemData
from sdggraph.model.reading import Reading
from sdggraph.rules.registry import ALL_RULES
from sdggraph.semantic.addresses import base_of
from sdggraph.semantic.catalogue_concepts import CATALOGUE_IRI, catalogue_concepts
from sdggraph.semantic.terms import OWL, Iri, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sdggraph.model.plan import Plan

__all__ = ["CANARY", "CANARY_SETTINGS", "LOADING", "Canary", "canary", "write_canary"]

CANARY = Iri("https://w3id.org/sdggraph/canary")
"""The graph in which the canary stands; its plans' IRIs begin so too."""

CANARY_SETTINGS = Settings(profile="strict", as_of=dt.date(2026, 1, 1))
"""The settings under which the canary's violations are known."""


@dataclass(frozen=True, slots=True)
class Canary:
    """The canary's lines, and what breaks each rule in it.

    Attributes:
        lines: Its triples, as N-Triples.
        version: What tells this canary from one that was made of other rules.
        broken: The node and the plan of each violation, by the rule's code.
    """

    lines: tuple[str, ...]
    version: str
    broken: Mapping[str, frozenset[tuple[str, str]]]


@cache
def canary() -> Canary:
    """Make the canary of the rules as they are."""
    lines: list[str] = []
    broken: dict[str, set[tuple[str, str]]] = {code: set() for code in ALL_RULES}
    for plan in _plans():
        (system,) = systems([plan])
        data = SystemData(system)
        lines += lines_of(data.of_plans())
        run = RuleRun(system, CANARY_SETTINGS)
        iri = base_of(plan.id, plan.base_iri)[0]
        for code, rule in ALL_RULES.items():
            parameters = CANARY_SETTINGS.values(rule)
            found = run.broken(rule, run.subjects(rule, parameters), parameters)
            broken[code].update((data.iris[node], iri) for node in found)
    version = hashlib.sha256("".join(lines).encode()).hexdigest()[:16]
    lines += lines_of([(CANARY, OWL.versionInfo, Literal(version))])
    return Canary(tuple(lines), version, {code: frozenset(found) for code, found in broken.items()})


def _plans() -> Iterator[Plan]:
    """Give the rules' examples that stand in one file, each as a plan of its own."""
    for rule in ALL_RULES.values():
        if rule.requires is None:
            continue
        for number, example in enumerate((*rule.invalid, *rule.valid), 1):
            if "# file:" in example or "follows_up" in example:
                continue
            text = (
                example
                if example.startswith("plan:") or "\nplan:" in example
                else f"plan: {{id: p, language: en}}\n{example}"
            )
            read = plan_from_document(parse_document(text, "plan.yaml"))
            name = f"canary-{rule.code.lower()}-{number}"
            plan = read.model_copy(update={"id": name, "base_iri": f"{CANARY}/{name}/"})
            yield plan.read_as(Reading("canary"))


def write_canary(path: str | Path) -> Path:
    """Write the canary and the catalogue as N-Quads, each in its graph, to be loaded into a store once.

    Raises:
        OutputError: The file can't be written, or is there already and is no canary.
    """
    from sdggraph.io.bytes_out import write_whole

    lines = [_in_graph(line, CANARY) for line in canary().lines]
    lines += [_in_graph(line, CATALOGUE_IRI) for line in lines_of(catalogue_concepts())]
    file = Path(path)
    if file.is_file() and CANARY.encode() not in file.read_bytes():
        raise OutputError(
            words("is there already, and is no canary", "finnes allerede, og er noe annet enn slike grafer"),
            place=Place(str(file)),
        )
    return write_whole(file, "".join(lines))


def _in_graph(line: str, graph: str) -> str:
    return f"{line.removesuffix(' .' + chr(10))} <{graph}> .\n"


LOADING = words(
    f"write it with sdggraph lint --write-canary canary.nq, and load that file: it has the graphs <{CANARY}> and "
    f"<{CATALOGUE_IRI}>",
    f"skriv den med sdggraph lint --write-canary canary.nq, og last inn filen: den har grafene <{CANARY}> og "
    f"<{CATALOGUE_IRI}>",
)
