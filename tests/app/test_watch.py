"""Watching: a change is seen, a burst counts once, and Ctrl-C ends it well. Time is whatever the test says."""

from __future__ import annotations

import os

from sdggraph.app.watch import Watcher
from sdggraph_cli.lint_options import Asked
from sdggraph_cli.watch_job import watch_job

PLAN = "plan: {id: p, language: en}\nstrategies: [{id: s1, title: T, targets: [3.4], indicators: [i1]}]\nindicators: [{id: i1, title: I}]\n"


class Sleeper:
    """Does the next thing each time that somebody waits; Ctrl-C when there is nothing left to do."""

    def __init__(self, *acts):
        self.acts = list(acts)
        self.waits = 0

    def __call__(self, seconds):
        self.waits += 1
        if not self.acts:
            raise KeyboardInterrupt
        act = self.acts.pop(0)
        if act is not None:
            act()


def write(file, text):
    def act():
        file.write_text(text, encoding="utf-8")
        times = file.stat()
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns + Sleeper_step.next()))

    return act


class Sleeper_step:  # noqa: N801  # a counter, so that two writes within one tick of the clock differ
    count = 0

    @classmethod
    def next(cls):
        cls.count += 1_000_000
        return cls.count


def test_a_burst_of_writes_is_one_change(tmp_path):
    file = tmp_path / "plan.yaml"
    file.write_text("a", encoding="utf-8")
    sleep = Sleeper(None, write(file, "ab"), write(file, "abc"), write(file, "abcd"), None)
    watcher = Watcher([file], sleep=sleep)
    assert watcher.wait() == [file]
    assert sleep.waits == 5  # nothing, a write; then two more while it settles, and one quiet look


def test_new_and_removed_files_in_a_folder_are_changes(tmp_path):
    old, new = tmp_path / "old.yaml", tmp_path / "new.csv"
    old.write_text("a", encoding="utf-8")
    watcher = Watcher([tmp_path], sleep=Sleeper(old.unlink, None, write(tmp_path / "x.md", "x"), write(new, "b"), None))
    assert watcher.wait() == [old]
    assert watcher.wait() == [new]


def test_what_the_run_writes_itself_is_no_change(tmp_path):
    file, output = tmp_path / "plan.yaml", tmp_path / "found.json"
    file.write_text("a", encoding="utf-8")
    watcher = Watcher([file], without=[output], sleep=Sleeper(write(output, "b"), write(file, "ab"), None))
    assert watcher.wait() == [file]


def test_lint_runs_again_until_ctrl_c(tmp_path, capsys):
    file, shared = tmp_path / "plan.yaml", tmp_path / "shared.yaml"
    file.write_text(PLAN, encoding="utf-8")
    text = PLAN.replace("en}", "en, use: [shared.yaml]}").replace("[i1]", "[]")
    acts = [
        write(file, "plan: ["), None,
        write(file, text), None,
        write(shared, "indicators: [{id: i2, title: J, global: [03.08.01]}]\n"), None,
    ]  # fmt: skip
    status = watch_job(Asked(plans=(str(file),), quiet=False, isolated=True), Watcher([file], sleep=Sleeper(*acts)))
    printed = capsys.readouterr()
    assert status == 0
    assert "SDG202" in printed.out
    assert "can't be read as YAML" in printed.err
    assert printed.err.count("Watching; Ctrl-C ends it") == 4
    assert f"Changed: {shared}" in printed.err
    assert "SDG002" in printed.out
