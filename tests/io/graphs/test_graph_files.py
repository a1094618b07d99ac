"""A plan's graph in other programs' formats: ids survive, titles of every kind, the same text each time."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from pathlib import Path

import networkx as nx
import pytest

from sdggraph.app.convert import convert_plan, write_plan
from sdggraph.base.errors import OutputError
from sdggraph.io.graphs.exchange import exchange_graph, text_on
from sdggraph.io.load import read_plan
from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph.model.nodes import Objective, Strategy
from sdggraph.model.plan import Plan

ROOT = Path(__file__).parents[3]
FORMS = ["graphml", "gexf", "node-link", "cytoscape", "dot", "mermaid"]
HOSTILE = [
    'a "b" \\ c\\',
    "line\nline\r\ttab",
    "</y:Label>&lt;<script>",
    "\x00\x0b\ud800",
    "🦦 æøå",
    '"] --> end; style:#1; %%{init: {}}%% `x` |',
    "\\N \\G &amp; {a|b}",
    "end",
    "",
]


@pytest.fixture(scope="module")
def plan():
    return read_plan(ROOT / "examples/complete/handlingsdel.yaml")


@pytest.fixture(scope="module")
def hostile():
    areas = tuple(Objective(id=f"o{number}", title=title) for number, title in enumerate(HOSTILE))
    return Plan(
        id="end", language="nb", objectives=(*areas, Objective(id='a "b" \\', title="A"), Objective(id="æ", title="B"))
    )


def read_back(form, plan):
    text = write_plan(plan, form)
    if form == "graphml":
        return nx.parse_graphml(text, force_multigraph=True)
    if form == "gexf":
        return nx.read_gexf(io.BytesIO(text.encode()))
    if form == "node-link":
        return nx.node_link_graph(json.loads(text), edges="edges")
    return nx.cytoscape_graph(json.loads(text))


@pytest.mark.parametrize("form", FORMS[:4])
def test_networkx_reads_the_same_nodes_and_edges(form, plan):
    wanted, back = exchange_graph(plan), read_back(form, plan)
    assert set(back) == set(wanted)
    for node, said in wanted.nodes(data=True):
        assert {name: back.nodes[node].get(name) for name in said} == said
    edges = sorted((source, target, said["relation"]) for source, target, said in wanted.edges(data=True))
    assert sorted((source, target, said["relation"]) for source, target, said in back.edges(data=True)) == edges
    assert {said["role"] for _, _, said in back.edges(data=True) if "role" in said} >= {"primary"}


def test_what_is_the_uns_has_its_code_and_its_goals_colour(plan):
    view = exchange_graph(plan)
    assert view.nodes["sdg:13"]["code"] == "13"
    assert view.nodes["sdg:13.1"]["color"] == view.nodes["sdg:13"]["color"] == "#3F7E44"
    assert view.nodes["sdg:13"]["title"] == "Stoppe klimaendringene"
    plans = {said["plan"] for _, said in view.nodes(data=True) if said["kind"] == "Strategy"}
    assert plans == {"nesvag-samfunnsdel"}, "what the plan follows up comes along"


@pytest.mark.parametrize("form", FORMS[:4])
def test_titles_of_every_kind_come_through(form, hostile):
    back = read_back(form, hostile)
    titles = {said["title"] for _, said in back.nodes(data=True)}
    assert 'a "b" \\ c\\' in titles
    assert "</y:Label>&lt;<script>" in titles
    assert "\ufffd\ufffd\ufffd" in titles
    assert {'end:a "b" \\', "end:æ"} <= set(back)


def test_every_edge_has_an_id_of_its_own(plan):
    ids = re.findall(r'<edge [^>]*\bid="([^"]*)"', write_plan(plan, "graphml"))
    assert len(ids) == len(set(ids)) == exchange_graph(plan).number_of_edges()
    elements = json.loads(write_plan(plan, "cytoscape"))["elements"]
    named = [one["data"]["id"] for part in elements.values() for one in part]
    assert len(named) == len(set(named))


@pytest.mark.parametrize("form", FORMS)
def test_the_same_plan_gives_the_same_text(form):
    name = ROOT / "examples/complete/plan.yaml"
    assert write_plan(read_plan(name), form) == write_plan(read_plan(name), form)
    assert "lastmodified" not in write_plan(read_plan(name), form)


@pytest.mark.parametrize("form", FORMS)
def test_an_id_that_no_file_can_hold_is_refused_in_words(form):
    plan = Plan.trusted({"id": "p", "language": "nb", "objectives": (Objective(id="a\x01", title="A"),)})
    with pytest.raises(OutputError, match="can't be written"):
        write_plan(plan, form)


@pytest.mark.parametrize(("color", "text"), [("#E5243B", "#FFFFFF"), ("#FCC30B", "#111111"), ("#19486A", "#FFFFFF")])
def test_text_on_a_goal_is_readable(color, text):
    assert text_on(color) == text


def test_dot_quotes_whatever_stands_in_a_title(hostile):
    text = write_plan(hostile, "dot")
    for line in text.splitlines():
        quotes = re.sub(r"\\.", "", line).count('"')
        assert quotes % 2 == 0, line
    assert "&lt;/y:Label" not in text
    assert "&amp;lt;" in text


def test_graphviz_draws_it(hostile, plan):
    if shutil.which("dot") is None:
        pytest.skip("Graphviz isn't installed")
    for one in (hostile, plan):
        view = exchange_graph(one)
        done = subprocess.run(["dot", "-Tdot"], input=write_plan(one, "dot").encode(), capture_output=True, check=True)
        assert done.stderr == b""
        drawn = subprocess.run(
            ["gvpr", 'N {printf("%s\\n", $.name)}'], input=done.stdout, capture_output=True, check=True
        ).stdout.decode()
        assert len(drawn.splitlines()) == len(view)


def test_dot_shows_what_works_against_a_goal(plan):
    assert re.search(r'"nesvag-samfunnsdel:\S+" -> "sdg:13\S*" \[.*color="#A8380F".*dashed', write_plan(plan, "dot"))


LINE = re.compile(
    r"%% without: [\w, ]+|flowchart RL|    linkStyle [\d,]+ stroke:#\w{6}"
    r"|    \w+(?:\(\[\"[^\"]*\"\]\)|\[\"[^\"]*\"\])"
    r"|    \w+ (?:-->|-\.->)(?:\|\"[^\"]*\"\|)? \w+"
    r"|    classDef un\d+ [\w:#,\-]+|    class [\w,]+ un\d+"
)


@pytest.mark.parametrize("name", ["asker-2018/plan.yaml", "complete/plan.yaml", "sound/plan.yaml", "hostile"])
def test_mermaid_has_only_lines_of_its_grammar(name, hostile):
    text, notes = convert_plan(hostile if name == "hostile" else read_plan(ROOT / "examples" / name), "mermaid")
    assert not [line for line in text.splitlines() if not LINE.fullmatch(line)]
    assert len(text) <= 50_000
    assert text.count("-->") + text.count("-.->") <= 500
    assert name != "hostile" or not notes
    labels = "".join(re.findall(r'\["([^"]*)"\]', text)).replace("<br>", "")
    assert not re.search(r"[<>`%|\"\\{};](?<!;)|[<>`%|{}\\]", labels)


def test_mermaid_names_are_safe_and_each_its_own():
    objectives = "objectives: [{id: a.b, title: A}, {id: a-b, title: B}, {id: end, title: C}]"
    text = write_plan(
        plan_from_document(parse_document(f"plan: {{id: p, language: nb}}\n{objectives}", "p.yaml")), "mermaid"
    )
    assert re.findall(r"^    (\w+)\[", text, re.MULTILINE)[:3] == ["n_p", "n_p_a_b", "n_p_a_b__2"]
    assert "n_p_end[" in text


def test_a_large_plan_is_drawn_without_what_the_thread_needs_least():
    strategies = tuple(
        Strategy(id=f"s{number}", title=f"Strategi {number}", objectives=("o1",), stakeholders=("a",), owner="u")
        for number in range(300)
    )
    plan = plan_from_document(
        parse_document(
            "plan: {id: p, language: nb}\nobjectives: [{id: o1, title: A}]\nstakeholders: [{id: a, title: A}]\n"
            "units: [{id: u, title: U}]",
            "p.yaml",
        )
    ).model_copy(update={"strategies": strategies})
    text, notes = convert_plan(plan, "mermaid")
    assert text.startswith("%% without: Unit, Stakeholder")
    assert text.count("-->") == 300
    [note] = notes
    assert "enheter, interessenter" in note["nb"]


def test_a_plan_that_is_too_large_even_so_says_what_shows_it():
    areas = "".join(f"  - {{id: a{number}, title: {'Langt navn ' * 20}, part_of: a0}}\n" for number in range(600))
    plan = plan_from_document(parse_document(f"plan: {{id: p, language: nb}}\nareas:\n{areas}", "p.yaml"))
    _, notes = convert_plan(plan, "mermaid")
    assert "sdggraph view" in notes[-1]["en"]
