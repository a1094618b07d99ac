"""Versions of a plan in git: each read whole from its revision, with what it uses; nothing runs through a shell."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from sdggraph.app.diff_versions import diff_versions
from sdggraph.app.git_files import GitFiles
from sdggraph.base.errors import InputError
from sdggraph_cli.run import run

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

PLAN = """\
plan: {id: p, language: en, use: [lib.yaml], follows_up: [{plan: q, file: other.yaml}]}
strategies: [{id: s1, title: Walk, objectives: ["q:o1"], indicators: [i1]}]
"""
OTHER = "plan: {id: q, language: en}\nobjectives: [{id: o1, title: Safe, targets: [11.2]}]\n"
LIBRARY = "indicators: [{id: i1, title: Walkers}]\n"


def git(folder, *arguments):
    known = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True, env={**os.environ, **known})


@pytest.fixture
def plans(tmp_path):
    """Two commits and a change that is in none: in a folder below the top, with a space and an æ in its name."""
    folder = tmp_path / "våre planer"
    folder.mkdir()
    git(tmp_path, "init", "-q")
    for name, text in (("plan.yaml", PLAN), ("other.yaml", OTHER), ("lib.yaml", LIBRARY)):
        (folder / name).write_text(text, encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    (folder / "plan.yaml").write_text(PLAN.replace("Walk,", "Walk and cycle,"), encoding="utf-8")
    (folder / "other.yaml").write_text(OTHER.replace("targets: [11.2]", "number: '1'"), encoding="utf-8")
    (folder / "lib.yaml").write_text(LIBRARY.replace("Walkers", "People who walk"), encoding="utf-8")
    git(tmp_path, "commit", "-qam", "two")
    (folder / "plan.yaml").write_text(PLAN.replace("Walk,", "Run,"), encoding="utf-8")
    return folder


def titles(found):
    return {one.name: (one.fields[0].old, one.fields[0].new) for one in found.nodes}


def test_a_revision_against_the_file_as_it_stands(plans):
    assert titles(diff_versions("HEAD", plans / "plan.yaml")) == {"s1": ("Walk and cycle", "Run")}
    assert titles(diff_versions("HEAD~1", plans / "plan.yaml"))["s1"] == ("Walk", "Run")


def test_two_revisions_with_what_they_use_and_follow(plans):
    found = diff_versions("HEAD~1..HEAD", plans / "plan.yaml")
    assert titles(found) == {"s1": ("Walk", "Walk and cycle"), "i1": ("Walkers", "People who walk")}
    assert [(one.what, one.code, one.node) for one in found.threads] == [("broken", "SDG201", "s1")]
    assert found.old.name.endswith("plan.yaml @ HEAD~1")
    assert titles(diff_versions("HEAD~1..", plans / "plan.yaml")) == titles(found)


def test_a_relative_path_from_elsewhere(plans, monkeypatch, capsys):
    monkeypatch.chdir(plans.parent)
    assert run(["diff", "--git", "HEAD~1", "våre planer/plan.yaml", "--exit-code", "--lang", "en"]) == 1
    assert "[-Walk-]{+Run+}" in capsys.readouterr().out


@pytest.mark.parametrize("revision", ["nosuch", "--output=/tmp/x", "-p", "HEAD;touch x", "HEAD~9", "HEAD...HEAD", "\0"])
def test_what_is_no_revision_is_said(plans, revision):
    with pytest.raises(InputError, match="git"):
        GitFiles.at(plans, revision)


def test_what_a_revision_does_not_have_never_comes_from_the_disk(plans, capsys):
    (plans / "new.yaml").write_text(PLAN, encoding="utf-8")
    with pytest.raises(InputError, match="is not in the revision"):
        diff_versions("HEAD", plans / "new.yaml")
    assert run(["diff", "--git", "HEAD", str(plans / "new.yaml"), "--lang", "nb"]) == 2
    assert "finnes ikke i versjonen «HEAD»" in capsys.readouterr().err
    files = GitFiles.at(plans, "HEAD")
    assert {path.name for path in files} == {"plan.yaml", "other.yaml", "lib.yaml"}
    with pytest.raises(InputError):
        files[plans.parent.parent / "plan.yaml"]


def test_a_lock_of_another_revision_is_not_taken(plans):
    assert run(["review", str(plans / "plan.yaml"), "--accept-all"]) == 0
    found = diff_versions("HEAD", plans / "plan.yaml")
    assert not [one for one in found.findings if one.diagnostic.code == "SDG111"]


def test_outside_a_repository(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "plan.yaml").write_text(OTHER, encoding="utf-8")
    with pytest.raises(InputError, match="no git repository"):
        diff_versions("HEAD", tmp_path / "plan.yaml")


def test_without_git(plans, monkeypatch):
    monkeypatch.setenv("PATH", str(plans))
    with pytest.raises(InputError, match="git can't be run"):
        diff_versions("HEAD", plans / "plan.yaml")
