"""Whether the figures of a table are complete, not too many, and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from docxlint.core.finding import Fix, Problem, Unchecked
from docxlint.core.location import shorten
from docxlint.core.message import Message
from docxlint.core.reference import ColumnRef, Reference, TableRef
from docxlint.form.bound import BoundBlock, BoundCell, BoundForm, BoundRow, BoundTable
from docxlint.rules.bound_tables import select_blocks
from docxlint.rules.message_parts import join_list
from docxlint.rules.rule import Kind, Outcome
from docxlint.text.values import Figure

_EXTRA = Message(
    zh="这一行应填{wanted}个数，多填了{count}个（{found}）",
    en="the row should have {wanted} figures; it has {count} too many ({found})",
)
_BLANK_ROW = Message(
    zh="整行没有填写；没有发生的填“0”",
    en="the whole row is blank; write 0 where there is nothing to report",
)
_BLANK = Message(
    zh="没有填写：{columns}；没有发生的填“0”",
    en="blank: {columns}; write 0 where there is nothing to report",
)
_BLANK_ONE = Message(
    zh="没有填写；没有发生的填“0”", en="blank; write 0 where there is nothing to report"
)
_NOT_NUMBER = Message(
    zh="“{found}”不是数字；没有发生的填“0”",
    en="“{found}” is not a number; write 0 where there is nothing to report",
)
_NOT_NUMBERS = Message(
    zh="有{count}处填的是“{found}”，不是数字；没有发生的填“0”",
    en="{count} cells have “{found}”, which is not a number; write 0 where there is nothing to"
    " report",
)
_MANY = 3  # cells of a table with the same words that are one finding
_SEVERAL = Message(
    zh="一格里有两个数“{found}”，只应填一个数",
    en="“{found}” is more than one number; a cell has one number",
)
_UNSEEN = Message(
    zh="“{expected}”里有看不见的字符，应重新填写“{expected}”",
    en="invisible characters stand in “{expected}”; write “{expected}” without them",
)
_SHARED = Message(
    zh="一个单元格占了{labels}的位置，应拆分后分别填写",
    en="one cell lies over {labels}; each needs a cell of its own",
)
_UNREAD = Message(
    zh="这一格里不是文字（图片、公式等），读不出数字",
    en="the cell shows something that is no text (a picture, an equation), so it cannot be read",
)
_NOT_PLAIN = Message(zh="“{found}”应填“{expected}”", en="“{found}” should be written “{expected}”")
_NOT_WHOLE = Message(zh="“{found}”应为整数", en="“{found}” should be a whole number")

_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")


class Options(msgspec.Struct, frozen=True):
    """`require` says what to check: that a row has no more figures than the form (count), that
    no figure is blank (filled), or that each figure is a plain number, whole unless the form
    says otherwise (number). With `commas`, a number may have commas at its thousands. `tables`
    names the tables to check, by default all. `words` names columns whose cells hold words, not
    figures, `units` those whose header names no unit, so that a number may have one.
    """

    require: Literal["count", "filled", "number"]
    tables: tuple[TableRef, ...] = ()
    words: tuple[ColumnRef, ...] = ()
    units: tuple[ColumnRef, ...] = ()
    commas: bool = False


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield what is wrong with the figures of the tables, row by row.

    The same words in many cells of a table, such as a dash for every zero, are one problem.
    """
    numbers: list[Outcome] = []
    for item in select_blocks(bound, options.tables):
        if isinstance(item, Unchecked):
            yield item
            continue
        table, block = item
        if options.require == "number":
            numbers += _shared(block, {ref.column for ref in options.words})
        for row in block.rows.values():
            match options.require:
                case "count":
                    yield from _extra(row, bound.language.sentences.SEPARATOR)
                case "filled":
                    yield from _blank(table, block, row, options)
                case "number":
                    numbers += _not_numbers(block, row, options)
    yield from _together(numbers)


def _extra(row: BoundRow, separator: str) -> Iterator[Problem]:
    if not row.extra:
        return
    places = tuple(
        msgspec.structs.replace(
            cell.location,
            section=row.location.section,
            table=row.location.table,
            table_label=row.location.table_label,
            row=row.location.row,
        )
        for cell in row.extra
    )
    texts = separator.join(shorten(cell.text) for cell in row.extra)
    yield Problem(
        message=_EXTRA(count=len(row.extra), found=texts, wanted=len(row.figures)),
        location=places[0],
        found=texts,
        related=places[1:],
    )


