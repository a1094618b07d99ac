"""A query a rule: what it looks at and where it applies, and which of that breaks it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from sdggraph.base.words import words
from sdggraph.model.kinds import KINDS
from sdggraph.semantic.queries.conditions import FAMILY, Conditions, Place
from sdggraph.semantic.queries.dialects import PLAIN
from sdggraph.semantic.queries.kinds import CATALOGUE
from sdggraph.semantic.queries.terms import IN_PLAN, Unfit, Variables, kind_pattern, prefixes, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sdggraph.base.words import Words
    from sdggraph.rules.rule import Rule
    from sdggraph.rules.terms import Nodes
    from sdggraph.semantic.queries.dialects import Dialect

__all__ = ["failing_pattern", "query_of", "subjects_query", "unfit_for_queries"]

NODE, PLAN = "?this", "?plan"
_READERS = words(
    "no engine runs the rule: it belongs to the readers", "ingen motor kjører regelen: den hører til leserne"
)


def query_of(rule: Rule, parameters: Mapping[str, Any], dialect: Dialect = PLAIN) -> str:
    """Give the query that finds, in all plans of a store, what breaks a rule: ``?this``, in the plan ``?plan``.

    Raises:
        Unfit: SPARQL can't express the rule.
    """
    body = failing_pattern(rule, parameters, dialect)
    return f"{prefixes()}\nSELECT DISTINCT {NODE} {PLAN}\nWHERE {{\n{_laid_out(body)}\n}}\n"


def subjects_query(rule: Rule, parameters: Mapping[str, Any], dialect: Dialect = PLAIN) -> str:
    """Give the query that finds what a rule looks at, in all plans of a store."""
    if rule.subject is None:
        raise Unfit(_READERS)
    made = Conditions(dialect, parameters, Variables())
    body = _looked_at(rule, made, rule.subject, NODE)
    return f"{prefixes()}\nSELECT DISTINCT {NODE} {PLAN}\nWHERE {{\n{_laid_out(body)}\n}}\n"


def _looked_at(rule: Rule, made: Conditions, subject: Nodes, node: str) -> str:
    """Bind what a rule looks at, in a plan to which it applies."""
    kinds = frozenset(subject.kinds or KINDS)
    parts = (_in_scope(rule, made, kinds, node), made.wheres.conditions(node, subject))
    return " ".join(one for one in parts if one)


def failing_pattern(rule: Rule, parameters: Mapping[str, Any], dialect: Dialect = PLAIN, node: str = NODE) -> str:
    """Give the pattern that binds what breaks a rule, as ``node``, and its plan as ``?plan``.

    With ``$this`` as the node it serves a SHACL constraint, as long as the dialect's way to say what must not be there
    does: SHACL forbids ``MINUS``, so ask in the dialect ``rdflib``.

    Raises:
        Unfit: SPARQL can't express the rule.
    """
    if rule.subject is None or rule.requires is None:
        raise Unfit(_READERS)
    if "sparql" in rule.unfit:
        raise Unfit(rule.unfit["sparql"])
    if rule.code in dialect.wrong:
        raise Unfit(
            words(f"{dialect.name} answers it wrongly", f"{dialect.name} svarer feil på den"),
        )
    made = Conditions(dialect, parameters, Variables())
    kinds = frozenset(rule.subject.kinds or KINDS)
    shared = bool(kinds & CATALOGUE)
    light = _subject(made, kinds, node)
    place = Place(node, kinds, light, PLAN if shared else None)
    pattern = made.fails(rule.requires, place, _looked_at(rule, made, rule.subject, node))
    if rule.unless is not None:
        pattern = f"{{ {pattern} }}" if " UNION " in pattern else pattern
        pattern += f" {dialect.without(made.holds(rule.unless, place))}"
    return pattern


def _subject(made: Conditions, kinds: frozenset[str], node: str) -> str:
    """Bind the nodes of the kinds that are asked of; of what all plans share in each plan that there is."""
    typed = kind_pattern(node, sorted(kinds), made.variables)
    return f"{typed} {PLAN} a sg:Plan ." if kinds & CATALOGUE else typed


def _in_scope(rule: Rule, made: Conditions, kinds: frozenset[str], node: str) -> str:
    """Bind the node in a plan to which the rule applies; a plan that is only named somewhere has no language."""
    scope, fresh = rule.scope, made.variables.fresh
    typed = kind_pattern(node, sorted(kinds), made.variables)
    if kinds & CATALOGUE:
        bound = [f"{typed} {PLAN} a sg:Plan ."]
    elif kinds == {"Plan"}:
        bound = [f"{typed} BIND({node} AS {PLAN})"]
    elif "Plan" in kinds:
        plan = f"{node} a sg:Plan . BIND({node} AS {PLAN})"
        bound = [f"{typed} {{ {node} {IN_PLAN} {PLAN} }} UNION {{ {plan} }}"]
    else:
        bound = [f"{typed} {node} {IN_PLAN} {PLAN} ."]
    bound.append(f"{PLAN} sg:language {fresh('language')} .")
    for name, wanted in (("kind", scope.kinds), ("status", scope.statuses)):
        if wanted:
            value = fresh(name)
            bound.append(f"VALUES {value} {{ {' '.join(map(quoted, wanted))} }} {PLAN} sg:{name} {value} .")
    if scope.beside:
        other, kind = fresh("beside"), fresh("kind")
        kinds_beside = " ".join(map(quoted, scope.beside))
        near = f"VALUES {kind} {{ {kinds_beside} }} {other} sg:kind {kind} ; sg:language {fresh('language')} ."
        bound.append(f"{{ SELECT DISTINCT {PLAN} WHERE {{ {near} {PLAN} {FAMILY} {other} . {PLAN} a sg:Plan . }} }}")
    if scope.uses is not None:
        user, near = fresh("user"), fresh("near")
        used = (
            f"{{ SELECT DISTINCT {near} WHERE {{ {made.wheres.nodes(user, scope.uses)} {user} {IN_PLAN} {near} . }} }}"
        )
        bound.append(f"{{ SELECT DISTINCT {PLAN} WHERE {{ {used} {PLAN} {FAMILY} {near} . {PLAN} a sg:Plan . }} }}")
    return " ".join(bound)


_PIECE = re.compile(r'"(?:[^"\\]|\\.)*"|VALUES [^{]*\{[^}]*\}|[{}()]| \. ?|\s+|[^\s{}()"]+')


def _laid_out(pattern: str) -> str:
    """Write a pattern line by line, indented by its braces."""
    lines: list[str] = []
    depth, parentheses, line = 1, 0, ""

    def end(more: str = "") -> None:
        nonlocal line
        if text := (line.rstrip() + more).strip():
            lines.append("  " * depth + text)
        line = ""

    for piece in _PIECE.findall(pattern):
        if piece == "{":
            end(" {")
            depth += 1
        elif piece == "}":
            end()
            depth -= 1
            end("}")
        elif piece in (" .", " . ") and not parentheses:
            end(" .")
        elif piece.startswith("VALUES"):
            end()
            end(piece)
        else:
            parentheses += (piece == "(") - (piece == ")")
            line += " " if piece.isspace() else piece
            if piece == ")" and not parentheses and line.strip().startswith(("FILTER", "BIND")):
                end()
    end()
    return "\n".join(lines)


@cache
def _reason(rule: Rule) -> Words | None:
    values = {name: default.value for name, default in rule.parameters.items()}
    if values.get("as_of") == "today":
        values["as_of"] = "2026-01-01"
    try:
        query_of(rule, values)
    except Unfit as unfit:
        return unfit.reason
    return None


def unfit_for_queries(rule: Rule) -> Words | None:
    """Give the reason why a rule can't be a query; None where it can."""
    return _reason(rule)
