"""Columns of a table as thin as a hair."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Grid = Callable[[str], list[list[str | None]]]

RESTART = '<w:vMerge w:val="restart"/>'
CONTINUE = "<w:vMerge/>"
SPAN2 = '<w:gridSpan w:val="2"/>'


def tc(text: str, properties: str = "", width: str = "") -> str:
    properties = (f'<w:tcW w:w="{width}" w:type="dxa"/>' if width else "") + properties
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str, grid: str = "") -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def widths(*twips: int) -> str:
    return "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)


FREE_BEFORE = '<w:gridBefore w:val="1"/>'
SPAN3 = '<w:gridSpan w:val="3"/>'


@pytest.mark.parametrize(
    ("columns", "rows", "slots"),
    [
        # one cell ends before the sliver, the one below it after
        ((640, 1, 640), [tr(tc("a"), tc("b", SPAN2)), tr(tc("c", SPAN2), tc("d"))],
         [["a", "b"], ["c", "d"]]),
        # a vertical merge whose edges are a hair out of line
        ((640, 19, 640),
         [tr(tc("a", RESTART), tc("b", SPAN2)), tr(tc("", CONTINUE + SPAN2), tc("d"))],
         [["a", "b"], ["a", "d"]]),
        # a row that begins a sliver late, and one that ends early
        ((8, 640, 640), [tr(tc("b"), tc("c"), properties=FREE_BEFORE), tr(tc("d", SPAN2), tc("e"))],
         [["b", "c"], ["d", "e"]]),
        ((640, 640, 8), [tr(tc("b"), tc("c", SPAN2)), tr(tc("d"), tc("e"))],
         [["b", "c"], ["d", "e"]]),
        # two slivers side by side
        ((640, 5, 5, 640), [tr(tc("a"), tc("b", SPAN3)), tr(tc("c", SPAN3), tc("d"))],
         [["a", "b"], ["c", "d"]]),
        # cells in slivers alone stay, be it in one row only
        ((640, 5, 640), [tr(tc("a"), tc("i"), tc("b")), tr(tc("c", SPAN2), tc("d"))],
         [["a", "i", "b"], ["c", "c", "d"]]),
        ((640, 5, 5, 640), [tr(tc("a"), tc("i", SPAN2), tc("b")), tr(tc("c"), tc("d", SPAN3))],
         [["a", "i", "b"], ["c", "d", "d"]]),
        # a column of a millimetre is one; widths that are 0 or all alike tell nothing
        ((640, 20, 640), [tr(tc("a"), tc("b", SPAN2)), tr(tc("c", SPAN2), tc("d"))],
         [["a", "b", "b"], ["c", "c", "d"]]),
        ((640, 0, 640), [tr(tc("a"), tc("b", SPAN2)), tr(tc("c", SPAN2), tc("d"))],
         [["a", "b", "b"], ["c", "c", "d"]]),
        ((1, 1, 1), [tr(tc("a"), tc("b", SPAN2)), tr(tc("c", SPAN2), tc("d"))],
         [["a", "b", "b"], ["c", "c", "d"]]),
        # a grid that is too short for its rows
        ((8, 640), [tr(tc("a", SPAN2), tc("b", SPAN2)), tr(tc("c", SPAN3), tc("d"))],
         [["a", "b", "b"], ["c", "c", "d"]]),
    ],
)  # fmt: skip
def test_edges_a_hair_apart_are_one_edge(
    columns: tuple[int, ...], rows: list[str], slots: list[list[str | None]], grid: Grid
) -> None:
    assert grid(tbl(*rows, grid=widths(*columns))) == slots


def late(twips: int) -> str:
    return f'{FREE_BEFORE}<w:wBefore w:w="{twips}" w:type="dxa"/>'


@pytest.mark.parametrize("columns", ["", "<w:gridCol/>" * 3, widths(0, 0, 0)])
@pytest.mark.parametrize(
    ("rows", "slots"),
    [
        # one border is a hair to the right in the second row
        ([tr(tc("a", width="640"), tc("b", SPAN2, "645")),
          tr(tc("c", SPAN2, "645"), tc("d", width="640"))], [["a", "b"], ["c", "d"]]),
        # a row that begins a hair late, as far as its file says
        ([tr(tc("a", SPAN2, "640"), tc("b", width="640")),
          tr(tc("c", width="632"), tc("d", width="640"), properties=late(8))],
         [["a", "b"], ["c", "d"]]),
        # real columns, and cells of other units or without a width
        ([tr(tc("a", width="640"), tc("b", SPAN2, "660")),
          tr(tc("c", SPAN2, "660"), tc("d", width="640"))], [["a", "b", "b"], ["c", "c", "d"]]),
        ([tr(tc("a"), tc("b", SPAN2)), tr(tc("c", SPAN2), tc("d"))],
         [["a", "b", "b"], ["c", "c", "d"]]),
        ([tr(tc("a", width="640"), tc("b", SPAN2, "many")), tr(tc("c", SPAN2, "-5"), tc("d"))],
         [["a", "b", "b"], ["c", "c", "d"]]),
    ],
)  # fmt: skip
def test_without_widths_of_columns_those_of_the_cells_count(
    rows: list[str], slots: list[list[str | None]], columns: str, grid: Grid
) -> None:
    assert grid(tbl(*rows, grid=columns)) == slots


def test_widths_in_percent_say_nothing_about_a_sliver(grid: Grid) -> None:
    percent = [tr(tc("a"), tc("b", SPAN2)), tr(tc("c", SPAN2), tc("d"))]
    text = tbl(*percent).replace("<w:tcPr>", '<w:tcPr><w:tcW w:w="10" w:type="pct"/>')
    assert grid(text) == [["a", "b", "b"], ["c", "c", "d"]]


def test_a_cell_over_a_hundred_columns_that_no_other_cell_has(grid: Grid) -> None:
    wide = tc("b", '<w:gridSpan w:val="100"/>', "640")
    rows = grid(tbl(tr(tc("a", width="640"), wide), tr(tc("c", width="640"), tc("d", width="3"))))
    assert [len(row) for row in rows] == [101, 101]
