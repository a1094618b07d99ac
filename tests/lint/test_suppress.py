"""Suppressions cover what they say, take consequences along, and are themselves found when they do nothing."""

from __future__ import annotations

import pytest

import sdggraph as sg
from sdggraph.app.fix_files import mend_files
from sdggraph.base.diagnostics import Severity
from sdggraph.rules.registry import ALL_RULES

HEAD = "plan: {id: p, language: en}\n"
FLOWING = HEAD + "strategies:\n  - {id: s1, title: A, targets: [3.4]}\n  - {id: s2, title: B, targets: [3.4]}\n"
BLOCKS = (
    HEAD
    + """\
strategies:
  - title: A
    id: s1
    targets:
      - 3.9a
  - title: B
    id: s2
    targets: [3.4]
"""
)


def lint(tmp_path, text, **options):
    file = tmp_path / "plan.yaml"
    file.write_text(text, encoding="utf-8", newline="")
    return sg.lint(sg.read_plan(file), settings=sg.Settings(**{"select": ("SDG0", "SDG2"), **options}))


def found(report):
    return [(one.code, (one.subject or "").rpartition(":")[2]) for one in report.diagnostics]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (FLOWING, [("SDG202", "s1"), ("SDG202", "s2")]),
        (FLOWING.replace("[3.4]}\n", "[3.4]} # sdggraph: ignore[SDG202] so be it\n", 1), [("SDG202", "s2")]),
        (FLOWING.replace("  - {id: s2", "  # sdggraph: ignore[SDG202] so\n  - {id: s2"), [("SDG202", "s1")]),
        (FLOWING.replace("  - {id: s2", "# sdggraph: ignore[202]\n  # why\n  - {id: s2"), [("SDG202", "s1")]),
        (
            FLOWING.replace("  - {id: s2", "#sdggraph:ignore [strategy-reaches-indicator]\n  - {id: s2"),
            [("SDG202", "s1")],
        ),
        (
            BLOCKS.replace("- 3.9a", "- 3.9a # sdggraph: ignore[SDG002]"),
            [("SDG202", "s1"), ("SDG202", "s2")],
        ),
        (BLOCKS.replace("title: A", "title: A # sdggraph: ignore[SDG002, SDG202] the item"), [("SDG202", "s2")]),
        (BLOCKS.replace("id: s1", "id: s1 # sdggraph: ignore[SDG202] the line"), [("SDG002", "s1"), ("SDG202", "s2")]),
    ],
)
def test_a_comment_covers_its_line_or_its_item(tmp_path, text, left):
    assert found(lint(tmp_path, text)) == left


def test_the_reason_is_kept(tmp_path):
    report = lint(
        tmp_path, FLOWING.replace("[3.4]}\n", "[3.4]} # sdggraph: ignore[SDG202] – measured by the county\n", 1)
    )
    (one,) = report.suppressed
    assert (one.kind, one.reason, one.diagnostic.subject) == ("comment", "measured by the county", "p:s1")
    assert (one.place.line, one.place.column, one.place.end_column) == (3, 59, 65)
    assert report.summary.error == 1
    assert report.to_dict()["summary"]["suppressed"] == 1


@pytest.mark.parametrize(
    "text",
    [
        FLOWING.replace("title: A", 'title: "A # sdggraph: ignore[SDG202]"'),
        BLOCKS.replace("title: A", "title: A#sdggraph:ignore[SDG202]"),
        BLOCKS.replace("  - title: A\n", "  - title: |\n      A\n      # sdggraph: ignore[SDG202]\n"),
        BLOCKS.replace("  - title: A\n", "  - title: >-\n      A # sdggraph: ignore[SDG202]\n"),
        BLOCKS.replace("title: A", "title: 'A\n      # sdggraph: ignore[SDG202]\n      '"),
    ],
)
def test_what_only_looks_like_a_comment_suppresses_nothing(tmp_path, text):
    codes = found(lint(tmp_path, text))
    assert ("SDG202", "s1") in codes
    assert not any(code == "SDG011" for code, _ in codes)


def test_only_yaml_has_comments(tmp_path):
    (tmp_path / "values.csv").write_text(
        "indicator,period,value\ni1,2020,3\n# sdggraph: ignore[SDG204] x,,\n", encoding="utf-8"
    )
    text = HEAD.replace("en}", "en, measurements: [values.csv]}") + "indicators: [{id: i1, title: I}]\n"
    report = lint(tmp_path, text)
    assert report.of("SDG011") == []


def test_a_comment_after_a_block_text_is_a_comment(tmp_path):
    text = BLOCKS.replace("  - title: A\n", "  - notes: |\n      long\n    # sdggraph: ignore[SDG009]\n    title:\n")
    report = lint(tmp_path, text, select=("SDG009", "SDG011"))
    assert found(report) == [("SDG009", "s1"), ("SDG011", "p")]  # 009 points at the item, not at the title's line


def test_the_comment_on_the_plan_covers_the_plan(tmp_path):
    text = "plan: # sdggraph: ignore[SDG010] an old form\n  id: p\n  language: en\n  status: adoptd\n"
    assert found(lint(tmp_path, text)) == []


def test_a_suppressed_finding_takes_its_consequences_along(tmp_path):
    text = (
        HEAD
        + "objectives: [{id: o1, title: O, indicators: [i1]}]\nindicators: [{id: i1, title: I}]\nstrategies:\n  - {id: s1, title: A, objectives: [o1]}\n"
    )
    report = lint(tmp_path, text)
    (root,) = report.of("SDG203")
    assert [(one.code, one.subject) for one in root.consequences] == [("SDG201", "p:s1")]
    quiet = lint(tmp_path, text.replace("[i1]}]\n", "[i1]}] # sdggraph: ignore[SDG203] later\n", 1))
    assert found(quiet) == []
    partly = lint(tmp_path, text.replace("[o1]}\n", "[o1]} # sdggraph: ignore[SDG201] later\n"))
    (root,) = partly.of("SDG203")
    assert (root.consequences, root.severity) == ((), Severity.WARNING)


