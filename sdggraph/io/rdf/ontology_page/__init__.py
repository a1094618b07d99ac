"""The ontology as a page that people read: every class and property, in both languages, with examples."""

from __future__ import annotations

from sdggraph.io.rdf.ontology_page.page import ontology_page

__all__ = ["ontology_page"]
