"""What people look at: the explorer, charts and reports.

The room can be called: ``sdggraph.view(plan)`` is :func:`sdggraph.view.show.view`, which gives a plan's explorer as
one HTML page that works offline.
"""

from __future__ import annotations

from sdggraph.base.rooms import make_callable

make_callable(__name__, "sdggraph.view.show", "view")
