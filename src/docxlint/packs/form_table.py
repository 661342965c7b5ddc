"""A table of a form as YAML: its blocks, each with its columns and rows."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from docxlint.core.message import Message
from docxlint.form.schema import FormBlock, FormLine, SupersededWords, TableForm
from docxlint.packs.form_lines import Lines, bind_lines, check_unique
from docxlint.packs.yaml.binder import FAILED, Binder
from docxlint.packs.yaml.nodes import Mapping, Node, Scalar, Sequence
from docxlint.text.language import Language

# What Word itself can hold (Microsoft, "Operating parameter limitations in Word").
_WIDEST = 63

_COLUMN_TWICE = Message(
    zh="列名“{name}”重复：第{line}行已有", en="the column “{name}” is already there, on line {line}"
)
_ROW_TWICE = Message(
    zh="行名“{name}”重复：第{line}行已有", en="the row “{name}” is already there, on line {line}"
)
_NO_COLUMNS = Message(zh="这里一列也没有", en="there are no columns here")
_NO_ROWS = Message(zh="这里一行也没有", en="there are no rows here")
_NO_BLOCKS = Message(zh="表里一块也没有", en="the table has no blocks")
_NO_SECTION = Message(zh="没有名为“{name}”的部分", en="there is no section “{name}”")
_NO_ROW = Message(zh="表里没有名为“{name}”的行", en="the table has no row “{name}”")
_NO_LINE = Message(zh="这里没有名为“{name}”的行或列", en="there is no row or column “{name}” here")
_TOO_WIDE = Message(
    zh=f"这张表要{{width}}列，Word 的表格最多{_WIDEST}列",
    en=f"the table takes {{width}} columns; a table in Word has {_WIDEST} at most",
)
_NO_CORNER = Message(
    zh="这一块没有行标题列，也就没有表角可写 corner",
    en="there are no row labels here, so there is no corner above them",
)


class FormerFile(msgspec.Struct, frozen=True):
    """What of a superseded form a block is known by."""

    columns: tuple[str, ...] = ()
    rows: dict[str, tuple[Scalar, ...]] = {}
    titles: tuple[str, ...] = ()


class BlockFile(msgspec.Struct, frozen=True, kw_only=True):
    """A block of a table; `columns` and `rows` are trees of `name: label` and `label: {…}`."""

    columns: Mapping
    rows: Mapping
    title: str | None = None
    corner: str | None = None
    decimals: tuple[Scalar, ...] = ()
    former: FormerFile = FormerFile()


class SoleBlockFile(BlockFile, frozen=True, kw_only=True):
    """A table of one block, which is written as the table itself."""

    section: Scalar = msgspec.field(name="in")
    label: str | None = None


class TableFile(msgspec.Struct, frozen=True, kw_only=True):
    """A table of several blocks."""

    section: Scalar = msgspec.field(name="in")
    blocks: Sequence
    label: str | None = None


def bind_table(
    name: str,
    node: Node,
    sections: Collection[str] | None,
    binder: Binder,
    language: Language,
) -> TableForm | None:
    """The table that `node` defines, in one of `sections` (None if they are not known).

    None, with the binder's faults, if anything in it is wrong.
    """
    sole = not (isinstance(node, Mapping) and node.get("blocks") is not None)
    file = binder.bind(node, SoleBlockFile if sole else TableFile)
    if not isinstance(node, Mapping):
        return None
    section = node.get("in")
    if sections and isinstance(section, Scalar) and section.text not in sections:
        message = _NO_SECTION(name=section.text)
        binder.report(section, message, given=section.text, candidates=sorted(sections))
    blocks = node.get("blocks")
    nodes: tuple[Node, ...] = (node,)
    if not sole:
        nodes = blocks.items if isinstance(blocks, Sequence) else ()
        if isinstance(blocks, Sequence) and not nodes:
            binder.report(blocks, _NO_BLOCKS)
    files = [file] if sole else [binder.bind(each, BlockFile) for each in nodes]
    columns = [
        bind_lines(under(each, "columns"), _NO_COLUMNS, binder, language, rows=False)
        for each in nodes
    ]
    rows = [
        bind_lines(under(each, "rows"), _NO_ROWS, binder, language, rows=True) for each in nodes
    ]
    for each in columns:
        check_unique([each], _COLUMN_TWICE, binder)
    check_unique(rows, _ROW_TWICE, binder)
    if file is FAILED or FAILED in files:
        return None
    complete = all(each.complete for each in columns + rows)
    if complete:
        names = [line.name for each in rows for line in each.lines]
        for each, across, down in zip(files, columns, rows, strict=True):
            here = [line.name for line in across.lines + down.lines]
            _check_known(each.decimals, here, _NO_LINE, binder)
            for known in each.former.rows.values():
                _check_known(known, names, _NO_ROW, binder)
    for part, block, down in zip(nodes, files, rows, strict=True):
        if block.corner is not None and down.bare and isinstance(part, Mapping):
            binder.report(next(key for key, _ in part.entries if key.text == "corner"), _NO_CORNER)
    table = TableForm(
        name,
        file.section.text,
        tuple(
            _block(each, across.lines, down)
            for each, across, down in zip(files, columns, rows, strict=True)
        ),
        file.label,
    )
    if complete and nodes and table.width > _WIDEST:
        binder.report(under(nodes[0], "columns") or node, _TOO_WIDE(width=table.width))
    return table


def _block(file: BlockFile, columns: tuple[FormLine, ...], rows: Lines) -> FormBlock:
    former = SupersededWords(
        file.former.columns,
        {label: tuple(name.text for name in names) for label, names in file.former.rows.items()},
        file.former.titles,
    )
    return FormBlock(
        columns=columns,
        rows=rows.lines,
        title=file.title,
        corner=file.corner,
        labels=0 if rows.bare else max((len(row.path) for row in rows.lines), default=0),
        decimals=frozenset(name.text for name in file.decimals),
        superseded_words=former,
    )


def under(node: Node, name: str) -> Mapping | None:
    """The mapping under a key; None for anything else, which binding has reported."""
    value = node.get(name) if isinstance(node, Mapping) else None
    return value if isinstance(value, Mapping) else None


def _check_known(
    given: tuple[Scalar, ...], names: list[str], unknown: Message, binder: Binder
) -> None:
    for name in given:
        if name.text not in names:
            binder.report(name, unknown(name=name.text), given=name.text, candidates=names)
