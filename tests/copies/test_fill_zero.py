"""A new finding is put down to the filled blanks that are nearest to it."""

from __future__ import annotations

import pytest

from docxlint.copies.fill_zero import contradicted_blanks
from docxlint.core.document import Cell, Document, Table
from docxlint.core.finding import Finding, Severity
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.word.edit.document_index import DocumentIndex

_PART = "word/document.xml"
_BODY = Location(_PART, "/w:document/w:body")


def _cell(table: int, row: int, column: int) -> Location:
    path = f"{_BODY.path}/w:tbl[{table}]/w:tr[{row + 1}]/w:tc[{column + 1}]"
    labels = {"table": f"t{table}", "row": f"r{row}", "column": f"c{column}"}
    return Location(_PART, path, **labels)  # type: ignore[arg-type]


def _table(number: int) -> Table:
    grid = tuple(
        tuple(Cell("", row, column, _cell(number, row, column)) for column in range(3))
        for row in range(3)
    )
    return Table(grid, Location(_PART, f"{_BODY.path}/w:tbl[{number}]"))


_INDEX = DocumentIndex(Document((_table(1), _table(2)), _BODY))


def _finding(name: str, *places: Location) -> Finding:
    return Finding(
        rule=name,
        severity=Severity.ERROR,
        message=Message(zh=name, en=name),
        location=places[0],
        related=places[1:],
        fingerprint=name,
    )


_BLANKS = [
    _finding("a", _cell(1, 0, 0)),
    _finding("b", _cell(1, 0, 1)),
    _finding("c", _cell(1, 1, 1)),
    _finding("d", _cell(2, 0, 0)),
]


def _contradicted(*places: Location) -> str:
    return "".join(contradicted_blanks(_INDEX, _BLANKS, [_finding("new", *places)]))


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ((_cell(1, 0, 0),), "a"),
        ((_cell(1, 2, 2), _cell(1, 0, 1)), "b"),
        ((_cell(1, 0, 2),), "ab"),  # same row
        ((_cell(1, 2, 1),), "bc"),  # same column
        ((_cell(1, 2, 0), _cell(1, 2, 1)), "abc"),  # nothing in their row: same table
        ((_cell(1, 0, 2), _cell(1, 2, 2)), "abc"),  # nothing in their column: same table
        ((_cell(2, 2, 2),), "d"),
        ((_BODY,), "abcd"),
    ],
)
def test_the_nearest_blanks_are_contradicted(places: tuple[Location, ...], expected: str) -> None:
    assert _contradicted(*places) == expected


def test_the_reason_is_the_new_finding() -> None:
    new = [_finding("first", _cell(1, 0, 0)), _finding("second", _cell(1, 0, 0))]
    reasons = contradicted_blanks(_INDEX, _BLANKS, new)
    assert {name: reason.en for name, reason in reasons.items()} == {
        "a": "with 0 there, the figures do not add up: first"
    }


def test_without_new_findings_no_blank_is_contradicted() -> None:
    assert contradicted_blanks(_INDEX, _BLANKS, []) == {}
