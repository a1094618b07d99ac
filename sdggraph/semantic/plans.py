"""From triples to plans."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from sdggraph.base.diagnostics import Finding
from sdggraph.base.places import FixedOrigin, Place
from sdggraph.base.slugs import slug
from sdggraph.catalogue import code_of_iri
from sdggraph.graph.index import ABOUT, NEGATIVE
from sdggraph.model.codes import code_kind, natural_key
from sdggraph.model.nodes import Prioritisation, Selection
from sdggraph.model.parts import Claim
from sdggraph.model.plan import SECTIONS, FollowedPlan, Plan
from sdggraph.model.preconditions import preconditions_of
from sdggraph.model.reading import Reading
from sdggraph.model.relations import FIELDS
from sdggraph.semantic.addresses import base_of
from sdggraph.semantic.fields import FieldForm, Form, forms, relation_iri
from sdggraph.semantic.foreign import in_our_terms
from sdggraph.semantic.left_over import left_over
from sdggraph.semantic.names import LABELS, Names
from sdggraph.semantic.standard_terms import DERIVED
from sdggraph.semantic.statements import Statements
from sdggraph.semantic.terms import NAMESPACES, RDFS, SG, TYPE, Iri
from sdggraph.semantic.triples import FIELD_OF_CODE
from sdggraph.semantic.values import expected, scalar_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sdggraph.model.record import Record
    from sdggraph.semantic.terms import Triple

__all__ = ["plans_of"]

_ABOUT, _AGAINST = relation_iri(ABOUT), relation_iri(NEGATIVE)
_FOLLOWS_FROM_OTHERS = (TYPE, SG.inPlan, SG.position, SG.dateStart, SG.dateEnd, _ABOUT, SG.field)
_RECORDS = {record.__name__: record for record in SECTIONS.values()}


def plans_of(statements: Iterable[Triple], name: str, lines: Mapping[str, int] | None = None) -> list[Plan]:
    """Give every plan that triples tell of, with its places and findings.

    Args:
        statements: The triples.
        name: The name of the file that they stand in.
        lines: The line of each subject, where it is known.
    """
    said = Statements(in_our_terms(statements, name))
    found = [iri for iri in said.of_type(SG.Plan) if set(said.properties(iri)) - {TYPE, SG.id}]
    readers = [_PlanReader(said, iri, name, lines or {}, alone=len(found) == 1) for iri in found]
    plans = [reader.read() for reader in readers]
    for reader in readers:
        reader.note_left()
    return plans


class _PlanReader:
    def __init__(  # what a plan is read from
        self, said: Statements, plan: Iri, name: str, lines: Mapping[str, int], *, alone: bool
    ) -> None:
        self.said = said
        self.plan = plan
        self.id = said.text(plan, SG.id) or unquote(plan.rstrip("/#").rpartition("/")[2]) or slug(name, "plan")
        self.language = said.text(plan, SG.language) or "nb"
        self.reading = Reading(name)
        self.lines = lines
        self.alone = alone
        self.names = Names(said, plan, alone=alone)
        self.read_as: dict[Form, Callable[[Iri, FieldForm], Any]] = {
            Form.TEXT: self._text,
            Form.SCALAR: self._scalar,
            Form.VALUES: self._values,
            Form.TEXTS: self._texts,
            Form.ENTRIES: self._entries,
            Form.INTERVAL: self._interval,
            Form.INTERVALS: self._intervals,
            Form.RECORD: self._record_of,
            Form.RECORDS: self._records_of,
            Form.REFERENCE: self._reference,
            Form.REFERENCES: self._references,
            Form.CLAIMS: self._claims,
        }

    def read(self) -> Plan:
        """Read the plan, then its sections."""
        members = self.names.members()
        values = self._values_of(Plan, self.plan)
        values["id"] = self.id
        if "language" not in values:
            self._note("SDG009", self.plan, ("language",), key="language")
            values["language"] = self.language
        if not values.get("base_iri") and base_of(self.id, None)[0] != self.plan:
            values["base_iri"] = self.plan + "/"
        self.reading.origins[self.id] = self._origin(self.plan)
        for section, nodes in members.items():
            values[section] = tuple(self._node(SECTIONS[section], node) for node in nodes)
        self._only_related(values)
        return Plan.trusted(values).read_as(self.reading)

    def _node(self, record: type[Record], node: Iri) -> Record:
        values = self._values_of(record, node)
        scoped = record in (Prioritisation, Selection)
        values["code" if scoped else "id"] = self.names.code(node) if scoped else self.names.of[node]
        self._required(record, node, values)
        made = record.trusted(values)
        name = f"{self.id}:{self.names.of[node]}"
        first = self.reading.origins.setdefault(name, self._origin(node))
        if first.place() != self._place(node):
            self._note("SDG006", node, (), id=self.names.of[node])
        if isinstance(made, (Prioritisation, Selection)):
            for inner, _ in preconditions_of(made):
                self.reading.origins.setdefault(f"{self.id}:{inner.id}", self._origin(node))
        return made

    def _required(self, record: type[Record], node: Iri, values: Mapping[str, Any]) -> None:
        iris = {form.name: form.iri for form in forms(record)}
        for key, name in record.required().items():
            if name not in values and iris[name] not in self.said.properties(node):
                self._note("SDG009", node, (key,), key=key)

    def _only_related(self, values: dict[str, Any]) -> None:
        """Take in what the plan prioritises, selects or follows up and says nothing more of."""
        for section in ("goals", "targets"):
            relation, _ = FIELDS["Plan", section]
            known = {record.code for record in values.get(section, ())}
            met = [code_of_iri(node) for node in self.said.nodes(self.plan, relation_iri(relation))]
            fresh = [SECTIONS[section].trusted({"code": code}) for code in met if code and code not in known]
            if fresh:
                values[section] = (*values.get(section, ()), *fresh)
        followed = {follow.plan for follow in values.get("follows_up", ())}
        plain = [self.names.named(node) for node in self.said.nodes(self.plan, relation_iri("follows_up"))]
        more = [FollowedPlan.trusted({"plan": name}) for name in plain if name not in followed]
        if more:
            values["follows_up"] = (*values.get("follows_up", ()), *more)

    # --- values ---------------------------------------------------------------------------------------------------

    def _values_of(self, record: type[Record], node: Iri) -> dict[str, Any]:
        """Read the fields of a record; those of which nothing is said are left out."""
        self.said.use(node, *_FOLLOWS_FROM_OTHERS, *DERIVED.get(record.__name__, ()))
        values: dict[str, Any] = {}
        for form in forms(record):
            word = self.said.text(node, form.word) if form.word is not None else ""
            value = word if word in form.words and word else self.read_as[form.form](node, form)
            if value is not None and value != ():
                values[form.name] = value
        return values

    def _text(self, node: Iri, form: FieldForm) -> Any:
        literals = self.said.literals(node, form.iri)
        if not literals and form.iri == RDFS.label:
            literals = next((found for label in LABELS if (found := self.said.literals(node, label))), [])
        return text_of(literals, self.language) if literals else None

    def _scalar(self, node: Iri, form: FieldForm) -> Any:
        literals = self.said.literals(node, form.iri)
        for literal in literals[1:]:
            self._wrong(node, form, literal.text)
        try:
            return scalar_of(form, literals[0]) if literals else None
        except ValueError:
            return self._wrong(node, form, literals[0].text)

    def _wrong(self, node: Iri, form: FieldForm, found: str) -> None:
        self._note("SDG010", node, (form.key,), field=form.key, expected=expected(form), found=found[:40])

    def _values(self, node: Iri, form: FieldForm) -> tuple[str, ...]:
        texts = [literal.text for literal in self.said.literals(node, form.iri)]
        for text in texts:
            if form.words and text not in form.words:
                self._wrong(node, form, text)
        return tuple(text for text in texts if not form.words or text in form.words)

    def _texts(self, node: Iri, form: FieldForm) -> tuple[Any, ...]:
        said = [self.said.literals(one, SG.text) for one in self._items(node, form)]
        return tuple(text_of(texts, self.language) if texts else "" for texts in said)

    def _entries(self, node: Iri, form: FieldForm) -> tuple[str, ...]:
        return tuple(self.said.text(one, SG.entry) for one in self._items(node, form))

    def _items(self, node: Iri, form: FieldForm) -> list[Iri]:
        items = self.said.in_order(node, form.iri)
        for one in items:
            self.said.use(one, *_FOLLOWS_FROM_OTHERS)
        return items

    def _interval(self, node: Iri, form: FieldForm) -> Any:
        found = self._intervals(node, form)
        return found[0] if found else None

    def _intervals(self, node: Iri, form: FieldForm) -> tuple[Any, ...]:
        return tuple(
            tuple(self._scalar(one, _end(form, end)) for end in (SG.low, SG.high)) for one in self._items(node, form)
        )

    def _record_of(self, node: Iri, form: FieldForm) -> Any:
        found = self._records_of(node, form)
        return found[0] if found else None

    def _records_of(self, node: Iri, form: FieldForm) -> tuple[Any, ...]:
        return tuple(self._part(form, one) for one in self._items(node, form))

    def _part(self, form: FieldForm, node: Iri) -> Record:
        record = form.record
        if record is None:
            raise TypeError(f"{form.name} holds no records")
        if self.names.kinds.get(node) == "Precondition":
            self.said.use(node, SG.type, relation_iri("conditions"))
        values = self._values_of(record, node)
        self._required(record, node, values)
        return record.trusted(values)

    # --- references -----------------------------------------------------------------------------------------------

    def _reference(self, node: Iri, form: FieldForm) -> str | None:
        found = self._references(node, form)
        for more in found[1:]:
            self._wrong(node, form, more)
        return found[0] if found else None

    def _references(self, node: Iri, form: FieldForm) -> tuple[str, ...]:
        """Read the references of one field: a relation may stand in several, told apart by what they name."""
        texts: list[str] = []
        covered: set[Iri] = set()
        for written in self.said.nodes(node, SG.hasWrittenReference):
            if self.said.text(written, SG.field) == form.key:
                self.said.use(written, TYPE)
                texts.append(self.said.text(written, SG.reference))
                covered.update(self.said.nodes(written, SG.refersTo))
        plain = [target for target in self.said.nodes(node, form.iri) if target not in covered]
        texts += [self.names.named(target) for target in plain if self._belongs(node, form, target)]
        return tuple(sorted(texts, key=lambda text: (natural_key(text), text)))

    def _belongs(self, node: Iri, form: FieldForm, target: Iri) -> bool:
        join = form.join
        kind = self.names.kind(target)
        if join is None or kind in join.targets:
            return join is not None
        record = _RECORDS.get(self.names.kinds.get(node, ""), Plan)
        alike = [one for one in forms(record) if one.iri == form.iri and one.form is not Form.CLAIMS]
        claimed = form.relation == "contributes_to" and kind in ("Goal", "Target")
        fits_another = any(kind in one.join.targets for one in alike if one.join is not None)
        return alike[0] is form and not claimed and not fits_another

    def _claims(self, node: Iri, form: FieldForm) -> tuple[Claim, ...]:
        claims: list[Claim] = []
        covered: set[str] = set()
        for one in self.said.nodes(node, form.iri):
            code = self.names.code(one)
            covered.add(code)
            if (self.said.text(one, SG.field) or FIELD_OF_CODE.get(code_kind(code) or "")) == form.name:
                claims.append(Claim.trusted({**self._values_of(Claim, one), "code": code}))
        for relation, role in ((relation_iri(form.relation), "primary"), (_AGAINST, "negative")):
            for target in self.said.nodes(node, relation):
                plain = code_of_iri(target)
                if plain and plain not in covered and FIELD_OF_CODE.get(code_kind(plain) or "") == form.name:
                    claims.append(Claim.trusted({"code": plain, "role": role}))
        return tuple(claims)

    # --- findings -------------------------------------------------------------------------------------------------

    def note_left(self) -> None:
        """Note what is said of the plan's nodes and wasn't understood, once for each kind of thing."""
        for one in left_over(self.said, self.plan, self.names, alone=self.alone):
            self._note("SDG005", one.subject, (), variant=one.variant, key=_short(one.key), number=one.number)

    def _place(self, node: Iri) -> Place:
        return Place(self.reading.name, self.lines.get(node), subject=node)

    def _origin(self, node: Iri) -> FixedOrigin:
        return FixedOrigin(self._place(node))

    def _note(self, rule: str, node: Iri, path: tuple[str, ...], variant: str | None = None, **values: object) -> None:
        subject = f"{self.id}:{self.names.of[node]}" if node in self.names.of else self.id
        finding = Finding(rule, subject, path, values, (), self._place(node), None, None, variant)
        if finding not in self.reading.findings:
            self.reading.findings.append(finding)


def _end(form: FieldForm, iri: Iri) -> FieldForm:
    from decimal import Decimal

    return FieldForm(form.name, form.key, Form.SCALAR, iri, scalar=(Decimal,))


def _short(iri: Iri) -> str:
    for prefix, namespace in NAMESPACES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
