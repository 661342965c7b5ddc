"""The contract with scripts: the fields of the JSON report and its JSON Schema.

`schema` in the output is the version of the contract. Adding a field keeps the version; any other
change needs a new version.
"""

from __future__ import annotations

import inspect
from typing import Any, Final, Literal

import msgspec

SCHEMA: Final = 1


class Tool(msgspec.Struct, frozen=True):
    """The program that wrote the report."""

    name: Literal["docxlint"]
    version: str


class Location(msgspec.Struct, frozen=True):
    """A place in the document.

    `section`, `row` and `column` are printed labels of the form. `table` is the name of the table
    in the rules, `table_label` the one that people use (表三), if it has one. `paragraph` counts
    the visible body paragraphs outside tables from 1. `page` is about the page of a finding, by
    Word's last layout; null where the file does not say. `text` is the text at the place,
    shortened. `part` is a part of the package, `path` an XPath in it, `span` the characters
    [start, end) of the element's text; a null `span` means the complete text.
    """

    section: str | None
    table: str | None
    table_label: str | None
    row: str | None
    column: str | None
    paragraph: int | None
    page: int | None
    text: str
    part: str
    path: str
    span: tuple[int, int] | None


class Suspect(msgspec.Struct, frozen=True):
    """A cell that is probably wrong: it holds `found` and should hold `expected`."""

    row: str | None
    column: str | None
    found: str
    expected: str


class Diagnosis(msgspec.Struct, frozen=True):
    """The common cause of several findings about sums.

    `suspects` are the figures of the most likely explanation, `alternatives` the next ones, most
    likely first. `certain` is false where an alternative is as likely. `kind` is "unknown" where
    the search found no explanation within its limits. `explains` holds fingerprints of findings.
    """

    kind: Literal["figure", "figures", "moved", "swapped", "shifted", "line", "unknown"]
    message: str
    certain: bool
    suspects: list[Suspect]
    alternatives: list[list[Suspect]]
    explains: list[str]


class Fix(msgspec.Struct, frozen=True):
    """A safe repair: replace the text at `location` with `text`. `also` holds further places of
    the same repair.
    """

    location: Location
    text: str
    also: list[Fix]


class Finding(msgspec.Struct, frozen=True):
    """A fault of the document. `fingerprint` stays the same when the document changes elsewhere.

    `waived` is the reason why the finding does not count, null where it counts.
    """

    rule: str
    severity: Literal["error", "warning", "info"]
    message: str
    location: Location
    expected: str | None
    found: str | None
    related: list[Location]
    suspects: list[Suspect]
    fix: Fix | None
    waived: str | None
    fingerprint: str


class Unchecked(msgspec.Struct, frozen=True):
    """A rule that could not be checked at one place, and the reason. It never counts as a pass.

    `explained` is true where a finding reports the cause.
    """

    rule: str
    reason: str
    location: Location
    explained: bool


class Broken(msgspec.Struct, frozen=True):
    """A fault of a rule, a pack or a plugin, never of the document. `who` names it, `what` is the
    reason. The results of the rule are not known.
    """

    who: str
    what: str


class Pack(msgspec.Struct, frozen=True):
    """The pack of rules that the document was checked with."""

    name: str
    version: str


class Previous(msgspec.Struct, frozen=True):
    """Last year's report that the document was compared with. `error` is the reason why it could
    not be used, null where it was used. `path` is null where no report was selected.
    """

    path: str | None
    sha256: str | None
    year: int | None
    error: str | None


class UnreadPlace(msgspec.Struct, frozen=True):
    """A place that no rule read as what it is. `construct` names a drawing ("picture") or a
    construct that the reader does not know; null for other kinds.
    """

    kind: Literal[
        "table",
        "row",
        "column",
        "drawing",
        "typed-table",
        "struck",
        "hidden",
        "white",
        "prompt",
        "comment",
        "gap",
    ]
    construct: str | None
    location: Location


class Coverage(msgspec.Struct, frozen=True):
    """What was read: tables, rows and figures of the form, and all paragraphs, those in cells,
    headers, footers and notes included. `unread` are the places that were not, in document order.
    """

    tables: int
    rows: int
    figures: int
    paragraphs: int
    unread: list[UnreadPlace]


class Settings(msgspec.Struct, frozen=True):
    """The site's file that held for a document, and the rules that it switches off or drops."""

    file: str
    off: list[str]


class Document(msgspec.Struct, frozen=True):
    """One document. `error` gives the reason for the status "unreadable" or "no-pack". `sha256` is
    null where the file could not be opened. `packs` lists all packs that checked the document,
    `pack` is the first of them. `title`, `organ` and `year` come from the document's title and are
    null where it has none. `coverage` is present only for a document that was checked, `previous`
    only where last year's report was given or selected, `settings` only where a docxlint.yaml held
    for the document.
    """

    path: str
    sha256: str | None
    status: Literal["checked", "unreadable", "no-pack"]
    error: str | None
    pack: Pack | None
    packs: list[Pack]
    title: str | None
    organ: str | None
    year: int | None
    findings: list[Finding]
    unchecked: list[Unchecked]
    diagnoses: list[Diagnosis]
    broken: list[Broken]
    coverage: Coverage | msgspec.UnsetType = msgspec.UNSET
    previous: Previous | msgspec.UnsetType = msgspec.UNSET
    settings: Settings | msgspec.UnsetType = msgspec.UNSET


class Summary(msgspec.Struct, frozen=True):
    """Totals of all documents. `unchecked` includes explained places. Waived findings count in
    `waived` only.
    """

    documents: int
    errors: int
    warnings: int
    infos: int
    unchecked: int
    unreadable: int
    no_pack: int
    waived: int
    broken: int


class Run(msgspec.Struct, frozen=True):
    """The report of one run. The documents are in the order in which they were given."""

    schema: Literal[1]
    tool: Tool
    documents: list[Document]
    summary: Summary


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a report, a `Run`."""
    (top,), definitions = msgspec.json.schema_components((Run,), ref_template="#/$defs/{name}")
    for definition in definitions.values():
        # Only Python 3.13 and later keep docstrings without their indentation.
        definition["description"] = inspect.cleandoc(definition["description"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "docxlint report",
        **top,
        "$defs": dict(sorted(definitions.items())),
    }
