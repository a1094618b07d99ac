"""The search for near names against comparing with every name."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdggraph.base.nearby import Names, distance, nearest

MANY = [f"objective-{one:03}" for one in range(500)]
NAMES = Names(MANY)

names = st.text(alphabet="abc1-_ ", max_size=9)


@cache
def naive(a: str, b: str) -> int:
    """Count edits straight from the definition: insert, delete, replace, swap two neighbours."""
    if not a or not b:
        return len(a) + len(b)
    ways = [naive(a[:-1], b) + 1, naive(a, b[:-1]) + 1, naive(a[:-1], b[:-1]) + (a[-1] != b[-1])]
    if a[-2:] == b[-2:][::-1] and len(a) > 1 and len(b) > 1:
        ways.append(naive(a[:-2], b[:-2]) + 1)
    return min(ways)


def folded(name: str) -> str:
    return name.casefold().replace("-", "_").replace(" ", "_")


def allowed(wrong: str) -> int:
    return 1 if len(wrong) <= 4 else 2 if len(wrong) <= 8 else 3


@given(names, names)
def test_the_distance_is_as_defined(a: str, b: str) -> None:
    assert distance(a, b) == naive(a, b) == distance(b, a)


@given(names, names, st.integers(0, 4))
def test_a_distance_beyond_interest_is_only_told_to_be_so(a: str, b: str, most: int) -> None:
    assert (distance(a, b, most) <= most) is (naive(a, b) <= most)
    if naive(a, b) <= most:
        assert distance(a, b, most) == naive(a, b)


@given(names, st.lists(names, max_size=30))
def test_among_few_names_the_nearest_is_found(wrong: str, known: list[str]) -> None:
    scored = sorted((naive(folded(wrong), folded(name)), abs(len(name) - len(wrong)), name) for name in set(known))
    expected = [name for score, _, name in scored if score <= allowed(wrong) and score < len(wrong)]
    assert Names(known).nearest(wrong, limit=50) == (expected if wrong else [])


@given(st.integers(0, 499), st.integers(0, 11), st.sampled_from("dirs"))
def test_among_many_names_one_edit_is_found(number: int, at: int, edit: str) -> None:
    name = MANY[number]
    wrong = {
        "d": name[:at] + name[at + 1 :],
        "i": name[:at] + "x" + name[at:],
        "r": name[:at] + "x" + name[at + 1 :],
        "s": name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :],
    }[edit]
    found = NAMES.nearest(wrong)
    assert len(found) == 1
    assert distance(wrong, found[0]) == min(distance(wrong, one) for one in MANY)


@pytest.mark.parametrize(
    ("wrong", "known", "meant"),
    [
        ("objectivs", ["objectives", "strategies"], ["objectives"]),
        ("Helse-12", ["helse-12", "helse-13"], ["helse-12"]),
        ("x", ["y", "z"], []),
        ("", ["a"], []),
        ("a" * 61, ["a" * 60], []),
        ("services", ["service"], ["service"]),
    ],
)
def test_what_is_meant(wrong: str, known: list[str], meant: list[str]) -> None:
    assert nearest(wrong, known) == meant
