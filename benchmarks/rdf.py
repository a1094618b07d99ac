"""Measures RDF: a plan of any size to N-Triples, which a store then loads, and back to a plan.

::

    python benchmarks/rdf.py                       # 10,000 and 100,000 strategies
    python benchmarks/rdf.py --sizes 10000

Each step runs in a process of its own. The budget for writing 100,000 strategies is 15 s and 1 GB, from the plan in
memory to the file; the whole of ``sdggraph convert`` is given beside it. The yardstick is pyoxigraph's own time to load
the file in the same run.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from lint import made, run

WRITE = """
import resource, sys, time
from sdggraph import read_plan
from sdggraph.io.rdf import ntriples_lines
plan = read_plan(sys.argv[1])
before, peak = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
count = 0
with open(sys.argv[2], "w", encoding="utf-8") as file:
    for line in ntriples_lines(plan):
        file.write(line)
        count += 1
took = time.process_time() - before
more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak
import json
print(json.dumps({"triples": count, "seconds": took, "more_mb": more / 1024}))
"""
LOAD = """
import json, sys, time
import pyoxigraph
before = time.process_time()
store = pyoxigraph.Store()
store.bulk_load(path=sys.argv[1], format=pyoxigraph.RdfFormat.N_TRIPLES)
print(json.dumps({"seconds": time.process_time() - before, "triples": len(store)}))
"""
READ = """
import json, sys, time
from sdggraph.io.rdf import read_rdf
before = time.process_time()
[plan] = read_rdf(sys.argv[1])
print(json.dumps({"seconds": time.process_time() - before, "strategies": len(plan.strategies)}))
"""

READ_BACK = 20_000
"""The most strategies that are read back: beyond, a run would take minutes."""


def python(code: str, *arguments: str) -> tuple[dict[str, float], float]:
    """Run a program; give what it printed, and its peak memory in MB."""
    done = run([sys.executable, "-c", code, *arguments])
    return json.loads(done.printed.splitlines()[-1]), done.peak


def main() -> None:
    """Print a table with a row a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    sizes = parser.parse_args().sizes
    print(
        "| strategies | triples | write s | process MB | convert s | convert MB | load s | write/load | read back s |"
    )
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            print(row(Path(folder), size), flush=True)


def row(folder: Path, size: int) -> str:
    """Measure one size."""
    plan, file = made(folder, size, 0), folder / f"{size}.nt"
    written, peak = python(WRITE, str(plan), str(file))
    whole = run([sys.executable, "-m", "sdggraph_cli.main", "convert", str(plan), str(folder / f"{size}.whole.nt")])
    loaded, _ = python(LOAD, str(file))
    if loaded["triples"] != written["triples"]:
        raise SystemExit(f"the store has {loaded['triples']} triples of {written['triples']}")
    back = "–"  # noqa: RUF001  # not measured
    if size <= READ_BACK:
        read, _ = python(READ, str(file))
        if read["strategies"] != size:
            raise SystemExit(f"{read['strategies']} strategies came back of {size}")
        back = f"{read['seconds']:.1f}"
    figures = (
        f"{size:,}",
        f"{written['triples']:,}",
        f"{written['seconds']:.1f}",
        f"{peak:,.0f}",
        f"{whole.cpu:.1f}",
        f"{whole.peak:,.0f}",
        f"{loaded['seconds']:.1f}",
        f"{written['seconds'] / loaded['seconds']:.2f}",
        back,
    )
    return f"| {' | '.join(figures)} |"


if __name__ == "__main__":
    main()
