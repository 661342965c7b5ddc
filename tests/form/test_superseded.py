from __future__ import annotations

from docxlint.core.document import Cell, Table
from docxlint.core.location import Location
from docxlint.form.align_rows import TableRow, table_rows
from docxlint.form.schema import FormBlock, FormLine, SupersededWords, TableForm
from docxlint.form.superseded import block_numbers, superseded_uses
from docxlint.text.zh import LANGUAGE

COUNT = (FormLine("count", ("数量",)),)
FORM = TableForm(
    "proactive",
    "second",
    (
        FormBlock(
            columns=COUNT,
            rows=(FormLine("rules", ("规章",)),),
            title="第一项",
            labels=1,
            superseded_words=SupersededWords(
                columns=("上一年数量",), rows={"旧规章": ("rules",)}, titles=("旧第一项",)
            ),
        ),
        FormBlock(columns=COUNT, rows=(FormLine("fees", ("收费",)),), title="第二项", labels=1),
    ),
)


def rows(*texts: tuple[str, str]) -> tuple[TableRow, ...]:
    grid = tuple(
        tuple(
            Cell(text, r, c, Location("document.xml", f"/tbl/tr[{r}]/tc[{c}]"))
            for c, text in enumerate(row)
        )
        for r, row in enumerate(texts)
    )
    return table_rows((Table(grid, Location("document.xml", "/tbl")),), LANGUAGE)


def uses(*texts: tuple[str, str]) -> list[tuple[int, str, tuple[str, ...], int]]:
    table = rows(*texts)
    numbers = list(block_numbers(FORM, table, LANGUAGE))
    widths = {id(table[0].table): 1}
    return [
        (number, use.words, use.rows, at)
        for number, use, at in superseded_uses(FORM, table, numbers, widths, LANGUAGE)
    ]


def test_a_row_belongs_to_the_block_whose_title_stands_above_it() -> None:
    table = rows(("旧 第一项", ""), ("规章", "1"), ("第二项", ""), ("收费", "2"))
    assert list(block_numbers(FORM, table, LANGUAGE)) == [0, 0, 1, 1]


def test_a_superseded_column_or_title_is_of_the_whole_block() -> None:
    assert uses(("旧第一项", ""), ("", "上一年数量")) == [
        (0, "旧第一项", (), 0),
        (0, "上一年数量", (), 1),
    ]


def test_a_superseded_row_stands_for_rows_of_the_form() -> None:
    assert uses(("第一项", ""), ("旧规章", "1")) == [(0, "旧规章", ("rules",), 1)]


def test_words_of_another_block_and_figures_are_no_superseded_words() -> None:
    assert uses(("第二项", ""), ("旧规章", "1")) == []
    assert uses(("第一项", ""), ("规章", "旧规章")) == []
