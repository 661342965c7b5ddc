"""A fault in any figure or row is one finding.

The figures are blank or not numbers, the rows are missing or repeated. Rules that depend on them
are unchecked and explained.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

import pytest
from lxml import etree
from tests.equivalence.word import Word, select

from docxlint.api import Linter
from docxlint.core.snapshot import SnapshotTable
from docxlint.report.report import Report
from docxlint.word.ooxml.names import w

TABLES = ("proactive", "requests", "review")


@pytest.fixture(scope="module")
def changed(table_linter: Linter, base: bytes) -> Callable[..., Report]:
    """The report on the good document after a change of the element at a path."""

    def report(path: str, change: Callable[[etree._Element], None]) -> Report:
        word = Word(base)
        (element,) = select(word.root, path)
        change(element)
        return table_linter.lint(word.data())

    return report


def written(text: str) -> Callable[[etree._Element], None]:
    def change(cell: etree._Element) -> None:
        for turn, each in enumerate(cell.iter(w("t"))):
            each.text = "" if turn else text

    return change


def removed(row: etree._Element) -> None:
    row.getparent().remove(row)  # type: ignore[union-attr]


def doubled(row: etree._Element) -> None:
    row.addnext(deepcopy(row))


def rows(table: SnapshotTable) -> list[str]:
    """The paths of the rows that have figures."""
    figures = (cell.path for cell in table.cells if cell.role == "figure")
    return list(dict.fromkeys(path.rpartition("/")[0] for path in figures))


@pytest.mark.parametrize(("text", "rule"), [("", "cell-blank"), ("无", "cell-number")])
@pytest.mark.parametrize("name", TABLES)
def test_a_cell_without_a_number_is_one_finding(
    changed: Callable[..., Report],
    tables: dict[str, SnapshotTable],
    name: str,
    text: str,
    rule: str,
) -> None:
    figures = [cell for cell in tables[name].cells if cell.role == "figure"]
    assert len(figures) == {"proactive": 10, "requests": 175, "review": 15}[name]
    for cell in figures:
        report = changed(cell.path, written(text))
        assert [f.rule for f in report.findings] == [rule], cell.path
        assert report.findings[0].location.path.startswith(cell.path)
        assert all(question.explained for question in report.unchecked), cell.path
        assert report.broken == ()


@pytest.mark.parametrize(("change", "rule"), [(removed, "table-row-missing"), (doubled, "twice")])
@pytest.mark.parametrize("name", TABLES)
def test_a_missing_or_repeated_row_is_one_finding(
    changed: Callable[..., Report],
    tables: dict[str, SnapshotTable],
    name: str,
    change: Callable[[etree._Element], None],
    rule: str,
) -> None:
    for path in rows(tables[name]):
        report = changed(path, change)
        assert [f.rule for f in report.findings] == [rule], path
        assert all(question.explained for question in report.unchecked), path
        assert report.broken == ()
