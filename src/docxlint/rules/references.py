"""Checks the references in a rule's options against the form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

import msgspec

from docxlint.core.message import Message
from docxlint.core.reference import ColumnRef, FigureRef, FormPart, RowRef, SectionRef, TableRef
from docxlint.form.schema import Form, TableForm
from docxlint.rules.rule import OptionFault

Path: TypeAlias = tuple[str | int, ...]


class _Tables(msgspec.Struct, frozen=True):
    """The tables that a RowRef or ColumnRef may belong to; `single` if an option names just one."""

    forms: Sequence[TableForm]
    single: bool = False


_NO_SUCH = {
    "table": Message(zh="格式中没有名为“{name}”的表", en="the form has no table “{name}”"),
    "row": Message(zh="表“{table}”没有名为“{name}”的行", en="table “{table}” has no row “{name}”"),
    "column": Message(
        zh="表“{table}”没有名为“{name}”的列", en="table “{table}” has no column “{name}”"
    ),
    "section": Message(zh="格式中没有名为“{name}”的部分", en="the form has no section “{name}”"),
}
_NO_ROW = Message(zh="这些表都没有名为“{name}”的行", en="none of these tables has a row “{name}”")
_NO_COLUMN = Message(
    zh="这些表都没有名为“{name}”的列", en="none of these tables has a column “{name}”"
)


def reference_faults(options: msgspec.Struct, form: Form) -> Iterator[OptionFault]:
    """Yield a fault for each reference in `options` to something that the form does not have.

    A RowRef or ColumnRef without a table belongs to the tables that the options next to it
    name; if they name none, to any table of the form.
    """
    return _faults(options, form, (), _Tables(form.tables))


def _faults(value: Any, form: Form, path: Path, tables: _Tables) -> Iterator[OptionFault]:
    if isinstance(value, FormPart):
        fault = _fault(value, form, path, tables)
        if fault is not None:
            yield fault
    elif isinstance(value, msgspec.Struct):
        near = _tables_beside(value, form, tables)
        for name in value.__struct_fields__:
            for fault in _faults(getattr(value, name), form, (*path, name), near):
                # A value that is read from text has no nodes below it.
                yield (
                    msgspec.structs.replace(fault, path=path) if hasattr(value, "parse") else fault
                )
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _faults(item, form, (*path, index), tables)
    elif isinstance(value, frozenset):
        for item in sorted(value, key=str):
            yield from _faults(item, form, path, tables)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _faults(item, form, (*path, key), tables)


def _tables_beside(options: msgspec.Struct, form: Form, tables: _Tables) -> _Tables:
    """The tables of the form that the first field with tables names, else `tables`."""
    for name in options.__struct_fields__:
        value = getattr(options, name)
        refs = value if isinstance(value, tuple) else (value,)
        if refs and all(isinstance(ref, TableRef) for ref in refs):
            forms = tuple(table for table in form.tables if table.ref in refs)
            return _Tables(forms, single=isinstance(value, TableRef))
    return tables


def _fault(ref: FormPart, form: Form, path: Path, tables: _Tables) -> OptionFault | None:
    match ref:
        case SectionRef():
            sections = (*ref.beyond, *(section.name for section in form.sections))
            return None if ref.name in sections else no_such("section", ref.name, sections, path)
        case TableRef():
            names = tuple(table.name for table in form.tables)
            return None if ref.name in names else no_such("table", ref.name, names, path)
        case RowRef():
            rows = _distinct([line.name for table in tables.forms for line in table.rows()])
            return _line_fault("row", ref.row, rows, path, tables)
        case ColumnRef():
            columns = _distinct([line.name for table in tables.forms for line in table.columns()])
            return _line_fault("column", ref.column, columns, path, tables)
        case FigureRef():
            return figure_fault(ref, form, path)
    return None


def _line_fault(
    what: str, name: str, names: Sequence[str], path: Path, tables: _Tables
) -> OptionFault | None:
    # If none of the named tables exists, the option that names them is at fault.
    if not tables.forms or name in names:
        return None
    if tables.single:
        return no_such(what, name, names, path, table=tables.forms[0].name)
    message = (_NO_ROW if what == "row" else _NO_COLUMN)(name=name)
    return OptionFault(path=path, message=message, given=name, candidates=tuple(names))


def figure_fault(ref: FigureRef, form: Form, path: Path, *, offset: int = 0) -> OptionFault | None:
    """Return the fault of a reference to a figure that the form does not have, else None."""
    names = tuple(table.name for table in form.tables)
    if ref.table not in names:
        return no_such("table", ref.table, names, path, offset=offset)
    table = form.table(ref.table)
    rows = _distinct([line.name for line in table.rows()])
    if ref.row not in rows:
        return no_such("row", ref.row, rows, path, table=ref.table, offset=offset)
    block = next(b for b in table.blocks if any(line.name == ref.row for line in b.rows))
    columns = _distinct([line.name for line in block.columns])
    if ref.column not in columns:
        return no_such("column", ref.column, columns, path, table=ref.table, offset=offset)
    return None


def no_such(
    what: str,
    name: str,
    candidates: Sequence[str],
    path: Path,
    *,
    table: str = "",
    offset: int = 0,
) -> OptionFault:
    """Return the fault of a section, table, row or column (`what`) that the form does not have."""
    return OptionFault(
        path=path,
        message=_NO_SUCH[what](name=name, table=table),
        offset=offset,
        given=name,
        candidates=tuple(candidates),
    )


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
