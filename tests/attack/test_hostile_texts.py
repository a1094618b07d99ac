"""Hostile plan files: what cost time by the square of their length, and what is no text at all."""

from __future__ import annotations

import pytest

import sdggraph as sg
from sdggraph.base.slugs import unused
from sdggraph.io.document import SEQUENCE, Document
from sdggraph.io.json_text import parse_json
from sdggraph.io.plan_file import parse_document, plan_from_document

MANY = 400


class CountingDocument(Document):
    """A document that counts how often it steps over a value."""

    steps = 0

    def after(self, token: int) -> int:
        CountingDocument.steps += 1
        return super().after(token)


def steps_for(count: int) -> int:
    """Count the steps for the places of many findings in one list."""
    listed = ", ".join(["99"] * count)
    text = f"plan: {{id: p, language: en}}\nareas: [{{id: a, title: t, goals: [{listed}]}}]\n"
    read = parse_document(text, "plan.yaml")
    document = CountingDocument(read.file, read.root, read.starts, read.ends, read.kinds)
    CountingDocument.steps = 0
    plan = plan_from_document(document)
    assert plan.reading is not None
    places = [one.place for one in plan.reading.findings if one.code == "SDG001"]
    assert len(places) == count
    assert all(place is not None and text.splitlines()[1][(place.column or 0) - 1 :][:2] == "99" for place in places)
    assert len({place.column for place in places if place is not None}) == count
    return CountingDocument.steps


def test_the_cost_of_places_grows_with_the_list_not_with_its_square() -> None:
    assert steps_for(2 * MANY) < 3 * steps_for(MANY)


def test_places_in_a_list_kept_for_later_are_those_found_at_first() -> None:
    text = "x: [" + ", ".join(f"v{number}" for number in range(MANY)) + "]\n"
    document = parse_document(text, "x.yaml")
    for number in (MANY - 1, 0, 7, MANY - 1):
        assert document.text_of(document.find(0, ("x", number))) == f"v{number}"
    assert not document.holds(0, ("x", MANY))
    assert document.kinds[document.find(0, ("x", MANY))] == SEQUENCE


class CountingSet(set[str]):
    """A set that counts how often it is asked."""

    asked = 0

    def __contains__(self, item: object) -> bool:
        self.asked += 1
        return super().__contains__(item)


def test_ids_for_many_records_without_one_are_found_in_few_questions() -> None:
    taken = CountingSet()
    made = [unused("area", taken) for _ in range(MANY)]
    assert made == ["area", *(f"area-{number}" for number in range(2, MANY + 1))]
    assert taken.asked < 25 * MANY


def test_an_id_is_unused_even_where_numbers_are_missing() -> None:
    taken = {"a", "a-2", "a-4", "a-5", "a-8"}
    made = [unused("a", taken) for _ in range(20)]
    assert len({*made, "a", "a-2", "a-4", "a-5", "a-8"}) == 25


@pytest.mark.parametrize("half", ["\\ud800", "\\udfff", "\\ud83d x"])
def test_half_a_character_in_json_is_said_with_its_place(half: str) -> None:
    with pytest.raises(sg.InputError) as caught:
        parse_json(f'{{"plan": {{"id": "p",\n "title": "a{half}"}}}}', "plan.json")
    place = caught.value.place
    assert place is not None
    assert (place.line, place.column) == (2, 11)
    assert "half a character" in caught.value.words["en"]


def test_a_whole_pair_in_json_is_one_character() -> None:
    document = parse_json('{"plan": {"title": "\\ud83d\\ude00"}}', "plan.json")
    assert document.root["plan"]["title"] == "😀"
