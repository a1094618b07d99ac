"""Runs a command and turns whatever goes wrong into one clear message and an exit status."""

from __future__ import annotations

import os
import sys
import traceback
from typing import TYPE_CHECKING

import click

from sdggraph_cli.click_words import speak
from sdggraph_cli.language import current, say, set_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sdggraph.base.errors import SdgGraphError

__all__ = ["complain", "run"]


def run(arguments: Sequence[str]) -> int:
    """Run a command and give its exit status: 0 done, 1 findings, 2 the input or the call can't be read."""
    _open_closed()
    speak(set_language(arguments))
    from sdggraph.base.errors import SdgGraphError
    from sdggraph_cli.group import root

    try:
        status = root.main(args=list(arguments), prog_name="sdggraph", standalone_mode=False)
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.UsageError as error:
        error.show()
        return 2
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo(say("stopped", "avbrutt"), err=True)
        return 130
    except SdgGraphError as error:
        complain(error)
        return 2
    except SystemExit:
        return 0  # click leaves so, with 1, where nobody reads on: that is no finding
    except BrokenPipeError:
        sys.stderr.close()
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except MemoryError:
        _complain(say("there is not enough memory for this", "det er ikke nok minne til dette"))
        return 2
    except OSError as error:
        if error.filename is not None:
            return _unexpected(error)
        reason = error.strerror or str(error)
        _complain(say(f"the output can't be written: {reason}", f"utskriften kan ikke skrives: {reason}"))
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123  # what is left of it would fail again at the end
        return 2
    except ImportError as error:
        return _missing(error)
    except Exception as error:  # noqa: BLE001  # no traceback ever reaches a user
        return _unexpected(error)
    return status if isinstance(status, int) else 0


def _open_closed() -> None:
    """Put nothing in the place of a standard stream that was closed by the caller (``<&-``)."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w"))  # noqa: SIM115, PTH123  # for good


def complain(error: SdgGraphError) -> None:
    """Say an error on standard error, and those that were found along with it."""
    from sdggraph.base.errors import ConfigError

    for one in (error, *(error.others if isinstance(error, ConfigError) else ())):
        _complain(one.message(current()))


def _complain(message: str) -> None:
    word = click.style(say("error", "feil"), fg="red", bold=True)
    click.echo(f"{word}: {message}", err=True)


def _missing(error: ImportError) -> int:
    """Say that a library isn't there; one of our own modules that isn't is a defect."""
    library = (error.name or "").partition(".")[0]
    if not library or library.startswith("sdggraph"):
        return _unexpected(error)
    _complain(
        say(
            f"this needs {library}, which is not installed\n  pip install --upgrade sdggraph",
            f"dette krever {library}, som ikke er installert\n  pip install --upgrade sdggraph",
        )
    )
    return 2


def _unexpected(error: Exception) -> int:
    if os.environ.get("SDGGRAPH_TRACEBACK"):
        traceback.print_exception(error)
    where = traceback.extract_tb(error.__traceback__)[-1]
    _complain(
        say(
            f"this is a defect of sdggraph: {type(error).__name__} in {where.name}: {error}\n"
            "  Please report it with what you ran; SDGGRAPH_TRACEBACK=1 shows more.",
            f"dette er en feil i sdggraph: {type(error).__name__} i {where.name}: {error}\n"
            "  Meld gjerne fra, med det du kjørte; SDGGRAPH_TRACEBACK=1 viser mer.",
        )
    )
    return 2
