"""The text form of rules: what it is read as, and what is said of a mistake, at its place."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdggraph.base.errors import SdgGraphError
from sdggraph.rules.language import AllOf, AnyOf, Has, Not, Reach
from sdggraph.rules.paths import UPWARD
from sdggraph.rules.terms import Chain, Either, Nodes, Star, Step, Where
from sdggraph.rules.text import RuleTextError, parse_condition, parse_nodes, parse_path

STRATEGY = Nodes(("Strategy",))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Strategy", STRATEGY),
        ("Strategy|Objective", Nodes(("Strategy", "Objective"))),
        ("Strategy|Objective|Strategy", Nodes(("Strategy", "Objective"))),
        ("*", Nodes()),
        ("Strategy[track=services]", Nodes(("Strategy",), (Where("tracks", "=", "services"),))),
        (
            "Indicator[source.system=KOSTRA, !unit]",
            Nodes(("Indicator",), (Where("source.system", "=", "KOSTRA"), Where("unit", "absent"))),
        ),
        ("Indicator[global]", Nodes(("Indicator",), (Where("global_", "present"),))),
        ('Strategy[title~"sykkel vei"]', Nodes(("Strategy",), (Where("title", "~", "sykkel vei"),))),
    ],
)
def test_nodes(text, meant):
    assert parse_nodes(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("measured_by", Step("measured_by")),
        ("^contributes_to", Step("contributes_to", backward=True)),
        ("part_of*", Star(Step("part_of"))),
        ("results_from+", Chain((Step("results_from"), Star(Step("results_from"))))),
        (
            "contributes_to(Objective) / (part_of | contributes_to)* / measured_by",
            Chain(
                (
                    Step("contributes_to", to=Nodes(("Objective",))),
                    Star(Either((Step("part_of"), Step("contributes_to")))),
                    Step("measured_by"),
                )
            ),
        ),
        ("thread", UPWARD),
    ],
)
def test_paths(text, meant):
    assert parse_path(text) == meant


def test_conditions():
    assert parse_condition("measured_by -> Indicator", STRATEGY) == Reach(Step("measured_by"), Nodes(("Indicator",)))
    assert parse_condition("measured_by->Indicator", STRATEGY) == Reach(Step("measured_by"), Nodes(("Indicator",)))
    assert parse_condition("[owner]", STRATEGY) == Has(Where("owner", "present"))
    assert parse_condition("[owner] and !(thread -> Goal)", STRATEGY) == AllOf(
        (Has(Where("owner", "present")), Not(Reach(UPWARD, Nodes(("Goal",)))))
    )
    assert isinstance(parse_condition("[owner] or involves", STRATEGY), AnyOf)
    assert parse_condition("involves", STRATEGY, 2, 5) == Reach(Step("involves"), Nodes(), 2, 5)


@pytest.mark.parametrize(
    ("text", "offset", "said", "hint"),
    [
        ("measuredby -> Indicator", 0, "no relation “measuredby”", "measured_by"),
        ("measured_by -> Indikator", 15, "no kind of node “Indikator”", "Indicator"),
        ("measured_by -> Indicator[sorce.system=KOSTRA]", 25, "no attribute “sorce”", "source"),
        ("measured_by -> ", 15, "ends where a kind of node should come", None),
        ("measured_by / ", 14, "ends where a relation should come", None),
        ("measured_by ]", 12, "expected the end, found “]”", None),
        ("(measured_by", 12, "ends where “)” should come", None),
        ('[title="x', 7, "a quote is never closed", None),
        ("[ownr]", 1, "no attribute “ownr”", "owner"),
        ("measured_by -> Indicator[source.sytem=KOSTRA]", 25, "no attribute “sytem”", "system"),
        ("[owner.title]", 1, "no attribute “title”", None),
        ("measured_by -> Indicator[role=stering]", 30, "no value of role “stering”", "steering"),
        ("[title~'(']", 7, "“(” is no regular expression", None),
        ("[owner] and results_from", 12, "leads nowhere from Strategy", "^implements"),
        ("measured_by -> Unit", 15, "leads to Indicator, never to Unit", None),
    ],
)
def test_mistakes_are_shown_with_their_place(text, offset, said, hint):
    with pytest.raises(RuleTextError) as caught:
        parse_condition(text, STRATEGY)
    assert caught.value.offset == offset
    assert said in caught.value.words["en"]
    assert caught.value.words["nb"] != caught.value.words["en"]
    assert hint is None or hint in caught.value.hint["en"]


@pytest.mark.parametrize(
    "text",
    [
        "(part_of | contributes_to | implements)* / measured_by -> Indicator[baseline.value>3, target_values.count>=1]",
        "^acts_from / ^mitigates -> Action[budget.amount>0, title.nb~'vei', period.years<5]",
        "interacts_with or works_against or thread -> Goal[code=3]",
        "measured_by -> Indicator[value_type!=text, direction=range, source.system=KOSTRA]",
    ],
)
def test_what_a_rule_may_ask(text):
    parse_condition(text, STRATEGY)


def test_nesting_has_an_end():
    with pytest.raises(RuleTextError, match="too many brackets"):
        parse_condition("(" * 5000 + "part_of" + ")" * 5000, STRATEGY)


@given(st.text(alphabet="aStrategy measured_by->[]()|/^*+?!=<>~\"', .øé", max_size=60))
def test_any_text_is_read_or_refused(text):
    for parse in (parse_nodes, parse_path, lambda text: parse_condition(text, STRATEGY)):
        with suppress(SdgGraphError):
            parse(text)


@pytest.mark.parametrize("text", ["measured_by", "^part_of", "part_of*", "(part_of | contributes_to)* / measured_by"])
def test_what_is_shown_reads_as_the_same(text):
    assert parse_path(str(parse_path(text))) == parse_path(text)
