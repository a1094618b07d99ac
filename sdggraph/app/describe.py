"""Describes a converted plan as open data: a DCAT description beside the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

from sdggraph.app.convert import RDF_FORMATS
from sdggraph.base.errors import OutputError
from sdggraph.base.words import words

if TYPE_CHECKING:
    import datetime as dt

    from sdggraph.base.words import Words
    from sdggraph.model.plan import Plan
    from sdggraph.semantic.terms import Iri

__all__ = ["MEDIA_TYPES", "describe_file", "description_beside"]

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MEDIA_TYPES = {
    "yaml": "application/yaml",
    "json": "application/json",
    "turtle": "text/turtle",
    "json-ld": "application/ld+json",
    "n-triples": "application/n-triples",
    "trig": "application/trig",
    "n-quads": "application/n-quads",
    "rdf-xml": "application/rdf+xml",
    "workbook": _SHEET,
    "method-table": _SHEET,
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "graphml": "application/xml",
    "gexf": "application/xml",
    "node-link": "application/json",
    "cytoscape": "application/json",
    "dot": "text/vnd.graphviz",
    "mermaid": "text/plain",
}
"""What each format is on the web, as IANA lists it."""


def description_beside(file: str | Path) -> Path:
    """Give the name of the description of a file: ``plan.ttl`` has its own in ``plan.dcat.ttl``."""
    path = Path(file)
    return path.with_name(f"{path.stem}.dcat.ttl")


def describe_file(
    plan: Plan,
    file: Path,
    form: str,
    *,
    as_of: dt.date,
    licence: str | None = None,
    published_at: str | None = None,
) -> tuple[str, tuple[Words, ...]]:
    """Give the DCAT description of a plan's file as Turtle, and what DCAT-AP-NO misses in it.

    Args:
        plan: The plan.
        file: The file as it was written.
        form: Its format.
        as_of: The day on which the publisher's number is to be valid.
        licence: The licence, by a name such as ``cc-by-4.0`` or by its IRI.
        published_at: The address of the folder in which the file will be found; else it stands beside.

    Raises:
        OutputError: The licence or the address is no IRI.
    """
    from sdggraph.io.rdf.turtle import turtle_text
    from sdggraph.semantic.dcat import PublishedFile, dcat_description
    from sdggraph.semantic.terms import Iri

    folder = _iri(published_at, "--published-at") if published_at else ""
    name = quote(file.name)
    url = urljoin(folder if folder.endswith("/") else f"{folder}/", name) if folder else name
    published = PublishedFile(
        Iri(url), MEDIA_TYPES[form], file.stat().st_size, _licence(licence), is_rdf=form in RDF_FORMATS
    )
    return turtle_text(dcat_description(plan, published, as_of)), tuple(_missing(plan, licence))


def _licence(name: str | None) -> Iri | None:
    from sdggraph.semantic.dcat import LICENCES
    from sdggraph.semantic.terms import Iri

    if name is None:
        return None
    return LICENCES.get(name.lower()) or Iri(_iri(name, "--licence"))


def _iri(text: str, option: str) -> str:
    from sdggraph.semantic.terms import is_iri

    if not is_iri(text):
        raise OutputError(words(f"{option}: {text} is no address", f"{option}: {text} er ingen adresse"))
    return text


def _missing(plan: Plan, licence: str | None) -> list[Words]:
    """Say what a data portal will ask for."""
    said = []
    if plan.organisation is None or not plan.organisation.name:
        said.append(
            words(
                "the description has no publisher: the plan names no organisation",
                "beskrivelsen har ingen utgiver: planen nevner ingen organisasjon",
            )
        )
    if licence is None:
        said.append(
            words(
                "the description has no licence: --licence cc-by-4.0, nlod-2.0, cc0-1.0 or an address",
                "beskrivelsen har ingen lisens: --licence cc-by-4.0, nlod-2.0, cc0-1.0 eller en adresse",
            )
        )
    return said
