from __future__ import annotations

from collections.abc import Callable

from docxlint.core.snapshot import Snapshot
from docxlint.form.bound import BoundForm
from docxlint.form.take_snapshot import take_snapshot

Fill = Callable[..., BoundForm]
HEADINGS = ("一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况")


def roles(snapshot: Snapshot, name: str) -> dict[str, set[str]]:
    """The texts of a table's cells by their role."""
    (table,) = (one for one in snapshot.tables if one.name == name)
    texts: dict[str, set[str]] = {}
    for cell in table.cells:
        texts.setdefault(cell.role, set()).add(cell.text)
    return texts


def test_sections_and_tables_stand_in_the_documents_order(bound: Fill) -> None:
    snapshot = take_snapshot(bound())
    assert snapshot.sections[:3] == HEADINGS
    assert [table.name for table in snapshot.tables] == ["proactive", "requests", "review"]
    assert [table.section for table in snapshot.tables[:2]] == [*HEADINGS[1:]]


def test_every_slot_of_a_table_is_covered_once(bound: Fill) -> None:
    for table in take_snapshot(bound()).tables:
        slots = [
            (row, column)
            for cell in table.cells
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        ]
        assert len(slots) == len(set(slots)) == table.rows * table.columns


def test_headers_labels_and_figures_have_their_roles(bound: Fill) -> None:
    texts = roles(take_snapshot(bound()), "requests")
    assert {"自然人", "总计", "法人或其他组织"} <= texts["head"]
    assert {"一、本年新收政府信息公开申请数量", "三、本年度办理结果", "3.其他"} <= texts["stub"]
    assert all(text.isdecimal() for text in texts["figure"])
    assert {"第二十条第（一）项", "信息内容"} <= roles(take_snapshot(bound()), "proactive")["head"]


def test_a_blank_figure_is_one_still(bound: Fill) -> None:
    texts = roles(take_snapshot(bound({"2.重复申请 | 1 |": "2.重复申请 |  |"})), "requests")
    assert "" in texts["figure"]


def test_a_row_that_the_form_does_not_know_has_figures_too(bound: Fill) -> None:
    row = "| 四、结转下年度继续办理 | < | < | 1 |"
    extra = f"| 五、另外 | < | < | 9 | 8 | 7 | 6 | 5 | 4 | 3 |\n{row}"
    texts = roles(take_snapshot(bound({row: extra})), "requests")
    assert "五、另外" in texts["stub"]
    assert {"9", "8", "7", "6"} <= texts["figure"]
