"""The syntaxes of RDF, by the ends of file names; kept apart so that asking costs nothing."""

from __future__ import annotations

__all__ = ["RDF_SUFFIXES"]

RDF_SUFFIXES = {
    ".ttl": "turtle",
    ".nt": "nt",
    ".trig": "trig",
    ".nq": "nquads",
    ".jsonld": "json-ld",
    ".rdf": "xml",
}
"""The syntax of a file by the end of its name."""
