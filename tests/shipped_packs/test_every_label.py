"""A mistyped label is one finding with the right label, and no other rule is affected."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.equivalence.word import Word, select

from docxlint.api import Linter
from docxlint.core.snapshot import SnapshotCell, SnapshotTable
from docxlint.word.ooxml.names import w

TABLES = ("proactive", "requests", "review")


def mistyped(cell: SnapshotCell, table: SnapshotTable) -> Iterator[str]:
    """Yield the label with a character too many, one too few, and with another word.

    The title of a block spans the table, so it must remain similar to be recognised.
    """
    label, middle = cell.text, len(cell.text) // 2
    yield f"{label[:middle]}之{label[middle:]}"
    if len(label) > 1:
        yield label[:-1]
    if cell.columns < table.columns:
        yield "甲乙丙丁"


def with_label(data: bytes, cell: SnapshotCell, label: str) -> bytes:
    word = Word(data)
    (found_cell,) = select(word.root, cell.path)
    first, *further = found_cell.iter(w("t"))
    first.text = label
    for text in further:
        text.text = ""
    return word.data()


def test_the_form_has_these_tables(tables: dict[str, SnapshotTable]) -> None:
    assert tuple(tables) == TABLES


@pytest.mark.parametrize("name", TABLES)
def test_a_mistyped_label_is_one_finding_with_a_fix(
    table_linter: Linter, base: bytes, tables: dict[str, SnapshotTable], name: str
) -> None:
    labels = [c for c in tables[name].cells if c.role != "figure" and c.text.strip()]
    assert len(labels) > 10
    for cell in labels:
        for wrong in mistyped(cell, tables[name]):
            report = table_linter.lint(with_label(base, cell, wrong))
            (finding,) = report.findings
            assert finding.rule in ("table-header", "table-row-label"), (cell.text, wrong)
            assert finding.found == wrong
            assert finding.fix is not None and report.unchecked == ()
