"""Forms whose sections are numbered 第一部分, and tables whose rows begin with a code."""

from docxlint.core.document import Cell, Document, Paragraph, Table
from docxlint.core.location import Location
from docxlint.form.find_sections import find_sections
from docxlint.form.find_tables import find_tables
from docxlint.form.schema import Form, FormBlock, FormLine, SectionForm, TableForm, TitleForm
from docxlint.text.zh.heading_numbers import heading_number

PART = "word/document.xml"
BODY = "/w:document/w:body"
FORM = Form(
    title=TitleForm("决算", "{organ}{year}年决算"),
    sections=(
        SectionForm("survey", "第一部分 概况"),
        SectionForm("tables", "第二部分 决算表"),
        SectionForm("words", "第三部分 名词解释"),
    ),
    tables=(
        TableForm(
            "sums",
            "tables",
            (
                FormBlock(
                    columns=(FormLine("old", ("上年",)), FormLine("new", ("本年",))),
                    rows=(FormLine("all", ("合计",)),),
                    labels=1,
                ),
            ),
        ),
    ),
)


def headings(*lines: str) -> list[tuple[str | None, str]]:
    blocks = tuple(
        Paragraph(line, Location(PART, f"{BODY}/w:p[{at}]")) for at, line in enumerate(lines, 1)
    )
    sections = find_sections(blocks, FORM)
    return [(s.form.name if s.form else None, s.heading.text) for s in sections]


def test_a_part_is_numbered_above_the_first_level() -> None:
    number = heading_number("第二部分　部门决算表")
    assert number is not None
    assert (number.style, number.level, number.value, number.rest) == (
        "han-part",
        0,
        2,
        "部门决算表",
    )
    for text in ("第十一部分：附件", "第三部分、说明", "第 一 部分 概况"):
        assert heading_number(text) is not None, text


def test_a_sentence_that_begins_with_a_part_has_no_number() -> None:
    assert heading_number("第一部分介绍概况，第二部分是决算表。") is None


def test_items_of_a_part_are_neither_parts_nor_further_sections() -> None:
    lines = ("第一部分 概况", "一、职责", "略", "二、机构", "第二部分 决算表", "略")
    words = ("第三部分 名词解释", "一、收入", "二、支出", "三、结余", "四、基金")
    assert headings(*lines, *words) == [
        ("survey", "第一部分 概况"),
        ("tables", "第二部分 决算表"),
        ("words", "第三部分 名词解释"),
    ]


def test_a_further_part_is_a_section_that_the_form_does_not_have() -> None:
    lines = ("第一部分 概况", "略", "第二部分 决算表", "略", "第三部分 名词解释", "第四部分 附件")
    assert headings(*lines)[-1] == (None, "第四部分 附件")


def test_what_stands_before_the_title_of_a_section_is_its_own() -> None:
    lines = ("第一部分 某局2023年度概况", "略", "第二部分 决算表", "略", "第三部分名词解释", "略")
    assert [name for name, _ in headings(*lines)] == ["survey", "tables", "words"]


def table(*rows: str) -> Table:
    """A table whose cells are separated by blanks; "_" is blank, "<" merged with its left."""
    grid = []
    for r, row in enumerate(rows):
        slots: list[Cell] = []
        words = row.split()
        for c, word in enumerate(words):
            if word == "<":
                slots.append(slots[-1])
                continue
            width = 1
            while c + width < len(words) and words[c + width] == "<":
                width += 1
            place = Location(PART, f"{BODY}/w:tbl[1]/w:tr[{r + 1}]/w:tc[{c + 1}]")
            slots.append(Cell("" if word == "_" else word, r, c, place, columns=width))
        grid.append(tuple(slots))
    return Table(tuple(grid), Location(PART, f"{BODY}/w:tbl[1]"))


def figures(*rows: str) -> list[str | None]:
    document = Document((table(*rows),), Location(PART, BODY))
    row = find_tables(FORM, document, ()).tables["sums"].row("all")
    assert row is not None
    return [cell.figure.text if cell is not None else None for cell in row.figures]


def test_codes_of_other_rows_do_not_move_the_figures() -> None:
    rows = ("项目 < 上年 本年", "合计 < 3 4", "201 公共 1 2", "202 外交 1 1", "203 国防 1 1")
    assert figures(*rows) == ["3", "4"]


def test_a_blank_first_figure_does_not_widen_the_labels() -> None:
    assert figures("项目 < 上年 本年", "合计 < _ 4", "201 公共 _ 4") == ["", "4"]
