"""Records that readers make without validation are as good as others."""

from __future__ import annotations

import copy
import pickle

import pytest
from pydantic import ValidationError

from sdggraph.model.nodes import Objective, Strategy


def test_a_trusted_record_equals_a_validated_one() -> None:
    trusted = Strategy.trusted({"id": "s1", "title": "Trygge skoleveier", "objectives": ("o1",)})
    assert trusted == Strategy(id="s1", title="Trygge skoleveier", objectives=("o1",))
    assert trusted.model_fields_set == {"id", "title", "objectives"}
    assert pickle.loads(pickle.dumps(trusted)) == copy.deepcopy(trusted) == trusted


def test_what_is_said_of_one_record_is_not_said_of_another() -> None:
    one, other = (Strategy.trusted({"id": name, "title": "A"}) for name in ("s1", "s2"))
    changed = one.model_copy(update={"number": "1"})
    assert changed.model_fields_set == {"id", "title", "number"}
    assert one.model_fields_set == other.model_fields_set == {"id", "title"}


def test_blanks_are_a_class_own() -> None:
    assert Strategy.trusted({"id": "s1"}).mitigates == ()
    assert not hasattr(Objective.trusted({"id": "o1"}), "mitigates")


def test_records_stay_closed_and_frozen() -> None:
    record = Strategy.trusted({"id": "s1", "title": "A"})
    with pytest.raises(ValidationError):
        record.title = "B"
    with pytest.raises(ValidationError):
        Strategy(id="s1", title="A", colour="red")
