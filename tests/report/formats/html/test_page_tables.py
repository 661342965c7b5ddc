"""The tables that the page draws: which cells are marked, how, and what is told beside them."""

from __future__ import annotations

import msgspec
import pytest

from docxlint.core.finding import Suspect
from docxlint.report.report import Report

from ...conftest import OVERVIEW
from .test_page import page, texts

CELLS = "//table[contains(@class, 'drawn')]//*[self::td or self::th]"


def test_marks_lead_to_what_they_are_of(snapshot: Report, certain: Report, swept: Report) -> None:
    for one in (snapshot, certain, swept):
        root = page(one)
        links = root.xpath("//a/@href")
        targets = root.xpath("//@id")
        assert isinstance(links, list)
        assert isinstance(targets, list)
        assert len(links) >= 3
        assert {str(link)[1:] for link in links} <= {str(target) for target in targets}
        assert len(targets) == len(set(targets))


def test_the_figure_that_is_certainly_wrong_is_marked_so_and_not_its_sum(certain: Report) -> None:
    root = page(certain)
    assert texts(root, f"{CELLS}[@class='error']") == ["1疑1应为 2"]
    # The sum belongs to two findings, and wants nothing for itself.
    assert texts(root, f"{CELLS}[@class='part']") == ["212"]
    assert texts(root, "//body")[0].count("或许") == 0


def test_where_it_is_not_certain_which_figure_is_wrong_none_is_marked_so(snapshot: Report) -> None:
    root = page(snapshot)
    assert texts(root, f"{CELLS}[@class='error']") == []
    assert texts(root, f"{CELLS}[@class='part guessed']") == ["2疑1可能应为 3"]
    (judged,) = texts(root, "//li[@class='judged']")
    cause = ["疑1", "很可能错在这里", "改此一处即可", "或者：“总计”（应为4，现填2）"]
    assert judged.split() == cause


def test_a_sum_of_which_nothing_is_known_is_marked_without_what_it_should_be(
    snapshot: Report,
) -> None:
    unknown = msgspec.structs.replace(
        snapshot.diagnoses[0], kind="unknown", suspects=(), alternatives=()
    )
    root = page(msgspec.structs.replace(snapshot, diagnoses=(unknown,)))
    assert texts(root, f"{CELLS}[@class='error']") == ["22"]


def test_a_sum_alone_may_itself_be_wrong_or_one_of_its_parts(snapshot: Report) -> None:
    prose, total, row = snapshot.findings
    (part,) = total.related
    guesses = (Suspect(None, None, "2", "1", total.location), Suspect(None, None, "1", "", part))
    total = msgspec.structs.replace(total, suspects=guesses)
    one = msgspec.structs.replace(snapshot, findings=(prose, total, row), diagnoses=())
    root = page(one)
    assert texts(root, f"{CELLS}[@class='error guessed']") == ["22可能应为 1"]
    assert texts(root, f"{CELLS}[@class='part guessed']") == ["12可能应为 （空白）"]
    bare = msgspec.structs.replace(total, suspects=())
    alone = page(msgspec.structs.replace(one, findings=(prose, bare, row)))
    assert texts(alone, f"{CELLS}[@class='error']") == ["22应为 1"]


def test_a_judgement_is_told_before_what_it_explains_which_refers_to_it(certain: Report) -> None:
    root = page(certain)
    after = "//li[@class='judged']/following-sibling::li[1]"
    assert texts(root, f"{after}/p[1]/span[1]") == ["2"]
    assert texts(root, "//ol//span[@class='said']") == [
        "表中是 2",
        "“总计”写作 2，应为 1（见上）",
        "整行没有填写",
    ]


