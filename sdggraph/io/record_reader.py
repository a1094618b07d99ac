"""Reads the records of one document and notes what is wrong with them, each at its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sdggraph.base.diagnostics import Edit, Finding, Fix
from sdggraph.base.nearby import nearest
from sdggraph.base.words import Words, words
from sdggraph.catalogue.reading import is_code_like, read_code
from sdggraph.io.converters import MISSING
from sdggraph.io.document import Document, Mapping, TokenOrigin
from sdggraph.io.fields import field_table, listed_keys, required_fields
from sdggraph.io.forms import EXPECTED_NUMBER, KIND_OF_CODE
from sdggraph.model.codes import code_kind
from sdggraph.model.kinds import kinds_phrase, one_of_kind
from sdggraph.model.parts import Claim

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdggraph.base.places import FieldPath, Place
    from sdggraph.model.record import Record

__all__ = ["RecordReader"]


@dataclass(slots=True)
class RecordReader:
    """Reads records; ``subject`` is the node that findings are noted for."""

    document: Document
    findings: list[Finding] = field(default_factory=list)
    subject: str | None = None
    known_claims: dict[tuple[str, frozenset[str]], Claim] = field(default_factory=dict)
    _codes: dict[str, str] = field(default_factory=dict)
    _near: dict[tuple[str, int], list[str]] = field(default_factory=dict)

    def values(self, record: type[Record], raw: Mapping, at: int, path: FieldPath = ()) -> dict[str, Any]:
        """Read the fields of a record that stands at ``path`` below the token ``at``."""
        table = field_table(record)
        values: dict[str, Any] = {}
        for key, value in raw.items():
            entry = table.get(key)
            if entry is None:
                self.unknown_key(key, listed_keys(record), at, path)
                continue
            if value is None:
                continue
            name, key_path, convert, is_text = entry
            if is_text and value.__class__ is str:
                values[name] = value
                continue
            result = convert(self, value, at, path + key_path if path else key_path)
            if result is MISSING:
                continue
            if name not in values:
                values[name] = result
            elif isinstance(result, tuple) and isinstance(values[name], tuple):  # `goals: [3]` and `goal: 4`
                values[name] += result
            else:  # `goals: none` and `goal: 4`
                self.note("SDG006", at, (*path, key), on_key=True, variant="key", key=key)
        for key, name in required_fields(record):
            if name not in values and raw.get(key) is None:
                self.note("SDG009", at, path, key=key)
        return values

    def note(  # each is a fact of the finding
        self,
        rule: str,
        at: int,
        path: FieldPath,
        /,
        *,
        on_key: bool = False,
        fix: Fix | None = None,
        variant: str | None = None,
        related: tuple[str, ...] = (),
        **values: object,
    ) -> Any:
        """Note a finding at a path and give MISSING, so that the value is left out."""
        origin = TokenOrigin(self.document, at)
        place = origin.key_place(path) if on_key else origin.place(path)
        self.findings.append(
            Finding(
                rule,
                self.subject,
                path,
                {"field": _dotted(path), **values},
                related,
                place,
                fix,
                None,
                variant,
            )
        )
        return MISSING

    def note_at(self, rule: str, place: Place, /, *, variant: str | None = None, **values: object) -> None:
        """Note a finding whose place is known already."""
        self.findings.append(Finding(rule, self.subject, (), values, (), place, None, None, variant))

    def wrong(self, at: int, path: FieldPath, expected: Words, meant: str | None = None) -> Any:
        """Note that a value isn't what its field holds."""
        token = self.document.find(at, path)
        found = self.document.text_of(token)
        if found in ("", "-", "[", "{"):  # a list or mapping: to its end
            last = self.document.after(token) - 1
            found = self.document.file.text[self.document.starts[token] : self.document.ends[last]]
        found = found.split("\n", 1)[0][:40]
        fix = self.replacement(at, path, meant, safe=False) if meant else None
        return self.note(
            "SDG010",
            at,
            path,
            fix=fix,
            variant="meant" if meant else None,
            expected=expected,
            found=found,
            meant=meant,
        )

    def wrong_number(self, value: str, at: int, path: FieldPath) -> Any:
        """Note a number that isn't one; a decimal comma is mended to a point."""
        mended = value.strip().replace(" ", "").replace("\u00a0", "").replace(",", ".")
        if mended.count(".") == 1 and mended.replace(".", "").lstrip("+-").isdigit() and "," in value:
            return self.wrong(at, path, EXPECTED_NUMBER, meant=mended)
        return self.wrong(at, path, EXPECTED_NUMBER)

    def unknown_key(self, key: str, known: Iterable[str], at: int, path: FieldPath) -> None:
        """Note a key that nothing has, with the one that was probably meant."""
        near = self._near.get((key, id(known)))
        close = self._near[key, id(known)] = nearest(key, known) if near is None else near
        fix = None
        if close and not self.document.holds(at, (*path, close[0])):
            fix = self._rename_key(at, (*path, key), close[0])
        self.note(
            "SDG005",
            at,
            (*path, key),
            on_key=True,
            fix=fix,
            variant="meant" if close else None,
            key=key,
            meant=close[0] if close else "",
        )

    def _rename_key(self, at: int, path: FieldPath, name: str) -> Fix:
        place = TokenOrigin(self.document, at).key_place(path)
        return _fix(place, name, words(f"write {name}", f"skriv {name}"), safe=False)

    def replacement(self, at: int, path: FieldPath, text: str, *, safe: bool) -> Fix | None:
        """Give the fix that puts a text in the place of a scalar, in the quotes that it has."""
        token = self.document.find(at, path)
        source = self.document.file.text[self.document.starts[token] : self.document.ends[token]]
        if "\n" in source:
            return None
        quote = source[:1] if source[:1] in ("'", '"') else ""
        place = self.document.place(token)
        return _fix(place, f"{quote}{text}{quote}", words(f"write {text}", f"skriv {text}"), safe=safe)

    def reads_as_code(self, text: str) -> bool:
        """Say whether a text reads as an SDG code rather than an id."""
        return is_code_like(text)

    def code(self, text: str, at: int, path: FieldPath, kinds: frozenset[str]) -> Any:
        """Read a code of one of the kinds; repair it where it can be repaired."""
        code = self._codes.get(text)
        if code is None:
            code = self._read_code(text, at, path)
            if code is MISSING:
                return MISSING
        return code if self.joins(code, at, path, kinds) else MISSING

    def _read_code(self, text: str, at: int, path: FieldPath) -> Any:
        reading = read_code(text)
        if reading.status == "canonical" and reading.code is not None:
            self._codes[text] = reading.code
            return reading.code
        if reading.status == "withdrawn":
            new = reading.candidates[0] if reading.candidates else ""
            fix = self.replacement(at, path, new, safe=False) if new else None
            self.note("SDG004", at, path, fix=fix, variant="renumbered" if new else None, code=text.strip(), new=new)
            return reading.code if reading.code is not None else MISSING
        if reading.code is not None:
            fix = self.replacement(at, path, reading.code, safe=reading.sure)
            self.note("SDG002", at, path, fix=fix, code=text.strip(), new=reading.code)
            return reading.code
        meant = ", ".join(reading.candidates[:3])
        fix = self.replacement(at, path, reading.candidates[0], safe=False) if len(reading.candidates) == 1 else None
        return self.note(
            "SDG001",
            at,
            path,
            fix=fix,
            variant="meant" if meant else None,
            code=text.strip()[:60],
            meant=meant,
        )

    def joins(self, code: str, at: int, path: FieldPath, kinds: frozenset[str]) -> bool:
        """Say whether a code names one of the kinds that the field joins; note it if not."""
        kind = KIND_OF_CODE[code_kind(code) or "goal"]
        if kind in kinds:
            return True
        wanted = kinds_phrase(sorted(kinds))
        self.note("SDG008", at, path, variant="code", ref=code, found_kind=one_of_kind(kind), wanted=wanted)
        return False

    def plain_claim(self, text: str, code: str, kinds: frozenset[str]) -> Claim:
        """Give the claim that says nothing but the code; for a canonical one it is known from then on."""
        claim = self.known_claims.get((code, kinds)) or Claim.trusted({"code": code})
        if text == code:
            self.known_claims[code, kinds] = claim
        return claim


def _dotted(path: FieldPath) -> str:
    return ".".join(step for step in path if isinstance(step, str))


def _fix(place: Place, text: str, description: Words, *, safe: bool) -> Fix:
    edit = Edit(
        place.file or "",
        (place.line or 1, place.column or 1),
        (place.end_line or 1, place.end_column or 1),
        text,
    )
    return Fix(safe, description, (edit,))
