"""JSON-stat 2.0: a dataset as a cube of values, each addressed by one category of every dimension.

Reference: https://json-stat.org/full/
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any

from sdggraph.base.errors import InputError
from sdggraph.base.places import Place
from sdggraph.base.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Cell", "Dataset", "Dimension", "parse_jsonstat"]

_MOST_CELLS = 20_000_000
_ROLES = ("time", "geo", "metric")


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension: its categories in their order, and what they are called.

    Attributes:
        id: Its name in the dataset: ``Tid``.
        label: What people call it.
        role: ``time``, ``geo``, ``metric`` or nothing.
        codes: The codes of its categories.
        labels: What each category is called, by code.
        units: The unit of each category that has one, by code.
        eliminable: Whether a query may leave it out, and gets the sum over it.
    """

    id: str
    label: str
    role: str
    codes: tuple[str, ...]
    labels: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    eliminable: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One value: the code of each dimension, the number or None where it is missing, and its status."""

    at: Mapping[str, str]
    value: Decimal | None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset of JSON-stat.

    Attributes:
        label: What it is called.
        source: Whose statistics they are.
        updated: When it was updated, as it was said.
        table: The table's number, where the dataset says it.
        dimensions: Its dimensions, in their order.
        values: The values by position; what isn't there is missing.
        statuses: The status of each value by position.
    """

    label: str
    source: str
    updated: str
    table: str | None
    dimensions: tuple[Dimension, ...]
    values: Mapping[int, Decimal | None]
    statuses: Mapping[int, str] = field(default_factory=dict)

    def dimension(self, role: str) -> Dimension | None:
        """Give the first dimension with a role."""
        return next((one for one in self.dimensions if one.role == role), None)

    def cells(self) -> Iterator[Cell]:
        """Give every cell, the last dimension moving fastest."""
        names = [one.id for one in self.dimensions]
        for number, codes in enumerate(product(*(one.codes for one in self.dimensions))):
            yield Cell(dict(zip(names, codes, strict=True)), self.values.get(number), self.statuses.get(number))

    def cell(self, at: Mapping[str, str]) -> Cell:
        """Give the cell at a category of every dimension.

        Raises:
            KeyError: A dimension isn't named, or hasn't the category.
        """
        number = 0
        for one in self.dimensions:
            if at[one.id] not in one.codes:
                raise KeyError(at[one.id])
            number = number * len(one.codes) + one.codes.index(at[one.id])
        return Cell(at, self.values.get(number), self.statuses.get(number))


def parse_jsonstat(data: bytes | str, name: str) -> Dataset:
    """Read a dataset.

    Args:
        data: The JSON text.
        name: The file's name or address, for messages.

    Raises:
        InputError: It isn't JSON, or no dataset of JSON-stat 2, with what is wrong.
    """
    return _Parser(name).dataset(_tree(data, name))


def _tree(data: bytes | str, name: str) -> Any:
    def refuse(constant: str) -> Any:
        raise ValueError(constant)

    try:
        return json.loads(data, parse_float=Decimal, parse_int=Decimal, parse_constant=refuse)
    except json.JSONDecodeError as error:
        place = Place(name, error.lineno, error.colno)
        raise InputError(words(f"is no JSON: {error.msg}", f"er ikke JSON: {error.msg}"), place=place) from None
    except (ValueError, RecursionError, ArithmeticError) as error:
        reason = "nested too deep" if isinstance(error, RecursionError) else str(error)
        raise InputError(words(f"is no JSON: {reason}", f"er ikke JSON: {reason}"), place=Place(name)) from None


