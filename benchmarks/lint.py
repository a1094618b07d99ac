"""Measures the linter: CPU seconds, peak memory and strategies per second, each run in a process of its own.

::

    python benchmarks/lint.py                       # 1,000, 10,000 and 100,000 strategies
    python benchmarks/lint.py --sizes 10000 --repeat 5

The yardstick is ``yaml.load(text, CSafeLoader)`` of the same file with the garbage collector off, in the same run.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
COMMAND = [sys.executable, "-m", "sdggraph_cli.main"]
INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""The environment of a run: an installed program has its bytecode beside it, so no run but the first may compile."""

YARDSTICK = (
    "import gc, sys, time, yaml\n"
    "gc.disable()\n"
    "with open(sys.argv[1], encoding='utf-8') as file: text = file.read()\n"
    "before = time.process_time()\n"
    "kept = yaml.load(text, yaml.CSafeLoader)\n"
    "print(time.process_time() - before)\n"
)


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a program: CPU and wall seconds, peak memory in MB, and what it printed."""

    cpu: float
    wall: float
    peak: float
    printed: str = field(repr=False)


def run(command: list[str]) -> Run:
    """Run a program to its end."""
    before = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=INSTALLED) as process:
        printed = process.stdout.read() if process.stdout is not None else ""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - before
    return Run(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, printed)


def best(command: list[str], repeat: int) -> Run:
    """Give the run with the least CPU of several."""
    return min((run(command) for _ in range(repeat)), key=lambda one: one.cpu)


def made(folder: Path, strategies: int, defects: int, codes: tuple[str, ...] = ()) -> Path:
    """Make a plan's file, in a process of its own: the peak of one that this one starts counts from this one's size."""
    file = folder / f"plan-{strategies}-{len(codes)}.yaml"
    size = ["--strategies", str(strategies), "--defects", str(defects), "--rules", ",".join(codes)]
    run([sys.executable, str(HERE / "generate.py"), *size, "-o", str(file)])
    return file


def measured(file: Path, strategies: int, repeat: int) -> dict[str, Any]:
    """Measure the command, its stages and the yardstick on one file."""
    command = best([*COMMAND, "lint", str(file)], repeat)
    staged = [json.loads(run([sys.executable, str(HERE / "timed_lint.py"), str(file)]).printed) for _ in range(repeat)]
    stages = min(staged, key=lambda one: float(one["total"]))
    yardstick = min(float(run([sys.executable, "-c", YARDSTICK, str(file)]).printed) for _ in range(repeat))
    return {
        "strategies": strategies,
        "nodes": stages["nodes"],
        "edges": stages["edges"],
        "diagnostics": stages["diagnostics"],
        "cpu": command.cpu,
        "peak": command.peak,
        "per_second": strategies / command.cpu,
        "yaml_load": yardstick,
        "ratio": command.cpu / yardstick,
        "stages": stages["stages"],
    }


def show_sizes(rows: list[dict[str, Any]]) -> None:
    """Print the measures of each size."""
    stages = list(rows[0]["stages"])
    titles = [
        "strategies",
        "nodes",
        "edges",
        "found",
        *stages,
        "command s",
        "MB",
        "strategies/s",
        "yaml.load s",
        "ratio",
    ]
    print("| " + " | ".join(titles) + " |")
    print("|" + " ---: |" * len(titles))
    for row in rows:
        cells = [f"{row[name]:,}" for name in ("strategies", "nodes", "edges", "diagnostics")]
        cells += [f"{row['stages'][stage]:.3f}" for stage in stages]
        cells += [f"{row['cpu']:.2f}", f"{row['peak']:.0f}", f"{row['per_second']:,.0f}"]
        cells += [f"{row['yaml_load']:.2f}", f"{row['ratio']:.2f}"]
        print("| " + " | ".join(cells) + " |")
    by_size = {row["strategies"]: row["cpu"] for row in rows}
    if {10_000, 100_000} <= by_size.keys():
        print(f"\n100,000 strategies cost {by_size[100_000] / by_size[10_000]:.1f} times as much as 10,000.")


def show_suggestions(folder: Path, repeat: int) -> None:
    """Print what did-you-mean costs: 200 references whose names are nearly right, in a plan of 10,000 strategies."""
    file = made(folder, 10_000, 200, ("SDG007",))
    command = [sys.executable, str(HERE / "timed_lint.py"), str(file)]
    taken = min((json.loads(run(command).printed) for _ in range(repeat)), key=lambda one: float(one["total"]))
    share = taken["stages"]["references"] / taken["total"]
    print(f"200 misspelt references: did-you-mean takes {share:.1%} of {taken['total']:.2f} s.")


def show_small(repeat: int) -> None:
    """Print how soon ``--version`` answers, and what linting the Asker example costs."""
    bare = min(run([sys.executable, "-c", "pass"]).wall for _ in range(4 * repeat))
    version = min(run([*COMMAND, "--version"]).wall for _ in range(4 * repeat))
    print(f"--version: {version:.3f} s, a bare interpreter {bare:.3f} s, {version / bare:.1f} times.")
    asker = HERE.parent / "examples" / "asker-2018" / "plan.yaml"
    if asker.exists():
        once = best([*COMMAND, "lint", str(asker)], repeat)
        print(f"lint of the Asker example, cold: {once.wall:.2f} s, {once.cpu:.2f} s CPU, {once.peak:.0f} MB.")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,10000,100000", help="numbers of strategies, with commas")
    parser.add_argument("--repeat", type=int, default=3, help="how often each is run; the best counts")
    parser.add_argument("--defects", type=int, default=200, help="how many defects a plan has; 20 in the smallest")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = []
        for size in (int(one) for one in asked.sizes.split(",")):
            file = made(folder, size, min(asked.defects, size // 50))
            rows.append(measured(file, size, asked.repeat))
        show_sizes(rows)
        print()
        show_suggestions(folder, asked.repeat)
        show_small(asked.repeat)


if __name__ == "__main__":
    main()
