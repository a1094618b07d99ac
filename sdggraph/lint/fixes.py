"""Fixes applied to texts: by line and column, whole or not at all, what overlaps left for a later pass."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from sdggraph.base.places import TextFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sdggraph.base.diagnostics import Diagnostic, Edit, Fix, TextName

__all__ = ["Mended", "apply_fixes", "fixes_of"]

Span: TypeAlias = tuple[int, int, str]
"""An edit as offsets: from, up to, and what stands there instead."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What fixes made of some texts: those that changed, by name, and the diagnostics whose fixes were taken."""

    texts: Mapping[TextName, str]
    taken: tuple[Diagnostic, ...]


def fixes_of(diagnostics: Iterable[Diagnostic], *, unsafe: bool = False) -> list[Diagnostic]:
    """Give the diagnostics that can be mended, the sure ones first."""
    mendable = [one for one in diagnostics if one.fix is not None and one.fix.edits and (one.fix.safe or unsafe)]
    return sorted(mendable, key=lambda one: one.fix is not None and not one.fix.safe)


def apply_fixes(texts: Mapping[TextName, str], diagnostics: Iterable[Diagnostic]) -> Mended:
    """Apply the fixes of diagnostics to texts (files, or cells of tables), by name, as far as they don't overlap.

    A fix is taken whole or not at all, also where its edits stand in several texts. One that overlaps an earlier one is
    left out: after another look at the new texts it may still be wanted. One that was taken already, because two
    diagnostics have the same fix, counts for both.
    """
    sheets = {name: _Sheet(TextFile(str(name), text)) for name, text in texts.items()}
    taken = [one for one in diagnostics if one.fix is not None and _take(one.fix, sheets)]
    changed = {name: sheet.mended() for name, sheet in sheets.items() if sheet.edits}
    return Mended({name: text for name, text in changed.items() if text != texts[name]}, tuple(taken))


@dataclass(slots=True)
class _Sheet:
    """One text and the edits taken so far, in order, as offsets; no two of them touch."""

    file: TextFile
    edits: list[Span] = field(default_factory=list)

    def offsets(self, edit: Edit) -> Span | None:
        """Give an edit as offsets, or None if it lies outside the text."""
        try:
            start, end = self.file.offset(*edit.start), self.file.offset(*edit.end)
        except IndexError:
            return None
        return (start, end, edit.text) if 0 <= start <= end <= len(self.file.text) else None

    def has(self, edit: Span) -> bool:
        at = bisect_left(self.edits, edit)
        return at < len(self.edits) and self.edits[at] == edit

    def is_free(self, edit: Span) -> bool:
        """Say whether an edit touches none that was taken: two that only meet could still spoil each other."""
        at = bisect_left(self.edits, edit)
        after_last = at == 0 or self.edits[at - 1][1] < edit[0]
        before_next = at == len(self.edits) or edit[1] < self.edits[at][0]
        return after_last and before_next

    def add(self, edit: Span) -> None:
        self.edits.insert(bisect_left(self.edits, edit), edit)

    def mended(self) -> str:
        text, done = self.file.text, 0
        pieces: list[str] = []
        for start, end, new in self.edits:
            pieces += (text[done:start], new)
            done = end
        return "".join([*pieces, text[done:]])


def _take(fix: Fix, sheets: Mapping[TextName, _Sheet]) -> bool:
    wanted: list[tuple[_Sheet, Span]] = []
    for edit in fix.edits:
        sheet = sheets.get(edit.within)
        offsets = sheet.offsets(edit) if sheet is not None else None
        if sheet is None or offsets is None:
            return False
        wanted.append((sheet, offsets))
    if all(sheet.has(edit) for sheet, edit in wanted):
        return True
    if not all(sheet.is_free(edit) for sheet, edit in wanted):
        return False
    spans = sorted((id(sheet), edit) for sheet, edit in wanted)
    if any(one[0] == two[0] and two[1][0] <= one[1][1] for one, two in pairwise(spans)):
        return False
    for sheet, span in wanted:
        sheet.add(span)
    return True
