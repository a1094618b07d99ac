"""The UN's goals, targets and indicators and the national goals: kept, parsed, repaired and searched."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from sdggraph.catalogue.code_reading import CodeReading
from sdggraph.catalogue.reading import is_code_like, read_code
from sdggraph.catalogue.tables import codes, exists

if TYPE_CHECKING:
    from sdggraph.catalogue.cells import CodePiece, split_codes
    from sdggraph.catalogue.entry import CatalogueEntry, describe
    from sdggraph.catalogue.find import Hit, search
    from sdggraph.catalogue.iris import code_of_iri, iri_of
    from sdggraph.catalogue.records import Catalogue, catalogue

__all__ = [
    "Catalogue",
    "CatalogueEntry",
    "CodePiece",
    "CodeReading",
    "Hit",
    "catalogue",
    "code_of_iri",
    "codes",
    "describe",
    "exists",
    "iri_of",
    "is_code_like",
    "read_code",
    "search",
    "split_codes",
]

_MODULES = {
    "Catalogue": "records",
    "CatalogueEntry": "entry",
    "CodePiece": "cells",
    "Hit": "find",
    "catalogue": "records",
    "code_of_iri": "iris",
    "describe": "entry",
    "iri_of": "iris",
    "search": "find",
    "split_codes": "cells",
}


def __getattr__(name: str) -> object:
    """Load what isn't needed to look up a code when it's asked for."""
    if name in _MODULES:
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
