"""The file beside a plan that keeps what was reviewed: one line a relation, sorted, so that git shows what changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sdggraph.base.errors import InputError
from sdggraph.base.places import Place
from sdggraph.base.words import words
from sdggraph.model.codes import natural_key
from sdggraph.model.review import Reviewed, ReviewLock

__all__ = ["lock_beside", "parse_lock", "written_lock"]

_MARK = "sdggraph-review"


def lock_beside(plan: str | Path) -> Path:
    """Give the path of a plan's lock file: ``plan.review.json`` beside ``plan.yaml``."""
    return Path(plan).with_suffix(".review.json")


def parse_lock(text: str, name: str) -> ReviewLock:
    """Read a lock file.

    Raises:
        InputError: It is no lock file, with the line where JSON ends.
    """
    try:
        data: Any = json.loads(text)
        if data[_MARK] != 1:
            raise ValueError(data[_MARK])  # noqa: TRY301  # one answer to all that is wrong with it
        relations = {
            (str(one["from"]), str(one["relation"]), str(one["to"])): Reviewed(
                str(one["ends"][0]), str(one["ends"][1]), one.get("on"), one.get("by"), one.get("note")
            )
            for one in data["relations"]
        }
        contents = {(str(one["node"]), str(one["is"])): dict(one["said"]) for one in data["contents"]}
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        raise InputError(
            words("is no file of reviewed relations", "er ingen fil med gjennomgåtte koblinger"),
            place=Place(name, line, 1, line, 1),
            hint=words(
                "take the last good version from git, or delete it and review anew",
                "hent siste gode versjon fra git, eller slett den og gjennomgå på nytt",
            ),
        ) from None
    return ReviewLock(relations, contents, name)


def written_lock(lock: ReviewLock) -> str:
    """Write a lock file: what no relation needs any more is left out, and the order never depends on the plan's."""
    needed = {
        (node, mark)
        for (source, _, target), one in lock.relations.items()
        for node, mark in ((source, one.source), (target, one.target))
    }
    relations = [
        {"from": link[0], "relation": link[1], "to": link[2], "ends": [one.source, one.target]}
        | {name: value for name in ("on", "by", "note") if (value := getattr(one, name))}
        for link, one in sorted(lock.relations.items(), key=lambda pair: tuple(map(natural_key, pair[0])))
    ]
    contents = [
        {"node": node, "is": mark, "said": said}
        for (node, mark), said in sorted(lock.contents.items(), key=lambda pair: (natural_key(pair[0][0]), pair[0][1]))
        if (node, mark) in needed
    ]
    return f'{{\n  "{_MARK}": 1,\n  "relations": {_lines(relations)},\n  "contents": {_lines(contents)}\n}}\n'


def _lines(rows: list[dict[str, Any]]) -> str:
    if not rows:
        return "[]"
    listed = ",\n".join(f"    {json.dumps(row, ensure_ascii=False)}" for row in rows)
    return f"[\n{listed}\n  ]"
