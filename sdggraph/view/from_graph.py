"""From a plan graph and its report to what the explorer is given."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from sdggraph.graph.index import ABOUT, ACTS_FROM, ACTS_ON, NEGATIVE
from sdggraph.model.codes import local_part
from sdggraph.model.texts import by_language
from sdggraph.rules.registry import ALL_RULES
from sdggraph.view.payload import KINDS, Edge, Note, Payload, PayloadNode, Texts
from sdggraph.view.phrases import date_words, load_phrases
from sdggraph.view.record_fields import fields_of, period_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sdggraph.base.diagnostics import Diagnostic
    from sdggraph.graph.plan_graph import PlanGraph
    from sdggraph.lint.report import Report
    from sdggraph.model.plan import Plan

__all__ = ["payload_of"]

_LANGUAGES = ("nb", "en")
_FIELD = re.compile(r"\{\w+\}")
_UNSAID = frozenset({ABOUT, ACTS_FROM, ACTS_ON, "prioritises", "selects"})


def payload_of(graph: PlanGraph, reports: Report | Sequence[Report] = (), *, lang: str | None = None) -> Payload:
    """Gather what the explorer shows of a plan system.

    Args:
        graph: The plan and those that it follows up; the first plan names the page.
        reports: Its diagnostics; several reports are the same diagnostics in several languages.
        lang: The language that the page opens in; default the plan's.
    """
    every = [reports] if not isinstance(reports, (list, tuple)) else list(reports)
    return _Gatherer(graph, lang).gather(every)


class _Gatherer:
    def __init__(self, graph: PlanGraph, lang: str | None) -> None:
        self.graph = graph
        self.plan: Plan | None = graph.plans[0] if graph.plans else None
        self.language = self.plan.language.lower() if self.plan else "en"
        nearest = {"no": "nb"}.get(self.language, self.language)
        self.lang = lang or (nearest if nearest in {*_LANGUAGES, "nn"} else "en")
        self.at: dict[str, int] = {}
        self.payload = Payload({})

    def gather(self, reports: list[Any]) -> Payload:
        payload = self.payload
        payload.lang = self.lang
        payload.languages = tuple(dict.fromkeys((*_LANGUAGES, *((self.lang,) if self.lang == "nn" else ()))))
        self.name_the_page()
        self.stand_ins = self.find_stand_ins()
        relations = list(self.graph.edges())
        shown = self.find_shown(relations)
        for kind in KINDS:
            for name in self.graph.nodes(kind):
                if name in shown:
                    self.add_node(name, kind)
        self.add_facts()
        for edge in relations:
            self.add_edge(edge.source, edge.relation, edge.target, edge.said)
        self.add_notes(reports)
        return payload

    def texts(self, text: Any, plan: Plan | None = None) -> Texts:
        return by_language(text, (plan.language if plan else self.language).lower())

    def name_the_page(self) -> None:
        plan, payload = self.plan, self.payload
        if plan is None:
            return
        payload.title = self.texts(plan.title) or {self.language: plan.id}
        whose = self.texts(plan.organisation.name) if plan.organisation else {}
        for lang in payload.languages:
            words = load_phrases(lang)["value"]
            status = words["hearing_plan" if plan.status == "hearing" else plan.status]
            when = date_words(plan.adopted.date, lang) if plan.adopted and plan.adopted.date else ""
            said = f"{status} {when}".strip()
            name = whose.get(lang) or next(iter(whose.values()), "")
            payload.line[lang] = " · ".join(part for part in (name, said) if part)
        payload.shows_actions = plan.kind in {"action", "economic"}
        payload.values = {track.id: self.texts(track.title, one) for one in self.graph.plans for track in one.tracks}

    def find_stand_ins(self) -> dict[str, str]:
        """Nodes that hold what a plan says of a shared node are shown as that node."""
        found = {edge.source: edge.target for edge in self.graph.edges(ABOUT)}
        found.update({edge.source: edge.target for edge in self.graph.edges(ACTS_ON)})
        return found

    def find_shown(self, relations: list[Any]) -> set[str]:
        """The plans' nodes, every goal, and the UN's other nodes as far as a plan speaks of them."""
        graph = self.graph
        shown = {name for name in graph.nodes(plans_only=True) if graph.kind(name) != "Plan" or len(graph.plans) > 1}
        shown.update(graph.nodes("Goal"))
        spoken = {edge.target for edge in relations if edge.source in shown}
        shown.update(spoken)
        if any(graph.kind(name) == "NationalGoal" for name in spoken):
            shown.update(graph.nodes("NationalGoal"))
        return shown

    def add_node(self, name: str, kind: str) -> None:
        record = self.graph.record(name)
        plan = self.graph.plan_of(name)
        titles = {"Goal": "title", "Target": "label", "GlobalIndicator": "label", "NationalGoal": "label"}
        title = self.texts(getattr(record, titles.get(kind, "title")), plan)
        number = getattr(record, "code", None) or getattr(record, "number", None) or ""
        node = PayloadNode(name, kind, title or {self.language: local_part(name)}, number)
        if plan is not None:
            self.fill(node, record, plan)
        self.at[name] = len(self.payload.nodes)
        self.payload.nodes.append(node)

    def fill(self, node: PayloadNode, record: Any, plan: Plan) -> None:
        node.short = self.texts(getattr(record, "short", None), plan)
        node.text = self.texts(getattr(record, "description", None), plan)
        if node.kind == "Plan":
            node.more = {"status": record.status, "period": period_of(record)}
            return
        node.more = fields_of(record, partial(self.texts, plan=plan))

    def add_facts(self) -> None:
        """Put what the first plan that speaks of a goal or target says of it on that node."""
        for scoped, shared in self.stand_ins.items():
            kind = self.graph.kind(scoped)
            if kind == "Interaction" or shared not in self.at:
                continue
            node, record = self.payload.nodes[self.at[shared]], self.graph.record(scoped)
            say = partial(self.texts, plan=self.graph.plan_of(scoped))
            node.more["prioritised" if kind == "Prioritisation" else "selected"] = True
            node.text = node.text or say(getattr(record, "significance", None))
            for key, value in fields_of(record, say).items():
                node.more.setdefault(key, value)
        for plan in self.graph.plans:
            for finding in plan.reading.findings if plan.reading else ():
                self.add_repair(finding)

    def add_repair(self, finding: Any) -> None:
        """Remember how a code was written that the reader repaired."""
        if finding.code == "SDG002" and (shared := f"sdg:{finding.values.get('new')}") in self.at:
            written = str(finding.values.get("code", ""))
            if written.casefold() != finding.values.get("new"):
                self.payload.nodes[self.at[shared]].more.setdefault("written", written)

    def add_edge(self, source: str, relation: str, target: str, said: Any) -> None:
        if relation in _UNSAID:
            return
        ends = [self.at.get(self.stand_ins.get(name, name)) for name in (source, target)]
        if ends[0] is None or ends[1] is None or ends[0] == ends[1]:
            return
        role = "negative" if relation == NEGATIVE else getattr(said, "role", "")
        why = self.texts(getattr(said, "why", None) or getattr(said, "note", None))
        name = "contributes_to" if relation == NEGATIVE else relation
        spoken = why.get(self.lang) or next(iter(why.values()), "")
        self.payload.edges.append(Edge(ends[0], ends[1], name, role or "", spoken))

    def add_notes(self, reports: list[Report]) -> None:
        """Join the same diagnostic in several languages by its code, subject and place, in order."""
        notes: dict[tuple[Any, ...], Note] = {}
        for report in reports:
            times: dict[tuple[Any, ...], int] = {}
            for one in report.diagnostics:
                key = (one.code, one.subject, str(one.place or ""))
                times[key] = times.get(key, 0) + 1
                self.add_note(notes, (*key, times[key]), one, report.lang)
        self.payload.notes.extend(notes.values())

    def add_note(self, notes: dict[tuple[Any, ...], Note], key: tuple[Any, ...], one: Diagnostic, lang: str) -> None:
        note = notes.get(key)
        if note is None:
            subject = one.subject or ""
            place = self.at.get(self.stand_ins.get(subject, subject))
            title = rule_title(one.code)
            note = notes[key] = Note(place, one.code, one.severity.word, one.name, {}, {}, len(one.consequences), title)
        note.message[lang] = one.message
        if one.help:
            note.help[lang] = one.help


@cache
def rule_title(code: str) -> Texts:
    """Say in a few words what a rule finds: its message without the node; nothing for a user's own rule."""
    rule = ALL_RULES.get(code)
    if rule is None:
        return {}
    return {lang: _capital(_FIELD.sub("…", text.replace("{node}", "").strip())) for lang, text in rule.message.items()}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
