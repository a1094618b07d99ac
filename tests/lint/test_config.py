"""Settings: what holds for which plan, from where, and what is said of mistakes in them."""

from __future__ import annotations

import datetime as dt
import tomllib

import pytest

import sdggraph as sg
from sdggraph.app.lint_files import lint_files
from sdggraph.base.diagnostics import Severity
from sdggraph.base.errors import ConfigError, NotFoundError
from sdggraph.lint.config import Configuration
from sdggraph.lint.config_places import toml_places
from sdggraph.lint.config_toml import read_config
from sdggraph.lint.settings import Settings, Switch, merged
from sdggraph.rules.own import rule
from sdggraph.rules.registry import ALL_RULES

PLAN = """\
plan: {id: p, language: en}
strategies:
  - {id: s1, title: Clear the ditches}
  - {id: s2, title: Clear the dikes, targets: [3.4], indicators: [i1]}
indicators:
  - {id: i1, title: Metres cleared}
"""
ALL = {("SDG102", "s1"), ("SDG201", "s1"), ("SDG202", "s1"), ("SDG302", "i1"), ("SDG301", "i1")}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


def put(folder, text, name="sdggraph.toml"):
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def found(report):
    return {(one.code, (one.subject or "").rpartition(":")[2]) for one in report}


def levels(report):
    return {one.code: one.severity.word for one in report}


# which rules are on


@pytest.mark.parametrize(
    ("settings", "code", "switch"),
    [
        (Settings(), "SDG201", Switch.UNSAID),
        (Settings(select=("SDG2",)), "SDG201", Switch.DEFAULT),
        (Settings(select=("SDG2",)), "SDG301", Switch.OFF),
        (Settings(select=("SDG201",)), "SDG201", Switch.ON),
        (Settings(ignore=("SDG2",)), "SDG201", Switch.OFF),
        (Settings(ignore=("SDG2",), select=("SDG201",)), "SDG201", Switch.ON),
        (Settings(ignore=("SDG201",), select=("SDG201",)), "SDG201", Switch.OFF),
        (Settings(extend_select=("SDG2",)), "SDG211", Switch.ON),
        (Settings(extend_select=("SDG2",), ignore=("SDG211",)), "SDG211", Switch.OFF),
        (Settings(severity={"SDG201": None}), "SDG201", Switch.OFF),
        (Settings(severity={"SDG211": Severity.INFO}), "SDG211", Switch.ON),
    ],
)
def test_the_longer_beginning_counts(settings, code, switch):
    assert settings.switch(code) is switch


def test_the_uppermost_layer_that_speaks_decides():
    upper = Settings(select=("SDG2",), profile="strict", parameters={"SDG216": {"most": 3}})
    lower = Settings(
        ignore=("SDG201", "SDG301"),
        profile="asker",
        as_of=dt.date(2026, 1, 1),
        severity={"SDG202": Severity.INFO},
        parameters={"SDG216": {"most": 9}},
    )
    both = merged([upper, lower], ALL_RULES)
    assert both.switch("SDG201") is Switch.UNSAID  # asked for above, so what is below no longer counts
    assert both.switch("SDG301") is Switch.OFF
    assert (both.profile, both.as_of) == ("strict", dt.date(2026, 1, 1))
    assert both.severity == {"SDG202": Severity.INFO}
    assert both.parameters == {"SDG216": {"most": 3}}


def test_rules_that_are_off_come_on_by_name():
    plan = sg.Plan(id="p", language="en")
    off = next(rule for rule in ALL_RULES.values() if rule.requires and rule.level.of("other", "draft", None) is None)
    assert Settings().level(off, plan) is None
    assert Settings(extend_select=(off.code[:4],)).level(off, plan) is not None


# files of settings


def test_the_nearest_file_upwards_counts(folder):
    put(folder, 'ignore = ["SDG1"]')
    put(folder, PLAN, "deep/er/plan.yaml")
    assert {code for code, _ in found(lint_files([folder / "deep" / "er" / "plan.yaml"]))} & {"SDG102"} == set()
    put(folder, 'ignore = ["SDG2", "SDG3"]', "deep/sdggraph.toml")
    codes = {code for code, _ in found(lint_files([folder / "deep" / "er" / "plan.yaml"]))}
    assert "SDG201" not in codes
    assert "SDG102" in codes  # the files don't add up
    codes = {code for code, _ in found(lint_files([folder / "plan.yaml"]))}
    assert "SDG201" in codes


