"""The report for scripts: JSON in a fixed shape, and the JSON Schema of that shape.

The classes below are the contract; `schema` in the output is its version. A field is only ever
added; whatever else changes makes a new version.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, Literal

import msgspec

from docxlint import __version__, finding, model
from docxlint.finding import Severity
from docxlint.report.visible import path_text

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


class Run(msgspec.Struct, frozen=True):
    """The report of docxlint on the documents of one run, in the order they were given."""

    schema: Literal[1]
    tool: Tool
    documents: list[Document]
    summary: Summary


def render(reports: Sequence[finding.Report], lang: str) -> str:
    """`reports` as indented JSON, its sentences in `lang`, ending in a line break."""
    return written(run(reports, lang))


def written(value: msgspec.Struct) -> str:
    """`value` as indented JSON, not escaped beyond need, ending in a line break."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"


def tool() -> Tool:
    """This version of docxlint."""
    return Tool(name="docxlint", version=__version__)


def run(reports: Sequence[finding.Report], lang: str) -> Run:
    """`reports` in the contract's shape."""
    return Run(
        schema=SCHEMA,
        tool=tool(),
        documents=[_document(report, lang) for report in reports],
        summary=Summary(
            documents=len(reports),
            errors=sum(report.count(Severity.ERROR) for report in reports),
            warnings=sum(report.count(Severity.WARNING) for report in reports),
            infos=sum(report.count(Severity.INFO) for report in reports),
            unchecked=sum(len(report.unchecked) for report in reports),
            unreadable=sum(report.status == "unreadable" for report in reports),
            no_pack=sum(report.status == "no-pack" for report in reports),
            waived=sum(report.waived for report in reports),
        ),
    )


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `render`'s output."""
    (top,), definitions = msgspec.json.schema_components((Run,), ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "docxlint report",
        **top,
        "$defs": dict(sorted(definitions.items())),
    }


def location(place: model.Location) -> Location:
    """`place` in the contract's shape."""
    whole = place.start is None or place.end is None
    return Location(
        section=place.section,
        table=place.table,
        row=place.row,
        column=place.column,
        paragraph=place.paragraph,
        text=place.text,
        part=place.part,
        path=place.path,
        span=None if whole else (place.start or 0, place.end or 0),
    )


def _document(report: finding.Report, lang: str) -> Document:
    # A report's status is one of the three by the core's contract; encoding would let any by.
    status = msgspec.convert(report.status, Literal["checked", "unreadable", "no-pack"])
    packs = [Pack(one.name, one.version) for one in report.packs]
    return Document(
        path=path_text(report.path),
        sha256=report.sha256 or None,
        status=status,
        error=None if report.error is None else report.error.said(lang),
        pack=packs[0] if packs else None,
        packs=packs,
        year=report.year,
        findings=[_finding(found, lang) for found in report.findings],
        unchecked=[
            Unchecked(
                rule=question.rule,
                reason=question.reason.said(lang),
                location=location(question.location),
                explained=question.explained,
            )
            for question in report.unchecked
        ],
        diagnoses=[_diagnosis(told, lang) for told in report.diagnoses],
        previous=msgspec.UNSET if report.previous is None else _previous(report.previous, lang),
    )


def _previous(last: finding.Compared, lang: str) -> Previous:
    return Previous(
        path=path_text(last.path) if last.path else None,
        sha256=last.sha256 or None,
        year=last.year,
        error=None if last.error is None else last.error.said(lang),
    )


def _finding(found: finding.Finding, lang: str) -> Finding:
    return Finding(
        rule=found.rule,
        severity=found.severity.value,
        message=found.message.said(lang),
        location=location(found.location),
        expected=found.expected,
        found=found.found,
        related=_locations(found.related),
        suspects=_suspects(found.suspects),
        fix=None if found.fix is None else _fix(found.fix),
        waived=None if found.waived is None else found.waived.said(lang),
        fingerprint=found.fingerprint,
    )


def _diagnosis(told: finding.Diagnosis, lang: str) -> Diagnosis:
    return msgspec.convert(
        {
            "kind": told.kind,
            "message": told.message.said(lang),
            "certain": told.certain,
            "suspects": _suspects(told.suspects),
            "alternatives": [_suspects(one) for one in told.alternatives],
            "explains": list(told.explains),
        },
        Diagnosis,
    )


def _suspects(suspects: Iterable[finding.Suspect]) -> list[Suspect]:
    return [Suspect(s.row, s.column, s.found, s.expected) for s in suspects]


def _fix(fix: finding.Fix) -> Fix:
    return Fix(location(fix.location), fix.text, [_fix(each) for each in fix.also])


def _locations(places: Iterable[model.Location]) -> list[Location]:
    return [location(place) for place in places]
