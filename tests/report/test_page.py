"""The page as markup: what stands where, and that foreign words are only words."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import msgspec
import pytest
from lxml import etree, html

from docxlint.finding import Report
from docxlint.report.page import render

from .test_formats import poisoned

JAVA = shutil.which("java")
CHECKER = Path(__file__).parents[1] / "judges/node_modules/vnu-jar/build/dist/vnu.jar"
MARKUP = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><style>*{display:none}",
    "{{ 7 * 7 }}{% raw %}",
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
]


def page(*reports: Report, lang: str = "zh") -> etree._Element:
    return html.document_fromstring(render(reports, lang))


def shape(root: etree._Element) -> list[tuple[object, tuple[str, ...]]]:
    """The elements and their attributes' names, without what they say."""
    return [(one.tag, tuple(map(str, one.keys()))) for one in root.iter()]


def texts(root: etree._Element, path: str) -> list[str]:
    found = root.xpath(path)
    assert isinstance(found, list)
    return ["".join(map(str, one.itertext())).strip() for one in found]  # type: ignore[union-attr]


@pytest.mark.skipif(
    JAVA is None or not CHECKER.exists(),
    reason="Java, or what `npm install --prefix tests/judges` brings, is not installed",
)
def test_the_nu_html_checker_has_nothing_to_say(
    everything: tuple[Report, ...], tmp_path: Path
) -> None:
    pages = {lang: render(everything, lang) for lang in ("zh", "en")}
    pages["faulty"] = pages["zh"].replace("<main>", "<main><b></i>", 1)
    said = {}
    for name, text in pages.items():
        file = tmp_path / f"{name}.html"
        file.write_text(text, encoding="utf-8")
        command = [str(JAVA), "-jar", str(CHECKER), "--format", "json", str(file)]
        done = subprocess.run(command, capture_output=True, timeout=120, check=False)
        said[name] = json.loads(done.stderr)["messages"]
    assert said["zh"] == said["en"] == []
    assert {one["type"] for one in said["faulty"]} == {"error"}


@pytest.mark.parametrize("hostile", MARKUP)
def test_words_of_a_document_are_no_markup(hostile: str) -> None:
    assert shape(page(poisoned(hostile))) == shape(page(poisoned("x")))
    assert "<" not in hostile or hostile not in render((poisoned(hostile),), "zh")
    links = page(poisoned(hostile)).xpath("//@href")
    assert isinstance(links, list)
    assert all(str(link).startswith("#") for link in links)


def test_words_in_a_drawn_table_are_no_markup(drawn: Report) -> None:
    assert texts(page(drawn), "//th[contains(., '予以公开')]") == ["（一）予以公开<全部>"]
    assert "&lt;全部&gt;" in render((drawn,), "zh")


def test_nothing_is_fetched_and_nothing_is_run(everything: tuple[Report, ...]) -> None:
    root = page(*everything)
    assert root.xpath("//script | //link | //img | //iframe | //object | //@src | //@onclick") == []
    assert "url(" not in render(everything, "zh")
    assert root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == [
        "default-src 'none'; style-src 'unsafe-inline'"
    ]


def test_the_verdict_comes_first(full: Report) -> None:
    root = page(full)
    assert texts(root, "//header/p") == [
        "共 1 份文档：错误 3 处，警告 1 处，提示 1 处，未能判断 2 项，另有 7 项因上述问题未能判断"
    ]
    assert texts(root, "//article/*[2]") == [
        "错误 3 处，警告 1 处，提示 1 处；未能判断 2 项；另有 7 项因上述问题未能判断"
    ]


def test_wrong_cells_are_marked_and_lead_to_their_finding(drawn: Report) -> None:
    root = page(drawn)
    assert texts(root, "//table[contains(@class, 'drawn')]//td[@class='error guessed']") == [
        "22或许应为 3应为 1"
    ]
    links = root.xpath("//table[contains(@class, 'drawn')]//a/@href")
    assert isinstance(links, list)
    targets = root.xpath("//li/@id")
    assert isinstance(targets, list)
    assert {str(link)[1:] for link in links} <= {str(target) for target in targets}


