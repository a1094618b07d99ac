"""``sdggraph diff``: its forms, its widths and its exit status."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import click
import pytest

from sdggraph_cli.run import run
from tests.analysis.test_comparison import NEW, OLD

HOSTILE = "</style><script>alert(1)</script> **bold** [a](http://x) | `c` <!-- "


@pytest.fixture
def files(tmp_path):
    names = tmp_path / "old.yaml", tmp_path / "new.yaml"
    for name, text in zip(names, (OLD, NEW), strict=True):
        name.write_text(text, encoding="utf-8")
    return [str(name) for name in names]


def out(capsys, *arguments, status=0):
    assert run(["diff", *arguments]) == status
    return capsys.readouterr().out


def test_text_fits_the_terminal_and_a_pipe(files, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(Path(files[0]).parent)  # a path that is longer than a line can't be broken
    files = [Path(file).name for file in files]
    plain = out(capsys, *files, "--lang", "en")
    assert "\x1b" not in plain
    assert "title: Build{+ more+} walking paths" in plain or "title: Build {+more+} walking paths" in plain
    assert "moved: a1 → a2" in plain
    assert "× objective o1 “Safe ways” reaches no goal any more (before: 11)" in plain
    coloured = out(capsys, *files, "--lang", "en", "--color", "always")
    assert "\x1b[32m" in coloured
    for text in (plain, click.unstyle(coloured)):
        assert max(map(len, text.splitlines())) <= 80


def test_norwegian(files, capsys):
    said = out(capsys, *files, "--lang", "nb")
    assert "flyttet: a1 → a2" in said
    assert "når ikke lenger fram til noe bærekraftsmål (før: 11)" in said
    assert not re.search(r"\b(reaches|objective|moved|added|finding)\b", said)


def test_exit_status(files, capsys):
    out(capsys, *files, "--exit-code", status=1)
    out(capsys, files[0], files[0], "--exit-code")
    assert "Nothing has changed." in out(capsys, files[0], files[0], "--lang", "en")
    assert run(["diff", files[0]]) == 2
    assert run(["diff", *files, "--git", "HEAD"]) == 2
    assert run(["diff", files[0], "nosuch.yaml"]) == 2


def test_json_is_stable(files, capsys):
    said = json.loads(out(capsys, *files, "--format", "json"))
    assert list(said) == [
        "version",
        "tool",
        "old",
        "new",
        "summary",
        "plan",
        "nodes",
        "relations",
        "threads",
        "diagnostics",
    ]
    assert said == json.loads(out(capsys, *files, "--format", "json"))


def test_many_changes_are_gathered_unless_all_are_asked_for(tmp_path, capsys):
    empty, full = tmp_path / "a.yaml", tmp_path / "b.yaml"
    empty.write_text("plan: {id: p, language: en}\n", encoding="utf-8")
    rows = "".join(f"  - {{id: s{n}, title: Walk {n}, goals: [3]}}\n" for n in range(100))
    full.write_text(f"plan: {{id: p, language: en}}\nstrategies:\n{rows}", encoding="utf-8")
    assert "… 70 more; --all shows them" in out(capsys, str(empty), str(full), "--lang", "en")
    norwegian = full.read_text(encoding="utf-8").replace("language: en", "language: nb")
    full.write_text(norwegian, encoding="utf-8")  # what the command line adds is in the language of the rest
    assert "… 70 til; --all viser dem" in out(capsys, str(empty), str(full))
    assert "s99" in out(capsys, str(empty), str(full), "--all")


def test_any_format_that_is_read(files, capsys, tmp_path):
    for name in ("other.ttl", "other.xlsx", "other.json"):
        other = str(tmp_path / name)
        assert run(["convert", files[0], other]) == 0
        capsys.readouterr()
        said = json.loads(out(capsys, files[0], other, "--format", "json"))
        assert (said["nodes"], said["relations"], said["threads"]) == ([], [], [])


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))


def hostile(tmp_path):
    names = tmp_path / "a.yaml", tmp_path / "b.yaml"
    for name, title in zip(names, ("Walk", json.dumps(HOSTILE)), strict=True):
        name.write_text(
            f"plan: {{id: p, language: en, title: {title}}}\nstrategies: [{{id: s, title: {title}}}]\n",
            encoding="utf-8",
        )
    return [str(name) for name in names]


def test_page_needs_nothing_and_runs_nothing(tmp_path, capsys):
    file = tmp_path / "diff.html"
    out(capsys, *hostile(tmp_path), "-o", str(file))
    tags = Tags()
    tags.feed(file.read_text(encoding="utf-8"))
    names = [tag for tag, _ in tags.seen]
    assert not {"script", "img", "link", "iframe", "b"} & set(names)
    policy = next(one["content"] for tag, one in tags.seen if one.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert names.count("h1") == 1
    assert not [one for _, one in tags.seen if "style" in one or any(name.startswith("on") for name in one)]
    assert all(one["href"].startswith("#") for tag, one in tags.seen if tag == "a")
    assert run(["diff", *hostile(tmp_path), "-o", str(file)]) == 2  # it is there already


def test_markdown_has_no_markup_of_the_plans(tmp_path, capsys):
    said = out(capsys, *hostile(tmp_path), "--format", "markdown")
    assert "<script>" not in said.replace("\\<", "")
    assert r"\*\*bold\*\*" in said
    assert r"\[a\](http://x)" in said
    assert "~~Walk~~" in said


def test_the_hearing_draft_against_what_was_adopted(capsys):
    said = out(capsys, "examples/complete/horingsutkast.yaml", "examples/complete/plan.yaml", "--lang", "en")
    # startlan came, brygger went; samskaping and havniva were reworded; frisklivs was moved and renumbered; goal 8 has
    # another significance; frisklivs changed 3.8 for 3.4, and boligbygging got goal 11
    assert (
        " ".join(said.split())
        .partition("The plan itself")[0]
        .endswith(
            "1 node was added, 1 was removed, 2 were reworded, 1 was moved, 1 was renumbered and 1 has other values. "
            "2 relations were gained and 1 relation was lost. "
        )
    )


@pytest.mark.parametrize("profile", ["strict", "asker"])
def test_the_hearing_draft_has_no_findings(profile):
    import sdggraph as sg

    plan = sg.read_plan("examples/complete/horingsutkast.yaml")
    assert [str(one) for one in sg.lint(plan, settings=sg.Settings(profile=profile))] == []
