"""From a plan to triples."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from sdggraph.catalogue import codes
from sdggraph.graph.index import ABOUT, NEGATIVE
from sdggraph.model.codes import code_kind, natural_key
from sdggraph.model.nodes import Interaction
from sdggraph.model.parts import Period
from sdggraph.model.relations import FIELDS
from sdggraph.model.scalars import PlanDate
from sdggraph.model.texts import by_language
from sdggraph.semantic.addresses import Addresses, addresses, encoded
from sdggraph.semantic.fields import FieldForm, Form, class_iri, forms, relation_iri
from sdggraph.semantic.references import References
from sdggraph.semantic.standard_terms import StandardTerms
from sdggraph.semantic.terms import SG, TYPE, XSD, Iri, Literal, decimal, tagged, whole

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator

    from sdggraph.model.plan import Plan
    from sdggraph.model.record import Record
    from sdggraph.semantic.terms import Triple

__all__ = ["FIELD_OF_CODE", "triples"]

FIELD_OF_CODE = {"goal": "goals", "target": "targets"}
"""The field in which a claim to a goal or to a target stands."""

_NOTHING: tuple[Any, ...] = ((), "", {})
_ABOUT, _AGAINST, _INTERACTS = relation_iri(ABOUT), relation_iri(NEGATIVE), relation_iri("interacts_with")
_IN_PLAN, _POSITION = SG.inPlan, SG.position
_TEXT, _ENTRY, _LOW, _HIGH = SG.text, SG.entry, SG.low, SG.high
_START, _END, _DATE = SG.dateStart, SG.dateEnd, XSD.date


def triples(plan: Plan, beside: Iterable[Plan] = ()) -> Iterator[Triple]:
    """Give a plan's triples, in the order of the plan and the same ones each time.

    Args:
        plan: The plan.
        beside: Other plans at hand, so that what it says of them has their own IRIs; those it follows up are known.
    """
    return _Writer(plan, beside).run()


@cache
def _dates_of(record: type[Record], /) -> tuple[bool, tuple[str, ...]]:
    """Say whether a record has a period, and which of its fields are dates."""
    if "period" in record.model_fields:
        return True, ()
    return False, tuple(one.name for one in forms(record) if one.scalar == (PlanDate,))


class _Writer:
    def __init__(self, plan: Plan, beside: Iterable[Plan]) -> None:
        self.plan = plan
        self.language = plan.language.lower()
        self.own: Addresses = addresses(plan)
        self.references = References(plan, self.own, beside)
        self.standard = StandardTerms(plan, self.own.plan)
        self.out: list[Triple] = []
        self.waiting: list[Callable[[], None]] = []
        self.write: dict[Form, Callable[[Iri, FieldForm, Any], None]] = {
            Form.TEXT: self._text,
            Form.SCALAR: self._scalar,
            Form.VALUES: self._values,
            Form.TEXTS: self._items,
            Form.ENTRIES: self._items,
            Form.INTERVALS: self._items,
            Form.RECORDS: self._items,
            Form.INTERVAL: self._one,
            Form.RECORD: self._one,
            Form.REFERENCE: lambda at, form, value: self._references(at, form, (value,)),
            Form.REFERENCES: self._references,
            Form.CLAIMS: self._claims,
        }

    def run(self) -> Iterator[Triple]:
        """Give the triples of the plan itself, then of each record with its parts."""
        plan, own = self.plan, self.own
        self.out.append((own.plan, TYPE, class_iri("Plan")))
        for section in ("goals", "targets"):
            relation = relation_iri(FIELDS["Plan", section][0])
            for record in getattr(plan, section):
                if record.code in codes().kinds:
                    self.out.append((own.plan, relation, self.references.shared(record.code)))
        for follow in plan.follows_up:
            self.out.append((own.plan, relation_iri("follows_up"), self.references.plan(follow.plan)))
        self._record(own.plan, plan)
        self.out.extend(self.standard.of_plan())
        yield from self._drained()
        for section, position, record, iri in own.records:
            self.out.append((iri, TYPE, class_iri(type(record))))
            self.out.append((iri, _IN_PLAN, own.plan))
            self.out.append((iri, _POSITION, whole(position)))
            self._record(iri, record)
            if section in ("goals", "targets"):
                self._about(iri, record)
            elif isinstance(record, Interaction):
                self._interaction(record)
            yield from self._drained()
        yield from self.standard.of_cubes()
        yield from self.references.about_others()
        yield from self.references.about_shared()

    def _drained(self) -> list[Triple]:
        """Write the parts that wait, and give all that was written."""
        while self.waiting:
            waiting, self.waiting = self.waiting, []
            for write in waiting:
                write()
        out, self.out = self.out, []
        return out

    def _record(self, at: Iri, record: Record) -> None:
        said = record.__dict__
        for form in forms(type(record)):
            value = said[form.name]
            if value is None or (value in _NOTHING and not _empty_title(record, form)):
                continue
            if form.word is not None and isinstance(value, str):
                self.out.append((at, form.word, Literal(value)))
            else:
                self.write[form.form](at, form, value)
        self._span(at, record)

    def _about(self, at: Iri, record: Any) -> None:
        if record.code not in codes().kinds:
            return
        goal = self.references.shared(record.code)
        self.out.append((at, _ABOUT, goal))
        weighed = getattr(record, "materiality", None)
        if weighed is not None:
            iri = Iri(f"{at}/materiality")
            self.waiting.append(lambda: self.out.extend(self.standard.of_materiality(iri, weighed, goal)))

    def _text(self, at: Iri, form: FieldForm, value: Any) -> None:
        if value.__class__ is str:
            self.out.append((at, form.iri, tagged(value, self.language)))
            return
        for language, text in sorted(by_language(value, self.language).items()):
            self.out.append((at, form.iri, tagged(text, language)))

    def _scalar(self, at: Iri, form: FieldForm, value: Any) -> None:
        if isinstance(value, Decimal):
            literal = decimal(value)
        elif isinstance(value, int):
            literal = whole(value)
        else:
            literal = Literal(str(value))
        self.out.append((at, form.iri, literal))

    def _values(self, at: Iri, form: FieldForm, value: Any) -> None:
        self.out.extend((at, form.iri, Literal(one)) for one in sorted(set(value)))

    def _items(self, at: Iri, form: FieldForm, value: Any) -> None:
        """Write a list whose order counts: a node an item, with its position."""
        for number, item in enumerate(value):
            condition = self.own.conditions.get((at, form.name, number))
            iri = condition[0] if condition else Iri(f"{self._within(at)}/{form.key}/{number + 1}")
            self._part(at, form, iri, item, number + 1)

    def _one(self, at: Iri, form: FieldForm, value: Any) -> None:
        self._part(at, form, Iri(f"{self._within(at)}/{form.key}"), value, None)

    def _within(self, at: Iri) -> str:
        """Give what the IRIs of a node's parts begin with; those of the plan must differ from those of its nodes."""
        return f"{at}/-" if at == self.own.plan else at

    def _part(self, at: Iri, form: FieldForm, iri: Iri, value: Any, position: int | None) -> None:
        """Write the link to a part now, and the part itself after the node that it belongs to."""
        self.out.append((at, form.iri, iri))

        def write() -> None:
            if form.form in (Form.INTERVAL, Form.INTERVALS):
                self.out.append((iri, TYPE, SG.Interval))
                self.out.extend(
                    (iri, end, decimal(number))
                    for end, number in zip((_LOW, _HIGH), value, strict=True)
                    if number is not None
                )
            elif form.form is Form.TEXTS:
                self.out.append((iri, TYPE, SG.OrderedText))
                self.out.extend(
                    (iri, _TEXT, tagged(text, language))
                    for language, text in sorted(by_language(value, self.language).items())
                )
            elif form.form is Form.ENTRIES:
                self.out.append((iri, TYPE, SG.Entry))
                self.out.append((iri, _ENTRY, Literal(value)))
            else:
                self.out.append((iri, TYPE, class_iri(type(value))))
                self._record(iri, value)
                self.out.extend(self.standard.of_part(at, form.name, iri, value))
                condition = self.own.conditions.get((at, form.name, (position or 0) - 1))
                if condition is not None:
                    self._condition(iri, form, condition[1])
            if position is not None:
                self.out.append((iri, _POSITION, whole(position)))

        self.waiting.append(write)

    def _condition(self, iri: Iri, form: FieldForm, code: str) -> None:
        """Say of a precondition what follows from where it stands."""
        self.out.append((iri, _IN_PLAN, self.own.plan))
        self.out.append((iri, SG.type, Literal("opportunity" if form.name == "opportunities" else "challenge")))
        if code in codes().kinds:
            self.out.append((iri, relation_iri("conditions"), self.references.shared(code)))

    def _references(self, at: Iri, form: FieldForm, value: Any) -> None:
        """Write the plain relations; beside them what can't be told from those alone."""
        join = form.join
        if join is None:
            raise TypeError(f"{form.name} joins nothing")
        names = dict.fromkeys(value)
        if len(names) > 1:
            names = dict.fromkeys(sorted(names, key=lambda text: (natural_key(text), text)))
        plain: set[Iri] = set()
        odd: list[tuple[str, Iri | None]] = []
        for text in names:
            found = self.references.resolve(text, join)
            if found is not None and found.iri not in plain and found.text == text:
                plain.add(found.iri)
                self.out.append((at, form.iri, found.iri))
            else:
                odd.append((text, found.iri if found else None))
        for number, (text, target) in enumerate(odd, 1):
            iri = Iri(f"{self._within(at)}/{form.key}/{number}")
            self._written(at, form, iri, text, None if target in plain else target)

    def _written(self, at: Iri, form: FieldForm, iri: Iri, text: str, target: Iri | None) -> None:
        """Write a reference that names nothing, or in another way than its target's IRI tells."""
        self.out.append((at, SG.hasWrittenReference, iri))
        if target is not None:
            self.out.append((at, form.iri, target))

        def write() -> None:
            self.out.append((iri, TYPE, SG.WrittenReference))
            self.out.append((iri, SG.field, Literal(form.key)))
            self.out.append((iri, SG.reference, Literal(text)))
            if target is not None:
                self.out.append((iri, SG.refersTo, target))

        self.waiting.append(write)

    def _claims(self, at: Iri, form: FieldForm, value: Any) -> None:
        """Write claims: a contribution each, and the plain relation, which differs for a negative one."""
        met: dict[str, int] = {}
        for claim in sorted(value, key=_claim_key):
            met[claim.code] = met.get(claim.code, 0) + 1
            again = f"~{met[claim.code]}" if met[claim.code] > 1 else ""
            misplaced = "" if _field_of(claim.code) == form.name else f"{form.key}/"
            iri = Iri(f"{at}/{misplaced}contribution-{encoded(claim.code)}{again}")
            target = self.references.shared(claim.code) if claim.code in codes().kinds else None
            self.out.append((at, form.iri, iri))
            if target is not None:
                relation = _AGAINST if claim.role == "negative" else relation_iri(form.relation)
                self.out.append((at, relation, target))
            self.waiting.append(partial(self._claim, form, iri, claim, target))

    def _claim(self, form: FieldForm, iri: Iri, claim: Any, target: Iri | None) -> None:
        self.out.append((iri, TYPE, class_iri(type(claim))))
        self.out.append((iri, _IN_PLAN, self.own.plan))
        if target is not None:
            self.out.append((iri, _ABOUT, target))
        if _field_of(claim.code) != form.name:
            self.out.append((iri, SG.field, Literal(form.key)))
        self._record(iri, claim)

    def _interaction(self, record: Interaction) -> None:
        ends = [
            self.references.resolve(getattr(record, name), FIELDS["Interaction", name][1])
            for name in ("source", "target")
        ]
        if ends[0] is not None and ends[1] is not None:
            self.out.append((ends[0].iri, _INTERACTS, ends[1].iri))

    def _span(self, at: Iri, record: Record) -> None:
        """Say the first and last day of a record's dates, so that dates of any form can be compared."""
        has_period, names = _dates_of(type(record))
        holder: Any = getattr(record, "period", None) if has_period else record
        if holder is None or (not names and not has_period):
            return
        dates = [getattr(holder, name) for name in (_dates_of(Period)[1] if has_period else names)]
        for iri, day in zip((_START, _END), _first_and_last(holder, dates), strict=True):
            if day is not None:
                self.out.append((at, iri, Literal(day.isoformat(), "", _DATE)))


def _first_and_last(holder: Any, dates: list[PlanDate | None]) -> tuple[dt.date | None, dt.date | None]:
    """Give the first day of a start and the last of an end; of a single date both."""
    if not any(dates):
        return None, None
    open_start = hasattr(holder, "start") and holder.start is None
    open_end = hasattr(holder, "end") and holder.end is None
    said = [date for date in dates if date]
    try:
        return (None if open_start else said[0].start), (None if open_end else said[-1].end)
    except ValueError:  # made in Python, and no date
        return None, None


def _empty_title(record: Record, form: FieldForm) -> bool:
    """Say whether a title is given and empty, which is another thing than none."""
    return form.name == "title" and record.__dict__["title"] == "" and "title" in record.model_fields_set


def _field_of(code: str) -> str | None:
    return FIELD_OF_CODE.get(code_kind(code) or "")


def _claim_key(claim: Any) -> tuple[Any, ...]:
    return natural_key(claim.code), claim.code, claim.role, claim.basis, repr(claim.why)
