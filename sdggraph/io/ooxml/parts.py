"""The parts of a workbook and how they refer to each other: parts changed or added, with what must know of them."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sdggraph.io.ooxml.package import attributes, escaped, repacked, unwritable
from sdggraph.io.tables.archive import Archive, open_archive

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Parts", "Relation"]

_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_RELATIONS_END = re.compile(rb"<((?:\w+:)?)Relationships\b([^>]*?)/>|</((?:\w+:)?)Relationships\s*>")
_TYPES_END = re.compile(rb"</((?:\w+:)?)Types\s*>")
_NO_RELATIONS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """That a part refers to another: by an id, as what, and to which part."""

    id: str
    kind: str
    target: str


@dataclass
class Parts:
    """A workbook's parts, those that have changed before those of the file."""

    data: bytes
    name: str
    changed: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Open the file."""
        self.archive: Archive = open_archive(self.data, self.name)

    def saved(self) -> bytes:
        """Give the whole file."""
        return repacked(self.data, self.changed, self.name)

    def has(self, path: str) -> bool:
        """Say whether there is such a part."""
        return path in self.changed or path in self.archive.parts

    def part(self, path: str) -> bytes:
        """Give a part's bytes; nothing where there is none."""
        return self.changed.get(path) or self.archive.part(path)

    def unused(self, pattern: str) -> str:
        """Give a path that no part has: ``xl/comments{}.xml`` with the first free number."""
        number = 1
        while self.has(pattern.format(number)):
            number += 1
        return pattern.format(number)

    def relations(self, path: str) -> Iterator[Relation]:
        """Give what a part refers to within the file."""
        folder = posixpath.dirname(path)
        for tag in _RELATION.findall(self.part(_relations_of(path))):
            said = {key: value.decode("utf-8", "replace") for key, value in attributes(tag).items()}
            target = said.get(b"Target", "")
            whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
            yield Relation(said.get(b"Id", ""), said.get(b"Type", "").rpartition("/")[2], whole)

    def relate(self, path: str, kind: str, target: str) -> str:
        """Have a part refer to another, and give the reference's id."""
        file = _relations_of(path)
        xml = self.part(file) or _NO_RELATIONS
        taken = {one.id for one in self.relations(path)}
        number = len(taken) + 1
        while f"rId{number}" in taken:
            number += 1
        end = _RELATIONS_END.search(xml)
        if end is None:
            raise unwritable(self.name, None)
        prefix = (end[1] if end[1] is not None else end[3]).decode()
        tag = f'<{prefix}Relationship Id="rId{number}" Type="{_KINDS}{kind}" Target="/{escaped(target)}"/>'.encode()
        closing = b"</%bRelationships>" % prefix.encode()
        opening = b"<%bRelationships%b>" % (prefix.encode(), end[2]) if end[1] is not None else b""
        self.changed[file] = xml[: end.start()] + opening + tag + closing + xml[end.end() :]
        return f"rId{number}"

    def declare(self, path: str, kind: str) -> None:
        """Say of what content type a part is, one part or (``*.vml``) all with an ending."""
        xml = self.part(_TYPES)
        end = _TYPES_END.search(xml)
        if end is None:
            raise unwritable(self.name, None)
        prefix = end[1].decode()
        if path.startswith("*."):
            if re.search(rb"""Extension\s*=\s*["']%b["']""" % path[2:].encode(), xml, re.IGNORECASE):
                return
            tag = f'<{prefix}Default Extension="{path[2:]}" ContentType="{kind}"/>'
            at = xml.find(b"<", xml.find(b"Types") + 1)  # defaults stand before the single parts
        else:
            tag = f'<{prefix}Override PartName="/{escaped(path)}" ContentType="{kind}"/>'
            at = end.start()
        self.changed[_TYPES] = xml[:at] + tag.encode() + xml[at:]


def _relations_of(path: str) -> str:
    folder, _, file = path.rpartition("/")
    return f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