def test_a_table_in_pyproject_counts_and_one_without_is_passed_over(folder):
    put(folder, "[tool.sdggraph]\nselect = ['SDG201']\n[tool.other]\nsdggraph = 1\n", "pyproject.toml")
    put(folder, "[tool.other]\nname = 'x'\n", "deep/pyproject.toml")
    put(folder, PLAN, "deep/plan.yaml")
    assert found(lint_files([folder / "deep" / "plan.yaml"])) == {("SDG201", "s1")}


def test_precedence_command_line_plan_glob_file(folder):
    put(folder, 'profile = "asker"\nas-of = 2020-01-01\n[files."*.yaml"]\nas-of = "2021-01-01"\nlang = "nb"\n')
    put(folder, PLAN + "lint: {as_of: 2022-01-01, ignore: SDG102}\n", "plan.yaml")
    plan = sg.read_plan(folder / "plan.yaml")
    configuration = Configuration(look_around=True)
    configuration.begin([plan])
    own = configuration.of(plan).settings
    assert (own.as_of, own.profile, own.lang) == (dt.date(2022, 1, 1), "asker", "nb")
    asked = Configuration(Settings(as_of=dt.date(2023, 1, 1), select=("SDG102",)), look_around=True)
    asked.begin([plan])
    assert asked.of(plan).settings.as_of == dt.date(2023, 1, 1)
    report = lint_files([folder / "plan.yaml"], configuration=asked)
    assert found(report) == {("SDG102", "s1")}
    assert report.lang == "nb"


@pytest.mark.parametrize(
    ("glob", "matches"),
    [
        ("plan.yaml", ["plan.yaml", "a/plan.yaml", "a/b/plan.yaml"]),
        ("a/*.yaml", ["a/plan.yaml"]),
        ("a/**/*.yaml", ["a/plan.yaml", "a/b/plan.yaml"]),
        ("**/b/*", ["a/b/plan.yaml"]),
        ("./a/**", ["a/plan.yaml", "a/b/plan.yaml"]),
        ("[!p]*.yaml", []),
        ("pla?.y*", ["plan.yaml", "a/plan.yaml", "a/b/plan.yaml"]),
    ],
)
def test_globs_are_relative_to_the_file_they_stand_in(folder, glob, matches):
    config = read_config(put(folder, f'[files."{glob}"]\nignore = ["SDG2"]\n'))
    files = ["plan.yaml", "a/plan.yaml", "a/b/plan.yaml"]
    assert [name for name in files if config.matching(folder / name)] == matches
    assert config.matching(folder.parent / "plan.yaml") == []


def test_plans_of_one_system_keep_their_own_settings(folder):
    follower = "plan: {id: q, language: en, kind: action, follows_up: [{plan: p, file: plan.yaml}]}\nstrategies: [{id: t1, title: T}]\n"
    put(folder, follower, "later.yaml")
    put(
        folder,
        '[files."later.yaml"]\nignore = ["SDG"]\nextend-select=["SDG201"]\n[files."plan.yaml"]\nselect=["SDG202"]\n',
    )
    assert found(lint_files([folder / "plan.yaml", folder / "later.yaml"])) == {("SDG201", "t1"), ("SDG202", "s1")}


def test_parameters_and_severities_reach_the_rules(folder):
    put(folder, PLAN.replace("dikes", "d" * 40), "plan.yaml")
    put(folder, 'select = ["SDG803", "strategy-reaches-goal"]\nparameters.SDG803.most = 30\nseverity.SDG201 = "info"\n')
    report = lint_files([folder / "plan.yaml"])
    assert found(report) == {("SDG803", "s2"), ("SDG201", "s1")}
    assert levels(report)["SDG201"] == "info"
    assert found(lint_files([folder / "plan.yaml"], configuration=Configuration())) >= {("SDG202", "s1")}


