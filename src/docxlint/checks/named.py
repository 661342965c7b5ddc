"""Tables, rows and columns by the names that options give them; what all checks of tables share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docxlint.finding import Phrase, Unjudged
from docxlint.form.filled import Filled, FilledBlock, FilledTable
from docxlint.form.words import Form, TableForm
from docxlint.rule import OptionFault

_NO_TABLE = Phrase(zh="文档里没有找到这张表", en="the table was not found in the document")
_FORMER = Phrase(zh="这里用的是已停用的格式", en="a superseded form is used here")
_NO_SUCH = {
    "table": Phrase(zh="格式中没有名为“{name}”的表", en="the form has no table “{name}”"),
    "row": Phrase(zh="表“{table}”没有名为“{name}”的行", en="table “{table}” has no row “{name}”"),
    "column": Phrase(
        zh="表“{table}”没有名为“{name}”的列", en="table “{table}” has no column “{name}”"
    ),
    "section": Phrase(zh="格式中没有名为“{name}”的部分", en="the form has no section “{name}”"),
}


def present(filled: Filled, names: Sequence[str] = ()) -> Iterator[FilledTable | Unjudged]:
    """The tables of those names (of the whole form when there are none) as found, or, for one
    that is not in the document, that nothing can be judged of it.
    """
    for form in filled.form.tables:
        if not names or form.name in names:
            found = filled.tables.get(form.name)
            yield found if found is not None else absent(filled, form)


def absent(filled: Filled, form: TableForm) -> Unjudged:
    """That a table is not there; its section may be what is missing."""
    return Unjudged(
        reason=_NO_TABLE,
        location=filled.anchor(form.section),
        causes=(form.name, f"sections.{form.section}"),
    )


def blocks(
    filled: Filled, names: Sequence[str] = ()
) -> Iterator[tuple[FilledTable, FilledBlock] | Unjudged]:
    """The blocks of those tables that are of the form in force, each with its table; and, once a
    table, that it is not there or that its blocks of a superseded form are not judged.
    """
    for table in present(filled, names):
        if isinstance(table, Unjudged):
            yield table
            continue
        former = [block for block in table.blocks if _superseded(block)]
        if former:
            yield Unjudged(
                reason=_FORMER,
                location=former[0].former[0].location,
                causes=tuple(
                    f"{table.form.name}.{line.name}" for block in former for line in block.form.rows
                ),
            )
        yield from ((table, block) for block in table.blocks if block not in former)


def _superseded(block: FilledBlock) -> bool:
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
