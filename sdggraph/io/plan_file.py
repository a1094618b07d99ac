"""One plan file, YAML or JSON, to one plan with its places and findings; companions are the loader's business."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sdggraph.base.collector import collector_paused
from sdggraph.base.errors import InputError
from sdggraph.base.places import FieldPath, Origin, Place
from sdggraph.base.slugs import slug, unused
from sdggraph.base.words import words
from sdggraph.io.converters import MISSING
from sdggraph.io.document import Document, Mapping, TokenOrigin
from sdggraph.io.fields import field_table
from sdggraph.io.forms import EXPECTED_LIST_ITEM, EXPECTED_SECTION, SHORTHANDS
from sdggraph.io.measured_values import without_misfits
from sdggraph.io.record_reader import RecordReader
from sdggraph.model.codes import is_local_id, node_id
from sdggraph.model.nodes import Indicator, Prioritisation, Selection
from sdggraph.model.plan import SECTIONS, Plan, PlanHeader
from sdggraph.model.preconditions import preconditions_of
from sdggraph.model.reading import Reading
from sdggraph.model.texts import in_language

if TYPE_CHECKING:
    from sdggraph.model.record import Record

__all__ = ["SubOrigin", "add_library", "parse_document", "plan_from_document"]

_SCOPED: dict[type[Record], str] = {Prioritisation: "goal", Selection: "target"}
"""The records of what a plan says of a goal or target, and how their local ids begin."""

_TOP_KEYS = ("sdggraph", "plan", *SECTIONS, "lint")


@dataclass(frozen=True, slots=True)
class SubOrigin:
    """Tells the places of a node that stands inside another record."""

    origin: Origin
    prefix: FieldPath

    def place(self, path: FieldPath = (), default: FieldPath = ()) -> Place:  # noqa: ARG002  # it stands where it stands
        """Give the place of the value at ``path``."""
        return self.origin.place(self.prefix + path)


def parse_document(text: str, name: str, *, json: bool | None = None) -> Document:
    """Take a plan file's text apart, as JSON if it is named or looks like it, else as YAML.

    Raises:
        InputError: It can't be read.
    """
    if json or (json is None and (name.lower().endswith(".json") or text.lstrip()[:1] == "{")):
        from sdggraph.io.json_text import parse_json

        try:
            return parse_json(text, name)
        except InputError:
            if json or name.lower().endswith(".json"):
                raise
    from sdggraph.io.yaml_text import parse_yaml

    return parse_yaml(text, name)


@collector_paused()
def plan_from_document(document: Document) -> Plan:
    """Read a whole plan; the plan's ``reading`` has the places and findings.

    Raises:
        InputError: The document is no plan file at all.
    """
    root = document.root
    if not isinstance(root, Mapping) or not isinstance(root.get("plan"), Mapping):
        raise _no_plan(document)
    reader = _PlanReader(RecordReader(document))
    plan = reader.plan(root)
    reading = Reading(
        document.file.name, reader.origins, reader.records.findings, files={document.file.name: document.file}
    )
    reading.settings = root.get("lint")
    reading.made = reader.made
    return plan.read_as(reading)


def add_library(plan: Plan, document: Document) -> Plan:
    """Give the plan with the records of a library file (indicators, stakeholders, units) added to its own.

    Raises:
        InputError: The document is no mapping of sections.
    """
    reading = plan.reading
    if not isinstance(document.root, Mapping) or reading is None:
        raise _no_plan(document)
    reader = _PlanReader(RecordReader(document, findings=reading.findings), origins=reading.origins)
    reader.plan_id, reader.language = plan.id, plan.language
    reader.taken = {origin.partition(":")[2] for origin in reading.origins}
    reader.oddities()
    sections = reader.sections(document.root)
    home = str(Path(document.file.name).resolve())
    reading.library.update({record.id: home for rows in sections.values() for record in rows if hasattr(record, "id")})
    reading.files[document.file.name] = document.file
    merged = {name: getattr(plan, name) + rows for name, rows in sections.items()}
    return Plan.trusted({**plan.__dict__, **merged}).read_as(reading)


def _no_plan(document: Document) -> InputError:
    hint = words(
        "a plan file begins with `sdggraph: 1` and `plan:` with an id and a language",
        "en planfil begynner med `sdggraph: 1` og `plan:` med id og språk",
    )
    place = document.place(0) if document.kinds else Place(document.file.name, 1, 1, 1, 1)
    if document.root is None:
        return InputError(words("the file is empty", "filen er tom"), place=place, hint=hint)
    return InputError(
        words("is no plan file: there is no `plan:` section", "er ingen planfil: `plan:` mangler"),
        place=place,
        hint=hint,
    )


@dataclass(slots=True)
class _PlanReader:
    records: RecordReader
    origins: dict[str, Origin] = field(default_factory=dict)
    plan_id: str = ""
    language: str = "en"
    taken: set[str] = field(default_factory=set)
    made: set[str] = field(default_factory=set)

    def plan(self, root: Mapping) -> Plan:
        header = root["plan"]
        records = self.records
        given = header.get("id")
        said = given.strip() if isinstance(given, str) and given.strip() else slug(records.document.file.name, "plan")
        # A colon parts a plan's id from a node's: `sdg:3.8` as a plan's would be taken for the UN's target.
        self.plan_id = slug(said, "plan") if ":" in said else said
        records.subject = self.plan_id
        self.oddities()
        self._version(root)
        values = records.values(PlanHeader, header, header.at)
        values["id"] = self.plan_id
        self.language = values.setdefault("language", "nb")
        self._check_plan_id(header, said)
        self.origins[self.plan_id] = TokenOrigin(records.document, header.at)
        values.update(self.sections(root))
        return Plan.trusted(values)

    def _version(self, root: Mapping) -> None:
        version = root.get("sdggraph")
        if version is not None and version != "1":
            self.records.wrong(
                root.at,
                ("sdggraph",),
                words("1, the version of the plan format", "1, versjonen av planformatet"),
            )

    def _check_plan_id(self, header: Mapping, said: str) -> None:
        if said in ("sdg", "national") or self.records.reads_as_code(said):
            self.records.note("SDG012", header.at, ("id",), id=said)
        elif "id" in header and not is_local_id(said):
            self.records.wrong(header.at, ("id",), _ID)

    def oddities(self) -> None:
        """Note what the text itself has that a plan file shouldn't."""
        records, document = self.records, self.records.document
        for oddity in document.oddities[:1000]:
            place = document.place(oddity.token)
            code, variant = {"twice": ("SDG006", "key"), "merge": ("SDG005", "merge")}.get(
                oddity.what, ("SDG010", oddity.what)
            )
            records.note_at(code, place, variant=variant, key=oddity.text)

    def sections(self, root: Mapping) -> dict[str, tuple[Any, ...]]:
        """Read every section; note keys that no plan file has."""
        records = self.records
        read: dict[str, tuple[Any, ...]] = {}
        for key, raw in root.items():
            if key in SECTIONS:
                records.subject = self.plan_id
                if raw is not None:
                    read[key] = tuple(self._section(key, SECTIONS[key], root, raw))
            elif key not in _TOP_KEYS:
                records.subject = self.plan_id
                records.unknown_key(key, _TOP_KEYS, root.at, ())
        return read

    def _section(self, key: str, record: type[Record], root: Mapping, raw: Any) -> list[Record]:
        if not isinstance(raw, list):
            if isinstance(raw, Mapping) or record.__name__ not in SHORTHANDS:
                self.records.wrong(root.at, (key,), EXPECTED_SECTION)
                return []
            raw = [raw]
        read: list[Record] = []
        shorthand = SHORTHANDS.get(record.__name__)
        for number, item in enumerate(raw):
            if isinstance(item, Mapping):
                made = self._item(record, item, item.at, item)
            elif shorthand is not None and isinstance(item, str):
                token = self.records.document.find(root.at, (key, number))
                made = self._item(record, Mapping({shorthand: item}), token, None)  # the token is the scalar itself
            else:
                self.records.subject = self.plan_id
                self.records.wrong(root.at, (key, number), EXPECTED_LIST_ITEM)
                continue
            if made is not None:
                read.append(made)
        return read

    def _item(self, record: type[Record], raw: Mapping, at: int, original: Mapping | None) -> Record | None:
        records = self.records
        prefix = _SCOPED.get(record)
        if prefix is not None:
            records.subject = self.plan_id
            values = records.values(record, raw, at) if original is not None else self._bare(record, raw, at)
            if "code" not in values:
                return None
            local = f"{prefix}-{values['code']}"
            node = node_id(self.plan_id, local)
        else:
            local = self._local_id(record, raw, at)
            node = records.subject = node_id(self.plan_id, local)
            values = records.values(record, raw, at)
            values["id"] = local
            if record is Indicator:
                without_misfits(records, values, at)
        made = record.trusted(values)
        origin = TokenOrigin(records.document, at)
        first = self.origins.setdefault(node, origin)
        if first is not origin:
            self._twice(record, local, at)
            return made
        if prefix is not None and isinstance(made, (Prioritisation, Selection)):
            for condition, inner in preconditions_of(made):
                self.origins.setdefault(node_id(self.plan_id, condition.id), SubOrigin(origin, inner))
        return made

    def _twice(self, record: type[Record], local: str, at: int) -> None:
        """Note an id, or the code of a goal or target, that stands a second time."""
        node = node_id(self.plan_id, local)
        if record in _SCOPED:
            self.records.note("SDG006", at, ("code",), variant="code", id=local.partition("-")[2], related=(node,))
        else:
            self.records.note("SDG006", at, ("id",), id=local, related=(node,))

    def _bare(self, record: type[Record], raw: Mapping, at: int) -> dict[str, Any]:
        name, _, convert, _ = field_table(record)["code"]
        value = convert(self.records, raw["code"], at, ())
        return {} if value is MISSING else {name: value}

    def _local_id(self, record: type[Record], raw: Mapping, at: int) -> str:
        given = raw.get("id")
        records = self.records
        if isinstance(given, str) and given.strip():
            local = given.strip()
            records.subject = node_id(self.plan_id, local)
            self.taken.add(local)
            if records.reads_as_code(local):
                records.note("SDG012", at, ("id",), id=local)
            elif not is_local_id(local):
                records.wrong(at, ("id",), _ID)
            return local
        title = raw.get("title")
        if isinstance(title, Mapping):
            title = in_language({k: v for k, v in title.items() if isinstance(v, str)}, self.language)
        made = unused(slug(title if isinstance(title, str) else "", record.__name__.lower()), self.taken)
        self.made.add(made)
        return made


_ID = words(
    "an id: a letter or underscore, then letters, digits, _ . -",
    "en id: en bokstav eller understrek, så bokstaver, tall, _ . -",
)
