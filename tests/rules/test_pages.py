"""The rules' pages say what the rules say, stand in the documentation as they would be written now, and are plain."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sdggraph.base.words import LANGUAGES, pick
from sdggraph.rules import ALL_RULES
from sdggraph.rules.pages import explain_text, pages, rule_page, write_pages

DOCS = Path(__file__).parents[2] / "docs" / "rules"


def test_documentation_is_what_would_be_written_now():
    wanted = pages()
    there = {str(file.relative_to(DOCS).as_posix()): file.read_text("utf-8") for file in DOCS.glob("*/*.md")}
    assert sorted(there) == sorted(wanted)
    assert [name for name, text in wanted.items() if there[name] != text] == []


def test_there_is_a_page_for_each_rule_in_each_language():
    names = {f"{lang}/{code}.md" for lang in LANGUAGES for code in (*ALL_RULES, "README")}
    assert set(pages()) == names


def test_writing_again_changes_nothing_and_removes_what_is_gone(tmp_path):
    assert len(write_pages(tmp_path)) == len(pages())
    assert write_pages(tmp_path) == []
    stray = tmp_path / "en" / "SDG999.md"
    stray.write_text("gone", encoding="utf-8")
    (tmp_path / "nb" / "SDG101.md").write_text("changed", encoding="utf-8")
    assert {file.name for file in write_pages(tmp_path)} == {"SDG999.md", "SDG101.md"}
    assert not stray.exists()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rule", list(ALL_RULES.values()), ids=list(ALL_RULES))
def test_page_holds_all_that_the_declaration_says(rule, lang):
    page, text = rule_page(rule, lang), explain_text(rule, lang)
    flat = " ".join(text.split())
    for said in (rule.holds, rule.why):
        assert pick(said, lang) in page
        assert pick(said, lang) in flat
    for example in (*rule.valid, *rule.invalid):
        assert f"```yaml\n{example}\n```" in page
        assert " ".join(example.split()) in flat
    for name, default in rule.parameters.items():
        assert f"`{name}`: {pick(default.meaning, lang)}; `{default.value}`" in page
    assert not re.search(r"\{(node|id|count|missing|other)\}", page)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_prose_is_wrapped_at_100_columns(lang):
    for rule in ALL_RULES.values():
        prose = [line for line in explain_text(rule, lang).splitlines() if not line.startswith("    ")]
        assert max(map(len, prose)) <= 100


def test_index_links_to_every_page():
    for lang in LANGUAGES:
        index = pages()[f"{lang}/README.md"]
        assert re.findall(r"\]\((SDG\d+)\.md\)", index) == list(ALL_RULES)
