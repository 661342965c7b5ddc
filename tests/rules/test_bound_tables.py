from collections.abc import Callable

from docxlint.core.finding import Unchecked
from docxlint.core.reference import SectionRef, TableRef
from docxlint.form.bound import BoundForm, BoundTable
from docxlint.rules.bound_tables import select_blocks, select_tables

Bind = Callable[..., BoundForm]


def names(items: object) -> list[str]:
    assert hasattr(items, "__iter__")
    return [item.form.name for item in items if isinstance(item, BoundTable)]


def test_all_tables_are_selected_unless_some_are_named(bound: Bind) -> None:
    document = bound()
    every = names(select_tables(document))
    assert every == [table.name for table in document.form.tables]
    assert names(select_tables(document, (TableRef("requests"),))) == ["requests"]


def test_a_missing_table_is_unchecked_with_its_section_as_a_cause(bound: Bind, good: str) -> None:
    start, end = good.index("| （本列数据"), good.index("## 四、")
    document = bound({good[start:end]: "\n"})
    (missing,) = select_tables(document, (TableRef("requests"),))
    assert isinstance(missing, Unchecked)
    assert missing.causes == (
        TableRef("requests"),
        SectionRef(document.form.table("requests").section),
    )
    assert list(select_blocks(document, (TableRef("requests"),))) == [missing]


def test_each_block_comes_with_its_table(bound: Bind) -> None:
    document = bound()
    pairs = [item for item in select_blocks(document) if not isinstance(item, Unchecked)]
    assert [block.form for _, block in pairs] == [
        block for table in document.form.tables for block in table.blocks
    ]
    assert all(block in table.blocks for table, block in pairs)
