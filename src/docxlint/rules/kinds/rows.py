"""Whether the rows of a table are those of the form: complete, and with its labels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from docxlint.core.finding import Fix, Problem, Unchecked
from docxlint.core.location import shorten
from docxlint.core.message import Message
from docxlint.core.reference import TableRef
from docxlint.form.bound import BoundBlock, BoundForm, BoundRow, BoundTable, Mismatch
from docxlint.rules.bound_tables import select_blocks
from docxlint.rules.rule import Kind, Outcome
from docxlint.text.language import Language

_MISSING = Message(zh="缺少“{label}”这一行", en="the row “{label}” is missing")
_MISSING_FIGURES = Message(zh="缺少填数字的那一行", en="the row of figures is missing")
_MISSING_BLOCK = Message(
    zh="缺少“{title}”这一部分表格：{labels}",
    en="the part “{title}” of the table is missing: {labels}",
)
_WRONG = Message(
    zh="项目名称应为“{expected}”，现为“{found}”",
    en="the row label should be “{expected}”, not “{found}”",
)
_BLANK = Message(
    zh="项目名称漏填，应为“{expected}”", en="the row label is blank; it should be “{expected}”"
)
_UNKNOWN = Message(zh="规定格式中没有“{found}”这一行", en="the form has no row “{found}”")


_DISPLACED = Message(
    zh="“{label}”这一行的位置不对，应在“{before}”之后",
    en="the row “{label}” is out of place; it should come after “{before}”",
)
_DISPLACED_FIRST = Message(
    zh="“{label}”这一行的位置不对，应在“{after}”之前",
    en="the row “{label}” is out of place; it should come before “{after}”",
)


_DISPLACED_ONE = Message(
    zh="“{label}”这一行的位置不对，应在“{header}”的下面",
    en="the row “{label}” is out of place; it should be under “{header}”",
)


class Options(msgspec.Struct, frozen=True):
    """`require` says what to check: that every row of the form is present, that the labels have
    the form's wording, or that the rows stand in the form's order. `tables` names the tables to
    check, by default all. The tables that `open` names may have further rows.
    """

    require: Literal["present", "wording", "order"]
    tables: tuple[TableRef, ...] = ()
    open: tuple[TableRef, ...] = ()


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield what is wrong with the rows of the tables."""
    for item in select_blocks(bound, options.tables):
        if isinstance(item, Unchecked):
            yield item
        elif options.require == "present":
            yield from _missing(*item, bound.language)
        elif options.require == "order":
            yield from _displaced(*item)
        else:
            table, block = item
            for row in block.rows.values():
                yield from _misworded(table, row, bound.language)
    if options.require == "wording":
        for table in bound.tables.values():
            selected = not options.tables or table.form.ref in options.tables
            if selected and table.form.ref not in options.open:
                yield from (_unknown(row) for row in table.unknown)


def _displaced(table: BoundTable, block: BoundBlock) -> Iterator[Problem]:
    lines = block.form.rows
    for at, line in enumerate(lines):
        if line.name not in table.displaced or line.name not in block.rows:
            continue
        if at:
            message = _DISPLACED(label=shorten(line.label), before=shorten(lines[at - 1].label))
        elif len(lines) > 1:
            message = _DISPLACED_FIRST(label=shorten(line.label), after=shorten(lines[1].label))
        else:
            message = _DISPLACED_ONE(label=shorten(line.label), header=_header(block))
        yield Problem(message=message, location=block.rows[line.name].location, found=line.label)


def _header(block: BoundBlock) -> str:
    """The words above the rows of a block: its title, or else its last column."""
    return shorten(block.form.title or block.form.columns[-1].label)


def _unknown(row: Mismatch) -> Problem:
    return Problem(
        message=_UNKNOWN(found=shorten(row.found)), location=row.location, found=row.found
    )


def _missing(table: BoundTable, block: BoundBlock, language: Language) -> Iterator[Problem]:
    labels = [line.label or block.form.title or "" for line in block.missing]
    refs = [table.form.row_ref(line.name) for line in block.missing]
    place = next((row.location for row in block.rows.values()), table.location)
    place = msgspec.structs.replace(place, row=None, column=None, text="")
    if block.form.title is not None and len(labels) == len(block.form.rows) > 0:
        title = block.form.title
        yield Problem(
            message=_MISSING_BLOCK(title=title, labels=language.sentences.SEPARATOR.join(labels)),
            location=place,
            expected=title,
            subjects=tuple(refs),
        )
        return
    for label, ref in zip(labels, refs, strict=True):
        yield Problem(
            message=_MISSING(label=label) if label else _MISSING_FIGURES,
            location=place,
            expected=label or None,
            subjects=(ref,),
        )


def _misworded(table: BoundTable, row: BoundRow, language: Language) -> Iterator[Problem]:
    fold = language.folding.fold
    for cell, expected in row.labels:
        if fold(cell.text) == fold(expected):
            continue
        text = "".join(cell.text.split())
        place = msgspec.structs.replace(
            cell.location,
            section=table.location.section,
            table=table.form.name,
            table_label=table.form.label,
            row=row.location.row,
        )
        message = (
            _WRONG(found=shorten(text), expected=expected) if text else _BLANK(expected=expected)
        )
        yield Problem(
            message=message,
            location=place,
            expected=expected,
            found=text,
            fix=Fix(place, expected),
        )


KIND = Kind(name="rows", options=Options, run=run)
