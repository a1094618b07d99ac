"""The page: complete, closed to everything outside, and with no plan's text as markup."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest

import sdggraph as sg
from sdggraph.view.choices import find_focus, find_kinds
from sdggraph.view.explorer import explorer_html
from sdggraph.view.explorer import page as page_module
from sdggraph.view.explorer.page import script_json
from sdggraph.view.from_graph import payload_of
from sdggraph.view.payload import Payload
from sdggraph.view.phrases import date_words, load_phrases, number_words, phrase
from tests.view import explorer_samples as samples

ASKER = "examples/asker-2018/plan.yaml"


def block(page: str, name: str) -> str:
    return re.search(rf'<script type="[^"]+" id="{name}">(.*?)</script>', page, re.DOTALL)[1]


@pytest.fixture(scope="module")
def page():
    return explorer_html(samples.fjordvik())


def test_it_is_a_proper_page(page):
    assert page.startswith('<!doctype html>\n<html lang="nb"')
    assert "<title>Kommuneplanens samfunnsdel 2024–2036</title>" in page
    assert '<meta name="viewport"' in page
    assert not re.search(r'(?:src|href)="(?!#)', page.split('<script type="text/plain"')[0])


def test_the_policy_names_exactly_the_scripts_and_the_style_of_the_page(page):
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1].replace("&#39;", "'")
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    texts = [
        re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1],
        re.search(r"<script>(.*?)</script>", page, re.DOTALL)[1],
        block(page, "vis-source"),
    ]
    for text in texts:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_data_cannot_leave_its_block():
    wild = "</script><script>alert(1)</script><!-- & \u2028"
    written = script_json({"a": wild})
    assert not set("<>&\u2028") & set(written)
    assert json.loads(written) == {"a": wild}


def test_the_list_without_javascript_is_complete_and_escaped():
    payload = samples.fjordvik()
    payload.nodes[-1].title = {"nb": "<img src=x onerror=alert(1)>"}
    page = explorer_html(payload)
    static = page.partition('<main id="outline">')[2].partition("</main>")[0]
    assert "<img" not in static
    assert "&lt;img src=x onerror=alert(1)&gt;" in static
    for node in payload.nodes[:-1]:
        assert node.title["nb"].replace("&", "&amp;") in static


def test_positions_for_pyvis_carry_no_text(page):
    network = json.loads(block(page, "network"))
    assert set(network["nodes"][0]) == {"id", "x", "y", "shape", "size"}
    assert set(network["edges"][0]) == {"from", "to"}


def test_the_council_sees_gaps_but_no_findings():
    page = explorer_html(samples.fjordvik(), audience="council")
    assert "SDG214" in explorer_html(samples.fjordvik())
    assert "SDG214" not in page
    assert "strategy-reaches-goal" not in page
    data = json.loads(block(page, "plan"))
    assert data["notes"] == []
    assert data["gaps"]["unmeasured"]


@pytest.mark.parametrize(("audience", "named"), [("internal", True), ("council", False), ("public", False)])
def test_only_those_who_work_with_the_plan_see_names_of_persons(audience, named):
    owner = {"id": "kari-nordmann", "title": "Kari Nordmann", "description": "Kari slutter i mai"}
    plan = sg.Plan(
        id="p",
        language="nb",
        units=(owner, {"id": "plan", "title": "Plan og teknisk"}),
        strategies=({"id": "s1", "title": "Bygge", "owner": "kari-nordmann"},),
    )
    page = explorer_html(plan, audience=audience)
    assert ("Nordmann" in page or "nordmann" in page or "Kari" in page) is named
    assert ("en navngitt person" in page) is not named
    assert "Plan og teknisk" in page


@pytest.mark.parametrize("wrong", [{"layout": "circle"}, {"theme": "pink"}, {"audience": "all"}])
def test_an_unknown_choice_is_refused(wrong):
    with pytest.raises(ValueError, match="is one of"):
        explorer_html(Payload({}), **wrong)


def test_focus_and_kinds_are_found_by_what_people_call_them():
    payload = samples.fjordvik()
    assert find_focus(payload, "11.2") == "sdg:11.2"
    assert find_focus(payload, "6.1.2") == "s6.1.2"
    assert find_kinds(["strategies", "target-area", "Goal"]) == ["Goal", "TargetArea", "Strategy"]
    with pytest.raises(sg.NotFoundError, match="did you mean"):
        find_focus(payload, "s6.1.22")
    with pytest.raises(sg.NotFoundError, match="there is no kind"):
        find_kinds(["wish"])


def test_a_notebook_shows_the_page_in_a_frame_that_can_do_no_more_than_it_must():
    page = sg.view(sg.read_plan(ASKER))
    frame = page._repr_html_()
    assert re.match(r'<iframe sandbox="allow-scripts allow-downloads" ', frame)
    assert unescape(re.search(r'srcdoc="([^"]*)"', frame)[1]) == page


def test_an_option_that_there_is_not_is_refused():
    with pytest.raises(ValueError, match="theme"):
        explorer_html(Payload({}), theme="none")


def test_lone_surrogates_do_no_harm():
    assert "a?b" in explorer_html(Payload({"nb": "a\ud800b"}))


def test_a_real_plan_becomes_a_payload_in_both_languages():
    plan = sg.read_plan(ASKER)
    graph = sg.PlanGraph.of(plan)
    payload = payload_of(graph, [sg.lint(plan, lang=lang) for lang in ("nb", "en")])
    kinds = [node.kind for node in payload.nodes]
    assert kinds.count("Goal") == 17
    assert kinds.count("Target") == 27
    assert kinds.count("NationalGoal") == 4
    assert payload.line["nb"].startswith("Asker")
    assert all(set(note.message) == {"nb", "en"} for note in payload.notes)
    three = next(node for node in payload.nodes if node.id == "sdg:3")
    assert three.more["prioritised"]
    assert three.text["nb"]
    noted = {payload.nodes[note.at].id for note in payload.notes if note.at is not None}
    assert "sdg:3" in noted


def test_every_word_exists_in_both_languages_with_the_same_names_and_fields():
    nb, en = load_phrases("nb"), load_phrases("en")
    assert {section: set(words) for section, words in nb.items()} == {
        section: set(words) for section, words in en.items()
    }
    for section, words in nb.items():
        for key, text in words.items():
            fields = [set(re.findall(r"\{(\w+)\}", one)) for one in (text, en[section][key])]
            assert fields[0] == fields[1], f"{section}.{key}"


def test_words_agree_in_number_and_numbers_in_language():
    nb = load_phrases("nn")
    assert phrase(nb, "severity.error", n=1) == "feil"
    assert phrase(nb, "kind.Strategy", n=2) == "strategier"
    assert number_words(1234.5, "nb") == "1\N{NO-BREAK SPACE}234,5"
    assert number_words(1234.0, "en") == "1,234"
    assert date_words("2024-06-19", "nb") == "19. juni 2024"
    assert date_words("2024-06-19", "en") == "19 June 2024"
    assert date_words("2024-13", "en") == "2024-13"


def test_every_script_and_style_is_part_of_the_page():
    room = Path(page_module.__file__).parents[1] / "assets"
    assert {file.stem for file in (room / "js").glob("*.js")} == set(page_module._SCRIPTS)
    assert {file.stem for file in (room / "css").glob("*.css")} == set(page_module._STYLES)


def test_no_script_takes_the_name_of_another_s_function():
    room = Path(page_module.__file__).parents[1] / "assets" / "js"
    text = "".join(file.read_text("utf-8") for file in room.glob("*.js"))
    names = Counter(re.findall(r"^(?:async )?function (\w+)", text, re.MULTILINE))
    assert len(names) > 200
    assert [name for name, count in names.items() if count > 1] == []


def test_a_finding_and_how_to_mend_it_are_two_sentences_without_javascript():
    html = explorer_html(sg.read_plan("examples/broken/plan.yaml"))
    assert "Slik retter du:" in html
    assert not re.search(r"[^.?!:] Slik retter du:", html.split('id="outline"')[1].split("</main>")[0])


@pytest.mark.parametrize(("lang", "said"), [("nb", "ja (2025)"), ("en", "yes (2025)")])
def test_yes_and_no_are_said_in_the_page_s_language(lang, said):
    html = explorer_html(sg.read_plan("examples/complete/handlingsdel.yaml"), lang=lang)
    assert said in html.split('id="outline"')[1].split("</main>")[0]


def test_large_counts_are_written_as_the_language_does():
    assert phrase(load_phrases("nb"), "headline.whole", n=12999, all=13600) == "12\xa0999 av 13\xa0600 strategier"
    assert phrase(load_phrases("en"), "headline.whole", n=12999, all=13600).startswith("12,999 of 13,600")


def test_every_word_that_a_script_asks_for_exists():
    room = Path(page_module.__file__).parents[1] / "assets" / "js"
    words = load_phrases("nb")
    asked = set(re.findall(r'\bt\("([a-z]+)\.(\w+)"', "".join(file.read_text("utf-8") for file in room.glob("*.js"))))
    assert len(asked) > 60
    assert [f"{section}.{key}" for section, key in asked if section != "relation" and key not in words[section]] == []
