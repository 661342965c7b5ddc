from __future__ import annotations

from docxlint.core.document import Cell, Table
from docxlint.core.location import Location
from docxlint.form.align_columns import BoundHeader
from docxlint.form.align_rows import TableRow, table_rows
from docxlint.form.bound import BoundRow
from docxlint.form.figure_rows import printed_labels, read_row, with_labels
from docxlint.form.schema import FormLine
from docxlint.text.zh import LANGUAGE

PLACE = Location("document.xml", "/tbl", section="二、数字", table="requests", row="新收")
LINE = FormLine("new", ("收到", "新收"))
COLUMNS = {"people": "自然人", "firms": "企业"}


def row(*texts: str) -> TableRow:
    cells = tuple(
        Cell(text, 0, at, Location("document.xml", f"/tbl/tr/tc[{at}]"))
        for at, text in enumerate(texts)
    )
    return table_rows((Table((cells,), Location("document.xml", "/tbl")),), LANGUAGE)[0]


def read(
    *texts: str, labels: int = 2, slots: tuple[int | None, ...] = (), others: tuple[int, ...] = ()
) -> BoundRow:
    header = BoundHeader(slots, (), others)
    return read_row(LINE, row(*texts), COLUMNS, labels, header, PLACE, LANGUAGE.cells)


def values(bound: BoundRow) -> list[str | None]:
    return [figure.figure.text if figure is not None else None for figure in bound.figures]


def test_figures_stand_under_the_columns_in_order() -> None:
    bound = read("收到", "新收", "3", "4")
    assert values(bound) == ["3", "4"]
    assert [(cell.text, words) for cell, words in bound.labels] == [
        ("收到", "收到"),
        ("新收", "新收"),
    ]
    first = bound.figures[0]
    assert first is not None
    assert str(first.ref) == "requests.new.people"
    assert (first.location.section, first.location.row, first.location.column) == (
        "二、数字",
        "新收",
        "自然人",
    )


def test_cells_beyond_the_columns_are_extra_unless_they_are_blank() -> None:
    bound = read("收到", "新收", "3", "4", "5", "")
    assert values(bound) == ["3", "4"]
    assert [cell.text for cell in bound.extra] == ["5"]


def test_a_header_tells_where_the_columns_begin() -> None:
    bound = read("收到", "新收", "3", "x", "4", slots=(2, 4))
    assert values(bound) == ["3", "4"]
    assert [cell.text for cell in bound.extra] == ["x"]


def test_a_column_without_a_cell_has_no_figure() -> None:
    assert values(read("收到", "新收", "3")) == ["3", None]
    assert values(read("收到", "新收", "3", slots=(None, 2))) == [None, "3"]


def test_a_label_has_the_groups_that_make_it_unique() -> None:
    lines = (
        FormLine("a", ("甲", "其他")),
        FormLine("b", ("乙", "其他")),
        FormLine("c", ("丙", "数")),
    )
    assert dict(printed_labels(lines)) == {"a": "甲 › 其他", "b": "乙 › 其他", "c": "数"}


def test_a_location_takes_the_section_and_table_of_its_place() -> None:
    place = with_labels(Location("document.xml", "/x"), PLACE, column="企业")
    assert (place.path, place.section, place.table) == ("/x", "二、数字", "requests")
    assert (place.row, place.column) == (None, "企业")
