"""Ids made of titles are ids."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdggraph.base.slugs import slug, unused
from sdggraph.model.codes import is_local_id


@pytest.mark.parametrize(
    ("title", "made"),
    [
        ("Trygge skoleveier", "trygge-skoleveier"),
        ("Ære, øst & å være", "aere-ost-a-vaere"),
        ("2030-målet", "node-2030-malet"),
        ("…", "node"),
        ("Straße", "strasse"),
        ("x" * 60, "x" * 40),
        ("Et mål som er så langt at det ikke får plass i en id", "et-mal-som-er-sa-langt-at-det-ikke-far"),
    ],
)
def test_a_title_gives_a_readable_id(title: str, made: str) -> None:
    assert slug(title) == made


@given(st.text(max_size=300))
def test_any_title_gives_an_id(title: str) -> None:
    made = slug(title)
    assert is_local_id(made)
    assert made.isascii()
    assert made == made.lower()
    assert len(made) <= 45  # forty, and the default before one that begins with a digit
    assert slug(title) == made


@given(st.lists(st.sampled_from(["a", "a-2", "b"]), max_size=12))
def test_ids_are_given_out_once(wanted: list[str]) -> None:
    taken: set[str] = set()
    given_out = [unused(one, taken) for one in wanted]
    assert len(set(given_out)) == len(given_out)
    assert set(given_out) == taken
