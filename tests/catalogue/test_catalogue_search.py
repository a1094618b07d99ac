"""Searching by code and by words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdggraph.catalogue import search
from sdggraph.catalogue.tables import codes
from sdggraph.model.codes import natural_key


def found(words, lang=None, limit=20):
    return [hit.code for hit in search(words, lang, limit)]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("helse", "3"),
        ("health", "3"),
        ("klima", "13"),
        ("climate", "13"),
        ("KLIMA", "13"),
        ("bærekraftige byer", "11"),
        ("baerekraftige byer", "11"),
        ("buss", "11.2"),
        ("bus", "11.2"),
        ("matsvinn", "12.3"),
        ("boliger", "11.1"),
        ("drikkevann", "6"),
        ("energy efficiency", "7.3"),
        ("selvmord", "3.4"),
    ],
)
def test_the_best_hit(words, first):
    assert found(words)[0] == first


def test_helse_finds_the_goal_and_health_services():
    assert {"3", "3.8"} <= set(found("helse"))
    assert {"3", "3.8"} <= set(found("health"))


@pytest.mark.parametrize(
    ("words", "code"),
    [("tjenester", "3.8"), ("skole", "4.1"), ("barnet", "16.2"), ("children", "16.2"), ("vann", "6.1")],
)
def test_inflected_words_and_parts_of_words_are_found(words, code):
    assert code in found(words, limit=None)


def test_every_word_must_be_found():
    both = set(found("vold barn", limit=None))
    assert both
    assert both == set(found("vold", limit=None)) & set(found("barn", limit=None))
    assert found("vold xyzzy") == []


@pytest.mark.parametrize("written", ["3.8", "SDG 3.8", "03.08", "delmål 3.8"])
def test_a_code_finds_itself_and_what_hangs_below(written):
    assert found(written) == ["3.8", "3.8.1", "3.8.2"]


def test_the_beginning_of_a_code():
    assert found("3.", limit=None) == [code for code in codes().kinds if code == "3" or code.startswith("3.")]
    assert found("1", limit=None) == [code for code in codes().kinds if code == "1" or code.startswith("1.")]
    assert found("C030802") == ["3.8.2"]
    assert found("3.99") == []


def test_hits_that_fit_equally_stand_in_natural_order():
    hits = search("vann", limit=None)
    rank = {"goal": 0, "target": 1, "indicator": 2}
    keys = [(-hit.score, rank[hit.kind], natural_key(hit.code)) for hit in hits]
    assert keys == sorted(keys)
    assert len(hits) > 5


def test_labels_are_in_the_language_asked_for_else_in_that_of_the_words():
    assert search("climate", "nb")[0].label == "Stoppe klimaendringene"
    assert search("climate", "nn")[0].label == "Stoppe klimaendringane"
    assert search("klima", "en")[0].label == "Climate action"
    assert search("klima")[0].label == "Stoppe klimaendringene"
    assert search("climate")[0].label == "Climate action"
    assert search("3.8", "nn")[0].label == search("3.8", "nb")[0].label
    assert search("3.8", "de")[0].label == search("3.8", "en")[0].label


def test_an_indicator_listed_several_times_is_found_once_by_words():
    assert found("fotavtrykk", limit=None) == ["8.4.1"]
    assert found("12.2.1") == ["12.2.1"]


def test_limits():
    assert len(search("helse", limit=3)) == 3
    assert search("helse", limit=0) == []
    assert len(search("helse", limit=None)) > 10
    assert search("") == search("  ") == search("!?") == []


@given(st.text(max_size=300))
def test_any_words_are_answered(words):
    hits = search(words, limit=5)
    assert len(hits) <= 5
    assert all(hit.code in codes().kinds and hit.label for hit in hits)
