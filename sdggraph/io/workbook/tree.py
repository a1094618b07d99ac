"""A plan's values as a tree whose every value knows its cell, and the document that the plan reader reads of it.

The plan reader works on documents of tokens. A tree is laid out as such a document, so that a workbook is read by the
very code that reads plan files: the same types, the same findings, only that places are cells.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, cast

from sdggraph.base.places import Place, TextFile
from sdggraph.io.document import CLOSE, MAPPING, SCALAR, SEQUENCE, Document, Mapping

if TYPE_CHECKING:
    from sdggraph.io.tables.drafts import Cell

__all__ = ["Branch", "CellDocument", "Leaf", "Tree", "laid_out"]


class Leaf(NamedTuple):
    """A text and its cell; None is the open end of an interval."""

    text: str | None
    cell: Cell


@dataclass(slots=True)
class Branch:
    """Values by key, with the cell that the whole begins at."""

    cell: Cell
    values: dict[str, Tree] = field(default_factory=dict)

    def put(self, path: tuple[str, ...], value: Tree, cell: Cell) -> None:
        """Put a value at a path, with branches on the way."""
        here = self
        for key in path[:-1]:
            inner = here.values.setdefault(key, Branch(cell))
            if not isinstance(inner, Branch):
                return
            here = inner
        here.values[path[-1]] = value

    def say(self, path: tuple[str, ...], text: Leaf, language: str | None, own: str) -> None:
        """Say a text in a language; one without is in the plan's own, where others stand beside it."""
        here: Branch = self
        for key in path[:-1]:
            inner = here.values.setdefault(key, Branch(text.cell))
            if not isinstance(inner, Branch):
                return
            here = inner
        said = here.values.get(path[-1])
        if said is None and language is None:
            here.values[path[-1]] = text
            return
        if isinstance(said, Branch):
            said.values.setdefault(language or own, text)
            return
        texts = here.values[path[-1]] = Branch(text.cell)
        if isinstance(said, Leaf):
            texts.values[own] = said
        texts.values.setdefault(language or own, text)

    def list_at(self, path: tuple[str, ...], cell: Cell) -> list[Tree]:
        """Give the list at a path, made if it isn't there; a single value there gives way to it."""
        here = self
        for key in path[:-1]:
            inner = here.values.setdefault(key, Branch(cell))
            if not isinstance(inner, Branch):
                inner = here.values[key] = Branch(cell)
            here = inner
        found = here.values.get(path[-1])
        if not isinstance(found, list):
            found = here.values[path[-1]] = []
        return found


_TWO_SCALARS = bytes((SCALAR, SCALAR))
_LIST_BEGINS = bytes((SCALAR, SEQUENCE))
_LIST_ENDS = bytes((CLOSE,))

Tree: TypeAlias = "Leaf | Branch | list[Tree]"


@dataclass(slots=True)
class CellDocument(Document):
    """A document whose tokens stand in cells."""

    cells: list[Cell] = field(default_factory=list)

    def place(self, token: int) -> Place:
        """Give the cell of a token."""
        sheet, row, column = self.cells[token]
        return sheet.place(row, column)

    def text_of(self, token: int) -> str:
        """Give a scalar's text."""
        return self.file.text[self.starts[token] : self.ends[token]]


def laid_out(root: Branch, name: str) -> CellDocument:
    """Lay a tree out as a document."""
    layout = _Layout()
    values = layout.branch(root)
    bounds = array("I", accumulate(map(len, layout.texts), initial=0))
    file = TextFile(name, "".join(layout.texts))
    return CellDocument(file, values, bounds[:-1], bounds[1:], layout.kinds, cells=layout.cells)


@dataclass(slots=True)
class _Layout:
    """The tokens so far: the text of each (none of what only opens or closes), its kind and its cell."""

    texts: list[str] = field(default_factory=list)
    kinds: bytearray = field(default_factory=bytearray)
    cells: list[Cell] = field(default_factory=list)

    def _token(self, kind: int, text: str, cell: Cell) -> int:
        self.texts.append(text)
        self.kinds.append(kind)
        self.cells.append(cell)
        return len(self.kinds) - 1

    def _pair(self, key: str, leaf: Leaf) -> str | None:
        """Lay out a key and its text; nearly all of a workbook is such pairs, so that both are laid out at once."""
        self.texts += (key, leaf.text or "")
        self.kinds += _TWO_SCALARS
        self.cells += (leaf.cell, leaf.cell)
        return leaf.text

    def _list(self, key: str, leaves: list[Leaf]) -> list[str | None]:
        """Lay out a key and its list of texts at once."""
        first = leaves[0].cell
        self.texts += (key, "", *(leaf.text or "" for leaf in leaves), "")
        self.kinds += _LIST_BEGINS + bytes((SCALAR,)) * len(leaves) + _LIST_ENDS
        self.cells += (first, first, *(leaf.cell for leaf in leaves), first)
        return [leaf.text for leaf in leaves]

    def _value(self, tree: Tree, cell: Cell) -> Any:
        if isinstance(tree, Leaf):
            self._token(SCALAR, tree.text or "", tree.cell)
            return tree.text
        if isinstance(tree, Branch):
            return self.branch(tree)
        self._token(SEQUENCE, "", cell)
        values = [self._value(item, cell) for item in tree]
        self._token(CLOSE, "", cell)
        return values

    def branch(self, branch: Branch) -> Mapping:
        """Lay out a branch and all that is in it."""
        mapping = Mapping()
        mapping.at = self._token(MAPPING, "", branch.cell)
        for key, tree in branch.values.items():
            if isinstance(tree, Leaf):
                mapping[key] = self._pair(key, tree)
                continue
            if isinstance(tree, list) and tree and {Leaf} == {one.__class__ for one in tree}:
                mapping[key] = self._list(key, cast("list[Leaf]", tree))
                continue
            cell = _first_cell(tree) or branch.cell
            self._token(SCALAR, key, cell)
            mapping[key] = self._value(tree, cell)
        self._token(CLOSE, "", branch.cell)
        return mapping


def _first_cell(tree: Tree) -> Cell | None:
    if isinstance(tree, (Leaf, Branch)):
        return tree.cell
    return next((_first_cell(item) for item in tree), None)
