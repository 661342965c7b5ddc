"""What the names in a formula stand for: cells of the form, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.core.reference import FigureRef
from docxlint.form.figure_rows import printed_labels
from docxlint.form.schema import Form, FormBlock, FormLine, TableForm
from docxlint.rules.references import figure_fault, no_such
from docxlint.rules.rule import OptionFault
from docxlint.rules.sums.formula import Formula, Ref

_NEEDS_TABLE = Message(
    zh="“{name}”没有说明是哪一张表；写 table，或写全名", en="“{name}” does not say which table"
)
_PARTS = Message(zh="“{name}”应写作{wanted}", en="“{name}” should be written as {wanted}")
_WANTED = {
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


def lines_of(
    form: Form, table: str | None, each: str | None, formulas: Sequence[Formula]
) -> list[str | None]:
    """The names of the lines over which the formulas are asked: the columns (each: column) or
    rows (each: row) that have every figure they name; [None] without `each`.
    """
    if each is None:
        return [None]
    refs = [ref for formula in formulas for ref in formula.refs()]
    # In the order of the formulas, so that the lines come in one order every time.
    names = dict.fromkeys(
        (_table(ref.name, table), part.rpartition(".")[2])
        for ref in refs
        for part in (ref.name, ref.last)
        if part is not None
    )
    lines: list[str | None] | None = None
    for name, line in names:
        across: list[str | None] = []
        for block in form.table(name).blocks if name else ():
            mine, others = _axes(block, each)
            if any(other.name == line for other in mine):
                across += [other.name for other in others]
        lines = across if lines is None else [item for item in lines if item in across]
    return lines or []


def line_at(location: Location, each: str | None) -> Location:
    """`location` as the line that an equation is asked over, and no single cell of it."""
    if each == "column":
        return msgspec.structs.replace(location, row=None)
    if each == "row":
        return msgspec.structs.replace(location, column=None)
    return location


def tables_of(table: str | None, each: str | None, formulas: Sequence[Formula]) -> Iterator[str]:
    """The tables that the names of the formulas belong to, as often as they come."""
    return (_address(r.name, table, each, "").table for f in formulas for r in f.refs())


def resolve(
    form: Form, ref: Ref, table: str | None, each: str | None, line: str | None
) -> Iterator[FigureRef]:
    """The cells that `ref` names on `line`, in the order of the form."""
    first = _address(ref.name, table, each, line)
    if ref.last is None:
        yield first
        return
    last = _address(ref.last, table, each, line)
    words = form.table(first.table)
    block = next(b for b in words.blocks if any(r.name == first.row for r in b.rows))
    if first.row != last.row:
        rows = [row.name for row in words.rows()]
        for name in rows[rows.index(first.row) : rows.index(last.row) + 1]:
            yield FigureRef(first.table, name, first.column)
    else:
        columns = [column.name for column in block.columns]
        for name in columns[columns.index(first.column) : columns.index(last.column) + 1]:
            yield FigureRef(first.table, first.row, name)


def label_of(form: Form, each: str | None, address: FigureRef) -> str:
    """The printed label of a cell along the equation; both its labels where it is asked once."""
    table = form.table(address.table)
    block = next(b for b in table.blocks if any(r.name == address.row for r in b.rows))
    row = printed_labels(tuple(table.rows()))[address.row]
    column = printed_labels(block.columns)[address.column]
    labels = {"column": [row], "row": [column]}.get(each or "", [row, column])
    return " × ".join(label for label in labels if label)


def verify_formula(
    formulas: Sequence[Formula], listed: bool, table: str | None, each: str | None, form: Form
) -> Iterator[OptionFault]:
    """Yield what is wrong with the names in formulas; `listed` if the option is a list of them.

    If the form has no such `table`, this yields nothing: that fault is the option's own.
    """
    if table is not None and all(words.name != table for words in form.tables):
        return
    faults = 0
    for index, formula in enumerate(formulas):
        path: tuple[str | int, ...] = ("holds", index) if listed else ("holds",)
        for ref in formula.refs():
            for fault in _verify_ref(ref, table, each, form, path):
                faults += 1
                yield fault
    if not faults and not lines_of(form, table, each, formulas):
        yield OptionFault(path=("holds",), message=_NO_LINE)


def _verify_ref(
    ref: Ref, table: str | None, each: str | None, form: Form, path: tuple[str | int, ...]
) -> Iterator[OptionFault]:
    ends = [(ref.name, ref.offset)]
    if ref.last is not None:
        ends.append((ref.last, ref.last_offset))
    sound = True
    for name, offset in ends:
        fault = _verify_name(name, offset, table, each, form, path)
        if fault is not None:
            sound = False
            yield fault
    if sound and ref.last is not None and not _in_order(ref, table, each, form):
        yield OptionFault(
            path=path, message=_RANGE(name=ref.name, last=ref.last), offset=ref.offset
        )


def _verify_name(
    name: str,
    offset: int,
    table: str | None,
    each: str | None,
    form: Form,
    path: tuple[str | int, ...],
) -> OptionFault | None:
    parts = name.split(".")
    wanted = 2 if each is None else 1
    if len(parts) not in (wanted, wanted + 1):
        return OptionFault(
            path=path, message=_PARTS(name=name, wanted=_WANTED[each]), offset=offset
        )
    home = parts.pop(0) if len(parts) > wanted else table
    if home is None:
        return OptionFault(path=path, message=_NEEDS_TABLE(name=name), offset=offset)
    known = tuple(words.name for words in form.tables)
    if home not in known:
        return no_such("table", home, known, path, offset=offset)
    words = form.table(home)
    if each is None:
        return figure_fault(FigureRef(home, *parts), form, path, offset=offset)
    if each != "row":
        rows = _names(words.rows())
        if parts[0] not in rows:
            return no_such("row", parts[0], rows, path, table=home, offset=offset)
    if each != "column":
        columns = _names(words.columns())
        if parts[-1] not in columns:
            return no_such("column", parts[-1], columns, path, table=home, offset=offset)
    return None


def _names(lines: Iterator[FormLine] | Sequence[FormLine]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.name for line in lines))


def _in_order(ref: Ref, table: str | None, each: str | None, form: Form) -> bool:
    first = _address(ref.name, table, each, "")
    last = _address(ref.last or "", table, each, "")
    if first.table != last.table or (first.row != last.row) == (first.column != last.column):
        return False
    words = form.table(first.table)
    if first.row != last.row:
        rows = _names(words.rows())
        return rows.index(first.row) < rows.index(last.row)
    columns = _names(_block(words, first.column).columns)
    return last.column in columns and columns.index(first.column) < columns.index(last.column)


def _block(words: TableForm, column: str) -> FormBlock:
    return next(b for b in words.blocks if any(c.name == column for c in b.columns))


def _table(name: str, table: str | None) -> str:
    """The table of a name that says it, else `table`."""
    return name.partition(".")[0] if "." in name else table or ""


def _axes(block: FormBlock, each: str) -> tuple[tuple[FormLine, ...], tuple[FormLine, ...]]:
    """The lines that a formula's names are, and those that it is asked over."""
    return (block.rows, block.columns) if each == "column" else (block.columns, block.rows)


def _address(name: str, table: str | None, each: str | None, line: str | None) -> FigureRef:
    parts = name.split(".")
    if each is None:
        home = parts.pop(0) if len(parts) == 3 else table or ""
        return FigureRef(home, parts[0], parts[1])
    home = parts.pop(0) if len(parts) == 2 else table or ""
    row, column = (parts[0], line or "") if each == "column" else (line or "", parts[0])
    return FigureRef(home, row, column)
