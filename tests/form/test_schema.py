import pytest

from docxlint.form.schema import (
    Form,
    FormBlock,
    FormLine,
    SectionForm,
    TableForm,
    TitleForm,
)

WIDE = FormBlock(
    columns=(FormLine("people", ("全部", "自然人")), FormLine("total", ("总计",))),
    rows=(FormLine("new", ("收到", "新收")),),
    labels=2,
)
NARROW = FormBlock(columns=(FormLine("won", ("维持",)),), rows=(FormLine("only", ("",)),))
TABLE = TableForm("sums", "second", (WIDE, NARROW))
FORM = Form(
    TitleForm("报告", "{organ}{year}年报告"), (SectionForm("second", "二、数字"),), (TABLE,)
)


def test_the_label_of_a_line_is_the_last_of_its_path() -> None:
    assert (WIDE.rows[0].label, NARROW.rows[0].label) == ("新收", "")


def test_a_header_has_as_many_rows_as_its_longest_path() -> None:
    assert (WIDE.header_rows, NARROW.header_rows) == (2, 1)


def test_a_table_is_as_wide_as_its_widest_block() -> None:
    assert TABLE.width == 4


def test_rows_and_columns_of_all_blocks_come_in_order() -> None:
    assert [row.name for row in TABLE.rows()] == ["new", "only"]
    assert [column.name for column in TABLE.columns()] == ["people", "total", "won"]


def test_parts_are_looked_up_by_name() -> None:
    assert FORM.section("second").heading == "二、数字"
    assert FORM.table("sums") is TABLE


def test_a_name_that_the_form_does_not_have_raises_key_error() -> None:
    with pytest.raises(KeyError, match="first"):
        FORM.section("first")
    with pytest.raises(KeyError, match="none"):
        FORM.table("none")


def test_a_reference_to_a_part_that_is_not_there_raises_key_error() -> None:
    assert str(TABLE.figure_ref("new", "total")) == "sums.new.total"
    for make in (
        lambda: TABLE.row_ref("old"),
        lambda: TABLE.column_ref("firms"),
        lambda: TABLE.figure_ref("new", "won"),
    ):
        with pytest.raises(KeyError):
            make()
