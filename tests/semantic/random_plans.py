"""Plans of every shape, right and wrong, made of the records' own types."""

from __future__ import annotations

import types
import typing
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

from hypothesis import strategies as st

from sdggraph.model.equality import COMPANIONS
from sdggraph.model.nodes import GoalClaims
from sdggraph.model.parts import Claim, Interval, Measured
from sdggraph.model.plan import SECTIONS, Plan
from sdggraph.model.record import Record
from sdggraph.model.relations import FIELDS
from sdggraph.model.scalars import Grammar, PlanDate
from sdggraph.model.texts import Text

__all__ = ["plans"]

_CODES = ["3", "17", "3.8", "3.a", "13.2", "11.10"]
_IDS = ["o1", "s1", "s2", "organisation", "goal-3", "mål", "a b", "track-services"]
_REFERENCES = [
    *_IDS,
    "p:o1",
    "q:s1",
    "sdg:3",
    "3.8",
    "3.8.1",
    "13.1.1",
    "good-services",
    "national:good-services",
    "nobody",
]
_words = st.sampled_from(["Trygge veier", 'a "b" \\', "line\nline", "🦦", " ", "0", "none", "2019"])
_text = _words | st.dictionaries(st.sampled_from(["nb", "en", "nn-NO", "no_NO"]), _words, min_size=1, max_size=2)
_dates = st.sampled_from([PlanDate(one) for one in ("2019", "2019-Q2", "2024-02", "2020-02-29")])
_numbers = st.decimals(-1000, 1000, places=2) | st.just(Decimal("1e3"))


def _interval() -> st.SearchStrategy[Any]:
    ends = st.tuples(st.none() | _numbers, st.none() | _numbers)
    return ends.map(lambda pair: tuple(sorted(pair)) if None not in pair else pair)


def _value(annotation: Any, metadata: tuple[Any, ...] = ()) -> st.SearchStrategy[Any]:
    if annotation in (Text, Text | None):
        return _text
    if annotation == Interval:
        return _interval()
    if annotation == Measured:
        return _numbers | st.sampled_from(["yes", "middels"])
    grammar = next((one for one in metadata if isinstance(one, Grammar)), None)
    if grammar is not None:
        return _scalar(grammar, metadata)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is typing.Annotated:
        return _value(arguments[0], (*arguments[1:], *metadata))
    if origin in (typing.Union, types.UnionType):
        parts = [part for part in arguments if part is not type(None)]
        return st.one_of([_value(part, metadata) for part in parts])
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is tuple:
        return st.lists(_value(arguments[0]), max_size=2).map(tuple)
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return _record(annotation)
    return _words


def _scalar(grammar: Grammar, metadata: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    limits = [inner for one in metadata for inner in getattr(one, "metadata", (one,))]
    low = next((one.ge for one in limits if hasattr(one, "ge")), None)
    high = next((one.le for one in limits if hasattr(one, "le")), None)
    if grammar.becomes is int:
        return st.integers(low, high if high is not None else 100)
    if grammar.becomes is Decimal:
        return _numbers if low is None else st.decimals(low, high, places=1)
    return _dates


def _field(kind: str, name: str, annotation: Any, metadata: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    if name == "id":
        return st.sampled_from(_IDS)
    if name == "code" and kind != "Source":
        return st.sampled_from(_CODES)
    if annotation == GoalClaims:
        return st.just("none") | st.lists(_record(Claim), max_size=2).map(tuple)
    join = FIELDS.get((kind, name))
    if join is not None and not join[1].claim and name != "follows_up":
        one = st.sampled_from(_REFERENCES)
        return st.lists(one, max_size=3, unique=True).map(tuple) if get_origin(annotation) is tuple else one
    return _value(annotation, metadata)


def _record(record: type[Record], **fixed: Any) -> st.SearchStrategy[Any]:
    needed: dict[str, st.SearchStrategy[Any]] = {}
    left_out = {*COMPANIONS, *SECTIONS} if record is Plan else set()
    for name, field in record.model_fields.items():
        if name in left_out:
            continue
        made = fixed[name] if name in fixed else _field(record.__name__, name, field.annotation, tuple(field.metadata))
        needed[name] = made if field.is_required() else st.just(field.get_default()) | made
    if record is Plan:
        needed |= fixed
    return st.fixed_dictionaries(needed).map(record.trusted)


def plans() -> st.SearchStrategy[Plan]:
    """Give plans of a few records of each kind, with ids that meet and references that lead nowhere."""
    sections = {
        name: st.lists(_record(record), max_size=1 if name in ("tracks", "goals", "targets") else 2).map(tuple)
        for name, record in SECTIONS.items()
    }
    bases = st.sampled_from(
        [None, "https://a.example/x", "https://a.example/x/", "https://a.example/x#", "urn:x", "æ ø"]
    )
    return _record(
        Plan, id=st.just("p"), language=st.sampled_from(["nb", "en", "nn-NO", "NB"]), base_iri=bases, **sections
    )
