"""Variants that lay out tables differently."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from docxlint.text.zh.folding import fold
from docxlint.word.ooxml.names import w

from .blocks import each
from .word import Word, el, replace


def old_horizontal_merges(word: Word) -> None:
    """Merge cells over several columns in the old way, with hMerge."""
    for cell in each(word, "tc"):
        properties = _properties(cell)
        span = properties.find(w("gridSpan"))
        if span is None:
            continue
        columns = int(span.get(w("val"), "1"))
        _put(properties, el("hMerge", val="restart"))
        properties.remove(span)
        replace(cell, cell, *(_follower(properties) for _ in range(columns - 1)))


def _follower(properties: etree._Element) -> etree._Element:
    copied = deepcopy(properties)
    copied.find(w("hMerge")).attrib.clear()  # type: ignore[union-attr]
    return el("tc", copied, el("p"))


def no_table_grids(word: Word) -> None:
    """Remove the w:tblGrid of every table."""
    for grid in each(word, "tblGrid"):
        grid.getparent().remove(grid)  # type: ignore[union-attr]


def rows_set_in(word: Word) -> None:
    """Leave the first and the last column of a wider grid free in every row."""
    for table in each(word, "tbl"):
        grid = table.find(w("tblGrid"))
        assert grid is not None
        grid.insert(0, el("gridCol", w="400"))
        grid.append(el("gridCol", w="400"))
        for row in table.iter(w("tr")):
            for side in "Before", "After":
                _leave_free(row, f"grid{side}")
                _add_free_width(row, f"w{side}", 400)


def rows_out_of_line_by_a_hair(word: Word) -> None:
    """Make every second row without vertical merges a little narrower than the others, as after a
    border was moved by hand.
    """
    for table in each(word, "tbl"):
        grid = table.find(w("tblGrid"))
        assert grid is not None
        _split_column(grid[0], 8)
        _split_column(grid[-1], -8)
        for n, row in enumerate(table.iter(w("tr"))):
            cells = row.findall(w("tc"))
            out = n % 2 == 1 and next(row.iter(w("vMerge")), None) is None
            for cell, side in (cells[0], "Before"), (cells[-1], "After"):
                if out or row.find(f"{w('trPr')}/{w(f'grid{side}')}") is not None:
                    _leave_free(row, f"grid{side}")
                    _add_width(cell, -8)
                    _add_free_width(row, f"w{side}", 8)
                else:
                    _widen(cell)


def _leave_free(row: etree._Element, name: str) -> None:
    """Leave one more column free before or after the cells of a row."""
    properties = row.find(w("trPr"))
    if properties is None:
        properties = el("trPr")
        row.insert(0, properties)
    free = properties.find(w(name))
    if free is None:
        free = el(name, val="0")
        properties.append(free)
    free.set(w("val"), str(int(free.get(w("val"), "0")) + 1))


def _add_width(cell: etree._Element, twips: int) -> None:
    width = cell.find(f"{w('tcPr')}/{w('tcW')}")
    if width is not None:
        width.set(w("w"), str(int(width.get(w("w"), "0")) + twips))


def _add_free_width(row: etree._Element, name: str, twips: int) -> None:
    """Make the space before or after the cells of a row wider."""
    properties = row.find(w("trPr"))
    assert properties is not None
    width = properties.find(w(name))
    if width is None:
        width = el(name, w="0", type="dxa")
        # the schema has no order for the properties of a row
        properties.append(width)
    width.set(w("w"), str(int(width.get(w("w"), "0")) + twips))


def _split_column(column: etree._Element, sliver: int) -> None:
    """Split a column; the first part is `sliver` wide, or the last part if `sliver` is negative."""
    width = int(column.get(w("w"), "0"))
    parts = (sliver, width - sliver) if sliver > 0 else (width + sliver, -sliver)
    replace(column, *(el("gridCol", w=str(part)) for part in parts))


def _widen(cell: etree._Element) -> None:
    properties = _properties(cell)
    span = properties.find(w("gridSpan"))
    if span is None:
        span = el("gridSpan", val="1")
        _put(properties, span)
    span.set(w("val"), str(int(span.get(w("val"), "1")) + 1))


def _properties(cell: etree._Element) -> etree._Element:
    properties = cell.find(w("tcPr"))
    if properties is None:
        properties = el("tcPr")
        cell.insert(0, properties)
    return properties


def _put(properties: etree._Element, merge: etree._Element) -> None:
    """Insert a merge after the width, as the schema requires."""
    width = properties.find(w("tcW"))
    properties.insert(0 if width is None else 1, merge)


def split_by_page_breaks(word: Word) -> None:
    """Split two tables in two, with a page break between."""
    _split(word, "六)项")
    _split(word, "四、结转")


def split_within_merged_labels(word: Word) -> None:
    """Split a table inside a merged label."""
    _split(word, "不予处理")


def split_with_headers_again(word: Word) -> None:
    """Split a table in two and repeat the header rows in the second."""
    row = _split(word, "四、结转")
    above = next(r for r in each(word, "tr") if _has(r, "一、本年新收"))
    for header in above.itersiblings(preceding=True):
        if header.tag == w("tr"):
            row.addprevious(deepcopy(header))
            row = row.getprevious()  # type: ignore[assignment]


def _split(word: Word, label: str) -> etree._Element:
    """Split the table at the first row with `label`, with a page break; return the row."""
    row = next(r for r in each(word, "tr") if _has(r, label))
    table = row.getparent()
    assert table is not None
    rest = etree.Element(w("tbl"))
    rest.extend(deepcopy(e) for e in table if e.tag in (w("tblPr"), w("tblGrid")))
    rest.extend([row, *row.itersiblings()])
    page = el("p", el("r", el("br", type="page")))
    replace(table, table, page, rest)
    return row


def _has(row: etree._Element, label: str) -> bool:
    return label in fold("".join(map(str, row.itertext())))


def mirrored_tables(word: Word) -> None:
    """Store the cells of each row from right to left, in tables that show from the right."""
    for table in each(word, "tbl"):
        properties = table.find(w("tblPr"))
        assert properties is not None
        properties.insert(0, el("bidiVisual"))
        for row in table.iter(w("tr")):
            cells = row.findall(w("tc"))
            for cell in cells:
                row.remove(cell)
            row.extend(reversed(cells))
        grid = table.find(w("tblGrid"))
        if grid is not None:
            grid[:] = reversed(list(grid))


def figures_in_tables(word: Word) -> None:
    """Put each figure of every third row into a table of its own inside its cell."""
    for n, row in enumerate(list(word.body.iter(w("tr")))):
        if n % 3:
            continue
        for cell in row.findall(w("tc")):
            paragraphs = cell.findall(w("p"))
            text = "".join(t.text or "" for t in cell.iter(w("t")))
            if len(paragraphs) == 1 and text.isdecimal():
                inner = el("tc", el("tcPr"))
                outer = el("tbl", el("tblPr"), el("tblGrid", el("gridCol")), el("tr", inner))
                replace(paragraphs[0], outer, el("p"))
                inner.append(paragraphs[0])


def body_in_a_frame(word: Word) -> None:
    """Put all that the body holds, its section properties aside, into a table of one cell."""
    content = [child for child in word.body if child.tag != w("sectPr")]
    cell = el("tc", el("tcPr"))
    frame = el("tbl", el("tblPr"), el("tblGrid", el("gridCol")), el("tr", cell))
    word.body.insert(0, frame)
    cell.extend(content)
    cell.append(el("p"))
