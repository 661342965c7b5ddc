"""Checks the names in formulas against the form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docxlint.core.message import Message
from docxlint.core.reference import FigureRef
from docxlint.form.schema import Form, FormLine
from docxlint.rules.references import Path, figure_fault, no_such
from docxlint.rules.rule import OptionFault
from docxlint.rules.sums.figure_names import figure, lines_of
from docxlint.rules.sums.formula import Formula, FormulaName

_NEEDS_TABLE = Message(
    zh="“{name}”没有说明是哪一张表；写 table，或写全名", en="“{name}” does not say which table"
)
_PARTS = Message(zh="“{name}”应写作{pattern}", en="“{name}” should be written as {pattern}")
_PATTERNS = {
    "column": Message(zh="行名，或“表.行”", en="a row, or “table.row”"),
    "row": Message(zh="列名，或“表.列”", en="a column, or “table.column”"),
    None: Message(zh="“行.列”，或“表.行.列”", en="“row.column”, or “table.row.column”"),
}
_RANGE = Message(
    zh="范围“{name}..{last}”的两端只能有一处不同，且前后有序",
    en="the ends of the range “{name}..{last}” may differ in one place only, in the form's order",
)
_NO_LINE = Message(
    zh="没有一行（列）同时具有公式里的各项",
    en="no line of the form has all the names of the formula",
)


def verify_formulas(
    formulas: Sequence[Formula], in_list: bool, table: str | None, each: str | None, form: Form
) -> Iterator[OptionFault]:
    """Yield what is wrong with the names in `formulas`.

    `in_list` is true if the option `holds` is a list. If the form has no such `table`, nothing
    is yielded, because that is a fault of the option `table`.
    """
    if table is not None and all(other.name != table for other in form.tables):
        return
    faults = 0
    for index, formula in enumerate(formulas):
        path: Path = ("holds", index) if in_list else ("holds",)
        for name in formula.names():
            for fault in _range_faults(name, table, each, form, path):
                faults += 1
                yield fault
    if not faults and not lines_of(form, table, each, formulas):
        yield OptionFault(path=("holds",), message=_NO_LINE)


def _range_faults(
    name: FormulaName, table: str | None, each: str | None, form: Form, path: Path
) -> Iterator[OptionFault]:
    ends = [(name.name, name.offset)]
    if name.last is not None:
        ends.append((name.last, name.last_offset))
    faults = [_name_fault(end, offset, table, each, form, path) for end, offset in ends]
    yield from (fault for fault in faults if fault is not None)
    if name.last is not None and not any(faults) and not _in_order(name, table, each, form):
        message = _RANGE(name=name.name, last=name.last)
        yield OptionFault(path=path, message=message, offset=name.offset)


def _name_fault(
    name: str, offset: int, table: str | None, each: str | None, form: Form, path: Path
) -> OptionFault | None:
    parts = name.split(".")
    length = 2 if each is None else 1
    if len(parts) not in (length, length + 1):
        message = _PARTS(name=name, pattern=_PATTERNS[each])
        return OptionFault(path=path, message=message, offset=offset)
    table_name = parts.pop(0) if len(parts) > length else table
    if table_name is None:
        return OptionFault(path=path, message=_NEEDS_TABLE(name=name), offset=offset)
    if each is None:
        return figure_fault(FigureRef(table_name, *parts), form, path, offset=offset)
    tables = tuple(other.name for other in form.tables)
    if table_name not in tables:
        return no_such("table", table_name, tables, path, offset=offset)
    what = "row" if each == "column" else "column"
    lines = form.table(table_name).rows() if each == "column" else form.table(table_name).columns()
    names = _names(lines)
    if parts[0] in names:
        return None
    return no_such(what, parts[0], names, path, table=table_name, offset=offset)


def _names(lines: Iterator[FormLine] | Sequence[FormLine]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.name for line in lines))


def _in_order(name: FormulaName, table: str | None, each: str | None, form: Form) -> bool:
    first = figure(name.name, table, each, "")
    last = figure(name.last or "", table, each, "")
    if first.table != last.table or (first.row != last.row) == (first.column != last.column):
        return False
    blocks = form.table(first.table).blocks
    if first.row != last.row:
        rows = _names(form.table(first.table).rows())
        return rows.index(first.row) < rows.index(last.row)
    block = next(b for b in blocks if any(c.name == first.column for c in b.columns))
    columns = _names(block.columns)
    return last.column in columns and columns.index(first.column) < columns.index(last.column)
