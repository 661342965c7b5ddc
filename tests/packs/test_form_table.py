"""Tables of a form as YAML."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from docxlint.form.schema import TableForm
from docxlint.packs.form_table import bind_table
from docxlint.text.language import DEFAULT, load_language

NodeOf = Callable[[str], Any]
TableOf = Callable[[str], tuple[TableForm | None, list[str]]]
LANGUAGE = load_language(DEFAULT)


@pytest.fixture
def table_of(node_of: NodeOf) -> TableOf:
    def table_of(text: str) -> tuple[TableForm | None, list[str]]:
        read = node_of(text)
        table = bind_table("sums", read.node, ["second"], read.binder, LANGUAGE)
        return table, read.faults

    return table_of


def test_a_table_of_one_block_is_written_as_the_block(table_of: TableOf) -> None:
    table, faults = table_of(
        "in: second\ncolumns: {people: 人, total: 计}\nrows: {new: 新收}\n"
        "corner: 项目\ndecimals: [total]\nformer: {rows: {办完: [new]}}\n"
    )
    assert faults == []
    assert table is not None
    (block,) = table.blocks
    assert (block.corner, block.decimals, block.labels) == ("项目", frozenset({"total"}), 1)
    assert block.superseded_words.rows == {"办完": ("new",)}
    assert table.width == 3


def test_a_table_may_have_several_blocks(table_of: TableOf) -> None:
    table, faults = table_of(
        "in: second\nblocks:\n  - {columns: {a: 甲}, rows: {one: 一}}\n"
        "  - {title: 乙, columns: {a: 甲}, rows: {two: 二}}\n"
    )
    assert faults == []
    assert table is not None
    assert [block.title for block in table.blocks] == [None, "乙"]


WIDE = ", ".join(f"c{number}: 列{number}" for number in range(64))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("in: third\ncolumns: {a: 甲}\nrows: {b: 乙}\n", "there is no section “third”"),
        ("in: second\nblocks: []\n", "the table has no blocks"),
        ("in: second\ncolumns: {}\nrows: {b: 乙}\n", "there are no columns here"),
        ("in: second\ncolumns: {a: 甲}\nrows: {}\n", "there are no rows here"),
        (
            "in: second\ncolumns: {a: 甲}\nrows: {b: 乙}\ndecimals: [c]\n",
            "there is no row or column “c” here",
        ),
        (
            "in: second\ncolumns: {a: 甲}\nrows: {b: 乙}\nformer: {rows: {丙: [c]}}\n",
            "the table has no row “c”",
        ),
        (
            'in: second\ncolumns: {a: 甲}\nrows: {b: ""}\ncorner: 项目\n',
            "there are no row labels here, so there is no corner above them",
        ),
        (
            f"in: second\ncolumns: {{{WIDE}}}\nrows: {{b: 乙}}\n",
            "the table takes 65 columns; a table in Word has 63 at most",
        ),
    ],
)
def test_a_table_that_cannot_be_is_a_fault(table_of: TableOf, text: str, message: str) -> None:
    _, faults = table_of(text)
    assert [fault.partition(" ")[2] for fault in faults] == [message]
