"""Whatever the input: a plan with findings, or one of our own errors with a place; never anything else."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sdggraph import PlanGraph, SdgGraphError, lint
from sdggraph.io.bytes_in import decode
from sdggraph.io.plan_file import parse_document, plan_from_document

if TYPE_CHECKING:
    from sdggraph.model.plan import Plan

EXAMPLES = Path(__file__).parents[2] / "examples"
SOURCES = [
    (EXAMPLES / name).read_text(encoding="utf-8")
    for name in ("asker-2018/plan.yaml", "broken/plan.yaml", "complete/plan.yaml")
]
JUNK = (
    "", "null", "~", "[]", "{}", "[[]]", "[null]", "{a: 1}", "- x", "none", "3.8", "'3'", "0", "-1", "1e400", "nan", "true", "[3, 3.8, x]",
    "*x", "&x 1", "!!int 3", "<<: {a: 1}", "2020-13-45", "9999999999999999999999", "a: b: c", "\t", "\x00", "æøå", "sdg:3", ":", "a:b:c",
    "{code: [3]}", "{code: null}", "{nb: [x], en: {y: z}}", "{start: 2020, end: {}}", "[[1, 2], [3]]", "[[null, null]]", "| \n  x",
)  # fmt: skip
"""Values that stand where others belong."""


def read(text: str, name: str) -> Plan | SdgGraphError:
    """Read a plan; an error of ours is an answer too."""
    try:
        return plan_from_document(parse_document(text, name))
    except SdgGraphError as error:
        return error


def try_to_read(text: str, name: str = "fuzz.yaml") -> None:
    """Read and lint; the only error may be one of ours."""
    plan = read(text, name)
    if isinstance(plan, SdgGraphError):
        assert plan.message("en")
        assert plan.message("nb")
        return
    for lang in ("en", "nb"):
        report = lint(plan, lang=lang)
        assert report.crashed == ()
        assert str(report)
        assert report.to_dict()


HEAD = "sdggraph: 1\nplan: {id: p, language: nb}\n"


@given(st.text(max_size=80))
@example("plan: 3")
@example("plan: {}")
@example("plan: {id: [], language: {}}")
@example(HEAD + "strategies: {a: b}")
@example(HEAD + "strategies: [[], null, 3, {}]")
@example(HEAD + "areas:\n  - {id: a, title: A, goals: none, goal: 3}\n  - {id: b, title: B, goals: [3], goal: none}\n")
@example(HEAD + "goals: [3, 3, x, {code: 3}, [3]]\ntargets: {code: 3.8}\nlint: [x]\n")
@example(HEAD + "indicators: [{id: i, title: x, baseline: 3, target_values: 4, acceptable: 80, desired: [80, 88]}]\n")
@example(HEAD + "interactions: [{id: x, source: 3, target: x, score: 9}, 4, {id: x}]\n")
def test_any_text(text: str) -> None:
    try_to_read(text)
    try_to_read(text, "fuzz.json")
    try_to_read(HEAD + text)


@given(st.binary(max_size=60))
@example(b"\xef\xbb\xbfplan: {id: p, language: nb}")
@example("plan: {id: p, language: nb}".encode("utf-16"))
@example(b"\xff\xfe\x00")
def test_any_bytes(data: bytes) -> None:
    try:
        text = decode(data, "fuzz.yaml")
    except SdgGraphError as error:
        text = error.message("en")
    try_to_read(text)


def mutated(text: str, choose: random.Random) -> str:
    """Do a few of the things that happen to files: lines lost, repeated, moved, values replaced, indents shifted."""
    lines = text.split("\n")
    for _ in range(choose.randint(1, 4)):
        at = choose.randrange(len(lines))
        line = lines[at]
        match choose.randrange(7):
            case 0:
                del lines[at]
            case 1:
                lines.insert(choose.randrange(len(lines)), line)
            case 2:
                key, colon, _ = line.partition(": ")
                lines[at] = f"{key}{colon or ': '}{choose.choice(JUNK)}"
            case 3:
                lines[at] = choose.choice((" ", "  ", "- ")) + line
            case 4:
                lines[at] = line.removeprefix(" ")
            case 5:
                spot = choose.randrange(len(line) + 1)
                lines[at] = line[:spot] + choose.choice((*"[]{},:#'\"&*!|>@`%\u2028\x85", "\x07")) + line[spot:]
            case _:
                spot = choose.randrange(len(line) + 1)
                lines[at] = line[:spot] + line[spot + 1 :]
        lines = lines or [""]
    return "\n".join(lines)


@pytest.mark.parametrize("source", range(len(SOURCES)))
@pytest.mark.parametrize("seed", range(4))
def test_mutated_plans(source: int, seed: int) -> None:
    choose = random.Random(seed)
    for _ in range(12):
        text = mutated(SOURCES[source], choose)
        try:
            try_to_read(text)
        except Exception as error:
            error.add_note(f"in:\n{text}")
            raise


@pytest.mark.parametrize("junk", JUNK)
def test_junk_in_every_field(junk: str) -> None:
    from sdggraph.io.fields import field_table
    from sdggraph.model.plan import SECTIONS

    for section, record in SECTIONS.items():
        items = "".join(
            f"  - {{id: n{number}, title: T}}\n".replace("}", f", {key}: {junk}}}")
            for number, key in enumerate(field_table(record))
        )
        try_to_read(f"{HEAD}{section}:\n{items}")


@pytest.mark.parametrize("name", ["sdg:3.8", "national:good-services", "a:b"])
def test_a_plan_id_with_a_colon_takes_no_other_node_s_place(name):
    text = f"plan: {{id: '{name}', language: en}}\nobjectives: [{{id: o1, title: A, goals: [3]}}]\n"
    plan = plan_from_document(parse_document(text, "p.yaml"))
    assert plan.id == name.replace(":", "-").replace(".", "-")
    assert [one.code for one in plan.reading.findings] == ["SDG010"]
    assert PlanGraph.of(plan).plans == [plan]
