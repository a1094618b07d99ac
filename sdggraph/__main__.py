"""``python -m sdggraph`` is the command line."""

from __future__ import annotations

from importlib import import_module

if __name__ == "__main__":
    # The command line stands above the library, which must not import it; here it is started by name.
    import_module("sdggraph_cli.main").main()
