"""Outputs and names that are no ordinary files: devices, pipes, closed streams, names that are too long."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import sdggraph as sg
from sdggraph.io.bytes_out import write_whole

PLAN = "plan: {id: p, language: en}\nareas: [{id: a, title: t}]\n"
FULL = Path("/dev/full")

posix = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")


@posix
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "page.html"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    reader.start()
    write_whole(pipe, "page")
    reader.join(10)
    assert got == [b"page"]
    assert pipe.is_fifo()


def test_a_followed_plan_with_a_name_too_long_is_a_finding(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    header = PLAN.replace("language: en", f"language: en, follows_up: [{{plan: q, file: {'x' * 5000}}}]")
    file.write_text(header, encoding="utf-8")
    assert len(sg.lint(sg.read_plan(file)).of("SDG108")) == 1


def run(script: str, plan: Path) -> subprocess.CompletedProcess[str]:
    start = "import sys; from sdggraph_cli.run import run; sys.exit(run(sys.argv[1:]))"
    words = ["sh", "-c", script, sys.executable, start, str(plan)]
    return subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)


@posix
@pytest.mark.skipif(not FULL.is_char_device(), reason="there is no full device here")
def test_a_full_disk_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    done = run('"$0" -c "$1" lint "$2" > /dev/full', tmp_path / "plan.yaml")
    assert done.returncode == 2
    assert "defect" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


@posix
@pytest.mark.parametrize(("closed", "status"), [("lint - <&-", 2), ('lint "$2" >&-', 0)])
def test_closed_streams_are_as_empty_ones(closed: str, status: int, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    done = run(f'"$0" -c "$1" {closed}', tmp_path / "plan.yaml")
    assert done.returncode == status
    assert "defect" not in done.stderr
    assert "Traceback" not in done.stderr


@posix
def test_a_reader_that_has_seen_enough_is_no_finding(tmp_path: Path) -> None:
    """More is printed, in several pieces, than a pipe holds: the reader is gone before the last of them."""
    rows = "".join(f"  - {{id: a{number}, title: {'t' * 500}}}\n" for number in range(300))
    (tmp_path / "plan.yaml").write_text(f"plan: {{id: p, language: en}}\nareas:\n{rows}", encoding="utf-8")
    start = "import sys; from sdggraph_cli.main import main; sys.argv[0] = 'sdggraph'; main()"
    for call in (["rules"], ["convert", str(tmp_path / "plan.yaml"), "-", "--to", "n-triples"]):
        with subprocess.Popen(
            [sys.executable, "-c", start, *call], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as job:
            assert job.stdout is not None
            assert job.stderr is not None
            job.stdout.read(1)
            job.stdout.close()
            assert job.stderr.read() == b""
            assert job.wait(60) == 0
