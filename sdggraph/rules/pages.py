"""A rule's page, from its declaration: as plain text for the terminal, as Markdown for the documentation.

``python -m sdggraph.rules.pages docs/rules`` writes them all; a test finds it when that was forgotten.
"""

from __future__ import annotations

import re
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sdggraph.base.words import LANGUAGES, fill, pick
from sdggraph.rules.page_words import FAMILY_NAMES, FIXES, HEADINGS, KIND_NAMES, LEVEL_NAMES, SAID, STATUS_NAMES
from sdggraph.rules.registry import ALL_RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sdggraph.base.diagnostics import Severity
    from sdggraph.base.words import Words
    from sdggraph.rules.rule import Rule

__all__ = ["explain_text", "pages", "rule_page", "severity_word", "write_pages"]

_WIDTH = 100
_PLACEHOLDER = re.compile(r"\{\w+\}")


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading with sentences, points and examples under it."""

    heading: str
    sentences: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


def explain_text(rule: Rule, lang: str, width: int = _WIDTH) -> str:
    """Give a rule's page as plain text, no line of prose longer than ``width`` characters."""
    lines = [f"{rule.code} {rule.name} ({severity_word(rule, lang)})"]
    for section in _sections(rule, lang):
        lines += ["", section.heading]
        for sentence in section.sentences:
            lines += textwrap.wrap(sentence, width, initial_indent="  ", subsequent_indent="  ")
        for point in section.points:
            lines += textwrap.wrap(point, width, initial_indent="  - ", subsequent_indent="    ")
        for number, example in enumerate(section.examples):
            lines += [""] * bool(number) + [f"    {line}" for line in example.splitlines()]
    return "\n".join(lines)


def rule_page(rule: Rule, lang: str) -> str:
    """Give a rule's page as Markdown."""
    family = pick(FAMILY_NAMES.get(rule.family, {"en": ""}), lang)
    other = fill(pick(SAID["other"], lang), {"file": f"{rule.code}.md"})
    parts = [f"# {rule.code} {rule.name}", f"{severity_word(rule, lang)} · {family} · {other}"]
    for section in _sections(rule, lang):
        parts.append(f"## {section.heading}")
        parts += section.sentences
        if section.points:
            parts.append("\n".join(f"- {point}" for point in section.points))
        parts += [f"```yaml\n{example}\n```" for example in section.examples]
    return "\n\n".join(parts) + "\n"


def severity_word(rule: Rule, lang: str) -> str:
    """Give a rule's default severity in words."""
    return _level(rule.level.default, lang)


def _level(severity: Severity | None, lang: str) -> str:
    return pick(LEVEL_NAMES[severity.word if severity else None], lang)


def _sections(rule: Rule, lang: str) -> Iterator[_Section]:
    def heading(name: str) -> str:
        return pick(HEADINGS[name], lang)

    yield _Section(heading("holds"), (pick(rule.holds, lang),))
    yield _Section(heading("why"), (pick(rule.why, lang),))
    yield _Section(heading("says"), points=tuple(_messages(rule, lang)))
    if rule.invalid:
        legend = [pick(SAID["marked"], lang)]
        if any("# file:" in example for example in rule.invalid):
            legend.append(pick(SAID["files"], lang))
        yield _Section(heading("bad"), tuple(legend), examples=rule.invalid)
    if rule.valid:
        yield _Section(heading("good"), examples=rule.valid)
    mend = _open(pick(rule.help, lang))
    yield _Section(heading("mend"), (mend, pick(FIXES[rule.fixes], lang)))
    if rule.parameters:
        yield _Section(heading("parameters"), (_how_to_set(rule, lang),), tuple(_parameters(rule, lang)))
    yield _Section(heading("scope"), tuple(_scope(rule, lang)))
    yield _Section(heading("severity"), points=tuple(_severities(rule, lang)))
    if rule.unfit:
        reasons = (
            fill(pick(SAID["engine"], lang), {"engine": engine.upper(), "reason": pick(reason, lang)})
            for engine, reason in rule.unfit.items()
        )
        yield _Section(heading("engines"), tuple(reasons))


def _open(text: str) -> str:
    """Give a message with an ellipsis for each name or value that a finding would put in."""
    return _PLACEHOLDER.sub("…", text)