def test_own_rules_run_beside_the_others(folder):
    put(folder, '[[rule]]\ncode = "X001"\nfor = "Strategy"\nrequires = "[owner]"\nmessage = "{node} has no owner"\n')
    text = PLAN.replace("ditches}", "ditches} # sdggraph: ignore[X001] nobody owns a ditch")
    put(folder, text, "plan.yaml")
    report = lint_files([folder / "plan.yaml"], configuration=Configuration(Settings(select=("X",)), look_around=True))
    assert [str(one).partition("yaml:")[2] for one in report] == [
        "4:10: warning[X001] Strategy s2 “Clear the dikes” has no owner"
    ]
    assert [one.reason for one in report.suppressed] == ["nobody owns a ditch"]


def test_a_rule_in_python_is_given_with_the_settings(folder):
    @rule("X002", "Strategy", message="{node} is long")
    def title_is_short(record, plan):
        """Titles are short."""
        return len(str(record.title)) < 16

    report = sg.lint(sg.read_plan(folder / "plan.yaml"), settings=Settings(select=("X002",), own=(title_is_short,)))
    assert found(report) == {("X002", "s1")}


def test_the_library_reads_no_file_unless_it_is_named(folder):
    file = put(folder, 'select = ["SDG201"]')
    plan = sg.read_plan(folder / "plan.yaml")
    assert len(sg.lint(plan)) > 1
    assert found(sg.lint(plan, config=file)) == {("SDG201", "s1")}
    assert found(sg.lint(plan, settings=Settings(select=("SDG202",)), config=file)) == {("SDG202", "s1")}


def test_a_rule_that_is_asked_for_must_be_there(folder):
    with pytest.raises(NotFoundError, match="SDG299"):
        sg.lint(sg.read_plan(folder / "plan.yaml"), settings=Settings(select=("SDG299",)))
    with pytest.raises(NotFoundError, match="did you mean strategy-reaches-goal"):
        sg.lint(sg.read_plan(folder / "plan.yaml"), settings=Settings(ignore=("Strategy-reach-goal",)))


def test_a_file_may_accept_findings_of_plans_that_hold_no_comments(folder):
    put(
        folder,
        """
ignore = [
  {rule = "SDG201", node = "p:s1", reason = "The council wants it"},
  {rule = "SDG301", reason = "Units follow"},
  {rule = "SDG204", node = "s1"},
]
[files."*.yaml"]
ignore = [{rule = "SDG202", node = "s1", reason = "Counted by hand"}, "SDG102"]
[files."*.csv"]
ignore = [{rule = "SDG202", node = "s2"}]
""",
    )
    report = lint_files(
        [folder / "plan.yaml"],
        configuration=Configuration(Settings(select=("SDG0", "SDG2", "SDG301")), look_around=True),
    )
    assert {(one.diagnostic.code, one.reason) for one in report.suppressed} == {
        ("SDG201", "The council wants it"), ("SDG301", "Units follow"), ("SDG202", "Counted by hand"),
    }  # fmt: skip
    (idle,) = report.of("SDG011")
    assert str(idle.place).endswith("sdggraph.toml:5:11")


