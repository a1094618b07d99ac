"""The entry point: answers ``--version`` at once, then finds the command and runs it."""

from __future__ import annotations

import gc
import os
import sys

__all__ = ["main"]


def main() -> None:
    """Run the command line and leave with its exit status."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        # Before click is imported: the answer then costs no more than a bare interpreter.
        from sdggraph.base.version import VERSION

        print(f"sdggraph {VERSION}")
        return
    if not {"lint", "convert"}.isdisjoint(sys.argv) and "--watch" not in sys.argv:
        gc.disable()  # what a run makes stays to its end, which is soon: the collector would walk it all in vain
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    from sdggraph_cli.run import run

    status = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(status)


if __name__ == "__main__":
    main()
