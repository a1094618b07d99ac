"""What a plan says as triples."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdggraph.io.load import read_plan
from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph.semantic.alignments import BESIDE_CLASSES, BESIDE_PROPERTIES
from sdggraph.semantic.terms import RDFS, SG, TYPE, XSD, Iri, Literal, tagged, untag
from sdggraph.semantic.triples import triples
from sdggraph.semantic.vocabulary import classes, local, properties

ROOT = Path(__file__).parents[2]
EXAMPLES = [
    "asker-2018/plan.yaml",
    "complete/plan.yaml",
    "complete/handlingsdel.yaml",
    "sound/plan.yaml",
    "broken/plan.yaml",
]
UN = "http://metadata.un.org/sdg/"
BASE = "https://w3id.org/sdggraph/plan/p/"


def plan_of(sections, header="id: p, language: en"):
    return plan_from_document(parse_document(f"plan: {{{header}}}\n{sections}", "p.yaml"))


def said(sections, **header):
    return set(triples(plan_of(sections, **header)))


def own(name):
    return Iri(BASE + name)


def about(found, subject):
    return {(local(predicate), value) for at, predicate, value in found if at == subject}


def test_a_strategy_reaches_the_uns_own_goal():
    found = said("strategies: [{id: s1, title: Safe paths, targets: [11.2], goals: [3]}]")
    assert (own("s1"), SG.contributesTo, Iri(UN + "11.2")) in found
    assert (own("s1"), SG.contributesTo, Iri(UN + "3")) in found
    assert (own("s1"), RDFS.label, tagged("Safe paths", "en")) in found
    assert (own("s1"), SG.inPlan, Iri(BASE[:-1])) in found


def test_an_indicator_has_the_uns_permanent_code_as_its_iri():
    found = said("indicators: [{id: i1, title: A, global: [3.8.1]}]")
    assert (own("i1"), SG.alignsWith, Iri(UN + "C030801")) in found


def test_a_claim_stands_on_a_node_of_its_own_beside_the_plain_relation():
    found = said("strategies: [{id: s1, title: A, targets: [{code: 13.2, role: secondary, why: Less driving}]}]")
    claim = own("s1/contribution-13.2")
    assert (own("s1"), SG.hasContribution, claim) in found
    assert {("role", Literal("secondary")), ("basis", Literal("plan")), ("about", Iri(UN + "13.2"))} <= about(
        found, claim
    )
    assert (claim, SG.why, tagged("Less driving", "en")) in found


def test_a_negative_claim_is_no_contribution():
    found = said("strategies: [{id: s1, title: A, targets: [{code: 13.2, role: negative}]}]")
    assert (own("s1"), SG.worksAgainst, Iri(UN + "13.2")) in found
    assert not [one for one in found if one[1] == SG.contributesTo]


def test_what_a_plan_says_of_a_goal_stands_on_its_own_node():
    found = said("goals: [{code: 3, significance: Much}]\ntargets: [{code: 3.8, challenges: [Far to go]}]")
    assert ("about", Iri(UN + "3")) in about(found, own("goal-3"))
    assert (own("goal-3"), SG.significance, tagged("Much", "en")) in found
    assert (own("target-3.8"), SG.hasChallenge, own("challenge-3.8-1")) in found
    assert ("conditions", Iri(UN + "3.8")) in about(found, own("challenge-3.8-1"))
    shared = {(local(predicate), value) for at, predicate, value in found if at.startswith(UN)}
    assert shared == {("partOf", Iri(UN + "3")), (local(TYPE), SG.Target), (local(TYPE), SG.Goal)}  # the UN's own order


def test_dates_keep_their_text_and_get_a_first_and_a_last_day():
    found = about(said("benefits: [{id: b1, title: A, due: 2030-Q2}]"), own("b1"))
    assert {
        ("due", Literal("2030-Q2")),
        ("dateStart", Literal("2030-04-01", "", XSD.date)),
        ("dateEnd", Literal("2030-06-30", "", XSD.date)),
    } <= found


def test_an_action_has_the_days_of_its_period_and_an_open_end_stays_open():
    found = about(said("actions: [{id: a1, title: A, period: {start: 2024-02}}]"), own("a1"))
    assert ("dateStart", Literal("2024-02-01", "", XSD.date)) in found
    assert not [value for name, value in found if name == "dateEnd"]


def test_the_plans_days_are_those_of_its_period_not_of_its_baseline():
    found = said("", header="id: p, language: en, baseline_year: 2019, period: {start: 2020, end: 2032}")
    days = {value.text for name, value in about(found, Iri(BASE[:-1])) if name.startswith("date")}
    assert days == {"2020-01-01", "2032-12-31"}


@pytest.mark.parametrize(
    ("written", "text"), [("78", "78.0"), ("78.50", "78.5"), ("-0.250", "-0.25"), ("1e3", "1000.0"), ("-0", "0.0")]
)
def test_numbers_are_decimals_in_canonical_form(written, text):
    found = said(f"indicators: [{{id: i1, title: A, baseline: {{date: 2019, value: {written}}}}}]")
    assert (own("i1/baseline"), SG.value, Literal(text, "", XSD.decimal)) in found


def test_order_is_told_by_position():
    found = said("goals: [{code: 3, commitments: [First, Second]}]")
    assert (own("goal-3/commitments/2"), SG.position, Literal("2", "", XSD.integer)) in found
    assert (own("goal-3/commitments/2"), SG.text, tagged("Second", "en")) in found


def test_a_reference_to_nothing_is_kept_as_it_is_written():
    found = said("strategies: [{id: s1, title: A, objectives: [o9]}]")
    assert {("reference", Literal("o9")), ("field", Literal("objectives"))} <= about(found, own("s1/objectives/1"))
    assert not [one for one in found if one[1] == SG.contributesTo]


def test_a_node_of_another_plan_has_that_plans_iri_and_kind():
    plan = read_plan(ROOT / "examples/complete/handlingsdel.yaml")
    found = set(triples(plan))
    other = Iri("https://data.nesvag.example/plan/samfunnsdel/startlan")
    assert [one for one in found if one[1] == SG.implements and one[2] == other]
    assert (other, TYPE, SG.Strategy) in found


def test_parts_of_the_plan_never_meet_a_node_of_the_same_name():
    found = said("areas: [{id: organisation, title: A}]", header="id: p, language: en, organisation: Nesvåg")
    assert {value for name, value in about(found, own("organisation")) if name == "type"} == {SG.TargetArea}


def test_the_same_id_twice_makes_two_nodes():
    found = said("objectives: [{id: o1, title: A}, {id: o1, title: B}]")
    assert (own("o1"), RDFS.label, tagged("A", "en")) in found
    assert (own("o1~2"), RDFS.label, tagged("B", "en")) in found


def test_ids_are_encoded_where_they_must_be():
    found = said('objectives: [{id: "mål a/b", title: A}, {id: "..", title: B}]')
    assert (own("mål%20a%2Fb"), TYPE, SG.Objective) in found
    assert (own("%2E%2E"), TYPE, SG.Objective) in found


def test_a_base_iri_that_is_none_is_passed_over():
    found = said("objectives: [{id: o1, title: A}]", header='id: p, language: en, base_iri: "not an iri"')
    assert (own("o1"), TYPE, SG.Objective) in found


@pytest.mark.parametrize("language", ["nb", "NN-no", "no_NO", "", "æ", "und-x-7a7a"])
def test_every_language_comes_back(language):
    assert untag(tagged("a", language).language) == language.lower()


@pytest.mark.parametrize("name", EXAMPLES)
def test_nothing_is_said_twice_nor_outside_the_vocabulary(name):
    found = list(triples(read_plan(ROOT / "examples" / name)))
    assert len(found) == len(set(found))
    beside = {iri for iri, _ in BESIDE_PROPERTIES}
    assert {predicate for _, predicate, _ in found} - {TYPE, RDFS.label} - beside <= set(properties())
    kinds = {value for _, predicate, value in found if predicate == TYPE}
    assert kinds - set(BESIDE_CLASSES) <= {Iri(SG + name) for name in classes()}


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_literal_and_node_is_of_its_propertys_range(name):
    found = list(triples(read_plan(ROOT / "examples" / name)))
    kinds = {at: local(value) for at, predicate, value in found if predicate == TYPE and value.startswith(SG)}
    for subject, predicate, value in found:
        used = properties().get(predicate)
        if used is None:
            continue
        assert subject.startswith(UN) or kinds[subject] in used.domains, (subject, predicate)
        if isinstance(value, Iri):
            assert used.is_object
            assert value not in kinds or kinds[value] in used.ranges, (subject, predicate, value)
        elif used.text:
            assert value.language
        else:
            assert value.datatype in used.datatypes
