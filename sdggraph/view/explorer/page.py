"""One file that holds the whole explorer: its parts put together under a strict content security policy."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from sdggraph.base.words import pick
from sdggraph.model.relations import RELATIONS
from sdggraph.view.explorer.network import render_page, vis_source
from sdggraph.view.explorer.people import without_people
from sdggraph.view.facts import UP, find_facts
from sdggraph.view.gaps import find_gaps, headline
from sdggraph.view.layout.columns import lay_columns
from sdggraph.view.layout.free import lay_free
from sdggraph.view.outline import outline_html
from sdggraph.view.phrases import load_phrases, phrase
from sdggraph.view.results import latest, result

if TYPE_CHECKING:
    from sdggraph.view.facts import Facts
    from sdggraph.view.layout.columns import ColumnLayout
    from sdggraph.view.payload import Payload

__all__ = ["Settings", "assemble", "script_json"]

Settings = dict[str, Any]
"""What the page starts with: language, title, focus and depth of a thread, kinds, view, theme and audience."""

_SCRIPTS = (
    *("data", "marks", "dom", "state", "thread", "scene"),
    *("flow", "flow_areas", "fitted", "river", "cards", "work_cards"),
    *("columns", "window", "river_canvas", "minimap"),
    *("flow_trace", "trace_areas", "trace_measures", "trace_claims", "waiting", "waiting_makers"),
    *("chart", "panel", "panel_sections", "filters", "search"),
    *("matrix", "matrix_popover", "matrix_targets", "matrix_words", "outline", "free", "free_marks"),
    *("phone", "phone_areas", "phone_goals", "sheet"),
    *("drawing", "drawing_free", "export", "keyboard", "chrome", "sentence", "foot", "main"),
)
_EARLY = 'document.documentElement.className = "scripted";'
"""Runs before the body is read, so that the list without JavaScript never flashes up."""

_STYLES = ("base", "chrome", "columns", "panel", "matrix", "list", "phone")
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def assemble(payload: Payload, settings: Settings) -> str:
    """Work out facts, gaps and both layouts, and write them all into one page."""
    from markupsafe import Markup

    if settings["audience"] != "internal":
        payload = without_people(_without_findings(payload))
    for node in payload.nodes:
        if node.kind == "Indicator":
            node.more["result"], node.more["latest"] = result(node.more), latest(node.more)
    facts = find_facts(payload)
    layout = lay_columns(payload, facts)
    lang = settings["lang"]
    data = _data(payload, facts, layout, settings)
    style, script, vis = _bundle("css", _STYLES), _script(), _vis()
    title = settings.get("title") or pick(payload.title, lang)
    parts: dict[str, object] = {
        "lang": lang,
        "theme": settings["theme"],
        "title": title,
        "line": pick(payload.line, lang),
        "sentence": "".join(part["text"] for part in data["headline"][lang]),
        "no_script": phrase(load_phrases(lang), "ui.no_script"),
        "policy": _policy(style, _EARLY, script, vis),
        "early": Markup(_EARLY),  # noqa: S704
        "style": Markup(style),  # noqa: S704  # our own files, nothing of the plan
        "script": Markup(script),  # noqa: S704
        "vis": Markup(vis),  # noqa: S704
        "outline": Markup(outline_html(payload, facts, layout, lang)),  # noqa: S704  # escaped there
        "plan": _safe_json(data),
        "script_json": _safe_json,
    }
    page = render_page(payload, lay_free(payload, facts), parts)
    return page.encode("utf-8", "replace").decode("utf-8")  # half a character can't be written


def _without_findings(payload: Payload) -> Payload:
    """Leave out what is for those who mend the plan: findings and repaired codes. Gaps say it in plain words."""
    nodes = [
        replace(node, more={key: value for key, value in node.more.items() if key != "written"})
        for node in payload.nodes
    ]
    return replace(payload, nodes=nodes, notes=[])


def _data(payload: Payload, facts: Facts, layout: ColumnLayout, settings: Settings) -> dict[str, Any]:
    data = payload.to_json()
    if settings.get("title"):
        data["title"] = {payload.lang: settings["title"]}
    gaps = find_gaps(payload, facts)
    for position, row in enumerate(data["nodes"]):
        if position in facts.reach:
            row["reach"] = facts.reach[position]
            row["measured"] = facts.measured.get(position, "")
        if position in facts.parent:
            row["parent"] = facts.parent[position]
    data["gaps"] = gaps
    data["up"] = sorted(UP)
    data["layout"] = layout.to_json()
    data["words"] = {lang: {**load_phrases(lang), "relation": _relation_words(lang)} for lang in payload.languages}
    data["headline"] = {lang: headline(payload, gaps, lang) for lang in {*payload.languages, settings["lang"]}}
    data["start"] = {key: value for key, value in settings.items() if value is not None and key != "title"}
    return data


def _relation_words(lang: str) -> dict[str, str]:
    """How each relation reads in both directions, from the one table of relations."""
    words: dict[str, str] = {}
    for name, relation in RELATIONS.items():
        words[name] = pick(relation.forward, lang)
        words[f"{name}_inverse"] = pick(relation.backward, lang)
    return words


def script_json(value: object) -> str:
    """Write JSON that can stand inside a script element: no markup, no end tag, no odd line end."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def _safe_json(value: object) -> Any:
    from markupsafe import Markup

    return Markup(script_json(value))  # noqa: S704  # no character in it can end or open an element


@cache
def _bundle(folder: str, names: tuple[str, ...]) -> str:
    room = resources.files("sdggraph.view") / "assets" / folder
    texts = [(room / f"{name}.{folder}").read_text(encoding="utf-8") for name in names]
    whole = "\n".join(texts).replace("\r\n", "\n")
    if "</script" in whole.lower() or "</style" in whole.lower():
        raise ValueError(f"an asset in {folder} would end its own element")
    return whole


@cache
def _script() -> str:
    """All scripts in one function, so that nothing of them is global."""
    return f'(() => {{\n"use strict";\n{_bundle("js", _SCRIPTS)}\n}})();'


@cache
def _vis() -> str:
    source = vis_source()
    if "</script" in source.lower():
        raise ValueError("vis-network would end its own element")
    return source


def _policy(style: str, *scripts: str) -> str:
    """Allow exactly our own style and scripts, pictures made in the page, and nothing from anywhere."""
    hashes = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src {_hash(style)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
