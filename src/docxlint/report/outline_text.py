"""The outline of a document as text: paragraphs line by line, tables as grids."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from docxlint.core.location import shorten
from docxlint.core.message import Message
from docxlint.report.outline_data import Cell, Outline, Paragraph, TableGrid
from docxlint.report.visible_text import visible

_WIDEST = 18  # a column of a grid, in half-width characters
_LONGEST = 60  # the words of a paragraph, in characters
_LEFT, _ABOVE, _NONE = "←", "↑", "·"

_PACK = Message(zh="规则包", en="rules")
_NO_PACK = Message(zh="（没有适用的规则包）", en="(no rules apply)")
_TITLE = Message(zh="标题", en="title")
_ORGAN = Message(zh="机关", en="organ")
_YEAR = Message(zh="年度", en="year")
_COLON = Message(zh="：", en=": ")
_ABSENT = Message(zh="（未找到）", en="(not found)")
_CHANGES = Message(zh="修订", en="tracked changes")
_LEGEND = Message(
    zh="（{{ }} 里是 Word 自动编号；[ ] 里是规则所用的名称；"
    "← ↑ 表示与左边、上边合并；· 表示此处没有单元格）",
    en="({{ }} holds automatic numbers, [ ] the names that rules use; "
    "← ↑ merged with the cell to the left, above; · no cell here)",
)
_TABLE = Message(zh="表格 {rows} 行 × {columns} 列", en="table, {rows} rows × {columns} columns")
_BOX = Message(zh="文本框", en="text box")
_UNREAD = Message(zh="未读取的内容：{construct}", en="not read: {construct}")
_STORIES = {
    "header": Message(zh="页眉", en="header"),
    "footer": Message(zh="页脚", en="footer"),
    "footnote": Message(zh="脚注", en="footnote"),
    "endnote": Message(zh="尾注", en="endnote"),
    "comment": Message(zh="批注", en="comment"),
}


def render(outline: Outline, lang: str) -> str:
    """`outline` as text in `lang`, ending in a line break."""
    return "\n".join(_lines(outline, lang)) + "\n"


def _lines(outline: Outline, lang: str) -> Iterator[str]:
    colon = _COLON.text(lang)
    title = outline.title
    absent = _ABSENT.text(lang)
    pack = outline.pack
    yield visible(outline.path)
    for message, value in (
        (_PACK, f"{pack.name} {pack.version}" if pack is not None else _NO_PACK.text(lang)),
        (_TITLE, title.text if title is not None else absent),
        (_ORGAN, (title.organ if title is not None else "") or absent),
        (_YEAR, str(outline.year) if outline.year is not None else absent),
        (_CHANGES, str(outline.changes)),
    ):
        yield f"  {message.text(lang)}{colon}{visible(value)}"
    for gap in outline.unread:
        yield f"  {_UNREAD(construct=visible(gap.construct)).text(lang)}"
    yield "  " + _LEGEND().text(lang)
    yield ""
    for block in outline.blocks:
        yield from _block(block, lang)
    for story in outline.stories:
        name = _STORIES[story.story].text(lang) if story.story in _STORIES else story.story
        author = f" ({visible(story.author)})" if story.author else ""
        yield ""
        yield f"  {visible(name)}{author}{colon}"
        for block in story.blocks:
            yield from _block(block, lang)


def _block(block: Paragraph | TableGrid, lang: str) -> Iterator[str]:
    if isinstance(block, TableGrid):
        yield from _table(block, "    ", lang)
        return
    words = visible(shorten(block.text, _LONGEST))
    number = visible(block.number.strip())
    text = f"{{{number}}}{words}" if number else words
    box = f"<{_BOX.text(lang)}> " if block.box else ""
    if block.role == "title":
        yield f"  # {box}{text}"
    elif block.role == "heading":
        yield ""
        yield f"  [{block.section or '?'}] {box}{text}"
    elif text or box:
        count = "" if block.paragraph is None else str(block.paragraph)
        yield f"  {count:>4}  {box}{text}"


def _table(table: TableGrid, indent: str, lang: str) -> Iterator[str]:
    size = _TABLE(rows=table.rows, columns=table.columns).text(lang)
    yield f"{indent}[{table.name or '?'}] {size}"
    grid = _slots(table)
    names = [f"[{name}]" if name else "" for name in table.row_names]
    widths = [
        min(_WIDEST, max((_width(row[c]) for row in grid), default=0)) for c in range(table.columns)
    ]
    columns = [_column_names(table, row) for row in range(table.rows)]
    for c in range(table.columns):
        named = (f"[{row[c]}]" for row in columns if c in row)
        widths[c] = max([widths[c], *(_width(name) for name in named)])
    margin = max((len(name) for name in names), default=0)
    above: dict[int, str] = {}
    for name, slots, column_names in zip(names, grid, columns, strict=True):
        if column_names and column_names != above:
            heads = [f"[{column_names[c]}]" if c in column_names else "" for c in range(len(slots))]
            yield f"{indent}  {_row('', margin, heads, widths)}".rstrip()
            above = column_names
        yield f"{indent}  {_row(name, margin, slots, widths)}".rstrip()
    for cell in table.cells:
        for nested in cell.tables:
            yield from _table(nested, indent + "      ", lang)


def _row(name: str, margin: int, slots: Sequence[str], widths: Sequence[int]) -> str:
    return " | ".join([name.ljust(margin), *map(_fit, slots, widths)])


def _slots(table: TableGrid) -> list[list[str]]:
    grid = [[_NONE] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                grid[row][column] = _ABOVE if row > cell.row else _LEFT
        grid[cell.row][cell.column] = _words(cell)
    return grid


def _words(cell: Cell) -> str:
    return visible(" ".join(cell.text.split()))


def _column_names(table: TableGrid, row: int) -> dict[int, str]:
    """The form's names of the columns of figures in a row, by slot."""
    return {
        cell.column: cell.name.rpartition(".")[2]
        for cell in table.cells
        if cell.row == row and cell.name is not None
    }


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _fit(text: str, width: int) -> str:
    """`text` in exactly `width` half-width characters, cut where it is longer."""
    if _width(text) > width:
        while _width(text) > width - 2:
            text = text[:-1]
        text += ".."
    return text + " " * (width - _width(text))
