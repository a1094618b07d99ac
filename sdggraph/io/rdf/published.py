"""The published files, each made from the model: ontology and its page, catalogue, structures, context, schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from sdggraph.io.plan_schema import plan_schema
from sdggraph.io.rdf.ontology_page import ontology_page
from sdggraph.io.rdf.turtle import turtle_text
from sdggraph.semantic.catalogue_concepts import catalogue_concepts
from sdggraph.semantic.context import context
from sdggraph.semantic.cubes import cubes
from sdggraph.semantic.ontology import ontology
from sdggraph.semantic.shapes.rules import published_shapes

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["PUBLISHED", "write_published"]


def _context() -> str:
    return _json({"@context": context()})


def _schema() -> str:
    return _json(plan_schema())


def _json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


PUBLISHED: dict[str, Callable[[], str]] = {
    "sdggraph.ttl": lambda: turtle_text(ontology()),
    "catalogue.ttl": lambda: turtle_text(catalogue_concepts()),
    "shapes.ttl": lambda: turtle_text(published_shapes()),
    "cubes.ttl": lambda: turtle_text(cubes()),
    "index.html": ontology_page,
    "context.jsonld": _context,
    "plan.schema.json": _schema,
}
"""Each file by its name, and what makes it."""


def write_published(folder: str | Path) -> list[Path]:
    """Write every published file into a folder, which is made if need be, and give their paths.

    Raises:
        OutputError: The folder can't be written to.
    """
    from sdggraph.io.bytes_out import write_whole

    return [write_whole(Path(folder) / name, make()) for name, make in PUBLISHED.items()]
