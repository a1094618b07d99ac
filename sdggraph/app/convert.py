"""Turns a plan into another format: reads by the source's name, writes by the target's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sdggraph.base.errors import OutputError
from sdggraph.base.places import Place
from sdggraph.base.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sdggraph.base.words import Words
    from sdggraph.model.plan import Plan

__all__ = ["FORMATS", "RDF_FORMATS", "Written", "convert_plan", "format_of", "read_source", "write_plan"]


class Written(NamedTuple):
    """A plan in another format, large ones in pieces of text, and what is to be said of it."""

    content: str | bytes | Iterator[str]
    notes: tuple[Words, ...] = ()


def _yaml(plan: Plan) -> str:
    from sdggraph.io.yaml_write import plan_to_yaml

    return plan_to_yaml(plan)


def _json(plan: Plan) -> str:
    from sdggraph.io.yaml_write import plan_to_json

    return plan_to_json(plan)


def _turtle(plan: Plan) -> str:
    from sdggraph.io.rdf import write_turtle

    return write_turtle(plan)


def _json_ld(plan: Plan) -> str:
    from sdggraph.io.rdf import write_jsonld

    return write_jsonld(plan)


def _ntriples(plan: Plan) -> Written:
    from sdggraph.io.rdf import ntriples_lines

    return Written(ntriples_lines(plan))


def _trig(plan: Plan) -> str:
    from sdggraph.io.rdf import write_trig

    return write_trig([plan])


def _nquads(plan: Plan) -> str:
    from sdggraph.io.rdf import write_nquads

    return write_nquads([plan])


def _rdf_xml(plan: Plan) -> str:
    from sdggraph.io.rdf import write_rdfxml

    return write_rdfxml(plan)


def _workbook(plan: Plan) -> bytes:
    from sdggraph.io.workbook.write import plan_to_workbook

    return plan_to_workbook(plan)


def _method_table(plan: Plan) -> bytes:
    from sdggraph.io.workbook.method_write import plan_to_method_table

    return plan_to_method_table(plan)


def _csv(plan: Plan) -> str:
    """Write the method table as the spreadsheets of the plan's country open it: with a mark, and ``;`` in Norway."""
    from sdggraph.io.workbook.method_write import method_table_text

    return "\ufeff" + method_table_text(plan, ";" if plan.language[:2].lower() in ("nb", "nn", "no") else ",")


def _tsv(plan: Plan) -> str:
    from sdggraph.io.workbook.method_write import method_table_text

    return method_table_text(plan, "\t")


def _graphml(plan: Plan) -> str:
    from sdggraph.io.graphs.files import write_graphml

    return write_graphml(plan)


def _gexf(plan: Plan) -> str:
    from sdggraph.io.graphs.files import write_gexf

    return write_gexf(plan)


def _node_link(plan: Plan) -> str:
    from sdggraph.io.graphs.files import write_node_link

    return write_node_link(plan)


def _cytoscape(plan: Plan) -> str:
    from sdggraph.io.graphs.files import write_cytoscape

    return write_cytoscape(plan)


def _dot(plan: Plan) -> str:
    from sdggraph.io.graphs.dot import write_dot

    return write_dot(plan)


def _mermaid(plan: Plan) -> Written:
    from sdggraph.io.graphs.mermaid import draw_mermaid

    return Written(*draw_mermaid(plan))


FORMATS: dict[str, tuple[tuple[str, ...], Callable[[Plan], str | bytes | Written]]] = {
    "yaml": ((".yaml", ".yml"), _yaml),
    "json": ((".json",), _json),
    "turtle": ((".ttl",), _turtle),
    "json-ld": ((".jsonld",), _json_ld),
    "n-triples": ((".nt",), _ntriples),
    "trig": ((".trig",), _trig),
    "n-quads": ((".nq",), _nquads),
    "rdf-xml": ((".rdf",), _rdf_xml),
    "workbook": ((".xlsx",), _workbook),
    "method-table": ((), _method_table),
    "csv": ((".csv",), _csv),
    "tsv": ((".tsv",), _tsv),
    "graphml": ((".graphml",), _graphml),
    "gexf": ((".gexf",), _gexf),
    "node-link": ((), _node_link),
    "cytoscape": ((".cyjs",), _cytoscape),
    "dot": ((".dot", ".gv"), _dot),
    "mermaid": ((".mmd", ".mermaid"), _mermaid),
}
"""Each format's file name endings and what writes it."""

RDF_FORMATS = {
    "turtle": "turtle",
    "json-ld": "json-ld",
    "n-triples": "nt",
    "trig": "trig",
    "n-quads": "nquads",
    "rdf-xml": "xml",
}
"""The formats that are RDF, with the name of each syntax."""


def read_source(source: str, form: str | None = None, stdin_name: str | None = None) -> Plan:
    """Read a plan from a file or from standard input (``-``).

    Args:
        source: The file.
        form: Which of ``RDF_FORMATS`` it is in, where its name doesn't tell.
        stdin_name: What standard input is called; the name's ending tells what it is.

    Raises:
        InputError: It can't be read as a plan.
    """
    if form is None:
        from sdggraph.io.load import PlanLoader

        return PlanLoader(stdin_name=stdin_name).load(source)
    from sdggraph.io.bytes_in import STDIN, read_bytes
    from sdggraph.io.rdf import plan_from_rdf

    name = stdin_name if source == STDIN and stdin_name else source
    return plan_from_rdf(read_bytes(source), RDF_FORMATS[form], name)


def format_of(name: str) -> str:
    """Give the format that a file's name asks for.

    Raises:
        OutputError: No format has this ending.
    """
    suffix = Path(name).suffix.lower()
    for form, (suffixes, _) in FORMATS.items():
        if suffix in suffixes:
            return form
    known = ", ".join(suffixes[0] for suffixes, _ in FORMATS.values() if suffixes)
    raise OutputError(
        words(f"no format has the ending “{suffix}”", f"ingen format har endelsen «{suffix}»"),
        place=Place(name),
        hint=words(f"known are {known}", f"kjente er {known}"),
    )


def write_plan(plan: Plan, form: str) -> str | bytes:
    """Give a plan in one of ``FORMATS``, as text or, for a workbook, as bytes.

    Raises:
        OutputError: The format can't hold what the plan says.
    """
    content = convert_plan(plan, form).content
    return content if isinstance(content, (str, bytes)) else "".join(content)


def convert_plan(plan: Plan, form: str) -> Written:
    """Give a plan in one of ``FORMATS``, and say what of it the format has no room for.

    Raises:
        OutputError: The format can't hold what the plan says.
    """
    made = FORMATS[form][1](plan)
    return made if isinstance(made, Written) else Written(made)
