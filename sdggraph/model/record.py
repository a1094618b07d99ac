"""The base of all records: frozen, closed, and makeable without validation from values that were read already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Record", "singular"]

_set = object.__setattr__
_blanks: dict[type[Record], dict[str, Any]] = {}
_names_set: dict[tuple[str, ...], set[str]] = {}
"""One set a combination of fields, shared by all records that have it: at 100,000 strategies it saves 100 MB."""


class Record(BaseModel):
    """A frozen record that refuses fields it doesn't know."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True, defer_build=True
    )

    @classmethod
    def blank(cls) -> Mapping[str, Any]:
        """Give the values of a record in which nothing is said: defaults, and the empty text for what is required."""
        known = _blanks.get(cls)
        if known is None:
            known = _blanks[cls] = {
                name: "" if field.is_required() else field.get_default(call_default_factory=True)
                for name, field in cls.model_fields.items()
            }
        return known

    @classmethod
    def keys(cls) -> Mapping[str, str]:
        """Give each field's name by its key in a plan file (``global`` is ``global_`` in Python)."""
        return {field.alias or name: name for name, field in cls.model_fields.items()}

    @classmethod
    def required(cls) -> Mapping[str, str]:
        """Give the name of each field that must be there by its key in a plan file."""
        return {key: name for key, name in cls.keys().items() if cls.model_fields[name].is_required()}

    @classmethod
    def trusted(cls, values: Mapping[str, Any]) -> Self:
        """Make a record of values that a reader has already brought to their types; nothing is checked again.

        It costs a twentieth of validation, and a record of which one field was bad still comes to be.
        """
        record = cls.__new__(cls)
        _set(record, "__dict__", {**(_blanks.get(cls) or cls.blank()), **values})
        names = tuple(values)
        _set(record, "__pydantic_fields_set__", _names_set.get(names) or _names_set.setdefault(names, set(names)))
        _set(record, "__pydantic_extra__", None)
        _set(record, "__pydantic_private__", None)
        return record


def singular(key: str) -> str:
    """Give the key under which a single value may stand for a list of one: ``strategy`` for ``strategies``."""
    return key[:-3] + "y" if key.endswith("ies") else key.removesuffix("s")
