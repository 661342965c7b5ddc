"""The contract with scripts: what a report in JSON holds, and the JSON Schema of that.

`schema` in the output is the contract's version. A field is only ever added; whatever else
changes makes a new version.
"""

from __future__ import annotations

from typing import Any, Final, Literal

import msgspec

SCHEMA: Final = 1


class Tool(msgspec.Struct, frozen=True):
    """What made the report."""

    name: Literal["docxlint"]
    version: str


class Location(msgspec.Struct, frozen=True):
    """A place in the document.

    `section`, `row` and `column` are labels of the form, `table` is the name that the rules give
    the table; `paragraph` counts the body's visible paragraphs outside tables from 1. `text` is
    what stands there, shortened. `part` is the part of the package, `path` an XPath in it, `span`
    the characters [start, end) of that element's text, null for all of it.
    """

    section: str | None
    table: str | None
    row: str | None
    column: str | None
    paragraph: int | None
    text: str
    part: str
    path: str
    span: tuple[int, int] | None


class Suspect(msgspec.Struct, frozen=True):
    """A cell that would put things right if it held `expected` instead of `found`."""

    row: str | None
    column: str | None
    found: str
    expected: str


class Diagnosis(msgspec.Struct, frozen=True):
    """What several findings of sums come from: the figures that would put them all right.

    `suspects` are the likeliest, `alternatives` what would do instead, in order; `certain` is
    false where others would do as well. `kind` is unknown where nothing was found within the
    bounds of the search. `explains` are fingerprints of findings.
    """

    kind: Literal["figure", "figures", "moved", "swapped", "shifted", "line", "unknown"]
    message: str
    certain: bool
    suspects: list[Suspect]
    alternatives: list[list[Suspect]]
    explains: list[str]


class Fix(msgspec.Struct, frozen=True):
    """A certain repair: what stands at `location` is to read `text`; so are the places in `also`,
    which have none of their own.
    """

    location: Location
    text: str
    also: list[Fix]


class Finding(msgspec.Struct, frozen=True):
    """A fault of the document. `fingerprint` stays the same when the document changes elsewhere.

    `waived` is why the finding does not count, null where it does.
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
    """A rule that could not be judged in one place, and why; never a pass.

    `explained` is true where a finding already tells what stood in the way.
    """

    rule: str
    reason: str
    location: Location
    explained: bool


class Broken(msgspec.Struct, frozen=True):
    """A fault of a rule, a pack or a plugin, never of the document: `who` names it, `what` says
    it. What the rule would have found is not known.
    """

    who: str
    what: str


class Pack(msgspec.Struct, frozen=True):
    """The rules that the document was judged by."""

    name: str
    version: str


class Previous(msgspec.Struct, frozen=True):
    """Last year's report that the document was held against; `error` is why it could not be used,
    null where it was. `path` is null where it cannot be told which it is.
    """

    path: str | None
    sha256: str | None
    year: int | None
    error: str | None


class Document(msgspec.Struct, frozen=True):
    """One document. `error` says why it is "unreadable", or why no pack applies ("no-pack");
    `sha256` is null where not even its bytes could be had. `packs` are all that it was judged
    by, `pack` is the first of them. `previous` is there only where last year's report was given,
    or found.
    """

    path: str
    sha256: str | None
    status: Literal["checked", "unreadable", "no-pack"]
    error: str | None
    pack: Pack | None
    packs: list[Pack]
    year: int | None
    findings: list[Finding]
    unchecked: list[Unchecked]
    diagnoses: list[Diagnosis]
    broken: list[Broken]
    previous: Previous | msgspec.UnsetType = msgspec.UNSET


class Summary(msgspec.Struct, frozen=True):
    """Counts over all documents; `unchecked` has the explained ones in it. Findings that are
    `waived` are counted there alone.
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
    """The report of docxlint on the documents of one run, in the order they were given."""

    schema: Literal[1]
    tool: Tool
    documents: list[Document]
    summary: Summary


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a report, a `Run`."""
    (top,), definitions = msgspec.json.schema_components((Run,), ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "docxlint report",
        **top,
        "$defs": dict(sorted(definitions.items())),
    }
