"""The form file of a pack: names for the printed words, as YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from docxlint.finding import Phrase
from docxlint.form.words import Block, Form, Former, Line, SectionForm, TableForm, TitleForm
from docxlint.pack.bind import FAILED, Binder
from docxlint.pack.nodes import Mapping, Node, Scalar, Sequence

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_BRACES = re.compile(r"\{[^{}]*\}|[{}]")
_PLACES = ("{organ}", "{year}")

_BAD_NAME = Phrase(
    zh="“{name}”不能作名称：名称由小写字母、数字、下划线组成，以字母开头",
    en="“{name}” is not a name: lower-case letters, digits and _, beginning with a letter",
)
_COLUMN_TWICE = Phrase(
    zh="列名“{name}”重复：第{line}行已有", en="the column “{name}” is already there, on line {line}"
)
_ROW_TWICE = Phrase(
    zh="行名“{name}”重复：第{line}行已有", en="the row “{name}” is already there, on line {line}"
)
_NO_COLUMNS = Phrase(zh="这里一列也没有", en="there are no columns here")
_NO_ROWS = Phrase(zh="这里一行也没有", en="there are no rows here")
_NO_BLOCKS = Phrase(zh="表里一块也没有", en="the table has no blocks")
_NO_SECTION = Phrase(zh="没有名为“{name}”的部分", en="there is no section “{name}”")
_NO_ROW = Phrase(zh="表里没有名为“{name}”的行", en="the table has no row “{name}”")
_NO_LINE = Phrase(zh="这里没有名为“{name}”的行或列", en="there is no row or column “{name}” here")
_PLACEHOLDER = Phrase(
    zh="标题里只能用 {{organ}} 和 {{year}}，不能用“{found}”",
    en="the title has only {{organ}} and {{year}}, not “{found}”",
)


class _TitleFile(msgspec.Struct, frozen=True):
    name: str
    wording: Scalar
    kin: tuple[str, ...] = ()


class _FormerFile(msgspec.Struct, frozen=True):
    columns: tuple[str, ...] = ()
    rows: dict[str, tuple[Scalar, ...]] = {}
    titles: tuple[str, ...] = ()


class _BlockFile(msgspec.Struct, frozen=True, kw_only=True):
    columns: Mapping
    rows: Mapping
    title: str | None = None
    corner: str | None = None
    decimals: tuple[Scalar, ...] = ()
    former: _FormerFile = _FormerFile()


class _SoleBlockFile(_BlockFile, frozen=True, kw_only=True):
    section: Scalar = msgspec.field(name="in")


class _TableFile(msgspec.Struct, frozen=True, kw_only=True):
    section: Scalar = msgspec.field(name="in")
    blocks: Sequence


class _FormFile(msgspec.Struct, frozen=True):
    title: _TitleFile
    sections: Mapping
    tables: Mapping | None = None


class _Lines(msgspec.Struct):
    """Rows or columns as they are found, with their keys; `whole` until one is not to be read."""

    found: list[tuple[Scalar, Line]] = []
    whole: bool = True

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for _, line in self.found)


def bind_form(node: Node, binder: Binder) -> Form | None:
    """The form that `node` writes; None, with the reasons among the binder's faults, if it is
    not one or if a name in it leads nowhere.

    A part that fails does not keep the others from being looked at.
    """
    before = len(binder.faults)
    file = binder.bind(node, _FormFile)
    sections = tuple(_sections(_under(node, "sections"), binder))
    tables = tuple(_tables(_under(node, "tables"), {s.name: s for s in sections}, binder))
    if file is FAILED:
        return None
    _check_wording(file.title.wording, binder)
    if len(binder.faults) > before:
        return None
    title = TitleForm(file.title.name, file.title.wording.text, file.title.kin)
    return Form(title, sections, tuple(table for table in tables if table is not None))


def _under(node: Node, name: str) -> Mapping | None:
    """The mapping under a key, if there is one: whatever else is there, binding has said."""
    value = node.get(name) if isinstance(node, Mapping) else None
    return value if isinstance(value, Mapping) else None


def _check_wording(wording: Scalar, binder: Binder) -> None:
    for match in _BRACES.finditer(wording.text):
        found = match.group()
        if found not in _PLACES:
            message = _PLACEHOLDER(found=found)
            binder.say(wording, message, offset=match.start(), given=found, candidates=_PLACES)


def _named(key: Scalar, binder: Binder) -> None:
    if not _NAME.fullmatch(key.text):
        binder.say(key, _BAD_NAME(name=key.text))


def _sections(node: Mapping | None, binder: Binder) -> Iterator[SectionForm]:
    for key, value in node.entries if node is not None else ():
        _named(key, binder)
        heading = binder.bind(value, str)
        # A section without a heading is said already; its name is still a name.
        yield SectionForm(key.text, "" if heading is FAILED else heading)


def _tables(
    node: Mapping | None, sections: dict[str, SectionForm], binder: Binder
) -> Iterator[TableForm | None]:
    for key, value in node.entries if node is not None else ():
        _named(key, binder)
        yield _table(key.text, value, sections, binder)


def _table(
    name: str, node: Node, sections: dict[str, SectionForm], binder: Binder
) -> TableForm | None:
    sole = not (isinstance(node, Mapping) and node.get("blocks") is not None)
    file = binder.bind(node, _SoleBlockFile if sole else _TableFile)
    if not isinstance(node, Mapping):
        return None
    section = node.get("in")
    if sections and isinstance(section, Scalar) and section.text not in sections:
        message = _NO_SECTION(name=section.text)
        binder.say(section, message, given=section.text, candidates=tuple(sections))
    blocks = node.get("blocks")
    nodes: tuple[Node, ...] = (node,)
    if not sole:
        nodes = blocks.items if isinstance(blocks, Sequence) else ()
        if isinstance(blocks, Sequence) and not nodes:
            binder.say(blocks, _NO_BLOCKS)
    files = [file] if sole else [binder.bind(each, _BlockFile) for each in nodes]
    columns = [_lines(_under(each, "columns"), _NO_COLUMNS, binder) for each in nodes]
    rows = [_lines(_under(each, "rows"), _NO_ROWS, binder) for each in nodes]
    for each in columns:
        _check_unique([each], _COLUMN_TWICE, binder)
    _check_unique(rows, _ROW_TWICE, binder)
    if file is FAILED or FAILED in files:
        return None
    whole = all(each.whole for each in columns + rows)
    if whole:
        names = [line.name for each in rows for line in each.lines]
        for each, across, down in zip(files, columns, rows, strict=True):
            here = [line.name for line in across.lines + down.lines]
            _check_known(each.decimals, here, _NO_LINE, binder)
            for known in each.former.rows.values():
                _check_known(known, names, _NO_ROW, binder)
    return TableForm(
        name,
        file.section.text,
        tuple(
            _block(each, across.lines, down.lines)
            for each, across, down in zip(files, columns, rows, strict=True)
        ),
    )


def _block(file: _BlockFile, columns: tuple[Line, ...], rows: tuple[Line, ...]) -> Block:
    bare = len(rows) == 1 and not rows[0].label
    former = Former(
        file.former.columns,
        {label: tuple(name.text for name in names) for label, names in file.former.rows.items()},
        file.former.titles,
    )
    return Block(
        columns=columns,
        rows=rows,
        title=file.title,
        corner=file.corner,
        labels=0 if bare else max((len(row.path) for row in rows), default=0),
        decimals=frozenset(name.text for name in file.decimals),
        former=former,
    )


def _lines(node: Mapping | None, none: Phrase, binder: Binder) -> _Lines:
    """The leaves of a tree of labels: `name: label`, or `label: {…}` for a group of them."""
    lines = _Lines([])

    def walk(group: Mapping, path: tuple[str, ...]) -> None:
        if not group.entries:
            binder.say(group, none)
        for key, value in group.entries:
            if isinstance(value, Mapping):
                walk(value, (*path, key.text))
                continue
            label = binder.bind(value, str | Mapping)
            if label is not FAILED:
                _named(key, binder)
            lines.found.append((key, Line(key.text, (*path, "" if label is FAILED else label))))

    if node is None:
        lines.whole = False
    else:
        walk(node, ())
    return lines


def _check_unique(groups: list[_Lines], twice: Phrase, binder: Binder) -> None:
    first: dict[str, int] = {}
    for group in groups:
        for key, line in group.found:
            if line.name in first:
                binder.say(key, twice(name=line.name, line=first[line.name]))
            else:
                first[line.name] = key.line


def _check_known(
    given: tuple[Scalar, ...], names: list[str], unknown: Phrase, binder: Binder
) -> None:
    for name in given:
        if name.text not in names:
            binder.say(name, unknown(name=name.text), given=name.text, candidates=names)
