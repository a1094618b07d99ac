"""The PxWeb API, version 2: asks for a table's description and for its values, within the office's limits.

An office lets a client ask 30 times a minute and for 800,000 cells at a time. Answers are kept on disk; a refused or
failed question is asked again after a pause. Proxies are those that the environment names (``HTTPS_PROXY``,
``NO_PROXY``).
"""

from __future__ import annotations

import contextlib
import time
from collections import deque
from dataclasses import dataclass, field
from http.client import HTTPException
from socket import gaierror
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import Request, build_opener

from sdggraph.base.errors import InputError
from sdggraph.base.places import Place
from sdggraph.base.version import VERSION
from sdggraph.base.words import words
from sdggraph.io.statistics.jsonstat import Dataset, parse_jsonstat

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sdggraph.io.statistics.cache import AnswerCache

__all__ = ["MOST_CELLS", "PxWeb"]

MOST_CELLS = 800_000
"""The cells that one question may ask for."""

_MOST_A_MINUTE = 30
_MINUTE = 60.0
_TRIES = 5
_LONGEST_PAUSE = 120.0
_TIMEOUT = 30.0
_LARGEST = 128 * 1024 * 1024
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(slots=True)
class PxWeb:
    """A client of one API.

    Attributes:
        address: Where the API is, up to and with its version: ``https://…/api/pxwebapi/v2``.
        cache: Where answers are kept; None keeps nothing.
        lang: The language of labels.
        sleep: How it waits; tests don't.
        clock: What time it is, in seconds.
        a_minute: How many questions it asks in a minute.
    """

    address: str
    cache: AnswerCache | None = None
    lang: str = "no"
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    a_minute: int = _MOST_A_MINUTE
    _asked: deque[float] = field(default_factory=deque)

    def __post_init__(self) -> None:
        parts = urlsplit(self.address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise InputError(
                words(f"is no address of an API: {self.address}", f"er ikke adressen til et API: {self.address}"),
                hint=words("it begins with https://", "den begynner med https://"),
            )
        self.address = self.address.rstrip("/")

    def describe(self, table: str) -> Dataset:
        """Give a table's dimensions with all their categories, without values.

        Raises:
            InputError: There is no such table, or the API doesn't answer with JSON-stat.
        """
        return self._get(table, "metadata", {})

    def values(self, table: str, codes: Mapping[str, Sequence[str]]) -> list[Dataset]:
        """Give the values of some categories, in as many datasets as the limit on cells takes.

        Args:
            table: The table's number.
            codes: The categories of each dimension that is asked for.

        Raises:
            InputError: The API refuses, or doesn't answer with JSON-stat.
        """
        return [
            self._get(table, "data", {f"valueCodes[{name}]": ",".join(some) for name, some in part.items()})
            for part in _portions(codes)
        ]

    def _get(self, table: str, what: str, parameters: dict[str, str]) -> Dataset:
        query = urlencode({"lang": self.lang, "outputFormat": "json-stat2", **parameters}, safe="[],", quote_via=quote)
        address = f"{self.address}/tables/{quote(table, safe='')}/{what}?{query}"
        kept = self.cache.get(address) if self.cache is not None else None
        if kept is not None:
            with contextlib.suppress(InputError):  # a spoilt answer is fetched again
                return parse_jsonstat(kept, address)
        answer = self._ask(address)
        dataset = parse_jsonstat(_with_values(answer) if what == "metadata" else answer, address)
        if self.cache is not None:
            self.cache.put(address, _with_values(answer) if what == "metadata" else answer)
        return dataset

    def _ask(self, address: str) -> bytes:
        """Ask until there is an answer; give up after a few times, or at once where asking again is in vain."""
        for number in range(1, _TRIES + 1):
            self._wait_for_turn()
            pause = min(2.0 ** (number - 1), _LONGEST_PAUSE)
            try:
                return self._open(address)
            except HTTPError as error:
                if error.code not in _AGAIN or number == _TRIES:
                    raise _refused(address, error) from None
                pause = _said_pause(error.headers, pause)
            except (URLError, TimeoutError, ConnectionError, HTTPException) as error:
                if number == _TRIES or isinstance(getattr(error, "reason", None), (ConnectionRefusedError, gaierror)):
                    raise _unreachable(address, error) from None
            self.sleep(pause)
        raise _unreachable(address, TimeoutError())

    def _open(self, address: str) -> bytes:
        request = Request(address, headers={"Accept": "application/json", "User-Agent": f"sdggraph/{VERSION}"})  # noqa: S310  # the scheme was checked
        with build_opener().open(request, timeout=_TIMEOUT) as answer:
            data: bytes = answer.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise InputError(words("the answer is too large", "svaret er for stort"), place=Place(address))
        return data

    def _wait_for_turn(self) -> None:
        """Wait until another question is within the limit of a minute."""
        now = self.clock()
        while self._asked and now - self._asked[0] >= _MINUTE:
            self._asked.popleft()
        if len(self._asked) >= self.a_minute:
            self.sleep(_MINUTE - (now - self._asked.popleft()))
        self._asked.append(self.clock())


def _with_values(answer: bytes) -> bytes:
    """Give a table's description the empty values without which it would be no dataset."""
    import json

    try:
        tree = json.loads(answer)
    except ValueError:
        return answer
    if isinstance(tree, dict) and "value" not in tree:
        return json.dumps({**tree, "value": {}}).encode()
    return answer


def _portions(codes: Mapping[str, Sequence[str]]) -> list[dict[str, list[str]]]:
    """Divide a question that asks for too many cells, along its longest dimension."""
    parts = [{name: list(some) for name, some in codes.items()}]
    done: list[dict[str, list[str]]] = []
    while parts:
        part = parts.pop()
        size = 1
        for some in part.values():
            size *= max(1, len(some))
        longest = max(part, key=lambda name: len(part[name]), default="")
        if size <= MOST_CELLS or not longest:
            done.append(part)
            continue
        half = len(part[longest]) // 2
        parts += [{**part, longest: part[longest][half:]}, {**part, longest: part[longest][:half]}]
    return done


def _said_pause(headers: Any, pause: float) -> float:
    """Give the pause that the API asks for, in seconds; else the one that was meant."""
    said = headers.get("Retry-After", "") if headers is not None else ""
    return min(float(said), _LONGEST_PAUSE) if said.isascii() and said.isdecimal() else pause


def _refused(address: str, error: HTTPError) -> InputError:
    reason = f"{error.code} {error.reason}"
    with contextlib.suppress(OSError, ValueError):
        said = error.read(400).decode("utf-8", "replace").strip()
        reason += f": {' '.join(said.split())[:200]}" if said else ""
    return InputError(words(f"the API refused: {reason}", f"API-et avviste spørringen: {reason}"), place=Place(address))


def _unreachable(address: str, error: Exception) -> InputError:
    reason = str(getattr(error, "reason", "") or error or type(error).__name__)
    host = urlsplit(address).hostname or address
    return InputError(
        words(f"the API at {host} doesn't answer: {reason}", f"API-et på {host} svarer ikke: {reason}"),
        hint=words(
            "is the address right, and is there a proxy that HTTPS_PROXY should name?",
            "er adressen riktig, og er det en mellomtjener som HTTPS_PROXY skulle nevnt?",
        ),
    )
