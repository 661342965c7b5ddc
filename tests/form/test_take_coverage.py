"""Coverage: what the form names in a document, and what nobody read."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from docxlint.core.coverage import Coverage, UnreadKind
from docxlint.core.document import ChangingField, ConcealedText, Concealment, Drawing, Gap, Story
from docxlint.form.bound import BoundForm
from docxlint.form.take_coverage import take_coverage

Fill = Callable[..., BoundForm]
OTHER = "\n| 村 | 件数 |\n|---|---|\n| 东村 | 约400 |\n\n"
SECTION = "## 六、其他需要报告的事项\n"


def kinds(coverage: Coverage) -> list[str]:
    return [place.kind.value for place in coverage.unread]


def test_of_a_good_document_everything_was_read(bound: Fill) -> None:
    whole = bound()
    coverage = take_coverage([whole])
    assert coverage.unread == ()
    assert coverage.tables == 3
    assert coverage.rows == sum(len(list(table.rows())) for table in whole.tables.values())
    assert coverage.figures == sum(len(table.cells) for table in whole.tables.values())
    assert coverage.paragraphs >= len(whole.passages) + len(whole.cells)


def test_a_table_that_the_form_does_not_have_was_not_read(bound: Fill) -> None:
    coverage = take_coverage([bound({SECTION: SECTION + OTHER})])
    (place,) = coverage.unread
    assert place.kind is UnreadKind.TABLE
    assert place.location.section == "六、其他需要报告的事项"
    assert place.location.text == "村 件数"
    assert coverage.tables == 3


def test_a_row_that_the_form_does_not_have_was_not_read(bound: Fill) -> None:
    row = "| 规章 | 0 | 0 | 0 |\n"
    coverage = take_coverage([bound({row: row + "| 会议纪要 | 3 | 0 | 3 |\n"})])
    assert kinds(coverage) == ["row"]
    assert coverage.unread[0].location.text == "会议纪要"


@pytest.mark.parametrize(("tabs", "unread"), [(3, ["typed-table"]), (1, [])])
def test_lines_with_tabs_in_place_of_a_missing_table_were_not_read(
    tabs: int, unread: list[str], bound: Fill
) -> None:
    heading = "## 四、政府信息公开行政复议、行政诉讼情况\n"
    whole = bound({heading: heading + "\n结果维持" + "\t1" * tabs + "\n\n"})
    tables = {name: table for name, table in whole.tables.items() if name != "review"}
    coverage = take_coverage([msgspec.structs.replace(whole, tables=tables)])
    assert [kind for kind in kinds(coverage) if kind != "table"] == unread


def test_what_the_reader_sets_aside_was_not_read(bound: Fill) -> None:
    whole = bound()
    here = whole.passages[-1].location
    document = msgspec.structs.replace(
        whole.document,
        concealed=tuple(ConcealedText(kind, "文", here) for kind in Concealment),
        gaps=(Gap("w:altChunk", here),),
        stories=(Story("comment", (), here), Story("header", (), here)),
        changing_fields=(ChangingField("DATE", "1", here),),
    )
    coverage = take_coverage([msgspec.structs.replace(whole, document=document)])
    assert sorted(kinds(coverage)) == ["comment", "gap", "hidden", "prompt", "struck", "white"]
    (gap,) = (place for place in coverage.unread if place.kind is UnreadKind.GAP)
    assert (gap.construct, gap.location.section) == ("w:altChunk", here.section)


def test_a_picture_in_the_text_or_in_a_cell_was_not_read(bound: Fill) -> None:
    whole = bound()
    drawing = Drawing("picture", whole.cells[0].location)
    passages = list(whole.cells)
    paragraph = msgspec.structs.replace(passages[0].paragraph, drawings=(drawing,))
    passages[0] = msgspec.structs.replace(passages[0], paragraph=paragraph)
    coverage = take_coverage([msgspec.structs.replace(whole, cells=tuple(passages))])
    assert [(place.kind, place.construct) for place in coverage.unread] == [
        (UnreadKind.DRAWING, "picture")
    ]


def test_what_one_of_several_forms_names_was_read(bound: Fill) -> None:
    whole = bound()
    without = msgspec.structs.replace(
        whole, tables={name: t for name, t in whole.tables.items() if name != "review"}
    )
    assert kinds(take_coverage([without])) == ["table"]
    assert take_coverage([without, whole]).unread == ()
    assert take_coverage([without, whole]).tables == 3
