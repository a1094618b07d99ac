"""Every rule's own examples are its tests: read by the real reader, linted by the real linter, exactly the marked lines.

A line that ends with ``# !`` must be flagged, by a diagnostic of the rule or by a consequence; no other line may be.
"""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from pathlib import Path

import pytest

from sdggraph.io.load import read_plan
from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph.lint.engine import GATHERED
from sdggraph.lint.run import lint
from sdggraph.lint.settings import Settings
from sdggraph.rules import ALL_RULES, families
from sdggraph.rules.registry import FAMILIES
from sdggraph.rules.rule import Rule

HEADER = "plan: {id: p, language: en}\n"
MARK = re.compile(r"#\s*!\s*$")

SHOWN_ELSEWHERE = {
    "SDG003": "a cell of a spreadsheet: tests of the table reader",
    "SDG011": "a suppression: tests of suppression",
}
"""Rules that no fragment of one YAML file can show, and where they are shown."""


def files_of(example):
    """Give the files of an example by name: ``# file: other.yaml`` begins another than ``plan.yaml``."""
    parts = re.split(r"^# file: (.+)\n", example, flags=re.MULTILINE)
    return {"plan.yaml": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}


def read(example):
    files = {name: with_header(text) if name.endswith(".yaml") else text for name, text in files_of(example).items()}
    if len(files) == 1 and "follows_up" not in example:
        plan = plan_from_document(parse_document(files["plan.yaml"], "plan.yaml"))
    else:
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                Path(folder, name).write_text(text, encoding="utf-8")
            plan = read_plan(Path(folder, "plan.yaml"))
    settings = plan.reading.settings or {}
    as_of = settings.get("as_of")
    return plan, dt.date.fromisoformat(as_of) if as_of else None


def with_header(example):
    return example if re.search(r"^plan:", example, re.MULTILINE) else HEADER + example


def flagged(rule, example):
    """Give the lines that are flagged, and the codes with which."""
    plan, as_of = read(example)
    report = lint(plan, settings=Settings(select=(rule.code, "SDG00", "SDG010", "SDG012"), as_of=as_of))
    lines, codes = set(), set()
    for diagnostic in report.diagnostics:
        lines.add(diagnostic.place.line)
        codes.add(diagnostic.code)
        for one in diagnostic.consequences:
            codes.add(one.code)
            lines.add(plan.reading.origins[one.subject].place((), ("id",)).line)
    return lines, codes


def marked(example):
    return {
        number
        for number, line in enumerate(with_header(files_of(example)["plan.yaml"]).splitlines(), 1)
        if MARK.search(line)
    }


def cases(attribute):
    for rule in ALL_RULES.values():
        for number, example in enumerate(getattr(rule, attribute)):
            yield pytest.param(rule, example, id=f"{rule.code}-{attribute}-{number + 1}")


@pytest.mark.parametrize(("rule", "example"), [*cases("valid"), *cases("invalid")])
def test_example_is_flagged_exactly_where_it_is_marked(rule, example):
    lines, codes = flagged(rule, example)
    assert lines == marked(example)
    assert codes == ({rule.code} if lines else set())


@pytest.mark.parametrize("rule", list(ALL_RULES.values()), ids=list(ALL_RULES))
def test_rule_shows_both_verdicts(rule):
    if rule.code in SHOWN_ELSEWHERE:
        assert not rule.valid + rule.invalid
        return
    assert rule.valid
    assert rule.invalid
    assert not any(marked(example) for example in rule.valid)
    assert all(marked(example) for example in rule.invalid)


def test_every_declared_rule_is_registered_once():
    modules = {name for name in families.__path__ for name in Path(name).glob("*.py")}
    declared = {Path(module.__file__) for module in FAMILIES}
    assert declared == {path for path in modules if path.name != "__init__.py"}
    made = [value for module in FAMILIES for value in vars(module).values() if isinstance(value, Rule)]
    assert len(made) == len(ALL_RULES) == len({rule.code for rule in made})
    assert len({rule.name for rule in ALL_RULES.values()}) == len(ALL_RULES)
    assert list(ALL_RULES) == sorted(ALL_RULES)


def test_codes_stand_in_their_family():
    firsts = [{value.code[3] for value in vars(module).values() if isinstance(value, Rule)} for module in FAMILIES]
    assert all(len(first) == 1 for first in firsts)


# The words of rules.

ENGLISH = re.compile(r"\b(the|and|which|with|that|this|is|are|of|from|goal|target|strategy|strategies)\b")
PLACEHOLDER = re.compile(r"\{(\w+)\}")
ALWAYS = {"node", "id"}


def texts(rule):
    for name in ("message", "help", "why", "holds"):
        yield name, getattr(rule, name)
    for name, text in rule.variants.items():
        yield f"variants.{name}", text
    if rule.gathering:
        yield "gathering", rule.gathering.message
    for name, default in rule.parameters.items():
        yield f"parameters.{name}", default.meaning
    for engine, reason in rule.unfit.items():
        yield f"unfit.{engine}", reason


@pytest.mark.parametrize("rule", list(ALL_RULES.values()), ids=list(ALL_RULES))
def test_rule_says_everything_in_both_languages(rule):
    for name, text in texts(rule):
        assert set(text) == {"en", "nb"}, name
        assert text["en"].strip(), name
        assert text["nb"].strip(), name
        assert text["en"] != text["nb"], name
        plain = re.sub(r"`[^`]*`|\{\w+\}", "", text["nb"])
        assert not ENGLISH.search(plain), f"{name}: {text['nb']}"
        assert set(PLACEHOLDER.findall(text["en"])) == set(PLACEHOLDER.findall(text["nb"])), name


@pytest.mark.parametrize("rule", list(ALL_RULES.values()), ids=list(ALL_RULES))
def test_sentences_end_and_messages_do_not(rule):
    for name, text in texts(rule):
        for said in text.values():
            if name in ("help", "why", "holds"):
                assert said.rstrip("»”)").endswith((".", "?", "!", "…")), f"{name}: {said}"
            else:
                assert not said.endswith("."), f"{name}: {said}"


@pytest.mark.parametrize("lang", ["en", "nb"])
@pytest.mark.parametrize(("rule", "example"), list(cases("invalid")))
def test_no_placeholder_is_left_in_a_message(rule, example, lang):
    plan, as_of = read(example)
    report = lint(plan, lang=lang, settings=Settings(select=(rule.code,), as_of=as_of))
    assert report.diagnostics
    for diagnostic in report.diagnostics:
        assert not PLACEHOLDER.search(diagnostic.message), diagnostic.message
        assert not PLACEHOLDER.search(diagnostic.help), diagnostic.help
        assert "None" not in diagnostic.message


@pytest.mark.parametrize("rule", [rule for rule in ALL_RULES.values() if rule.invalid], ids=lambda rule: rule.code)
def test_fixes_are_offered_as_declared(rule):
    found = [d for example in rule.invalid for d in lint(read(example)[0], settings=Settings(select=(rule.code,)))]
    offered = {one.fix.safe for one in found if one.fix is not None}
    assert offered <= {"safe": {True}, "unsafe": {False}, "both": {True, False}, None: set()}[rule.fixes]
    assert offered or rule.fixes is None


@pytest.mark.parametrize("rule", list(ALL_RULES.values()), ids=list(ALL_RULES))
def test_names_and_parameters(rule):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert GATHERED not in rule.variants
    assert set(rule.milder) <= set(rule.variants)
    for follows in rule.follows:
        assert set(follows.codes) <= set(ALL_RULES)
    for default in rule.parameters.values():
        assert default.value is not None
