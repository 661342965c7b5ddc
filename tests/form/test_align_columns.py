from __future__ import annotations

from docxlint.core.document import Cell, Table
from docxlint.core.location import Location
from docxlint.form.align_columns import BoundHeader, read_header
from docxlint.form.align_rows import printed_rows, table_rows
from docxlint.form.schema import FormBlock, FormLine, TableForm
from docxlint.text.zh import LANGUAGE

BLOCK = FormBlock(
    columns=(
        FormLine("people", ("申请人", "自然人")),
        FormLine("firms", ("申请人", "企业")),
        FormLine("total", ("总计",)),
    ),
    rows=(FormLine("new", ("新收",)),),
    title="第一项",
    corner="项目",
    labels=1,
)
FORM = TableForm("requests", "second", (BLOCK,))
TABLE = Location("document.xml", "/tbl")


def header(*rows: tuple[str, ...], title: str | None = "第一项") -> BoundHeader:
    texts = [(title,), *rows] if title is not None else list(rows)
    width = max(map(len, texts))
    grid: list[tuple[Cell | None, ...]] = []
    for r, row in enumerate(texts):
        cells: list[Cell | None] = [
            Cell(text, r, c, Location("document.xml", f"/tbl/tr[{r}]/tc[{c}]"))
            for c, text in enumerate(row)
        ]
        # A blank cell goes on with the cell above it.
        for c, text in enumerate(row):
            if text == "^":
                cells[c] = grid[r - 1][c]
        grid.append(tuple(cells + [None] * (width - len(cells))))
    table = table_rows((Table(tuple(grid), TABLE),), LANGUAGE)
    printed = [p for p in printed_rows(FORM, LANGUAGE) if title is not None or p.kind != "title"]
    matches = list(zip(printed, table, strict=False))
    return read_header(BLOCK, 0, matches, 1, TABLE, LANGUAGE)


def differences(bound: BoundHeader) -> list[tuple[str, str]]:
    return [(fault.expected, fault.found) for fault in bound.faults]


GROUPS = ("项目", "申请人", "申请人", "总计")


def test_a_header_as_printed_has_no_differences() -> None:
    bound = header(GROUPS, ("^", "自然人", "企业", "^"))
    assert (bound.slots, differences(bound)) == ((1, 2, 3), [])


def test_a_mistyped_column_keeps_its_slot() -> None:
    bound = header(GROUPS, ("^", "自然人", "公司", "^"))
    assert (bound.slots, differences(bound)) == ((1, 2, 3), [("企业", "公司")])


def test_a_missing_column_has_no_slot_and_is_named() -> None:
    bound = header(("项目", "申请人", "总计"), ("^", "自然人", "^"))
    assert bound.slots == (1, None, 2)
    assert [(f.expected, f.columns) for f in bound.faults] == [("企业", ("firms",))]


def test_a_column_that_the_form_does_not_have_is_a_difference() -> None:
    bound = header((*GROUPS, "备注"), ("^", "自然人", "企业", "^", "^"))
    assert (bound.slots, differences(bound)) == ((1, 2, 3), [("", "备注")])


def test_a_wrong_title_and_corner_are_differences() -> None:
    bound = header(("类别", *GROUPS[1:]), ("^", "自然人", "企业", "^"), title="第二项")
    assert differences(bound) == [("第一项", "第二项"), ("项目", "类别")]


def test_without_a_header_all_columns_are_missing() -> None:
    bound = read_header(BLOCK, 0, [], 1, TABLE, LANGUAGE)
    assert bound.slots == ()
    assert differences(bound) == [("第一项", ""), ("自然人、企业、总计", "")]
    assert bound.faults[1].columns == ("people", "firms", "total")