def _blank(
    table: BoundTable, block: BoundBlock, row: BoundRow, options: Options
) -> Iterator[Problem]:
    missing = {name for fault in block.headers for name in fault.columns} | {
        str(word) for word in options.words
    }
    blank: list[BoundCell | None] = []
    refs: list[Reference] = []
    labels: list[str] = []
    for column, cell in zip(block.form.columns, row.figures, strict=True):
        if column.name not in missing and (cell is None or (cell.figure.blank and not cell.shared)):
            blank.append(cell)
            refs.append(table.form.figure_ref(row.line.name, column.name))
            labels.append(column.label)
    if not blank:
        return
    places = [cell.location if cell is not None else row.location for cell in blank]
    if len(blank) == 1:
        message = _BLANK_ONE
    elif len(blank) == len(row.figures):
        message = _BLANK_ROW
    else:
        message = _BLANK(columns=join_list(labels))
    yield Problem(
        message=message,
        location=places[0] if len(blank) == 1 else msgspec.structs.replace(places[0], column=None),
        expected="0",
        found="",
        related=tuple(places[1:]),
        subjects=tuple(refs),
    )


def _shared(block: BoundBlock, words: set[str]) -> Iterator[Problem]:
    """Yield the cells that lie over several figures, each at the first of them."""
    over: dict[int, list[tuple[BoundRow, str, BoundCell]]] = {}
    for row in block.rows.values():
        for column, cell in zip(block.form.columns, row.figures, strict=True):
            if cell is not None and cell.shared and column.name not in words:
                over.setdefault(id(cell.cell), []).append((row, column.label, cell))
    for places in over.values():
        first = places[0][2]
        columns = list(dict.fromkeys(label for _, label, _ in places))
        rows = list(dict.fromkeys(row.location.row or "" for row, _, _ in places))
        yield Problem(
            message=_SHARED(
                labels=join_list([f"“{x}”" for x in (columns if len(columns) > 1 else rows)])
            ),
            location=first.location,
            found=first.figure.text,
            subjects=tuple(cell.ref for _, _, cell in places),
        )


def _not_numbers(block: BoundBlock, row: BoundRow, options: Options) -> Iterator[Outcome]:
    words = {ref.column for ref in options.words}
    units = {ref.column for ref in options.units}
    for column, cell in zip(block.form.columns, row.figures, strict=True):
        if cell is None or cell.figure.blank or cell.shared or column.name in words:
            continue
        figure = cell.figure
        if figure.unit and column.name in units:
            continue
        if figure.unread:
            yield Unchecked(reason=_UNREAD, location=cell.location, causes=(cell.ref,))
            continue
        text = shorten(figure.text)
        decimals = {row.line.name, column.name} & block.form.decimals
        if figure.value is None:
            message = _SEVERAL if figure.several else _NOT_NUMBER
            yield Problem(
                message=message(found=text),
                location=cell.location,
                found=figure.text,
                subjects=(cell.ref,),
            )
        elif not decimals and figure.value != figure.value.to_integral_value():
            yield Problem(message=_NOT_WHOLE(found=text), location=cell.location, found=figure.text)
        elif _is_unusual(figure, whole=not decimals, commas=options.commas):
            expected = f"{figure.value if decimals else figure.value.to_integral_value():f}"
            yield Problem(
                message=(_UNSEEN if figure.unseen else _NOT_PLAIN)(found=text, expected=expected),
                location=cell.location,
                expected=expected,
                found=figure.text,
                fix=Fix(cell.location, expected),
            )


def _is_unusual(figure: Figure, *, whole: bool, commas: bool) -> bool:
    """Whether a figure has a value but is not written as it should be."""
    if figure.plain:
        return whole and "." in figure.text
    return not (commas and _GROUPED.fullmatch(figure.text))


def _together(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """Yield the outcomes, those about the same words in a table as one if there are many."""
    same: dict[tuple[str | None, str], list[Problem]] = {}
    for outcome in outcomes:
        text = (isinstance(outcome, Problem) and outcome.found) or ""
        if isinstance(outcome, Problem) and outcome.message == _NOT_NUMBER(found=shorten(text)):
            same.setdefault((outcome.location.table, text), []).append(outcome)
        else:
            yield outcome
    for (_, words), problems in same.items():
        if len(problems) < _MANY:
            yield from problems
            continue
        first, *others = problems
        yield msgspec.structs.replace(
            first,
            message=_NOT_NUMBERS(count=len(problems), found=shorten(words)),
            related=tuple(problem.location for problem in others),
            subjects=tuple(ref for problem in problems for ref in problem.subjects),
        )


KIND = Kind(name="cells", options=Options, run=run, judges_tables=True)
