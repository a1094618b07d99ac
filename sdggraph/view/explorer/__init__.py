"""The explorer: a plan's goal hierarchy as one HTML file that opens at once, anywhere, without a network."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Collection

    from sdggraph.view.payload import Payload

__all__ = ["Audience", "Layout", "Theme", "explorer_html", "write_explorer"]

Layout = Literal["columns", "organic", "matrix", "list"]
Theme = Literal["auto", "light", "dark"]
Audience = Literal["internal", "council", "public"]

_VIEWS = {"columns": "columns", "organic": "free", "matrix": "matrix", "list": "list"}


def explorer_html(
    payload: Payload,
    *,
    lang: str | None = None,
    title: str | None = None,
    focus: str | None = None,
    depth: int | None = None,
    kinds: Collection[str] | None = None,
    layout: Layout = "columns",
    theme: Theme = "auto",
    audience: Audience = "internal",
) -> str:
    """Give the explorer of a plan as one complete HTML page.

    Args:
        payload: The plan system, its findings and its texts.
        lang: The language that the page opens in; default the plan's.
        title: A title instead of the plan's own.
        focus: The id of a node whose thread the page opens on; a local id is enough.
        depth: How many steps of that thread are shown: 1, 2, or all.
        kinds: The node kinds that are shown; default all.
        layout: The view that the page opens in.
        theme: The colours; ``auto`` follows the reader's system.
        audience: ``internal`` shows rule codes; ``council`` and ``public`` show neither codes nor personal names.

    Raises:
        ValueError: A layout, theme or audience that there is not.
    """
    from sdggraph.view.explorer.page import assemble

    for value, known in ((layout, _VIEWS), (theme, ("auto", "light", "dark")), (audience, ("internal", "council", "public"))):
        if value not in known:
            raise ValueError(f"{value!r} is none of {', '.join(known)}")
    settings = {
        "lang": lang or payload.lang,
        "title": title,
        "focus": focus,
        "depth": depth,
        "kinds": sorted(kinds) if kinds is not None else None,
        "view": _VIEWS[layout],
        "theme": theme,
        "audience": audience,
    }
    return assemble(payload, settings)


def write_explorer(path: str | os.PathLike[str], payload: Payload, **options: object) -> Path:
    """Write the explorer to a file, whole or not at all; options as for ``explorer_html``."""
    page = explorer_html(payload, **options)  # type: ignore[arg-type]
    target = Path(path)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(page)
        part.chmod(0o644)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return target