@pytest.mark.parametrize(
    ("comment", "message", "fixed"),
    [
        (" # sdggraph: ignore[SDG204] x", "SDG204 is ignored here, but nothing is found", ""),
        (" # sdggraph: ignore[SDG202, SDG204] x", "SDG204 is ignored here", " # sdggraph: ignore[SDG202] x"),
        (" # note # sdggraph: ignore[SDG204]", "SDG204 is ignored here", " # note"),
        (" # sdggraph: ignore[SDG299]", "There is no rule SDG299; did you mean SDG2", None),
        (" # sdggraph: ignore[nonsense]", "There is no rule nonsense", None),
    ],
)
def test_a_suppression_without_effect_is_found_and_removed(tmp_path, comment, message, fixed):
    text = FLOWING.replace("[3.4]}\n", f"[3.4]}}{comment}\n", 1)
    report = lint(tmp_path, text)
    (one,) = report.of("SDG011")
    assert one.message.startswith(message)
    assert (one.severity, one.place.line) == (Severity.WARNING, 3)
    mending = mend_files([tmp_path / "plan.yaml"])
    expected = text if fixed is None else text.replace(comment, fixed)
    assert mending.after.get(one.place.file, text.encode()).decode() == expected


def test_a_misspelt_code_is_left_for_people(tmp_path):
    text = FLOWING.replace("[3.4]}\n", "[3.4]} # sdggraph: ignore[SDG204, SDG2O2] x\n", 1)
    assert [one.message for one in lint(tmp_path, text).of("SDG011")] == [
        "SDG204 is ignored here, but nothing is found",
        "There is no rule SDG2O2; did you mean SDG202?",
    ]
    mending = mend_files([tmp_path / "plan.yaml"])
    assert mending.after[str(tmp_path / "plan.yaml")].decode() == text.replace("[SDG204, SDG2O2]", "[SDG2O2]")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_useless_comment_of_its_own_goes_with_its_line(tmp_path, newline):
    text = FLOWING.replace("\n", newline)
    file = tmp_path / "plan.yaml"
    file.write_bytes(
        text.replace("  - {id: s2", f"  # sdggraph: ignore[SDG204, SDG203] x{newline}  - {{id: s2").encode()
    )
    assert mend_files([file]).after[str(file)] == text.encode()


@pytest.mark.parametrize("comment", ["ignore[SDG213]", "ignore[SDG204, SDG011] in the strict profile"])
def test_rules_that_are_off_and_011_itself_are_no_noise(tmp_path, comment):
    report = lint(tmp_path, FLOWING.replace("[3.4]}\n", f"[3.4]}} # sdggraph: {comment}\n", 1), select=())
    assert report.of("SDG011") == []


def test_a_shared_library_counts_once_for_both_plans(tmp_path):
    library = "indicators:\n  - {id: i1, title: A, global: [03.08.01]} # sdggraph: ignore[SDG002, SDG004] as printed\n"
    (tmp_path / "shared.yaml").write_text(library, encoding="utf-8")
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(
            f"plan: {{id: {name}, language: en, use: [shared.yaml]}}\n", encoding="utf-8"
        )
    plans = sg.read_plans([tmp_path / "a.yaml", tmp_path / "b.yaml"])
    report = sg.lint(plans, settings=sg.Settings(select=("SDG0",)))
    assert [(one.code, one.message) for one in report] == [("SDG011", "SDG004 is ignored here, but nothing is found")]


def test_a_rule_that_crashes_is_said_and_the_others_go_on(tmp_path, monkeypatch):
    from sdggraph.lint import engine

    check = engine.RuleRun.check

    def crashing(self, rule):
        if rule.code == "SDG201":
            raise KeyError("x")
        return check(self, rule)

    monkeypatch.setattr(engine.RuleRun, "check", crashing)
    report = lint(tmp_path, FLOWING.replace("[3.4]}\n", "[3.4]} # sdggraph: ignore[SDG201] x\n", 1))
    assert found(report) == [("SDG201", "p"), ("SDG202", "s1"), ("SDG202", "s2")]
    assert report.crashed == ("SDG201",)
    assert report.diagnostics[0].message == "The rule stopped with KeyError: 'x'"
    assert report.diagnostics[0].name == ALL_RULES["SDG201"].name


@pytest.mark.parametrize(
    "comment", ["# sdggraph: ignore", "# sdggraph: ignore[] the county", "#sdggraph:ignore SDG202"]
)
def test_a_comment_that_names_no_rule_is_found(tmp_path, comment):
    report = lint(tmp_path, FLOWING.replace("[3.4]}\n", f"[3.4]}} {comment}\n", 1))
    assert found(report) == [("SDG202", "s1"), ("SDG011", "p"), ("SDG202", "s2")]
    (bare,) = report.of("SDG011")
    assert (bare.place.line, bare.place.column, bare.fix) == (3, 40, None)
    assert bare.message == "The comment names no rule, so it silences nothing"
    assert "ignore[SDG202]" in bare.help


def test_a_word_that_only_begins_like_it_is_no_suppression(tmp_path):
    text = FLOWING.replace("[3.4]}\n", "[3.4]} # sdggraph: ignored once\n", 1)
    assert found(lint(tmp_path, text)) == [("SDG202", "s1"), ("SDG202", "s2")]
