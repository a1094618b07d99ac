"""Measures what a plan adds up to: each topic in processes of its own, as a ratio to reading the same plans.

::

    python benchmarks/analysis.py                    # every topic, 10,000 strategies
    python benchmarks/analysis.py diff --strategies 1000
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent

TIMED_DIFF = """\
import json, sys, time
import sdggraph as sg
start = time.process_time()
plans = [sg.read_plan(name) for name in sys.argv[1:]]
read = time.process_time() - start
start = time.process_time()
found = sg.diff(*plans)
print(json.dumps({"read": read, "diff": time.process_time() - start, "total": time.process_time(),
                  "nodes": len(found.nodes), "relations": len(found.relations), "threads": len(found.threads)}))
"""


def timed(program: str, *arguments: str, repeat: int) -> dict[str, float]:
    """Run a program that prints its measures as JSON, and give those of the quickest run."""
    runs = []
    for _ in range(repeat):
        done = subprocess.run([sys.executable, "-c", program, *arguments], check=True, capture_output=True, text=True)
        runs.append(json.loads(done.stdout))
    return min(runs, key=lambda one: one["total"])


def made(folder: Path, strategies: int, defects: int = 0) -> Path:
    """Make a plan's file."""
    file = folder / f"plan-{strategies}-{defects}.yaml"
    size = ["--strategies", str(strategies), "--defects", str(defects)]
    subprocess.run([sys.executable, str(HERE / "generate.py"), *size, "-o", str(file)], check=True, capture_output=True)
    return file


def reworded(file: Path) -> Path:
    """Give a version of a plan in which every id and every title is another: nothing is known by its id."""
    text = file.read_text(encoding="utf-8")
    ids = set(re.findall(r"^  - id: ([\w.-]+)$", text, re.MULTILINE))
    text = re.sub(r"(?<![\w.-])[A-Za-z_][\w.-]*(?![\w:])", lambda one: f"{one[0]}-x" if one[0] in ids else one[0], text)
    other = file.with_name(f"reworded-{file.name}")
    other.write_text(re.sub(r'(    title: "?[^"\n]*?)("?\n)', r"\1 og litt til\2", text), encoding="utf-8")
    return other


def diff(folder: Path, strategies: int, repeat: int) -> None:
    """Compare two versions of a plan: one in which 200 things went wrong, and one with all ids and titles changed."""
    old = made(folder, strategies)
    print("| two versions | read both s | diff s | ratio | in all s | nodes | relations | threads |")
    print("| --- |" + " ---: |" * 7)
    for name, new in (
        ("200 defects", made(folder, strategies, min(200, strategies // 50))),
        ("all reworded", reworded(old)),
    ):
        one = timed(TIMED_DIFF, str(old), str(new), repeat=repeat)
        figures = [
            f"{one['read']:.2f}",
            f"{one['diff']:.2f}",
            f"{one['diff'] / one['read']:.2f}",
            f"{one['total']:.2f}",
        ]
        counts = [f"{int(one[what]):,}" for what in ("nodes", "relations", "threads")]
        print(f"| {name} | " + " | ".join([*figures, *counts]) + " |")


TIMED_STATUS = """\
import json, sys, time
import sdggraph as sg
from sdggraph.analysis.status.groups import groups_of
start = time.process_time()
plan = sg.read_plan(sys.argv[1])
read = time.process_time() - start
start = time.process_time()
found = sg.status(plan)
judged = time.process_time() - start
start = time.process_time()
groups_of(found)
found.rows("nb")
print(json.dumps({"read": read, "judged": judged, "told": time.process_time() - start, "total": time.process_time(),
                  "indicators": len(found.indicators), "nodes": len(found.objectives) + len(found.areas)}))
"""


def status(folder: Path, strategies: int, repeat: int) -> None:
    """Judge every indicator, count for every objective, area and goal, and say it all in words."""
    one = timed(TIMED_STATUS, str(made(folder, strategies)), repeat=repeat)
    print("| read s | judged and counted s | told s | ratio | in all s | indicators | objectives and areas |")
    print("|" + " ---: |" * 7)
    ratio = (one["judged"] + one["told"]) / one["read"]
    figures = [*(f"{one[what]:.2f}" for what in ("read", "judged", "told")), f"{ratio:.2f}", f"{one['total']:.2f}"]
    print("| " + " | ".join([*figures, f"{int(one['indicators']):,}", f"{int(one['nodes']):,}"]) + " |")


TIMED_SUMS = """\
import json, sys, time
import sdggraph as sg
start = time.process_time()
plan = sg.read_plan(sys.argv[1])
read = time.process_time() - start
graph = sg.PlanGraph.of(plan)
said = {"read": read}
for name in ("coverage", "money", "benefits", "interactions", "materiality"):
    start = time.process_time()
    getattr(sg, name)(graph).to_dict("nb")
    said[name] = time.process_time() - start
print(json.dumps(said | {"total": time.process_time()}))
"""


def sums(folder: Path, strategies: int, repeat: int) -> None:
    """Count what is covered, add up money and benefits, weigh interactions and materiality; all as plain data."""
    one = timed(TIMED_SUMS, str(made(folder, strategies)), repeat=repeat)
    print("| topic | s | ratio to reading |")
    print("| --- | ---: | ---: |")
    for name in ("read", "coverage", "money", "benefits", "interactions", "materiality", "total"):
        print(f"| {name} | {one[name]:.2f} | {one[name] / one['read']:.2f} |")


TOPICS: dict[str, Callable[[Path, int, int], None]] = {"diff": diff, "status": status, "sums": sums}
"""One function a topic: it gets a folder to work in, the number of strategies, and how often to run."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("topics", nargs="*", choices=[*TOPICS, []], help="which; all by default")
    parser.add_argument("--strategies", type=int, default=10_000, help="how many strategies the plan has")
    parser.add_argument("--repeat", type=int, default=3, help="how often each is run; the best counts")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        for topic in asked.topics or TOPICS:
            print(f"\n{topic}, {asked.strategies:,} strategies\n")
            TOPICS[topic](Path(name), asked.strategies, asked.repeat)


if __name__ == "__main__":
    main()