@dataclass(frozen=True, slots=True)
class _Parser:
    name: str

    def wrong(self, en: str, nb: str) -> InputError:
        return InputError(
            words(f"is no dataset of JSON-stat 2: {en}", f"er ikke et datasett i JSON-stat 2: {nb}"),
            place=Place(self.name),
        )

    def dataset(self, tree: Any) -> Dataset:
        if not isinstance(tree, dict):
            raise self.wrong("it is not an object", "det er ikke et objekt")
        kind = tree.get("class", "dataset")
        if kind != "dataset":
            raise self.wrong(f"its class is “{kind}”", f"klassen er «{kind}»")
        for key in ("id", "size", "dimension", "value"):
            if key not in tree:
                raise self.wrong(f"“{key}” is missing", f"«{key}» mangler")
        names = self.texts(tree["id"], "id")
        sizes = self.sizes(tree["size"])
        if len(names) != len(sizes) or len(set(names)) != len(names):
            raise self.wrong(
                f"“id” has {len(names)} names and “size” {len(sizes)} numbers",
                f"«id» har {len(names)} navn og «size» {len(sizes)} tall",
            )
        count = prod(sizes)
        if count > _MOST_CELLS:
            raise self.wrong(f"it has {count} cells", f"det har {count} celler")
        roles = self.roles(tree.get("role"))
        dimensions = tuple(
            self.dimension(tree["dimension"], one, size, roles.get(one, ""))
            for one, size in zip(names, sizes, strict=True)
        )
        extension = tree.get("extension")
        px = extension.get("px") if isinstance(extension, dict) else None
        table = px.get("tableid") if isinstance(px, dict) else None
        said = [tree.get(key) for key in ("label", "source", "updated")]
        label, source, updated = (one if isinstance(one, str) else "" for one in said)
        values = self.values(tree["value"], count)
        statuses = self.statuses(tree.get("status"), count)
        return Dataset(label, source, updated, str(table) if table else None, dimensions, values, statuses)

    def texts(self, given: Any, key: str) -> list[str]:
        if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
            raise self.wrong(f"“{key}” is no list of names", f"«{key}» er ikke en liste med navn")
        return given

    def sizes(self, given: Any) -> list[int]:
        sound = isinstance(given, list) and all(isinstance(one, Decimal) and one == int(one) >= 0 for one in given)
        if not sound:
            raise self.wrong("“size” is no list of whole numbers", "«size» er ikke en liste med hele tall")
        return [int(one) for one in given]

    def roles(self, given: Any) -> dict[str, str]:
        """Give each dimension's role; what can't be understood has none."""
        if not isinstance(given, dict):
            return {}
        listed = {role: given.get(role) for role in _ROLES}
        return {
            one: role
            for role, names in listed.items()
            if isinstance(names, list)
            for one in names
            if isinstance(one, str)
        }

    def dimension(self, tree: Any, name: str, size: int, role: str) -> Dimension:
        said = tree.get(name) if isinstance(tree, dict) else None
        category = said.get("category") if isinstance(said, dict) else None
        if not isinstance(said, dict) or not isinstance(category, dict):
            raise self.wrong(f"the dimension “{name}” has no categories", f"dimensjonen «{name}» har ingen kategorier")
        labels = (
            {code: str(one) for code, one in category.get("label", {}).items()}
            if isinstance(category.get("label"), dict)
            else {}
        )
        codes = self.codes(category.get("index"), labels, name)
        if len(codes) != size:
            raise self.wrong(
                f"the dimension “{name}” has {len(codes)} categories, not {size}",
                f"dimensjonen «{name}» har {len(codes)} kategorier, ikke {size}",
            )
        extension = said.get("extension")
        free = isinstance(extension, dict) and extension.get("elimination") is True
        label = said.get("label")
        return Dimension(
            name, label if isinstance(label, str) else name, role, codes, labels, _units(category.get("unit")), free
        )

    def codes(self, index: Any, labels: Mapping[str, str], name: str) -> tuple[str, ...]:
        """Give the categories in their order: a list, an object of positions, or the one that a label names."""
        if index is None and len(labels) == 1:
            return tuple(labels)
        if isinstance(index, dict) and all(isinstance(one, Decimal) for one in index.values()):
            if sorted(index.values()) != list(range(len(index))):
                raise self.wrong(f"the positions of “{name}” have gaps", f"plassene i «{name}» har hull")
            return tuple(sorted(index, key=lambda code: index[code]))
        codes = self.texts(index, f"dimension.{name}.category.index")
        if len(set(codes)) != len(codes):
            raise self.wrong(f"“{name}” names a category twice", f"«{name}» nevner en kategori to ganger")
        return tuple(codes)

    def values(self, given: Any, count: int) -> dict[int, Decimal | None]:
        """Give the values by position: a list of all, or an object of those that are there."""
        if isinstance(given, list):
            if len(given) != count:
                raise self.wrong(
                    f"it has {len(given)} values, not {count}", f"det har {len(given)} verdier, ikke {count}"
                )
            pairs: Any = enumerate(given)
        elif isinstance(given, dict):
            pairs = ((self.position(key, count), value) for key, value in given.items())
        else:
            raise self.wrong("“value” is neither a list nor an object", "«value» er verken en liste eller et objekt")
        return {number: self.number(value) for number, value in pairs}

    def number(self, value: Any) -> Decimal | None:
        if value is None or isinstance(value, Decimal):
            return value
        raise self.wrong(f"{str(value)[:40]!r} is no number", f"{str(value)[:40]!r} er ikke et tall")

    def position(self, key: str, count: int) -> int:
        if not (key.isascii() and key.isdecimal() and len(key) < 12 and int(key) < count):
            raise self.wrong(f"there is no position {key[:40]!r}", f"plassen {key[:40]!r} finnes ikke")
        return int(key)

    def statuses(self, given: Any, count: int) -> dict[int, str]:
        """Give the status by position: one for all, a list, or an object."""
        if isinstance(given, str):
            return dict.fromkeys(range(count), given)
        if isinstance(given, list):
            return {number: one for number, one in enumerate(given[:count]) if isinstance(one, str)}
        if isinstance(given, dict):
            return {self.position(key, count): one for key, one in given.items() if isinstance(one, str)}
        return {}


def _units(given: Any) -> dict[str, str]:
    if not isinstance(given, dict):
        return {}
    return {
        code: one["base"] for code, one in given.items() if isinstance(one, dict) and isinstance(one.get("base"), str)
    }
