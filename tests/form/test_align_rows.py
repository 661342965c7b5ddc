from __future__ import annotations

import pytest

from docxlint.core.document import Cell, Table
from docxlint.core.location import Location
from docxlint.form.align_rows import (
    TableRow,
    align_rows,
    best_rising_pairs,
    header_labels,
    printed_rows,
    table_rows,
)
from docxlint.form.schema import FormBlock, FormLine, TableForm
from docxlint.text.zh import LANGUAGE

BLOCK = FormBlock(
    columns=(FormLine("people", ("申请人", "自然人")), FormLine("firms", ("申请人", "企业"))),
    rows=(FormLine("new", ("新收",)), FormLine("old", ("结转",)), FormLine("done", ("办结情况",))),
    title="申请 情况",
    corner="项目",
    labels=1,
)
FORM = TableForm("requests", "second", (BLOCK,))


def rows(*texts: tuple[str, ...]) -> tuple[TableRow, ...]:
    grid = tuple(
        tuple(
            Cell(text, r, c, Location("document.xml", f"/tbl/tr[{r}]/tc[{c}]"))
            for c, text in enumerate(row)
        )
        for r, row in enumerate(texts)
    )
    width = max(map(len, texts))
    padded = tuple((*row, *[None] * (width - len(row))) for row in grid)
    return table_rows((Table(padded, Location("document.xml", "/tbl")),), LANGUAGE)


def aligned(*texts: tuple[str, ...]) -> dict[int, int]:
    return align_rows(printed_rows(FORM, LANGUAGE), rows(*texts), LANGUAGE)


TITLE, FIRST, SECOND = ("申请情况",), ("项目", "申请人"), ("项目", "自然人", "企业")
NEW, OLD, DONE = ("新收", "1", "2"), ("结转", "0", "0"), ("办结情况", "1", "2")


def test_a_form_prints_titles_header_rows_and_rows_of_figures() -> None:
    printed = printed_rows(FORM, LANGUAGE)
    assert [(row.kind, row.line) for row in printed] == [
        ("title", 0),
        ("header", 0),
        ("header", 1),
        ("figures", 0),
        ("figures", 1),
        ("figures", 2),
    ]
    assert printed[0].labels == ("申请情况",)


def test_a_group_is_printed_once_in_a_header() -> None:
    assert list(header_labels(BLOCK, 0, LANGUAGE)) == ["项目", "申请人"]
    assert list(header_labels(BLOCK, 1, LANGUAGE)) == ["自然人", "企业"]


def test_rows_with_the_printed_labels_match_in_order() -> None:
    match = aligned(TITLE, FIRST, SECOND, NEW, OLD, DONE)
    assert match == {at: at for at in range(6)}


def test_a_missing_row_and_a_strange_row_match_nothing() -> None:
    match = aligned(TITLE, FIRST, SECOND, NEW, ("其他", "5"), DONE, ("合计", "9"))
    assert match == {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 5}
    match = aligned(TITLE, FIRST, SECOND, NEW, DONE)
    assert match == {0: 0, 1: 1, 2: 2, 3: 3, 5: 4}


def test_a_mistyped_label_matches() -> None:
    match = aligned(TITLE, FIRST, SECOND, NEW, OLD, ("办结情 形", "1", "2"))
    assert match[5] == 5


@pytest.mark.parametrize(
    ("scores", "pairs"),
    [
        ([], {}),
        ([[1.0, 0.0], [0.0, 1.0]], {0: 0, 1: 1}),
        ([[0.0, 1.0], [1.0, 0.0]], {0: 1}),
        ([[0.5, 1.0], [1.0, 0.0], [0.0, 0.9]], {1: 0, 2: 1}),
        ([[0.0, 0.0]], {}),
    ],
)
def test_rising_pairs_have_the_greatest_sum(
    scores: list[list[float]], pairs: dict[int, int]
) -> None:
    total = sum(scores[w][r] for w, r in best_rising_pairs(scores).items())
    assert total == sum(scores[w][r] for w, r in pairs.items())
    columns = list(best_rising_pairs(scores).values())
    assert columns == sorted(set(columns))


def test_a_blank_row_is_blank() -> None:
    assert [row.blank for row in rows(("", " "), ("甲", ""))] == [True, False]


@pytest.mark.parametrize("text", ["", "—", "无"])
def test_a_row_of_figures_without_a_figure_is_still_that_row(text: str) -> None:
    block = FormBlock(columns=BLOCK.columns, rows=(FormLine("cases", ("",)),), labels=0)
    printed = printed_rows(TableForm("review", "fourth", (block,)), LANGUAGE)
    found = rows(("申请人", "申请人"), ("自然人", "企业"), (text, text))
    assert align_rows(printed, found, LANGUAGE)[len(printed) - 1] == 2