def _messages(rule: Rule, lang: str) -> Iterator[str]:
    said: list[Words] = [rule.message, *rule.variants.values()]
    if rule.gathering is not None:
        said.append(rule.gathering.message)
    yield from dict.fromkeys(_open(pick(words, lang)) for words in said)


def _how_to_set(rule: Rule, lang: str) -> str:
    name = next(iter(rule.parameters))
    return pick(SAID["set"], lang).replace("{code}", rule.code).replace("{name}", name)


def _parameters(rule: Rule, lang: str) -> Iterator[str]:
    for name, default in rule.parameters.items():
        values = {"name": name, "meaning": pick(default.meaning, lang), "value": f"`{default.value}`"}
        yield fill(pick(SAID["parameter"], lang), values)


def _scope(rule: Rule, lang: str) -> Iterator[str]:
    scope = rule.scope
    if not (scope.kinds or scope.statuses or scope.uses or scope.beside):
        yield pick(SAID["everywhere"], lang)
    for name, keys, names in (
        ("kinds", scope.kinds, KIND_NAMES),
        ("statuses", scope.statuses, STATUS_NAMES),
        ("beside", scope.beside, KIND_NAMES),
    ):
        if keys:
            yield fill(pick(SAID[name], lang), {"listed": ", ".join(_named(keys, names, lang))})
    if scope.uses is not None:
        yield fill(pick(SAID["uses"], lang), {"nodes": scope.uses})
    if rule.yields:
        yield pick(SAID["yields"], lang)


def _named(keys: Iterable[str], names: Mapping[str, Words], lang: str) -> list[str]:
    return [pick(names[key], lang) for key in keys]


def _severities(rule: Rule, lang: str) -> Iterator[str]:
    level = rule.level

    def point(when: str, severity: Severity | None, **values: object) -> str:
        return f"{_level(severity, lang)} {fill(pick(SAID[when], lang), values)}"

    yield point("default", level.default)
    if level.adopted is not None:
        yield point("adopted", level.adopted)
    for kind, severity in level.kinds.items():
        yield point("kind", severity, kind=pick(KIND_NAMES[kind], lang))
    for profile in ("asker", "strict"):
        in_profile = level.of("other", "draft", profile)
        if in_profile != level.default:
            yield point("profile", in_profile, profile=f"`{profile}`")
    for variant, milder in rule.milder.items():
        yield point("variant", milder, message=_open(pick(rule.variants[variant], lang)))


def pages(rules: Mapping[str, Rule] = ALL_RULES) -> dict[str, str]:
    """Give every page by its path in the folder of pages: one a rule and an index, in each language."""
    made: dict[str, str] = {}
    for lang in LANGUAGES:
        made[f"{lang}/README.md"] = _index(rules, lang)
        made.update({f"{lang}/{rule.code}.md": rule_page(rule, lang) for rule in rules.values()})
    return made


def _index(rules: Mapping[str, Rule], lang: str) -> str:
    columns = pick(SAID["columns"], lang)
    parts = [
        f"# {pick(SAID['index'], lang)}",
        fill(pick(SAID["other"], lang), {"file": "README.md"}),
        pick(SAID["intro"], lang),
    ]
    for family, name in FAMILY_NAMES.items():
        rows = [_row(rule, lang) for rule in rules.values() if rule.family == family]
        if rows:
            table = [f"| {columns} |", "|---|---|---|---|", *rows]
            parts += [f"## {family} {pick(name, lang)}", "\n".join(table)]
    return "\n\n".join(parts) + "\n"


def _row(rule: Rule, lang: str) -> str:
    message = _open(pick(rule.message, lang)).replace("|", "\\|")
    return f"| [{rule.code}]({rule.code}.md) | {rule.name} | {severity_word(rule, lang)} | {message} |"


def write_pages(folder: Path) -> list[Path]:
    """Write the pages that differ from those in a folder, remove those of rules that are gone, and say which."""
    wanted = {folder / name: text for name, text in pages().items()}
    changed = [file for file, text in wanted.items() if not file.exists() or file.read_text("utf-8") != text]
    for file in changed:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(wanted[file], encoding="utf-8", newline="\n")
    gone = [file for lang in LANGUAGES for file in (folder / lang).glob("*.md") if file not in wanted]
    for file in gone:
        file.unlink()
    return changed + gone


if __name__ == "__main__":
    write_pages(Path(sys.argv[1]))
