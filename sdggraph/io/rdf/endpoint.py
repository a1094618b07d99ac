"""A client of the SPARQL protocol that believes nothing: what an endpoint answers is checked before it is used.

Who it is for an endpoint stands in the environment: ``SDGGRAPH_ENDPOINT_TOKEN``, or ``SDGGRAPH_ENDPOINT_USER`` with
``SDGGRAPH_ENDPOINT_PASSWORD``. No redirection is followed, so that these reach nobody else.
"""

from __future__ import annotations

import base64
import json
import os
import time
from dataclasses import dataclass
from http.client import HTTPException
from typing import TYPE_CHECKING, Any, NoReturn
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from sdggraph.base.errors import InputError
from sdggraph.base.places import Place
from sdggraph.base.version import VERSION
from sdggraph.base.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sdggraph.base.words import Words

__all__ = ["Endpoint", "Row"]

Row = tuple[str | None, ...]

_RESULTS = "application/sparql-results+json"
_LARGEST = 64 * 1024 * 1024
_CHUNK = 64 * 1024
_AGAIN = frozenset({408, 425, 429, 502, 503, 504})
_TRIES = 4
_LONGEST_PAUSE = 30.0
_SHOWN = 200


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        """Follow nothing."""


@dataclass(slots=True)
class Endpoint:
    """A SPARQL endpoint.

    Attributes:
        address: Where it is, http or https.
        graphs: The graphs that are asked together; none means what the endpoint takes by default.
        timeout: How many seconds one answer may take.
        page: How many rows are asked for at a time.
        sleep: How it waits; tests don't.

    Raises:
        InputError: The address is none, whatever is asked.
    """

    address: str
    graphs: tuple[str, ...] = ()
    timeout: float = 60.0
    page: int = 5000
    sleep: Callable[[float], None] = time.sleep

    def __post_init__(self) -> None:
        parts = urlsplit(self.address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise InputError(
                words(
                    f"is no address of an endpoint: {self.address}",
                    f"er ikke adressen til et endepunkt: {self.address}",
                ),
                hint=words("it begins with https:// or http://", "den begynner med https:// eller http://"),
            )
        if parts.username or parts.password:
            raise InputError(
                words(
                    "a password doesn't belong in an address, where everybody reads it",
                    "et passord hører ikke hjemme i en adresse, der alle leser det",
                ),
                hint=words(
                    "put it in SDGGRAPH_ENDPOINT_USER and SDGGRAPH_ENDPOINT_PASSWORD",
                    "legg det i SDGGRAPH_ENDPOINT_USER og SDGGRAPH_ENDPOINT_PASSWORD",
                ),
            )

    def rows(self, query: str, names: Sequence[str]) -> Iterator[Row]:
        """Give all rows of an answer, page by page in the order of the named variables.

        An endpoint may give fewer rows than it was asked for, so only a page without any is the last.

        Raises:
            InputError: The endpoint doesn't answer, or not as the protocol says.
        """
        prologue, _, rest = query.partition("SELECT ")
        sorted_ = f"SELECT {rest.strip()}\nORDER BY {' '.join('?' + name for name in names)}"
        listed = " ".join(f"?{name}" for name in names)
        seen = 0
        last: Row | None = None
        while True:
            paged = f"{prologue}SELECT {listed} WHERE {{ {{ {sorted_} }} }} LIMIT {self.page} OFFSET {seen}"
            found = self.select(paged, names)
            if not found:
                return
            if found[0] == last:
                self._refuse(words("it gives the same page again", "det gir samme side en gang til"))
            last = found[0]
            yield from found
            seen += len(found)

    def select(self, query: str, names: Sequence[str]) -> list[Row]:
        """Give the rows of one answer, as text by the named variables.

        Raises:
            InputError: The endpoint doesn't answer, or not as the protocol says.
        """
        try:
            answer = json.loads(self._ask(query))
        except (ValueError, RecursionError):
            self._refuse(words("its answer is no JSON, or breaks off", "svaret er ikke JSON, eller det er kuttet av"))
        head = answer.get("head") if isinstance(answer, dict) else None
        results = answer.get("results") if isinstance(answer, dict) else None
        bindings = results.get("bindings") if isinstance(results, dict) else None
        said = head.get("vars") if isinstance(head, dict) else None
        if not isinstance(bindings, list) or not isinstance(said, list) or not set(names) <= set(map(str, said)):
            self._refuse(
                words("its answer has no results of this question", "svaret har ikke resultatene av spørsmålet")
            )
        return [self._row(binding, names) for binding in bindings]

    def _row(self, binding: Any, names: Sequence[str]) -> Row:
        if not isinstance(binding, dict):
            self._refuse(words("a row of its answer is none", "en rad i svaret er ingen rad"))
        row: list[str | None] = []
        for name in names:
            term = binding.get(name)
            value = term.get("value") if isinstance(term, dict) else None
            if term is not None and not isinstance(value, str):
                self._refuse(words("a value in its answer is none", "en verdi i svaret er ingen verdi"))
            row.append(value)
        return tuple(row)

    def _ask(self, query: str) -> bytes:
        """Ask until there is an answer; give up after a few times, or at once where asking again is in vain."""
        for number in range(1, _TRIES + 1):
            try:
                return self._open(query)
            except HTTPError as error:
                with error:
                    if error.code not in _AGAIN or number == _TRIES:
                        self._said_no(error)
            except TimeoutError:
                self._refuse(
                    words(
                        f"it gave no whole answer in {self.timeout:g} s",
                        f"det ga ikke noe helt svar på {self.timeout:g} s",
                    ),
                    words("give it more time with --timeout", "gi det mer tid med --timeout"),
                )
            except (URLError, ConnectionError, HTTPException, OSError) as error:
                reason = getattr(error, "reason", error)
                if isinstance(reason, TimeoutError) or number == _TRIES:
                    self._refuse(words(f"it can't be reached ({reason})", f"det kan ikke nås ({reason})"))
            self.sleep(min(2.0 ** (number - 1), _LONGEST_PAUSE))
        return self._refuse(words("it can't be reached", "det kan ikke nås"))

    def _open(self, query: str) -> bytes:
        form = [("query", query), *(("default-graph-uri", graph) for graph in self.graphs)]
        headers = {
            "Accept": _RESULTS,
            "Content-Type": "application/x-www-form-urlencoded",
            "User-Agent": f"sdggraph/{VERSION}",
            **_credentials(),
        }
        request = Request(self.address, urlencode(form).encode(), headers)  # noqa: S310  # the scheme was checked
        deadline = time.monotonic() + self.timeout
        with build_opener(_NoRedirect).open(request, timeout=self.timeout) as answer:
            if answer.status != 200 or answer.headers.get("X-SQL-State"):
                self._refuse(words("it says that its answer is not whole", "det sier at svaret ikke er helt"))
            kind = answer.headers.get_content_type()
            if kind not in (_RESULTS, "application/json"):
                self._refuse(
                    words(
                        f"it answers with {kind}, not with SPARQL results",
                        f"det svarer med {kind}, ikke med SPARQL-resultater",
                    ),
                    words("is this the address for queries?", "er dette adressen for spørringer?"),
                )
            return self._read(answer, deadline)

    def _read(self, answer: Any, deadline: float) -> bytes:
        """Read an answer, within its time and size."""
        parts: list[bytes] = []
        size = 0
        while part := answer.read1(_CHUNK):
            size += len(part)
            if size > _LARGEST:
                self._refuse(words("its answer is too large", "svaret er for stort"))
            if time.monotonic() > deadline:
                raise TimeoutError
            parts.append(part)
        promised = answer.headers.get("Content-Length")
        if promised is not None and promised.isdigit() and size < int(promised):
            self._refuse(words("its answer breaks off", "svaret er kuttet av"))
        return b"".join(parts)

    def _said_no(self, error: HTTPError) -> NoReturn:
        if 300 <= error.code < 400:
            there = _clean(error.headers.get("Location") or "?")
            self._refuse(
                words(f"it sends on to {there}", f"det viser videre til {there}"),
                words("name that address if you trust it", "oppgi den adressen hvis dere stoler på den"),
            )
        hint = None
        if error.code in (401, 403):
            hint = words(
                "set SDGGRAPH_ENDPOINT_USER and SDGGRAPH_ENDPOINT_PASSWORD, or SDGGRAPH_ENDPOINT_TOKEN",
                "sett SDGGRAPH_ENDPOINT_USER og SDGGRAPH_ENDPOINT_PASSWORD, eller SDGGRAPH_ENDPOINT_TOKEN",
            )
        try:
            said = _clean(error.read(_CHUNK).decode("utf-8", "replace"))
        except (OSError, HTTPException):
            said = ""
        more = f": {said}" if said and "<" not in said[:40] else ""
        self._refuse(words(f"it answers {error.code}{more}", f"det svarer {error.code}{more}"), hint)

    def _refuse(self, what: Words, hint: Words | None = None) -> NoReturn:
        raise InputError(what, place=Place(self.address), hint=hint)


def _clean(text: str) -> str:
    """Give the beginning of a stranger's text as one line without anything that steers a terminal."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text[: 4 * _SHOWN]).split())[:_SHOWN]


def _credentials() -> dict[str, str]:
    token = os.environ.get("SDGGRAPH_ENDPOINT_TOKEN")
    user, password = (os.environ.get(f"SDGGRAPH_ENDPOINT_{name}") for name in ("USER", "PASSWORD"))
    if token:
        return {"Authorization": f"Bearer {token}"}
    if user:
        known = base64.b64encode(f"{user}:{password or ''}".encode()).decode()
        return {"Authorization": f"Basic {known}"}
    return {}
