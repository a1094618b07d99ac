"""Interactions: first and second order, loops and strategies at odds, each by arithmetic done by hand here."""

from __future__ import annotations

import itertools
import json
import random
from math import prod

import pytest

import sdggraph as sg
from sdggraph.analysis.interactions_chains import find_loops, first_order, second_order
from sdggraph.analysis.interactions_links import Link
from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph_cli.run import run

PLAN = """\
plan: {id: p, language: en}
targets: [11.2]
areas: [{id: a1, title: Shore, goals: [14]}]
strategies:
  - {id: s1, title: Paths, targets: [3.4, 13.2]}
  - {id: s2, title: Homes, areas: [a1], targets: [8.3, {code: 15.3, role: negative, why: Land}]}
  - {id: s3, title: Quay, targets: [13.1], mitigates: [x3]}
interactions:
  - {id: x1, source: 11.2, target: 3.4, score: 2, evidence: Ours}
  - {id: x2, source: 3.4, target: 8.5, score: 3}
  - {id: x3, source: 8, target: 13, score: -1}
  - {id: x4, source: s2, target: 13.2, score: -2}
  - {id: x5, source: 8.5, target: 3.4, score: 1}
  - {id: x6, source: 5, target: 3, score: 3}
  - {id: x7, source: 8.3, target: 14, score: -3, note: Known}
  - {id: x8, source: 13, target: 8, score: -2}
  - {id: x9, source: 3.4, target: 13.2, score: 0}
"""


def plan_of(text=PLAN):
    return plan_from_document(parse_document(text, "p.yaml"))


@pytest.fixture(scope="module")
def found():
    return sg.interactions(plan_of())


def effect(found, code):
    return next(one for one in found.effects if one.code == code)


def test_first_order(found):
    # Pursued: 11.2, 3.4, 13.2, 8.3, 13.1, 14, with goals 11, 3, 13 and 8; not 5, 8.5 or 15.
    three = effect(found, "3")
    assert (three.helping, three.plus, three.harming, three.net) == (1, 2, 0, 2)  # x1; neither x5 nor x6
    thirteen = effect(found, "13")
    assert (thirteen.harming, thirteen.minus, thirteen.helping) == (2, -3, 0)  # x3 -1, x4 -2; x9 is 0
    eight = effect(found, "8")
    assert (eight.plus, eight.minus, eight.net) == (3, -2, 1)  # x2, x8
    assert effect(found, "14").minus == -3


def test_second_order(found):
    # 11.2 → 3.4 → 8.5: min(2, 3) = +2. 3.4 → 8.5 → 3.4 comes back, and so do 8 → 13 → 8 and 13 → 8 → 13.
    eight = effect(found, "8")
    assert (eight.chains_helping, eight.chains_plus, eight.chains_harming) == (1, 2, 0)
    assert effect(found, "13").chains_net == 0
    assert effect(found, "3").chains_helping == 0


def test_two_harms_make_a_help():
    pursued = frozenset({"sdg:1"})
    links = [Link("sdg:1", "sdg:2", -3), Link("sdg:2", "sdg:3", -1), Link("sdg:2", "sdg:4", 2)]
    assert second_order(links, pursued) == {"3": (1, 1, 0, 0), "4": (0, 0, 1, -2)}


def test_counting_chains_equals_walking_them():
    random.seed(5)
    nodes = [f"sdg:{goal}.{number}" for goal in (1, 2, 3) for number in (1, 2, 3)]
    links = [Link(a, b, random.randint(-3, 3)) for a, b in itertools.permutations(nodes, 2) if random.random() < 0.7]
    pursued = frozenset(random.sample(nodes, 5))
    walked: dict[str, list[int]] = {}
    for one, other in itertools.product(links, links):
        if (
            one.source in pursued
            and one.target == other.source
            and other.target != one.source
            and one.score * other.score
        ):
            sign = 1 if one.score * other.score > 0 else -1
            walked.setdefault(other.target[4], []).append(sign * min(abs(one.score), abs(other.score)))
    expected = {
        code: (
            sum(one > 0 for one in effects),
            sum(one for one in effects if one > 0),
            sum(one < 0 for one in effects),
            sum(one for one in effects if one < 0),
        )
        for code, effects in walked.items()
    }
    assert second_order(links, pursued) == expected
    assert sum(one[0] + one[2] for one in first_order(links, pursued).values()) == sum(
        one.source in pursued and one.score != 0 for one in links
    )
    scores = {(one.source, one.target): one.score for one in links if one.score}
    cycles = {
        frozenset(zip(way, (*way[1:], way[0]), strict=True))
        for size in (2, 3)
        for way in itertools.permutations(nodes, size)
        if all(pair in scores for pair in zip(way, (*way[1:], way[0]), strict=True)) and pursued & set(way)
    }
    kinds = [prod(scores[pair] for pair in cycle) > 0 for cycle in cycles]
    loops, counts = find_loops(links, pursued)
    assert counts == (sum(kinds), len(kinds) - sum(kinds))
    assert len(loops) == min(50, len(cycles))
    assert [one.strength for one in loops] == sorted((one.strength for one in loops), reverse=True)