# mistakes in files


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ignor = []", "1:1: there is no setting “ignor”\n  did you mean ignore?"),
        ('# x\n\nignore = [\n  "SDG1", # all\n  "SDG2O1",\n]', "5:3: expected a rule's code, found “SDG2O1”\n  did you mean SDG201?"),
        ("[severity]\nSDG999x = 'info'", "2:1: expected a rule's code, found “SDG999x”"),
        ("severity = {SDG201 = 'eror'}", "1:22: expected one of error, warning, info, off, found “eror”\n  did you mean error?"),
        ("profile = 'x'", "1:11: expected one of asker, strict, found “x”"),
        ("[parameters]\n'SDG216'.mosst = 1", "2:10: there is no setting “mosst”\n  did you mean most?"),
        ("[parameters.SDG216]\nmost = 'many'", "2:8: expected a number, found “many”"),
        ("[parameters.SDG216]\nmost = -1", "2:8: expected a number that isn't negative, found “-1”"),
        ("[parameters.SDG506]\ngroups = '('", "2:10: expected a regular expression, found “(”"),
        ("[parameters.SDG220]\nas_of = 'soon'", "2:9: expected a date such as 2026-06-09, found “soon”"),
        ("[parameters.SDG216]\nmost = true", "2:8: expected a number, found “True”"),
        ("as-of = 'soon'", "1:9: expected a date such as 2026-06-09, found “soon”"),
        ('ignore = [{rule = "SDG2O1"}]', "1:19: expected a rule's code, found “SDG2O1”\n  did you mean SDG201?"),
        ('ignore = [{rule = "SDG201", noed = "x"}]', "1:29: there is no setting “noed”\n  did you mean node?"),
        ("select = 3", "1:10: expected a list of rules' codes, found “3”"),
        ('[files."a.yaml"]\nx = 1', "2:1: there is no setting “x”"),
        ("[files]\nx = 1", "2:5: expected a table of settings, found “1”"),
        ('[[rule]]\ncode = "X1"\nfor = "Strategy"\nrequires = "[owner]"\n[[rule]]\ncode = "X1"\nfor = "Strategy"\nrequires = "[owner]"', "6:8: a second rule has the code X1"),
        ('[[rule]]\ncode = "X1"\nfor = "Strategi"\nrequires = "[owner]"', "3:7: there is no kind of node “Strategi”\n  did you mean Strategy?"),
        ('[[rule]]\ncode = "X1"\nfro = "Strategy"', "3:1: a rule has no “fro”\n  did you mean for?"),
        ("select = [", "1:11: can't be read as TOML"),
        ("a = 1\nb = = 2", "2:5: can't be read as TOML"),
    ],
)  # fmt: skip
def test_mistakes_have_their_place_and_what_was_meant(tmp_path, text, said):
    file = put(tmp_path, text)
    with pytest.raises(ConfigError) as raised:
        read_config(file)
    assert raised.value.message("en").removeprefix(f"{file}:").startswith(said)
    assert raised.value.words["nb"] != raised.value.words["en"]


def test_places_in_pyproject_are_those_of_the_file(tmp_path):
    file = put(tmp_path, "[project]\nname = 'x'\n[tool.sdggraph]\nignore = ['SDG2', 'x']\n", "pyproject.toml")
    with pytest.raises(ConfigError) as raised:
        read_config(file)
    assert raised.value.message("nb") == f"{file}:4:19: ventet koden til en regel, fant «x»"


def test_every_key_and_value_of_a_toml_text_is_found():
    text = """
# [not.a.table]
a.b = "x # = [" # c
'q w' = '''
[no]
k = 1'''
[t.u] # head
list = [1, "two", [3, {x = 4}], # five
  5.0,]
inline = {p.q = [true], r = 1979-05-27T07:32:00Z}
[[many]]
x = \"\"\"a \\\" \"\"\"
[many.sub]
y = 1
[[many]]
x = 2
"""
    places = toml_places(text)

    def walk(value, path):
        if isinstance(value, dict):
            for key, inner in value.items():
                assert text[slice(*places.keys[(*path, key)])].strip("'\"") == key or path == ()
                walk(inner, (*path, key))
        elif isinstance(value, list):
            for number, inner in enumerate(value):
                walk(inner, (*path, number))
        else:
            start, end = places.values[path]
            assert tomllib.loads(f"v = {text[start:end]}")["v"] == value

    walk(tomllib.loads(text), ())


# the plan's own section


def test_the_section_of_the_plan(folder):
    section = (
        "lint:\n  ignore: [SDG102, {rule: SDG202, node: s1, reason: Counted by hand}]\n  severity: {SDG201: info}\n"
    )
    put(folder, PLAN + section, "plan.yaml")
    report = sg.lint(sg.read_plan(folder / "plan.yaml"), settings=Settings(select=("SDG1", "SDG2", "SDG011")))
    assert found(report) >= {("SDG201", "s1")}  # asked for: over the plan's own
    report = sg.lint(sg.read_plan(folder / "plan.yaml"))
    assert not found(report) & {("SDG102", "s1"), ("SDG202", "s1")}
    assert levels(report)["SDG201"] == "info"
    (one,) = report.suppressed
    assert (one.kind, one.reason, one.diagnostic.subject, one.place.line) == ("settings", "Counted by hand", "p:s1", 8)


