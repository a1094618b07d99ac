"""What people call the properties, and what each says: for the ontology. The relations' words are the table's own."""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING

from sdggraph.base.words import words
from sdggraph.model.relations import RELATIONS
from sdggraph.semantic.fields import relation_iri
from sdggraph.semantic.vocabulary import local
from sdggraph_ontology import data_path

if TYPE_CHECKING:
    from sdggraph.base.words import Words

__all__ = ["property_label", "property_meaning", "worded"]

_COLUMNS = ["name", "label_en", "label_nb", "meaning_en", "meaning_nb"]

_RELATIONS = {local(relation_iri(name)): relation for name, relation in RELATIONS.items()}


@cache
def worded() -> dict[str, tuple[Words, Words]]:
    """Give label and meaning of each property that no relation has words for."""
    with data_path("property-words.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        if next(reader) != _COLUMNS:
            raise ValueError("property-words.csv has other columns")
        return {name: (words(en, nb), words(means, betyr)) for name, en, nb, means, betyr in reader}


def property_label(name: str) -> Words:
    """Give what people call a property."""
    relation = _RELATIONS.get(name)
    return relation.forward if relation else worded()[name][0]


def property_meaning(name: str) -> Words:
    """Say what a property says."""
    relation = _RELATIONS.get(name)
    return relation.meaning if relation else worded()[name][1]
