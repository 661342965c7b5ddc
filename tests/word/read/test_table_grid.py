"""Tables as grids."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.core.document import Cell, Document, Table

Grid = Callable[[str], list[list[str | None]]]
Docx = Callable[..., bytes]
Reading = Callable[[bytes], Document]
Build = Callable[[str], Table]


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str, grid: str = "") -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


RESTART = '<w:vMerge w:val="restart"/>'
CONTINUE = "<w:vMerge/>"
SPAN2 = '<w:gridSpan w:val="2"/>'


@pytest.fixture
def table(docx: Docx, reading: Reading) -> Build:
    def first(body: str) -> Table:
        return next(b for b in reading(docx(body)).blocks if isinstance(b, Table))

    return first


@pytest.mark.parametrize(
    ("rows", "slots"),
    [
        ([tr(tc("a"), tc("b")), tr(tc("c"), tc("d"))], [["a", "b"], ["c", "d"]]),
        ([tr(tc("a", SPAN2)), tr(tc("c"), tc("d"))], [["a", "a"], ["c", "d"]]),
        ([tr(tc("a", RESTART), tc("b")), tr(tc("", CONTINUE), tc("d"))], [["a", "b"], ["a", "d"]]),
        (
            [tr(tc("a", RESTART + SPAN2)), tr(tc("藏", CONTINUE + SPAN2)), tr(tc("e"), tc("f"))],
            [["a", "a"], ["a", "a"], ["e", "f"]],
        ),
        (
            [tr(tc("a", '<w:hMerge w:val="restart"/>'), tc("藏", "<w:hMerge/>"), tc("b"))],
            [["a", "a", "b"]],
        ),
        (
            [
                tr(tc("a", RESTART + '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>")),
                tr(
                    tc("", CONTINUE + '<w:hMerge w:val="restart"/>'),
                    tc("", CONTINUE + "<w:hMerge/>"),
                ),
            ],
            [["a", "a"], ["a", "a"]],
        ),
        ([tr(tc("b"), properties='<w:gridBefore w:val="1"/>'), tr(tc("c"), tc("d"))],
         [[None, "b"], ["c", "d"]]),
        ([tr(tc("a"), properties='<w:gridAfter w:val="1"/>'), tr(tc("c"), tc("d"))],
         [["a", None], ["c", "d"]]),
        ([tr(tc("a", CONTINUE)), tr(tc("b", CONTINUE))], [["a"], ["a"]]),
        ([tr(tc("a")), tr(tc("b", CONTINUE))], [["a"], ["b"]]),
        ([tr(tc("a", RESTART), tc("b")), tr(tc("c", CONTINUE + SPAN2))], [["a", "b"], ["c", "c"]]),
        (
            [tr(tc("a", RESTART), tc("b")), tr(tc("c", SPAN2)), tr(tc("d", CONTINUE), tc("e"))],
            [["a", "b"], ["c", "c"], ["d", "e"]],
        ),
        ([tr(tc("a"), tc("b")), tr(tc("删"), tc("删"), properties="<w:del/>")], [["a", "b"]]),
        ([tr(tc("a"), tc("b")), tr(tc("增"), tc("增"), properties="<w:ins/>")],
         [["a", "b"], ["增", "增"]]),
        ([tr(tc("a")), tr(tc("现"), properties="<w:hidden/>")], [["a"], ["现"]]),
        ([tr(tc("a")), tr(tc(""), properties="<w:hidden/>")], [["a"]]),
        ([tr(tc("a"), tc("删", "<w:cellDel/>"), tc("b", "<w:cellIns/>"))], [["a", "b"]]),
        (
            [tr(tc("a", '<w:cellMerge w:vMerge="rest"/>')),
             tr(tc("b", '<w:cellMerge w:vMerge="cont"/>'))],
            [["a"], ["a"]],
        ),
        ([tr(tc("a", RESTART)), tr(tc("b", '<w:cellMerge w:vMergeOrig="cont"/>'))], [["a"], ["b"]]),
        ([f"<w:sdt><w:sdtContent>{tr(tc('a'))}</w:sdtContent></w:sdt>", tr(tc("b"))],
         [["a"], ["b"]]),
        ([tr(tc("a"), f"<w:sdt><w:sdtContent>{tc('b')}</w:sdtContent></w:sdt>")], [["a", "b"]]),
        (["<w:customXml>" + tr(tc("a"), f"<w:customXml>{tc('b')}</w:customXml>") + "</w:customXml>"],
         [["a", "b"]]),
        ([f"<w:ins>{tr(tc('a'))}</w:ins>"], [["a"]]),
        (
            ["<w:mc/>", "<mc:AlternateContent><mc:Choice Requires='wps'>" + tr(tc("新"))
             + "</mc:Choice><mc:Fallback>" + tr(tc("旧")) + "</mc:Fallback></mc:AlternateContent>"],
            [["新"]],
        ),
        ([tr(tc("a", '<w:gridSpan w:val="many"/>'), tc("b", '<w:gridSpan w:val="-3"/>'))],
         [["a", "b"]]),
        ([tr(), tr(tc("a"))], [["a"]]),
    ],
)  # fmt: skip
def test_a_grid_has_each_cell_in_all_slots_it_covers(
    rows: list[str], slots: list[list[str | None]], grid: Grid
) -> None:
    assert grid(tbl(*rows)) == slots


@pytest.mark.parametrize("columns", ["", "<w:gridCol/>", "<w:gridCol/>" * 9])
def test_a_missing_or_short_table_grid_changes_nothing(columns: str, grid: Grid) -> None:
    assert grid(tbl(tr(tc("a"), tc("b")), grid=columns)) == [["a", "b"]]
    assert grid(f"<w:tbl>{tr(tc('a'), tc('b'))}</w:tbl>") == [["a", "b"]]


def test_a_merged_cell_is_one_object_that_knows_its_size(table: Build) -> None:
    read = table(
        tbl(
            tr(tc("a", RESTART + SPAN2), tc("b")),
            tr(tc("", CONTINUE + SPAN2), tc("c")),
            tr(tc("", CONTINUE + SPAN2), tc("d")),
        )
    )
    merged = read.grid[0][0]
    assert merged is not None
    assert all(read.grid[row][column] is merged for row in range(3) for column in range(2))
    assert (merged.row, merged.column, merged.rows, merged.columns) == (0, 0, 3, 2)
    assert [cell.text for cell in read.cells()] == ["a", "b", "c", "d"]
    assert merged.location.path == "/w:document/w:body/w:tbl[1]/w:tr[1]/w:tc[1]"
    assert merged.location.text == "a"


def test_positions_count_the_deleted_rows_that_do_not_show(table: Build) -> None:
    read = table(tbl(tr(tc("删"), properties="<w:del/>"), tr(tc("a"), tc("b"))))
    cell = read.grid[0][1]
    assert cell is not None
    assert cell.location.path == "/w:document/w:body/w:tbl[1]/w:tr[2]/w:tc[2]"


def test_a_table_without_rows_that_show_is_not_there(docx: Docx, reading: Reading) -> None:
    assert reading(docx(tbl(tr(tc("删"), properties="<w:del/>")))).blocks == ()
    assert reading(docx("<w:tbl/>")).blocks == ()


def test_the_paragraphs_of_a_cell_are_joined_by_line_feeds(grid: Grid) -> None:
    cell = "<w:tc><w:p><w:r><w:t>商业</w:t></w:r></w:p><w:p><w:r><w:t>企业</w:t></w:r></w:p></w:tc>"
    assert grid(tbl(tr(cell))) == [["商业\n企业"]]


def test_a_nested_table_lies_inside_its_cell(table: Build) -> None:
    inner = tbl(tr(tc("内")))
    read = table(tbl(tr(f"<w:tc><w:p><w:r><w:t>外</w:t></w:r></w:p>{inner}<w:p/></w:tc>")))
    cell = read.grid[0][0]
    assert isinstance(cell, Cell)
    assert cell.text == "外\n"
    (nested,) = cell.tables
    path = "/w:document/w:body/w:tbl[1]/w:tr[1]/w:tc[1]/w:tbl[1]"
    assert nested.location.path == path
    assert nested.grid[0][0] is not None
    assert nested.grid[0][0].text == "内"
    assert nested.grid[0][0].location.path == f"{path}/w:tr[1]/w:tc[1]"


def test_a_table_in_a_content_control_counts(table: Build) -> None:
    read = table(f"<w:sdt><w:sdtContent>{tbl(tr(tc('a')))}</w:sdtContent></w:sdt>")
    assert read.location.path == "/w:document/w:body/w:sdt[1]/w:sdtContent[1]/w:tbl[1]"


def test_a_content_control_in_a_cell_counts(grid: Grid) -> None:
    control = "<w:sdt><w:sdtContent><w:p><w:r><w:t>0</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    assert grid(tbl(tr(f"<w:tc>{control}</w:tc>"))) == [["0"]]


def test_a_cell_is_never_a_heading(docx: Docx, reading: Reading) -> None:
    heading = '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>三、结果</w:t></w:r></w:p>'
    table, paragraph = reading(docx(tbl(tr(f"<w:tc>{heading}</w:tc>")) + heading)).blocks
    assert isinstance(table, Table)
    assert next(table.cells()).paragraphs[0].level is None
    assert not isinstance(paragraph, Table)
    assert paragraph.level == 0