@pytest.mark.parametrize(
    ("entry", "left"),
    [
        ("{rule: SDG301}", set()),  # all that it finds in the plan
        ("{rule: SDG301, node: p:i1}", set()),
        ("{rule: indicator-has-unit, node: i1}", set()),
        ("{rule: SDG301, node: 3.8}", {"SDG301", "SDG011"}),
        ("{rule: SDG301, node: s1}", {"SDG301", "SDG011"}),
        ("{rule: SDG399, node: s1}", {"SDG301", "SDG010"}),
        ("{rule: SDG301, noed: i1}", {"SDG005"}),
    ],
)
def test_what_is_accepted_in_the_section(folder, entry, left):
    put(folder, f"{PLAN}lint: {{ignore: {entry}}}\n", "plan.yaml")
    report = sg.lint(sg.read_plan(folder / "plan.yaml"))
    assert {one.code for one in report} & {"SDG301", "SDG011", "SDG010", "SDG005"} == left


def test_a_bare_code_stands_for_what_the_plan_says_of_it(folder):
    text = "plan: {id: p, language: en}\ngoals: [3]\ntargets: [3.8]\nlint: {ignore: [{rule: SDG206, node: 3.8}, {rule: SDG104, node: 3}]}\n"
    put(folder, text, "plan.yaml")
    report = sg.lint(sg.read_plan(folder / "plan.yaml"), select="SDG206,SDG104,SDG011")
    assert found(report) == set()
    assert {one.diagnostic.subject for one in report.suppressed} == {"p:target-3.8", "p:goal-3"}


def test_rules_may_be_chosen_with_words_and_shown_as_rows(folder):
    plan = sg.read_plan(folder / "plan.yaml")
    report = sg.lint(plan, select="SDG2, indicator-has-unit", ignore=["SDG202"])
    assert found(report) == {("SDG201", "s1"), ("SDG301", "i1")}
    first = report.rows()[0]
    assert (first["code"], first["line"], first["cell"], first["fix"]) == ("SDG201", 3, None, None)


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("{as_off: 2026-01-01}", "7:8: error[SDG005] There is no key “as_off” here; did you mean “as_of”?"),
        ("{as_of: soon}", "7:15: error[SDG010]"),
        ("{ignore: [SDG201, SDG2O2]}", "7:25: error[SDG010]"),
        ("{severity: {SDG2O2: info}}", "7:19: error[SDG010]"),
        (
            "{parameters: {SDG216: {moost: 3}}}",
            "7:30: error[SDG005] There is no key “moost” here; did you mean “most”?",
        ),
        ("[SDG201]", "7:7: error[SDG010]"),
    ],
)
def test_mistakes_in_the_section_are_findings(folder, section, said):
    put(folder, f"{PLAN}lint: {section}\n", "plan.yaml")
    report = sg.lint(sg.read_plan(folder / "plan.yaml"), settings=Settings(ignore=("SDG1", "SDG2", "SDG3")))
    (one,) = report
    assert str(one).partition("plan.yaml:")[2].startswith(said)


def test_the_date_that_counts_as_today_may_stand_in_the_plan(folder):
    put(
        folder,
        "plan: {id: p, language: en, kind: action}\nactions: [{id: a1, title: A, period: {end: 2025}, status: ongoing}]\nlint: {as_of: DAY}\n",
        "plan.yaml",
    )
    text = (folder / "plan.yaml").read_text(encoding="utf-8")
    codes = []
    for day in ("2025-06-01", "2026-02-01"):
        put(folder, text.replace("DAY", day), "plan.yaml")
        codes.append("SDG220" in levels(sg.lint(sg.read_plan(folder / "plan.yaml"))))
    assert codes == [False, True]


def test_all_mistakes_of_a_file_are_said_in_their_order(tmp_path):
    file = put(
        tmp_path,
        'lang = "no"\nseverity = {X7 = "off", SDG2O1 = "off"}\n[[rule]]\ncode = "X7"\nfor = "Stratgy"\nrequires = "owned_by"\n'
        '[[rule]]\ncode = "X8"\nfor = "Strategy"\nrequires = "owned_by"\nmessage = "{nod}"\n[files."*.yaml"]\nprofil = "strict"\n',
    )
    with pytest.raises(ConfigError) as raised:
        read_config(file)
    said = [(one.place.line, one.words["en"]) for one in (raised.value, *raised.value.others)]
    assert said == [
        (1, "expected one of en, nb, found “no”"),
        (2, "expected a rule's code, found “SDG2O1”"),
        (5, "there is no kind of node “Stratgy”"),
        (11, "a message has no {nod}"),
        (13, "there is no setting “profil”"),
    ]
