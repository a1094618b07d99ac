"""A plan's values as a tree whose every value knows its cell, and the document that the plan reader reads of it.

The plan reader works on documents of tokens. A tree is laid out as such a document, so that a workbook is read by the
very code that reads plan files: the same types, the same findings, only that places are cells.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from sdggraph.base.places import Place, TextFile
from sdggraph.io.document import CLOSE, MAPPING, SCALAR, SEQUENCE, Document, Mapping

if TYPE_CHECKING:
    from sdggraph.io.tables.drafts import Cell

__all__ = ["Branch", "CellDocument", "Leaf", "Tree", "laid_out"]


@dataclass(frozen=True, slots=True)
class Leaf:
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
    layout = _Layout(CellDocument(TextFile(name, "")))
    layout.document.root = layout.branch(root)
    layout.document.file = TextFile(name, "".join(layout.texts))
    return layout.document


@dataclass(slots=True)
class _Layout:
    document: CellDocument
    texts: list[str] = field(default_factory=list)
    length: int = 0

    def _token(self, kind: int, text: str, cell: Cell) -> int:
        document = self.document
        document.kinds.append(kind)
        document.starts.append(self.length)
        self.length += len(text)
        document.ends.append(self.length)
        document.cells.append(cell)
        self.texts.append(text)
        return len(document.kinds) - 1

    def _pair(self, key: str, leaf: Leaf) -> str | None:
        """Lay out a key and its text; nearly all of a workbook is such pairs, so that both are laid out at once."""
        document, text, start = self.document, leaf.text or "", self.length
        middle = start + len(key)
        self.length = end = middle + len(text)
        document.kinds += _TWO_SCALARS
        document.starts.extend((start, middle))
        document.ends.extend((middle, end))
        document.cells += (leaf.cell, leaf.cell)
        self.texts += (key, text)
        return leaf.text

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
            cell = _first_cell(tree) or branch.cell
            self._token(SCALAR, key, cell)
            mapping[key] = self._value(tree, cell)
        self._token(CLOSE, "", branch.cell)
        return mapping


def _first_cell(tree: Tree) -> Cell | None:
    if isinstance(tree, (Leaf, Branch)):
        return tree.cell
    return next((_first_cell(item) for item in tree), None)
