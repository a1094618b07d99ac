"""The linter: rules over the index, and what becomes of their findings.

The room can be called: ``sdggraph.lint(plan)`` is :func:`sdggraph.lint.run.lint`, which checks plans against every rule
that applies to them and gives a :class:`~sdggraph.lint.report.Report`.
"""

from __future__ import annotations

from sdggraph.base.rooms import make_callable

make_callable(__name__, "sdggraph.lint.run", "lint")
