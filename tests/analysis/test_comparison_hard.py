"""Comparisons that go wrong easily: nothing the same, everything the same, nothing there."""

from __future__ import annotations

from collections import Counter

import pytest

import sdggraph as sg
from sdggraph.analysis.comparison import likeness as module
from sdggraph.analysis.comparison.likeness import Alike, likeness
from sdggraph.analysis.comparison.wording import word_changes
from sdggraph.io.plan_file import parse_document, plan_from_document


def plan(text):
    return plan_from_document(parse_document(text, "p.yaml"))


def strategies(rows, plan_id="p", language="en"):
    listed = "".join(f"  - {{id: {name}, title: {title}}}\n" for name, title in rows)
    return plan(f"plan: {{id: {plan_id}, language: {language}}}\nstrategies:\n{listed}")


EMPTY = "plan: {id: p, language: en}\n"


def test_a_plan_against_itself_is_nothing():
    for file in ("complete/plan.yaml", "asker-2018/plan.yaml", "broken/plan.yaml"):
        one, two = (sg.read_plan(f"examples/{file}") for _ in range(2))
        assert not sg.diff(one, two)


def test_order_comments_and_places_are_nothing():
    one = strategies([("a", "Walk"), ("b", "Run")])
    assert not sg.diff(one, strategies([("b", "Run"), ("a", "Walk")]))


def test_all_ids_changed():
    words = ["paths", "roads", "lights", "schools", "harbours", "forests", "buses", "houses", "rivers", "fields"]
    rows = [(f"s{n}", f"Build {a} near {b}") for n, (a, b) in enumerate((a, b) for a in words for b in words)]
    found = sg.diff(strategies(rows), strategies([(f"x{name}", title) for name, title in reversed(rows)]))
    assert Counter((one.what, one.matched) for one in found.nodes) == {("changed", "text"): 100}
    assert all(one.new == f"x{one.old}" for one in found.nodes)
    assert found.relations == found.threads == found.findings == ()


def test_all_ids_and_all_wordings_changed():
    words = ["paths", "roads", "lights", "schools", "harbours", "forests", "buses", "houses", "rivers", "fields"]
    rows = [(f"s{n}", f"Build {a} near {b}") for n, (a, b) in enumerate((a, b) for a in words for b in words)]
    found = sg.diff(strategies(rows), strategies([(f"x{name}", f"{title} again") for name, title in rows]))
    assert Counter((one.what, one.matched) for one in found.nodes) == {("changed", "likeness"): 100}
    assert all(one.new == f"x{one.old}" for one in found.nodes)


def test_all_texts_the_same_title_are_paired_in_their_order():
    found = sg.diff(
        strategies([(f"s{n}", "Walk") for n in range(50)]), strategies([(f"x{n}", "Walk") for n in range(49)])
    )
    assert [(one.old, one.new) for one in found.nodes] == [*((f"s{n}", f"x{n}") for n in range(49)), ("s49", None)]


def test_empty_against_full_and_back():
    full = sg.read_plan("examples/complete/plan.yaml")
    empty = plan(EMPTY)
    came, went = sg.diff(empty, full), sg.diff(full, empty)
    assert {one.what for one in came.nodes} == {"added"}
    assert {one.what for one in went.nodes} == {"removed"}
    assert len(came.nodes) == len(went.nodes) > 80
    assert came.kept == went.kept == 0
    assert all(one.follows for one in (*came.relations, *went.relations))
    assert not sg.diff(empty, plan(EMPTY))


def test_swapped_titles_are_two_rewordings():
    found = sg.diff(strategies([("a", "Walk"), ("b", "Run fast")]), strategies([("a", "Run fast"), ("b", "Walk")]))
    assert [(one.old, one.new, one.reworded, one.matched) for one in found.nodes] == [
        ("a", "a", True, "id"),
        ("b", "b", True, "id"),
    ]


def test_two_languages_are_never_alike_by_chance():
    english, norwegian = (
        strategies([("a", "Information om kommune")]),
        strategies([("b", "Information om kommune")], language="nb"),
    )
    assert [one.what for one in sg.diff(english, norwegian).nodes] == ["added", "removed"]
    both = plan(
        "plan: {id: p, language: nb}\nstrategies: [{id: b, title: {nb: Noe annet, en: Information om kommune}}]\n"
    )
    one = sg.diff(english, both).nodes[0]
    assert (one.old, one.new) == ("a", "b")
    assert [(field.field, field.language, field.old) for field in one.fields] == [("title", "nb", None)]


def test_the_same_id_within_one_kind_comes_before_wording():
    found = sg.diff(
        strategies([("a", "Walk along rivers")]), strategies([("a", "Fly"), ("b", "Walk along the rivers")])
    )
    assert [(one.what, one.new) for one in found.nodes] == [("changed", "a"), ("added", "b")]


def test_cycles_and_references_to_nothing_are_compared_too():
    old = plan(
        "plan: {id: p, language: en}\nobjectives: [{id: a, title: A, part_of: b}, {id: b, title: B, part_of: a}]\n"
    )
    new = plan(
        "plan: {id: p, language: en}\nobjectives: [{id: a, title: A, part_of: zz}, {id: b, title: B, part_of: a}]\n"
    )
    found = sg.diff(old, new)
    assert [(one.what, one.source, one.target) for one in found.relations] == [("lost", "a", "b")]
    assert {"SDG101"} == {one.diagnostic.code for one in found.findings if one.what == "gone"} & {"SDG101"}


def test_an_interaction_may_wrongly_be_its_own_end():
    new = plan(f"{EMPTY}interactions: [{{id: x1, source: x1, target: 15.3, score: -2}}]\n")
    (added,) = sg.diff(plan(EMPTY), new).of("added")
    assert added.title == "x1 → 15.3"


def test_an_id_that_is_used_again_for_something_else():
    old = plan(
        "plan: {id: p, language: en}\nobjectives: [{id: o, title: Home}]\nstrategies: [{id: x, title: Walk, objectives: [o]}]\n"
    )
    new = plan("plan: {id: p, language: en}\nobjectives: [{id: x, title: Home}]\n")
    found = sg.diff(old, new)
    assert {(one.what, one.old, one.new) for one in found.nodes} == {("changed", "o", "x"), ("removed", "x", None)}
    assert [(one.what, one.source_title, one.target_title, one.follows) for one in found.relations] == [
        ("lost", "Walk", "Home", True)
    ]


def test_likeness_is_bounded(monkeypatch):
    compared = Counter()
    whole = module._dice
    monkeypatch.setattr(module, "_dice", lambda one, other: compared.update(["pair"]) or whole(one, other))
    texts = {f"n{n}": {"en": f"the same few words again {n % 7}"} for n in range(1000)}
    alike = Alike(texts)
    for n, text in enumerate(texts.values()):
        assert list(alike.find(text, n / 1000))
    assert compared["pair"] <= 6 * 1000


@pytest.mark.parametrize(("one", "other"), [("", ""), ("a", ""), ("…", "!"), ("Å gå", "å GÅ")])
def test_likeness_of_odd_texts(one, other):
    assert 0 <= likeness({"nb": one}, {"nb": other}) <= 1


def test_words_that_changed_put_together_give_both_texts():
    pairs = [
        ("", "a b"),
        ("a b c", "a x c"),
        ("one two three four", "one 2 3 four"),
        ("a  b\n\nc", "a b c"),
        ("x" * 9000, "y"),
    ]
    for old, new in pairs:
        pieces = word_changes(old, new)
        assert "".join(one.text for one in pieces if one.mark != "+") == old
        assert "".join(one.text for one in pieces if one.mark != "-") == new
