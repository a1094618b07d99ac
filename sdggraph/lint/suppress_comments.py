"""Suppressions in YAML comments: ``# sdggraph: ignore[SDG202] measured by the county``.

At the end of a line a comment covers what is found on that line; on a line of its own, the next one. Where a node
begins on the covered line, it covers all that is found of that node. Comments are looked for in the text's own lines,
and whatever only looks like one inside a quoted or block text is passed over.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdggraph.base.diagnostics import Edit, Fix
from sdggraph.base.words import words
from sdggraph.io.document import SCALAR, Document
from sdggraph.lint.suppress import Suppression
from sdggraph.rules.rule_names import code_meant

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from sdggraph.base.places import Origin, TextFile
    from sdggraph.model.plan import Plan
    from sdggraph.model.reading import Reading
    from sdggraph.rules.rule import Rule

__all__ = ["Comment", "suppressions_in"]

_COMMENT = re.compile(r"#[ \t]*sdggraph:[ \t]*ignore\b[ \t]*(?:\[([^\]\r\n]*)\])?([^\r\n]*)")
_WITHOUT_COMMENTS = (".json", ".csv", ".tsv", ".xlsx", ".xlsm")
_CODE = re.compile(r"[^\s,]+")
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, eq=False)
class Comment:
    """One comment: its text file and offsets, what stands in its brackets and where."""

    file: TextFile
    start: int
    end: int
    written: tuple[tuple[str, str], ...]
    """Each rule's code, and how it is written."""
    inside: tuple[int, int]

    def without(self, codes: Collection[str]) -> Fix:
        """Give the sure fix that takes some codes out of the comment, and the whole comment if none is left."""
        kept = [written for code, written in self.written if code not in codes]
        if kept:
            return _fix(self.file, *self.inside, ", ".join(kept))
        line, column = self.file.line_column(self.start)
        before = self.file.line(line)[: column - 1]
        if before.strip():
            return _fix(self.file, self.start - (len(before) - len(before.rstrip())), self.end, "")
        ending = _LINE_END.match(self.file.text, self.end)
        return _fix(self.file, self.start - len(before), ending.end() if ending else self.end, "")


def suppressions_in(plan: Plan, rules: Mapping[str, Rule]) -> Iterator[Suppression]:
    """Give the suppressions in the comments of a plan's file and of its libraries."""
    reading = plan.reading
    if reading is None:
        return
    for file in reading.files.values():
        found = [] if file.name.lower().endswith(_WITHOUT_COMMENTS) else list(_COMMENT.finditer(file.text))
        if not found:
            continue
        document = _document(reading, file)
        if document is None:
            continue
        nodes = _nodes_by_line(plan, file)
        lines: dict[int, int] = {}
        for match in found:
            if _is_comment(document, match.start()):
                for one in _suppressions(plan.id, match, document, rules, lines):
                    one.nodes = frozenset(nodes.get(one.line[1] if one.line else 0, ()))
                    yield one


def _suppressions(
    plan: str, match: re.Match[str], document: Document, rules: Mapping[str, Rule], lines: dict[int, int]
) -> Iterator[Suppression]:
    file = document.file
    codes = list(_CODE.finditer(file.text, match.start(1), match.end(1))) if match[1] else []
    written = tuple((_code(one[0], rules), one[0]) for one in codes)
    inside = (codes[0].start(), codes[-1].end()) if codes else match.span()
    comment = Comment(file, match.start(), match.end(), written, inside)
    line = (file.name, _covered(file, document, match.start(), lines))
    reason = match[2].strip(" \t:-\u2013\u2014")
    if not codes:
        yield Suppression("", plan, "comment", file.span(*match.span()), reason, line, group=comment)
    for (code, _), one in zip(written, codes, strict=True):
        yield Suppression(code, plan, "comment", file.span(*one.span()), reason, line, group=comment)


def _code(written: str, rules: Mapping[str, Rule]) -> str:
    meant = code_meant(written, rules)
    return meant if meant in rules and meant is not None else written


def _document(reading: Reading, file: TextFile) -> Document | None:
    """Give the tokens of a file: those that a place of it goes back to, else by reading it again."""
    for origin in reading.origins.values():
        document = _document_of(origin)
        if document is not None and document.file is file:
            return document
    from sdggraph.base.errors import InputError
    from sdggraph.io.plan_file import parse_document

    try:
        return parse_document(file.text, file.name)
    except InputError:
        return None


def _document_of(origin: Origin) -> Document | None:
    inner = getattr(origin, "origin", origin)
    document = getattr(inner, "document", None)
    return document if isinstance(document, Document) else None


def _is_comment(document: Document, offset: int) -> bool:
    """Say whether the ``#`` at an offset begins a comment, not a piece of a text."""
    text = document.file.text
    return (not offset or text[offset - 1] in " \t\r\n") and not _in_text(document, offset)


def _in_text(document: Document, offset: int) -> bool:
    at = bisect_right(document.starts, offset) - 1
    while at >= 0 and document.kinds[at] != SCALAR:
        at -= 1
    return at >= 0 and document.starts[at] < offset < document.ends[at]


def _covered(file: TextFile, document: Document, offset: int, known: dict[int, int]) -> int:
    """Give the line that a comment covers: its own, or the next one if it stands alone.

    What was found is kept in ``known``, so that a long row of comments is walked once.
    """
    line = first = file.line_column(offset)[0]
    while line not in known:
        content = file.line(line)
        indent = len(content) - len(content.lstrip())
        if content[indent : indent + 1] != "#" or _in_text(document, file.offset(line, indent + 1)):
            known[line] = line
        else:
            line += 1
    known.update(dict.fromkeys(range(first, line), known[line]))
    return known[line]


def _nodes_by_line(plan: Plan, file: TextFile) -> dict[int, list[str]]:
    """Give the nodes that begin on each line of a file; the plan itself begins at its key, ``plan:``."""
    nodes: dict[int, list[str]] = defaultdict(list)
    origins = plan.reading.origins if plan.reading is not None else {}
    for node, origin in origins.items():
        place = origin.place()
        if place.file == file.name and place.line is not None:
            nodes[place.line].append(node)
    document = _document_of(origins[plan.id]) if plan.id in origins else None
    if document is not None and document.file is file:
        key = document.place(document.find(0, ("plan",), key=True))
        nodes[key.line or 0].append(plan.id)
    return nodes


def _fix(file: TextFile, start: int, end: int, text: str) -> Fix:
    edit = Edit(file.name, file.line_column(start), file.line_column(end), text)
    description = (
        words(
            "take the rules that nothing is found of out of the comment",
            "ta reglene som ikke gir funn, ut av kommentaren",
        )
        if text
        else words("remove the comment", "fjern kommentaren")
    )
    return Fix(safe=True, description=description, edits=(edit,))
