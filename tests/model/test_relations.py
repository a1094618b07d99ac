"""The relation table and the records say the same, each thing once."""

from __future__ import annotations

from typing import get_args

import pytest

from sdggraph.model.kinds import KINDS, kinds_phrase
from sdggraph.model.nodes import Claims, GoalClaims, Refs
from sdggraph.model.plan import SECTIONS, Plan
from sdggraph.model.relations import FIELDS, RELATIONS

RECORDS = {record.__name__: record for record in SECTIONS.values()}


@pytest.mark.parametrize(("kind", "field"), [key for key in FIELDS if key[0] in RECORDS], ids=".".join)
def test_every_field_of_the_table_is_a_field_of_the_record(kind, field):
    assert field in RECORDS[kind].model_fields


@pytest.mark.parametrize("kind", RECORDS)
def test_every_field_that_refers_stands_in_the_table(kind):
    for name, field in RECORDS[kind].model_fields.items():
        refers = field.annotation in (Refs, Claims, GoalClaims) and name != "tracks"  # a vocabulary, no node
        assert not refers or (kind, name) in FIELDS, name


@pytest.mark.parametrize("relation", RELATIONS.values(), ids=lambda relation: relation.name)
def test_relations_are_complete(relation):
    for texts in (relation.forward, relation.backward, relation.meaning):
        assert set(texts) == {"en", "nb"}
        assert all(texts.values())
    for join in relation.joins:
        assert join.source in KINDS
        assert join.targets
        assert set(join.targets) <= set(KINDS)


def test_claims_are_made_to_goals_and_targets_only():
    for _, join in FIELDS.values():
        assert not join.claim or set(join.targets) <= {"Goal", "Target"}


def test_sections_are_fields_of_a_plan():
    for name, record in SECTIONS.items():
        assert get_args(Plan.model_fields[name].annotation)[0] is record


def test_kinds_are_listed_as_a_sentence_does():
    assert kinds_phrase(["Objective"]) == {"en": "an objective", "nb": "et mål"}
    assert kinds_phrase(["Goal", "Target"])["nb"] == "et bærekraftsmål eller et delmål"
    assert kinds_phrase(["Goal", "Target", "Strategy"]) == {
        "en": "a goal, a target or a strategy",
        "nb": "et bærekraftsmål, et delmål eller en strategi",
    }