def test_loops(found):
    said = {tuple(node[4:] for node in one.nodes): (one.kind, one.strength) for one in found.loops}
    assert said == {("3.4", "8.5"): ("reinforcing", 1), ("8", "13"): ("reinforcing", 1)}
    assert found.loops_found == (2, 0)


def test_harms_what_softens_them_and_who_serves_both(found):
    assert [(one.source, one.target, one.score) for one in found.harms] == [
        ("sdg:8.3", "sdg:14", -3),
        ("p:s2", "sdg:13.2", -2),
        ("sdg:13", "sdg:8", -2),
        ("sdg:8", "sdg:13", -1),
    ]
    assert ("sdg:8", "sdg:13") not in [(one.source, one.target) for one in found.unmitigated]
    # s2 claims 8.3 itself and has goal 14 from its area; s1 and s3 don't serve goal 8.
    assert [(one.strategy, one.link.score, one.direct) for one in found.conflicts] == [("p:s2", -3, False)]
    assert [(one.node, one.target, one.why_in("en")) for one in found.declared] == [("p:s2", "sdg:15.3", "Land")]


SQUARE = "Kilde: Vår egen;;;\n;3.4;14;13,2\n8.3;-4;2;\n3.4;1;x;-1\n99;1;1;1\n13 Klima;;1,5;0\n"


def test_a_square_matrix_with_defects(tmp_path):
    file = tmp_path / "m.csv"
    file.write_text(SQUARE, encoding="utf-8")
    found = sg.interactions(plan_of(), matrix=file)
    assert found.citation == "Vår egen"
    assert [(one.code, one.place.cell) for one in found.diagnostics()] == [
        ("SDG002", "D2"),
        ("SDG010", "B3"),
        ("SDG010", "B4"),
        ("SDG010", "C4"),
        ("SDG001", "A5"),
        ("SDG010", "C6"),
    ]
    added = [one for one in found.links if one.interaction is None]
    # What the plan scores itself stays: 8.3 → 14 is -3 there, and 3.4 → 13.2 is 0.
    assert [(one.source, one.target, one.score) for one in added] == [("sdg:13", "sdg:13.2", 0)]
    assert added[0].evidence_in("en") == "Vår egen"


def test_a_long_matrix_with_defects(tmp_path):
    file = tmp_path / "m.tsv"
    file.write_text(
        "Source\tTarget\tScore\tEvidence\n1\t2\t3\tStudy\n1\t2\t1\t\n1\t1\t1\t\n1\t3.99\t1\t\n4\t5\t\t\n6\t7\t\u22122\t\n",
        encoding="utf-8",
    )
    found = sg.interactions(plan_of(), matrix=file, citation="Given")
    added = {(one.source, one.target): one for one in found.links if one.interaction is None}
    assert {pair: one.score for pair, one in added.items()} == {("sdg:1", "sdg:2"): 3, ("sdg:6", "sdg:7"): -2}
    assert [one.evidence for one in added.values()] == ["Study", "Given"]
    assert [(one.code, one.place.cell) for one in found.diagnostics()] == [
        ("SDG006", "C3"),
        ("SDG010", "B4"),
        ("SDG001", "B5"),
        ("SDG010", "C6"),
    ]


@pytest.mark.parametrize("text", ["", "a,b\n1,x\n", "hello\n"])
def test_what_is_no_matrix_is_refused(text, tmp_path, capsys):
    file, matrix = tmp_path / "p.yaml", tmp_path / "m.csv"
    file.write_text(PLAN, encoding="utf-8")
    matrix.write_text(text, encoding="utf-8")
    assert run(["interactions", str(file), "--matrix", str(matrix)]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_command_on_the_examples(capsys):
    args = ["interactions", "examples/complete/plan.yaml", "--matrix", "examples/complete/samspill.csv", "--lang", "nb"]
    assert run(args) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert max(map(len, said.out.splitlines())) <= 80
    for heading in (
        "Virkning på bærekraftsmålet",
        "Hva som hemmer",
        "i strid med hverandre",
        "Sløyfer",
        "planen selv sier",
    ):
        assert heading in said.out
    assert run([*args, "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["citation"].startswith("Oppdiktet")
    assert data["left_out"] == []
    assert run(["interactions", "examples/asker-2018/plan.yaml", "--lang", "en"]) == 0
    assert capsys.readouterr().out == "Neither the plan nor a matrix scores any interaction.\n"
