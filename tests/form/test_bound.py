from __future__ import annotations

from decimal import Decimal

from docxlint.core.document import Cell, Document, Paragraph
from docxlint.core.location import Location
from docxlint.core.reference import FigureRef
from docxlint.form.bound import BoundBlock, BoundCell, BoundForm, BoundRow, BoundSection, BoundTable
from docxlint.form.schema import Form, FormBlock, FormLine, SectionForm, TableForm, TitleForm
from docxlint.text.values import Figure

BODY = Location("word/document.xml", "/w:document/w:body")
COLUMN = FormLine("count", ("数量",))
ROWS = (FormLine("first", ("甲",)), FormLine("second", ("乙",)))
BLOCKS = tuple(FormBlock(columns=(COLUMN,), rows=(row,)) for row in ROWS)
FORM = Form(
    TitleForm("报告", "{organ}{year}年报告"),
    (SectionForm("numbers", "一、数字"), SectionForm("other", "二、其他")),
    (TableForm("sums", "numbers", BLOCKS),),
)


def cell(row: str) -> BoundCell:
    figure = Figure("1", Decimal(1), plain=True)
    return BoundCell(FigureRef("sums", row, "count"), Cell("1", 0, 0, BODY), figure, BODY)


def table(*rows: str) -> BoundTable:
    cells = {(row, "count"): cell(row) for row in rows}
    blocks = tuple(
        BoundBlock(
            block,
            {
                line.name: BoundRow(line, BODY, (), (cells[line.name, "count"],))
                for line in block.rows
                if line.name in rows
            },
        )
        for block in BLOCKS
    )
    return BoundTable(FORM.tables[0], (), BODY, blocks, cells)


def test_rows_come_in_the_order_of_the_form() -> None:
    assert [row.line.name for row in table("second", "first").rows()] == ["first", "second"]


def test_a_row_and_a_cell_are_looked_up_by_name() -> None:
    bound = table("second")
    row = bound.row("second")
    assert row is not None
    assert row.figures[0] is bound.cell("second", "count")
    assert bound.row("first") is None
    assert bound.cell("first", "count") is None


def test_what_is_missing_is_pointed_to_at_its_section_or_the_body() -> None:
    heading = Location("word/document.xml", "/w:document/w:body/w:p[1]")
    section = BoundSection(
        FORM.sections[0], Paragraph("一、数字", heading), "一、", "数字", heading, (), ()
    )
    bound = BoundForm(FORM, Document((), BODY), None, None, (section,), {}, (), ())
    assert bound.section("numbers") is section
    assert bound.section("other") is None
    assert bound.anchor("numbers") is heading
    assert bound.anchor("other") is BODY
    assert bound.anchor(None) is BODY
