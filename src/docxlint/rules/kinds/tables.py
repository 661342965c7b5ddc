"""Whether the tables of the form are present and do not use a superseded form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from docxlint.core.finding import NotApplicable, Problem, Unchecked
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.core.reference import TITLE, TableRef
from docxlint.form.bound import BoundForm, BoundTable
from docxlint.form.take_coverage import typed_tables
from docxlint.rules.bound_tables import missing_table, select_tables
from docxlint.rules.message_parts import join_list
from docxlint.rules.rule import Kind, Outcome

_MISSING = Message(
    zh="“{section}”下面没有规定的表格", en="the table that belongs under “{section}” is missing"
)
_DRAWN = Message(
    zh="“{section}”下面没有规定的表格，只有图片或嵌入的对象；里面的表格读不出来，"
    "应改用 Word 表格填写",
    en="the table that belongs under “{section}” is missing; there is a picture or an embedded"
    " object, which cannot be read: use a Word table",
)
_TYPED = Message(
    zh="“{section}”下面没有规定的表格，只有用制表符排列的文字；里面的数字没有核对，"
    "应改用 Word 表格填写",
    en="the table that belongs under “{section}” is missing; there is text parted by tabs, whose"
    " figures were not checked: use a Word table",
)
_SUPERSEDED = Message(zh="表格用了{what}：{words}", en="the table uses {what}: {words}")
_EARLY = Message(zh="这一年度仍用旧格式", en="the earlier form was in force for this year")
_NO_YEAR = Message(zh="不知道报告年度", en="the report year is not known")
_LISTED = 3


class Options(msgspec.Struct, frozen=True):
    """`require` says what to check: that each table is present, or that it uses the current form,
    from the report year `since` on. `tables` names the tables to check, by default all.
    `what` describes the form that must not be used: superseded, or not yet in force.
    """

    require: Literal["present", "current"]
    tables: tuple[TableRef, ...] = ()
    since: int | None = None
    what: Message = Message(zh="已停用的格式", en="a superseded form")


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield the tables that are missing, or that use another form."""
    if options.require == "present":
        yield from _missing(bound, options)
    elif options.since is not None and bound.year is None:
        yield Unchecked(reason=_NO_YEAR, location=bound.document.location, causes=(TITLE,))
    elif options.since is not None and bound.year is not None and bound.year < options.since:
        yield NotApplicable(reason=_EARLY)
    else:
        for table in select_tables(bound, options.tables):
            if isinstance(table, Unchecked):
                yield table
            elif any(block.superseded_uses for block in table.blocks):
                yield _superseded(table, options.what, bound.language.sentences.SEPARATOR)


def _missing(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    for form in bound.form.tables:
        if form.name in bound.tables or (options.tables and form.ref not in options.tables):
            continue
        section = bound.section(form.section)
        if section is None:
            yield missing_table(bound, form)
            continue
        message, place = _instead(bound, form.section)
        yield Problem(
            message=message(section=bound.form.section(form.section).heading),
            related=() if place is None else (place,),
            location=msgspec.structs.replace(
                section.location, table=form.name, table_label=form.label, text=""
            ),
            subjects=(form.ref,),
        )


def _instead(bound: BoundForm, section: str) -> tuple[Message, Location | None]:
    """The message for a table that is missing, and what stands in its place, if anything."""
    for passage in bound.passages:
        if passage.section == section and passage.paragraph.drawings:
            return _DRAWN, passage.location
    for passage in typed_tables(bound):
        if passage.section == section:
            return _TYPED, passage.location
    return _MISSING, None


def _superseded(table: BoundTable, what: Message, separator: str) -> Problem:
    uses = [use for block in table.blocks for use in block.superseded_uses]
    words = list(dict.fromkeys("".join(use.words.split()) for use in uses))
    quoted = [f"“{word}”" for word in words[:_LISTED]]
    entire = all(len(b.superseded_rows) == len(b.form.rows) for b in table.blocks)
    rows = tuple(table.form.row_ref(row) for b in table.blocks for row in sorted(b.superseded_rows))
    return Problem(
        message=_SUPERSEDED(what=what, words=join_list(quoted, len(words))),
        location=uses[0].location,
        found=separator.join(words),
        related=tuple(use.location for use in uses[1:]),
        subjects=(table.form.ref,) if entire else rows,
    )


KIND = Kind(name="tables", options=Options, run=run)
