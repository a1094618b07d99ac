"""Measures the rules as queries over one large plan in pyoxigraph: each rule's time, and how it grows with the plan.

::

    python benchmarks/sparql.py                    # 1,000 and 10,000 strategies
    python benchmarks/sparql.py --sizes 500 2000

A query that takes a hundred times as long for ten times the plan compares each node with each; none may. Each is given
``--most`` seconds; one that takes longer is said to.
"""

from __future__ import annotations

import argparse
import datetime as dt
import multiprocessing
import time

from planmaker import grow, plant, write

from sdggraph.io.plan_file import parse_document, plan_from_document
from sdggraph.io.rdf.store import OxigraphStore
from sdggraph.lint.settings import Settings
from sdggraph.lint.system import systems
from sdggraph.lint.system_data import SystemData
from sdggraph.rules import ALL_RULES
from sdggraph.semantic.queries.dialects import dialect_named
from sdggraph.semantic.queries.query import query_of, unfit_for_queries

CHOSEN = Settings(profile="strict", as_of=dt.date(2026, 6, 30))


def store_of(strategies: int) -> OxigraphStore:
    """Give a store with one plan that has defects."""
    plan = grow(strategies, seed=1, kind="community")
    plant(plan, strategies // 50, [])
    (system,) = systems([plan_from_document(parse_document(write(plan), "plan.yaml"))])
    return OxigraphStore(SystemData(system).triples())


def asked(store: OxigraphStore, code: str, results: multiprocessing.Queue) -> None:
    """Ask one rule's query, and give the seconds that it took."""
    rule = ALL_RULES[code]
    before = time.process_time()
    rows = store.select(query_of(rule, CHOSEN.values(rule), dialect_named("oxigraph")))
    results.put((time.process_time() - before, len(rows)))


def took(store: OxigraphStore, code: str, most: float) -> float | None:
    """Give the seconds that a query takes, in a process that can be stopped; None if it takes too long."""
    context = multiprocessing.get_context("fork")
    results = context.Queue()
    process = context.Process(target=asked, args=(store, code, results))
    process.start()
    process.join(most)
    if process.is_alive():
        process.kill()
        process.join()
        return None
    return results.get()[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs=2, default=[1000, 10_000])
    parser.add_argument("--most", type=float, default=60)
    chosen = parser.parse_args()
    codes = [code for code, rule in ALL_RULES.items() if rule.requires is not None and unfit_for_queries(rule) is None]
    stores = {size: store_of(size) for size in chosen.sizes}
    totals = dict.fromkeys(stores, 0.0)
    for code in codes:
        found = [took(store, code, chosen.most) for store in stores.values()]
        for size, seconds in zip(stores, found, strict=True):
            totals[size] += seconds or 0.0
        shown = "  ".join(f"{'too long' if one is None else f'{one:8.3f}'}" for one in found)
        ratio = f"{found[1] / found[0]:6.1f}" if all(found) else ""
        print(f"{code}  {shown}  {ratio}", flush=True)
    print("all    ", "  ".join(f"{total:8.3f}" for total in totals.values()))


if __name__ == "__main__":
    main()