def test_what_belongs_to_a_sum_that_fails_is_outlined(drawn: Report) -> None:
    assert texts(page(drawn), "//td[@class='part']") == ["12"]


def test_a_figure_under_suspicion_shows_what_it_should_be(drawn: Report) -> None:
    assert texts(page(drawn), "//td[@class='error guessed']/span[contains(@class, 'guess')]") == [
        "或许应为 3"
    ]
    (judged,) = texts(page(drawn), "//li[@class='judged']")
    assert judged.split() == ["判断", "改此一处即可", "或者：总计", "应为", "4，现为", "2"]
    # It is told once, before what it explains.
    assert texts(page(drawn), "//li[@class='judged']/following-sibling::li[1]/p[1]/span[1]") == [
        "2"
    ]


def test_a_whole_row_at_fault_is_marked_cell_by_cell(drawn: Report) -> None:
    info = "//table[contains(@class, 'drawn')]//*[self::td or self::th][@class='info']"
    assert texts(page(drawn), info) == ["其他3", "（空白）3", "（空白）3"]


def test_a_sum_that_fails_is_told_under_its_row(drawn: Report) -> None:
    root = page(drawn)
    rows = "//table[contains(@class, 'drawn')]//tr"
    assert root.xpath(f"count({rows}[@class='notes']/preceding::tr)") == 3
    assert texts(root, f"{rows}[@class='notes']/td[@colspan='3']") == ["2 “总计”写作 2，应为 1"]
    # The cell to the left spans the two rows of the form, and the note between them.
    assert root.xpath("//th[text()='办理']/@rowspan") == ["3"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_row_of_a_table_is_as_wide_as_the_table(drawn: Report, lang: str) -> None:
    for table in page(drawn, lang=lang).xpath("//table"):  # type: ignore[union-attr]
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


def test_rows_of_headers_are_the_head(drawn: Report) -> None:
    root = page(drawn)
    assert texts(root, "//table[contains(@class, 'drawn')]/thead/tr") == [
        "项目申请人",
        "自然人总计",
    ]
    assert {*root.xpath("//table[contains(@class, 'drawn')]/thead//th/@scope")} == {"col"}  # type: ignore[misc]


def test_without_drawn_tables_the_findings_are_all_there(drawn: Report) -> None:
    root = page(msgspec.structs.replace(drawn, drawn=None))
    assert len(texts(root, "//ol/li[@id]")) == 3
    assert root.xpath("//table") == []


def test_sections_stand_in_the_documents_order(drawn: Report) -> None:
    assert texts(page(drawn), "//article//h3") == [
        "一、总体情况",
        "三、收到和处理政府信息公开申请情况",
    ]


def test_a_batch_begins_with_an_overview(everything: tuple[Report, ...]) -> None:
    root = page(*everything)
    assert texts(root, "//main/*[1]/h2") == ["总览"]
    assert texts(root, "//*[local-name()='svg']/*[local-name()='text']") == [
        *("没有检查", "2", "有错误", "2", "未能全部判断", "1", "只有提示", "1", "没有问题", "1")
    ]
    first = texts(root, "(//table)[1]/tbody/tr[1]/*")
    assert first == ["cell-blank", "2", "3"]
    assert len(texts(root, "(//table)[2]/tbody/tr")) == len(everything)
    assert root.xpath("count(//article)") == len(everything)


def test_one_document_has_no_overview(full: Report) -> None:
    assert page(full).xpath("//svg") == []


@pytest.mark.parametrize(("lang", "said"), [("zh", "zh-CN"), ("en", "en")])
def test_the_page_says_its_language_and_that_of_the_document(
    drawn: Report, lang: str, said: str
) -> None:
    root = page(drawn, lang=lang)
    assert root.get("lang") == said
    assert root.xpath("boolean(//table[@lang='zh'])") is (lang == "en")