def test_the_sums_of_a_line_that_is_wrong_are_folded_under_its_judgement(swept: Report) -> None:
    root = page(swept)
    folded = "//li[@class='judged error']/details"
    assert texts(root, f"{folded}/summary") == ["由此对不上的合计2处"]
    # In the order that the judgement tells them; what is in another section says so.
    places = [f"“公开1件”，{OVERVIEW}，第4段", "“2”"]
    assert texts(root, f"{folded}/ol/li/p[@class='places']") == places
    assert root.xpath(f"{folded}/ol/li/@value") == ["2", "1"]
    assert texts(root, f"{folded}//span[@class='said']") == ["表中是 2", "“总计”写作 2，应为 1"]
    assert texts(root, "//section/ol/li[not(contains(@class, 'judged'))]/p[1]/span[3]") == [
        "整行没有填写"
    ]
    # In the table the line alone is marked as wrong, and no sum is told under its row.
    assert texts(root, f"{CELLS}[@class='error']") == ["1疑1应为 2"]
    assert texts(root, f"{CELLS}[@class='part']") == ["2"]
    assert texts(root, "//tr[@class='notes']") == []


def test_a_whole_row_at_fault_is_marked_cell_by_cell(snapshot: Report) -> None:
    info = "//table[contains(@class, 'drawn')]//*[self::td or self::th][@class='info']"
    assert texts(page(snapshot), info) == ["其他3", "（空白）3", "（空白）3"]


def test_a_sum_that_fails_is_told_under_its_row(snapshot: Report) -> None:
    root = page(snapshot)
    rows = "//table[contains(@class, 'drawn')]//tr"
    assert root.xpath(f"count({rows}[@class='notes']/preceding::tr)") == 3
    assert texts(root, f"{rows}[@class='notes']/td[@colspan='3']") == [
        "2 “总计”写作 2，应为 1（见上）"
    ]
    # The cell to the left spans the two rows of the form, and the note between them.
    assert root.xpath("//th[text()='办理']/@rowspan") == ["3"]


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        ("其他", "自然人", "自然人：“总计”写作 2，应为 1（见上）"),
        ("其他", None, "其他：“总计”写作 2，应为 1（见上）"),
        ("其他", "总计", "“总计”写作 2，应为 1（见上）"),
    ],
)
def test_what_is_told_under_a_row_names_its_line(
    snapshot: Report, row: str, column: str | None, said: str
) -> None:
    prose, total, blank = snapshot.findings
    there = msgspec.structs.replace(total.location, row=row, column=column)
    total = msgspec.structs.replace(total, location=there)
    root = page(msgspec.structs.replace(snapshot, findings=(prose, total, blank)))
    assert texts(root, "//tr[@class='notes']//span") == [f"2 {said}"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_row_of_a_table_is_as_wide_as_the_table(snapshot: Report, lang: str) -> None:
    for table in page(snapshot, lang=lang).xpath("//table"):  # type: ignore[union-attr]
        open_: list[int] = []
        widths = []
        for row in table.iter("tr"):  # type: ignore[union-attr]
            wide = sum(1 for left in open_ if left > 0)
            left = [rest - 1 for rest in open_]
            for one in row:
                columns, rows = int(one.get("colspan", "1")), int(one.get("rowspan", "1"))
                wide += columns
                left += [rows - 1] * columns
            open_ = left
            widths.append(wide)
        assert len(set(widths)) == 1, widths


def test_rows_of_headers_are_the_head(snapshot: Report) -> None:
    root = page(snapshot)
    assert texts(root, "//table[contains(@class, 'drawn')]/thead/tr") == [
        "项目申请人",
        "自然人总计",
    ]
    assert {*root.xpath("//table[contains(@class, 'drawn')]/thead//th/@scope")} == {"col"}  # type: ignore[misc]


def test_tables_and_sections_of_which_nothing_is_said_are_known_as_such(snapshot: Report) -> None:
    bare = msgspec.structs.replace(snapshot, findings=(), diagnoses=())
    root = page(snapshot, bare)
    assert root.xpath("//*[contains(@class, 'bare')]/ancestor::article/@id") == ["d2"]
    assert root.xpath("//article[2]/section/@class") == ["bare"]
    assert root.xpath("//article[2]//div/@class") == ["scroll bare"]
