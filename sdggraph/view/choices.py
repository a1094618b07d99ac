"""What a caller may ask of the explorer by name: a node to begin at, kinds to show; a wrong name gets the right one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.base.errors import NotFoundError
from sdggraph.base.nearby import Names
from sdggraph.base.words import words
from sdggraph.view.payload import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdggraph.view.payload import Payload

__all__ = ["find_focus", "find_kinds"]


def find_focus(payload: Payload, name: str) -> str:
    """Give the id of the node that is meant by an id, a local id, a code or the plan's own number.

    Raises:
        NotFoundError: There is none, with the one that was probably meant.
    """
    ids = [node.id for node in payload.nodes]
    by_local = {one.partition(":")[2]: one for one in reversed(ids)}
    by_number = {node.number: node.id for node in reversed(payload.nodes)}
    for known in ({one: one for one in ids}, by_local, by_number):
        if name in known:
            return known[name]
    near = Names([*ids, *by_local]).nearest(name)
    hint = words(f"did you mean {near[0]}?", f"mente du {near[0]}?") if near else None
    raise NotFoundError(words(f"there is no node “{name}”", f"det finnes ingen node «{name}»"), hint=hint)


def find_kinds(names: Iterable[str]) -> list[str]:
    """Give node kinds by name, however they are cased and separated: ``target-area`` is ``TargetArea``.

    Raises:
        NotFoundError: A kind that there is not.
    """
    known = {kind.lower(): kind for kind in KINDS}
    found: list[str] = []
    for name in names:
        plain = name.lower().replace("-", "").replace("_", "").strip()
        kind = known.get(plain) or known.get(plain.removesuffix("s")) or known.get(f"{plain.removesuffix('ies')}y")
        if kind is None:
            near = Names(KINDS).nearest(name)
            hint = words(f"did you mean {near[0]}?", f"mente du {near[0]}?") if near else None
            raise NotFoundError(words(f"there is no kind “{name}”", f"det finnes ikke noe slag «{name}»"), hint=hint)
        found.append(kind)
    return sorted(set(found), key=KINDS.index)
