"""Rules of the user's own: from a table of the settings, or from a Python function."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sdggraph.base.diagnostics import Severity
from sdggraph.base.errors import ConfigError
from sdggraph.base.nearby import nearest
from sdggraph.base.words import Words, words
from sdggraph.rules.comparisons import Predicate
from sdggraph.rules.rule import Level, Rule
from sdggraph.rules.text import RuleTextError, parse_condition, parse_nodes

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["KEYS", "OwnRuleError", "rule", "rule_from_table"]

_NAMED = re.compile(r"\{(\w+)\}")
_CODE = re.compile(r"[A-Z]{1,12}\d{1,5}")
KEYS = ("code", "name", "for", "requires", "unless", "min", "max", "severity", "message", "help", "why")
_PYTHON = words("it is a Python function", "den er en Python-funksjon")
_HELP = words("See the rule in your settings.", "Se regelen i innstillingene deres.")


class OwnRuleError(ConfigError):
    """An own rule that can't be understood: ``key`` is where in its table, ``offset`` where in the text."""

    def __init__(self, what: Words, key: str | None, offset: int = 0, hint: Words | None = None) -> None:
        super().__init__(what, hint=hint)
        self.key = key
        self.offset = offset


def rule_from_table(table: Mapping[str, Any]) -> Rule:
    """Make a rule of one ``[[rule]]`` table of the settings.

    Raises:
        OwnRuleError: A key is unknown, missing or of a wrong form, or a text can't be understood.
    """
    for key in table:
        if key not in KEYS:
            close = nearest(key, KEYS)
            hint = words(f"did you mean {close[0]}?", f"mente du {close[0]}?") if close else None
            raise OwnRuleError(words(f"a rule has no “{key}”", f"en regel har ingen «{key}»"), key, hint=hint)
    code = _code(_text(table, "code"), "code")
    subject_text = _text(table, "for")
    try:
        subject = parse_nodes(subject_text)
    except RuleTextError as error:
        raise OwnRuleError(error.words, "for", error.offset, error.hint) from None
    least, most = _number(table, "min", 1), _number(table, "max", None)
    conditions: dict[str, Any] = {}
    for key in ("requires", "unless"):
        if key in table or key == "requires":
            try:
                conditions[key] = parse_condition(
                    _text(table, key), subject, least if key == "requires" else 1, most if key == "requires" else None
                )
            except RuleTextError as error:
                raise OwnRuleError(error.words, key, error.offset, error.hint) from None
    message = _texts(table, "message", words(f"{{node}}: {table['requires']}", f"{{node}}: {table['requires']}"))
    _check_names(message, ("node", "id") if most is None else ("node", "id", "count"))
    return Rule(
        code=code,
        name=str(table.get("name", code.lower())),
        level=Level(_severity(table.get("severity", "warning"))),
        subject=subject,
        requires=conditions["requires"],
        unless=conditions.get("unless"),
        message=message,
        help=_texts(table, "help", _HELP),
        why=_texts(table, "why", message),
        holds=words(f"{subject_text}: {table['requires']}", f"{subject_text}: {table['requires']}"),
    )


def rule(
    code: str, for_: str, *, message: str | Words, severity: str = "warning", help_: str | Words | None = None
) -> Callable[[Callable[[Any, Any], bool]], Rule]:
    """Make a rule of a function that says, of a record and its plan, whether all is well.

    Args:
        code: The rule's code, with a prefix of your own (``X001``).
        for_: The nodes that it is about, as text: ``Strategy[tracks=services]``.
        message: What is said of a node that breaks it; ``{node}`` is the node's name.
        severity: ``error``, ``warning`` or ``info``.
        help_: How to mend it.

    Example:
        >>> @rule("X001", "Strategy", message="{node} names no place")
        ... def names_a_place(record, plan):
        ...     return "Fjordvik" in str(record.title)
        >>> names_a_place.code, names_a_place.name
        ('X001', 'names-a-place')

    Raises:
        OwnRuleError: The code or the severity isn't one, or the nodes can't be understood.
    """
    said = message if isinstance(message, Mapping) else words(message, message)
    helped = _HELP if help_ is None else help_ if isinstance(help_, Mapping) else words(help_, help_)

    def make(function: Callable[[Any, Any], bool]) -> Rule:
        why = " ".join((function.__doc__ or said["en"]).split())
        return Rule(
            code=_code(code, "code"),
            name=function.__name__.replace("_", "-"),
            level=Level(_severity(severity)),
            subject=parse_nodes(for_),
            requires=Predicate(function.__name__, function),
            message=said,
            help=helped,
            why=words(why, why),
            holds=words(why, why),
            unfit={"shacl": _PYTHON, "sparql": _PYTHON},
        )

    return make


def _code(code: str, key: str) -> str:
    if not _CODE.fullmatch(code) or code.startswith("SDG"):
        raise OwnRuleError(
            words(
                f"“{code}” is no code for a rule of your own: capitals, not SDG, then digits, such as X001",
                f"«{code}» er ingen kode for en egen regel: store bokstaver, ikke SDG, så tall, for eksempel X001",
            ),
            key,
        )
    return code


def _text(table: Mapping[str, Any], key: str) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        missing = words(f"a rule needs “{key}”, a text", f"en regel trenger «{key}», en tekst")
        raise OwnRuleError(missing, key if key in table else None)
    return value


def _texts(table: Mapping[str, Any], key: str, default: Words) -> Words:
    value = table.get(key)
    if value is None:
        return default
    if isinstance(value, str):
        return words(value, value)
    if isinstance(value, Mapping) and value and all(isinstance(text, str) for text in value.values()):
        first = next(iter(value.values()))
        return {"en": value.get("en", first), "nb": value.get("nb", first), **value}
    raise OwnRuleError(
        words(f"“{key}” is a text, or texts by language", f"«{key}» er en tekst, eller tekster etter språk"), key
    )


def _check_names(message: Words, known: tuple[str, ...]) -> None:
    """Refuse a message that names in braces what nothing is put in for."""
    for name in (name for text in message.values() for name in _NAMED.findall(text)):
        if name not in known:
            close = nearest(name, known)
            listed = ", ".join(f"{{{one}}}" for one in known)
            hint = words(f"did you mean {{{close[0]}}}?", f"mente du {{{close[0]}}}?") if close else None
            raise OwnRuleError(
                words(f"a message has no {{{name}}}", f"en melding har ingen {{{name}}}"),
                "message",
                hint=hint or words(f"there are {listed}", f"det finnes {listed}"),
            )


def _number(table: Mapping[str, Any], key: str, default: Any) -> Any:
    value = table.get(key, default)
    if value is not default and (isinstance(value, bool) or not isinstance(value, int) or value < 0):
        raise OwnRuleError(words(f"“{key}” is a whole number", f"«{key}» er et heltall"), key)
    return value


def _severity(word: Any) -> Severity:
    try:
        return Severity[str(word).upper()]
    except KeyError:
        choices = "error, warning, info"
        raise OwnRuleError(
            words(f"a severity is one of {choices}", f"en alvorsgrad er en av {choices}"), "severity"
        ) from None
