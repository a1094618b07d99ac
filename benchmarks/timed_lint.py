"""Lints one file in a fresh process and prints, as JSON, the CPU seconds of each stage; ``lint.py`` runs it.

::

    python benchmarks/timed_lint.py plan.yaml
"""

from __future__ import annotations

import json
import sys
import time
from importlib import import_module
from inspect import isgenerator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

STAGES = {
    "events": ("sdggraph.io.yaml_text", "parse_yaml"),
    "records": ("sdggraph.io.load", "plan_from_document"),
    "index": ("sdggraph.lint.system", "build_index"),
    "references": ("sdggraph.lint.run", "reference_findings"),
    "rules": ("sdggraph.lint.engine", "RuleRun.check"),
}
"""The function that does the work of each stage, where its caller finds it."""


class Stopwatch:
    """Adds up the CPU seconds that are spent in some functions."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def watch(self, stage: str, module: str, name: str) -> None:
        """Put a timed function in the place of a function or method."""
        holder: Any = import_module(module)
        *above, last = name.split(".")
        for part in above:
            holder = getattr(holder, part)
        self.seconds[stage] = 0.0
        setattr(holder, last, self._timed(stage, getattr(holder, last)))

    def _timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*arguments: Any, **named: Any) -> Any:
            before = time.process_time()
            try:
                result = function(*arguments, **named)
                return list(result) if isgenerator(result) else result
            finally:
                self.seconds[stage] += time.process_time() - before

        return timed


def main(file: str) -> None:
    from sdggraph.app.lint_files import lint_files

    stopwatch = Stopwatch()
    for stage, (module, name) in STAGES.items():
        stopwatch.watch(stage, module, name)
    imported = time.process_time()
    report = lint_files([file])
    done = time.process_time()
    stages = {"import": imported, **stopwatch.seconds}
    stages["finish"] = done - sum(stages.values())
    summary = report.summary
    counted = {"nodes": summary.nodes, "edges": summary.edges, "diagnostics": len(report)}
    print(json.dumps({"stages": stages, "total": done, **counted}))


if __name__ == "__main__":
    main(sys.argv[1])
