"""Tables, rows and columns by the names that options give them; what all checks of tables share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docxlint.core.finding import Unchecked
from docxlint.core.message import Message
from docxlint.form.bound import BoundBlock, BoundForm, BoundTable
from docxlint.form.schema import Form, TableForm
from docxlint.rules.rule import OptionFault

_NO_TABLE = Message(zh="文档里没有找到这张表", en="the table was not found in the document")
_FORMER = Message(zh="这里用的是已停用的格式", en="a superseded form is used here")
_NO_SUCH = {
    "table": Message(zh="格式中没有名为“{name}”的表", en="the form has no table “{name}”"),
    "row": Message(zh="表“{table}”没有名为“{name}”的行", en="table “{table}” has no row “{name}”"),
    "column": Message(
        zh="表“{table}”没有名为“{name}”的列", en="table “{table}” has no column “{name}”"
    ),
    "section": Message(zh="格式中没有名为“{name}”的部分", en="the form has no section “{name}”"),
}


def present(bound: BoundForm, names: Sequence[str] = ()) -> Iterator[BoundTable | Unchecked]:
    """The tables of those names (of the whole form when there are none) as found, or, for one
    that is not in the document, that nothing can be judged of it.
    """
    for form in bound.form.tables:
        if not names or form.name in names:
            found = bound.tables.get(form.name)
            yield found if found is not None else absent(bound, form)


def absent(bound: BoundForm, form: TableForm) -> Unchecked:
    """That a table is not there; its section may be what is missing."""
    return Unchecked(
        reason=_NO_TABLE,
        location=bound.anchor(form.section),
        causes=(form.name, f"sections.{form.section}"),
    )


def blocks(
    bound: BoundForm, names: Sequence[str] = ()
) -> Iterator[tuple[BoundTable, BoundBlock] | Unchecked]:
    """The blocks of those tables that are of the form in force, each with its table; and, once a
    table, that it is not there or that its blocks of a superseded form are not judged.
    """
    for table in present(bound, names):
        if isinstance(table, Unchecked):
            yield table
            continue
        former = [block for block in table.blocks if _superseded(block)]
        if former:
            yield Unchecked(
                reason=_FORMER,
                location=former[0].former[0].location,
                causes=tuple(
                    f"{table.form.name}.{line.name}" for block in former for line in block.form.rows
                ),
            )
        yield from ((table, block) for block in table.blocks if block not in former)


def _superseded(block: BoundBlock) -> bool:
    return bool(block.former) and len(block.superseded) == len(block.form.rows)


def verify_tables(form: Form, names: Sequence[str], *path: str | int) -> Iterator[OptionFault]:
    """A fault for each of `names`, options at `path` (with an index each), that is no table."""
    known = tuple(table.name for table in form.tables)
    for index, name in enumerate(names):
        if name not in known:
            yield no_such("table", name, known, (*path, index))


def no_such(
    what: str,
    name: str,
    candidates: Sequence[str],
    path: tuple[str | int, ...],
    *,
    table: str = "",
    offset: int = 0,
) -> OptionFault:
    """That the form has no section, table, row or column (`what`) of that name."""
    return OptionFault(
        path=path,
        message=_NO_SUCH[what](name=name, table=table),
        offset=offset,
        given=name,
        candidates=tuple(candidates),
    )
