"""Writing Turtle and TriG as people like to read them: in the order of the plan, with short names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sdggraph.io.rdf.characters import escaped
from sdggraph.semantic.addresses import base_of
from sdggraph.semantic.terms import NAMESPACES, TYPE, XSD, Blank, Collection, Iri, Literal
from sdggraph.semantic.triples import triples

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdggraph.model.plan import Plan
    from sdggraph.semantic.terms import Part, Triple

__all__ = ["trig_text", "turtle_text", "write_trig", "write_turtle"]

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.\-]*[A-Za-z0-9_\-])?", re.ASCII)
_RELATIVE = re.compile(r"(?!\.{1,2}(?:/|$))[\w.~%\-][\w.~%/\-]*")
_HTTP = re.compile(r"https?://[^/?#]+/[^?#]*/")
_STEP = "    "
_LINE = 90
"""What is longer stands on several lines."""

_PREFIX_OF = {namespace: prefix for prefix, namespace in NAMESPACES.items()}


def write_turtle(plan: Plan) -> str:
    """Give a plan as Turtle."""
    return turtle_text(triples(plan), base_of(plan.id, plan.base_iri)[1])


def write_trig(plans: Iterable[Plan]) -> str:
    """Give several plans as TriG, each in a graph that has the plan's own IRI."""
    listed = list(plans)
    return trig_text({base_of(plan.id, plan.base_iri)[0]: triples(plan, listed) for plan in listed})


def turtle_text(statements: Iterable[tuple[Iri, Iri, Part]], base: str = "") -> str:
    """Give triples as Turtle: a block a subject, each where the subject first stands."""
    writer = _Writer(base)
    blocks = writer.blocks(statements)
    return writer.head() + "".join(f"\n{block}\n" for block in blocks)


def trig_text(graphs: dict[Iri, Iterable[Triple]]) -> str:
    """Give the triples of several named graphs as TriG."""
    writer = _Writer("")
    written = []
    for name, statements in graphs.items():
        inner = "\n".join(writer.blocks(statements)).replace("\n", "\n    ")
        written.append(f"\n{writer.term(name)} {{\n    {inner}\n}}\n")
    return writer.head() + "".join(written)


class _Writer:
    """Writes terms, and remembers which prefixes it has used."""

    def __init__(self, base: str) -> None:
        self.base = base if _HTTP.fullmatch(base) else ""
        self.used: set[str] = set()
        self._names: dict[str, str] = {}

    def head(self) -> str:
        """Give the base and the prefixes that were used."""
        lines = [f"@base <{self.base}> .\n"] if self.base else []
        lines += [f"@prefix {prefix}: <{NAMESPACES[prefix]}> .\n" for prefix in NAMESPACES if prefix in self.used]
        return "".join(lines)

    def blocks(self, statements: Iterable[tuple[Iri, Iri, Part]]) -> list[str]:
        """Give a block of text for each subject."""
        subjects: dict[Iri, dict[Iri, dict[Part, None]]] = {}
        for subject, predicate, value in statements:
            subjects.setdefault(subject, {}).setdefault(predicate, {})[value] = None
        return [self._block(subject, said) for subject, said in subjects.items()]

    def _block(self, subject: Iri, said: dict[Iri, dict[Part, None]]) -> str:
        lines = []
        for predicate, values in said.items():
            name = "a" if predicate == TYPE else self._iri(predicate)
            written = f"{name} {', '.join(self.term(value) for value in values)}"
            lines.append(
                written if not any(isinstance(one, (Blank, Collection)) for one in values) else _hanging(written)
            )
        return f"{self._iri(subject)} " + " ;\n    ".join(lines) + " ."

    def term(self, term: Part) -> str:
        """Give a term in its shortest form."""
        if isinstance(term, Collection):
            return self._collection(term)
        if isinstance(term, Blank):
            return self._blank(term)
        if isinstance(term, Literal):
            return self._literal(term)
        return self._iri(term)

    def _blank(self, term: Blank) -> str:
        """Write a node without a name: on one line if that is short, else a line for each thing said of it."""
        names = ("a" if predicate == TYPE else self._iri(predicate) for predicate, _ in term.said)
        said = [f"{name} {self._long(value)}" for name, (_, value) in zip(names, term.said, strict=True)]
        line = f"[ {' ; '.join(said)} ]"
        if len(line) <= _LINE and "\n" not in line:
            return line
        return "[\n" + " ;\n".join(_indented(one) for one in said) + "\n]"

    def _long(self, term: Part) -> str:
        """Write a text of several lines on several lines."""
        if isinstance(term, Literal) and "\n" in term.text and term.datatype == XSD.string:
            lines = (escaped(line) for line in term.text.split("\n"))
            return '"""' + "\n".join(lines) + '"""'
        return self.term(term)

    def _collection(self, term: Collection) -> str:
        if any(isinstance(member, Blank) for member in term.members):
            members = [self.term(one) for one in term.members]
            if sum(map(len, members)) > _LINE or any("\n" in one for one in members):
                return "(\n" + "\n".join(_indented(one) for one in members) + "\n)"
        listed = f"( {' '.join(self.term(one) for one in term.members)} )"
        if term.kind is None or term.by is None:
            return listed
        return f"[ a {self._iri(term.kind)} ; {self._iri(term.by)} {listed} ]"

    def _literal(self, term: Literal) -> str:
        if term.datatype in (XSD.decimal, XSD.integer):
            return term.text
        if term.datatype == XSD.boolean:
            return term.text
        quoted = f'"{escaped(term.text)}"'
        if term.language:
            return f"{quoted}@{term.language}"
        return quoted if term.datatype == XSD.string else f"{quoted}^^{self._iri(term.datatype)}"

    def _iri(self, iri: str) -> str:
        name = self._names.get(iri)
        if name is None:
            name = self._names[iri] = self._shortened(iri)
        return name

    def _shortened(self, iri: str) -> str:
        if self.base and iri.startswith(self.base) and _RELATIVE.fullmatch(iri[len(self.base) :]):
            return f"<{iri[len(self.base) :]}>"
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = _PREFIX_OF.get(iri[:cut])
        if prefix is not None and _LOCAL.fullmatch(iri[cut:]):
            self.used.add(prefix)
            return f"{prefix}:{iri[cut:]}"
        return f"<{iri}>"


def _indented(text: str) -> str:
    return _STEP + _hanging(text)


def _hanging(text: str) -> str:
    """Indent all lines but the first; a long string keeps its own."""
    return text.replace("\n", "\n" + _STEP)
