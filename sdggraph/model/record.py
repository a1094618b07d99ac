"""The base of all records: frozen, closed, and makeable without validation from values that were read already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Record"]

_set = object.__setattr__


class Record(BaseModel):
    """A frozen record that refuses fields it doesn't know."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)

    _blank: ClassVar[dict[str, Any] | None] = None
    _keys: ClassVar[dict[str, str] | None] = None

    @classmethod
    def blank(cls) -> Mapping[str, Any]:
        """Give the values of a record in which nothing is said: defaults, and the empty text for what is required."""
        if cls.__dict__.get("_blank") is None:
            cls._blank = {
                name: "" if field.is_required() else field.get_default(call_default_factory=True)
                for name, field in cls.model_fields.items()
            }
        return cls._blank or {}

    @classmethod
    def keys(cls) -> Mapping[str, str]:
        """Give each field's name by its key in a plan file (``global`` is ``global_`` in Python)."""
        if cls.__dict__.get("_keys") is None:
            cls._keys = {field.alias or name: name for name, field in cls.model_fields.items()}
        return cls._keys or {}

    @classmethod
    def trusted(cls, values: Mapping[str, Any]) -> Self:
        """Make a record of values that a reader has already brought to their types; nothing is checked again.

        It costs a twentieth of validation, and a record of which one field was bad still comes to be.
        """
        record = cls.__new__(cls)
        _set(record, "__dict__", {**cls.blank(), **values})
        _set(record, "__pydantic_fields_set__", set(values))
        _set(record, "__pydantic_extra__", None)
        _set(record, "__pydantic_private__", None)
        return record
