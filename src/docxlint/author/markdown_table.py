"""Parse the rows of a Markdown table with merged cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from docxlint.author.faults import MarkdownFault
from docxlint.core.message import Message
from docxlint.word.make.blocks import Inline, Merge, NewTable, Slot

_CELL = re.compile(r"((?:\\.|[^|\\])*)\|")
_RULE = re.compile(r"\|(?:\s*:?-{3,}:?\s*\|)+")
_SPECIAL = re.compile(r"\\([|<^\\])|<br>")

_UNCLOSED = Message(zh="表格的行要以 | 结束", en="a row of a table must end with |")
_EMPTY = Message(zh="表格没有行", en="the table has no rows")
_WIDTH = Message(
    zh="这一行有{found}个单元格，表格的第一行有{expected}个",
    en="this row has {found} cells, the first row of the table has {expected}",
)
_NO_LEFT = Message(
    zh="“<”左边没有从本行开始的单元格可以并入",
    en="“<” has no cell to its left that begins in this row",
)
_NO_ABOVE = Message(zh="“^”上面没有单元格可以并入", en="“^” has no cell above it")
_RECTANGLE = Message(
    zh="合并的单元格不成矩形：第一行用“<”，以下各行每列都用“^”",
    en="a merged cell is not a rectangle: use “<” in its first row, “^” in all cells below",
)


def parse_rows(
    lines: Sequence[tuple[int, str]], parse_inline: Callable[[str, int], Inline]
) -> tuple[tuple[Slot, ...], ...]:
    """Parse `lines`, each with its number; `parse_inline` parses the text of a cell.

    Raises MarkdownFault for rows of different widths and merged cells that are not rectangles.
    """
    rows: list[tuple[Slot, ...]] = []
    numbers: list[int] = []
    for number, line in lines:
        if _RULE.fullmatch(line):
            continue
        row = tuple(_parse_cell(raw, number, parse_inline) for raw in _split_row(line, number))
        if rows and len(row) != len(rows[0]):
            raise MarkdownFault(number, _WIDTH(found=len(row), expected=len(rows[0])))
        for column, slot in enumerate(row):
            if slot.merge is Merge.LEFT and (column == 0 or row[column - 1].merge is Merge.ABOVE):
                raise MarkdownFault(number, _NO_LEFT)
            if slot.merge is Merge.ABOVE and not rows:
                raise MarkdownFault(number, _NO_ABOVE)
        rows.append(row)
        numbers.append(number)
    if not rows:
        raise MarkdownFault(lines[0][0], _EMPTY)
    _check_rectangles(NewTable(tuple(rows)), numbers)
    return tuple(rows)


def _split_row(line: str, number: int) -> Iterator[str]:
    end = 1
    while end < len(line) or end == 1:
        match = _CELL.match(line, end)
        if match is None:
            raise MarkdownFault(number, _UNCLOSED)
        yield match.group(1).strip(" \t")
        end = match.end()


def _parse_cell(raw: str, number: int, parse_inline: Callable[[str, int], Inline]) -> Slot:
    if raw in (Merge.LEFT, Merge.ABOVE):
        return Slot(merge=Merge(raw))
    return Slot(parse_inline(_SPECIAL.sub(lambda m: m.group(1) or "\n", raw), number))


def _check_rectangles(table: NewTable, numbers: Sequence[int]) -> None:
    covered: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for r, row in enumerate(table.origins()):
        for c, origin in enumerate(row):
            covered.setdefault(origin, []).append((r, c))
    for slots in covered.values():
        rows = {r for r, _ in slots}
        columns = {c for _, c in slots}
        if len(slots) != len(rows) * len(columns):
            raise MarkdownFault(numbers[max(rows)], _RECTANGLE)
