"""The page as markup: what stands where, and that foreign words are only words."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import msgspec
import pytest
from lxml import etree, html

from docxlint.core.finding import CitedRule, Finding, Severity
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.report.formats.html import Html
from docxlint.report.report import Report

from ..test_formats import poisoned

JAVA = shutil.which("java")
CHECKER = Path(__file__).parents[3] / "validators/node_modules/vnu-jar/build/dist/vnu.jar"
MARKUP = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><style>*{display:none}",
    "{{ 7 * 7 }}{% raw %}",
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
]


def page(*reports: Report, lang: str = "zh") -> etree._Element:
    return html.document_fromstring(Html.render(reports, lang))


def shape(root: etree._Element) -> list[tuple[object, tuple[str, ...]]]:
    """The elements and their attributes' names, without what they say."""
    return [(one.tag, tuple(map(str, one.keys()))) for one in root.iter()]


def texts(root: etree._Element, path: str) -> list[str]:
    found = root.xpath(path)
    assert isinstance(found, list)
    return ["".join(map(str, one.itertext())).strip() for one in found]  # type: ignore[union-attr]


@pytest.mark.skipif(
    JAVA is None or not CHECKER.exists(),
    reason="Java, or what `npm install --prefix tests/validators` brings, is not installed",
)
def test_the_nu_html_checker_has_nothing_to_say(
    everything: tuple[Report, ...], certain: Report, swept: Report, tmp_path: Path
) -> None:
    batch = (*everything, certain, swept, many(30))
    pages = {lang: Html.render(batch, lang) for lang in ("zh", "en")}
    pages["faulty"] = pages["zh"].replace("</header>", "</header><b></i>", 1)
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
    assert "<" not in hostile or hostile not in Html.render((poisoned(hostile),), "zh")
    links = page(poisoned(hostile)).xpath("//@href")
    assert isinstance(links, list)
    assert all(str(link).startswith("#") for link in links)


@pytest.mark.parametrize("hostile", MARKUP)
def test_words_of_a_rule_are_no_markup(hostile: str) -> None:
    def citing(text: str) -> Report:
        cited = CitedRule(name=text, title=Message(text, text), source=text)
        return msgspec.structs.replace(poisoned(text), cited_rules=(cited,))

    pair = citing(hostile), citing(hostile)
    assert shape(page(*pair)) == shape(page(citing("x"), citing("x")))
    assert page(*pair).xpath("//ol//a[@class='rule']/@title") == [hostile] * 2
    assert "<" not in hostile or hostile not in Html.render(pair, "zh")


def test_words_in_a_drawn_table_are_no_markup(snapshot: Report) -> None:
    assert texts(page(snapshot), "//th[contains(., '予以公开')]") == ["（一）予以公开<全部>"]
    assert "&lt;全部&gt;" in Html.render((snapshot,), "zh")


def test_nothing_is_fetched_and_nothing_is_run(everything: tuple[Report, ...]) -> None:
    root = page(*everything)
    assert root.xpath("//script | //link | //img | //iframe | //object | //@src | //@onclick") == []
    assert "url(" not in Html.render(everything, "zh")
    assert root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == [
        "default-src 'none'; style-src 'unsafe-inline'"
    ]


def test_the_verdict_comes_first(full: Report) -> None:
    root = page(full)
    assert texts(root, "//header/p") == [
        "共1份文档：错误3处，警告1处，提示1处，无法核对2项，另有7项因上述问题无法核对"
    ]
    assert texts(root, "//article/*[2]") == [
        "×错误3处，警告1处，提示1处；无法核对2项；另有7项因上述问题无法核对"
    ]


def test_without_drawn_tables_the_findings_are_all_there(snapshot: Report) -> None:
    root = page(msgspec.structs.replace(snapshot, snapshot=None))
    assert len(texts(root, "//ol/li[@value]")) == 3
    assert root.xpath("//table") == []


def test_sections_stand_in_the_documents_order(snapshot: Report) -> None:
    assert texts(page(snapshot), "//article//h3") == [
        "一、总体情况",
        "三、收到和处理政府信息公开申请情况",
    ]


def test_a_batch_begins_with_an_overview(everything: tuple[Report, ...]) -> None:
    root = page(*everything)
    assert texts(root, "//main/*[1]/h2") == ["总览"]
    bars = texts(root, "//*[local-name()='svg']/*[local-name()='text']")
    assert [bars[n : n + 3] for n in range(0, len(bars), 3)] == [
        ["–", "未检查", "2"],
        ["×", "有错误", "2"],
        ["?", "部分无法核对", "1"],
        ["i", "只有提示", "1"],
        ["✓", "没有问题", "1"],
    ]
    first = texts(root, "(//table)[1]/tbody/tr[1]/*")
    assert first == ["cell-blank", "2", "3"]
    assert root.xpath("count(//article)") == len(everything)


def test_the_overview_lists_the_gravest_first_and_then_as_given(
    everything: tuple[Report, ...],
) -> None:
    root = page(*everything)
    verdicts = root.xpath("(//table)[2]//a/@href")
    assert verdicts == ["#d2", "#d3", "#d1", "#d7", "#d6", "#d5", "#d4"]
    # Each document is at its place as given, and leads back.
    assert root.xpath("//article/@id") == [f"d{n}" for n in range(1, 8)]
    assert root.xpath("//article/p[@class='back']/a/@href") == ["#overview"] * 7
    assert root.xpath("//*[@id='overview']/@class") == ["overview"]


def test_one_document_has_no_overview(full: Report) -> None:
    root = page(full)
    assert root.xpath("//*[local-name()='svg'] | //a[@href='#overview']") == []


def test_rules_are_told_by_their_titles_and_where_they_are_laid_down(
    certain: Report, snapshot: Report
) -> None:
    root = page(certain, snapshot)
    assert texts(root, "(//table)[1]/tbody/tr/th") == [
        "每一格都填了 cell-blank",
        "prose-table",
        "总计等于各列之和 row-total",
    ]
    (total, blank) = texts(root, "//article[1]/section[@class='rules']//li")
    assert total == "总计等于各列之和 row-total 依据：表三第1条"
    assert blank == "每一格都填了 cell-blank"
    article = "//article[1]//ol//a[@class='rule']"
    assert root.xpath(f"{article}/@title") == ["总计等于各列之和", "每一格都填了"]
    assert root.xpath(f"{article}/@href") == ["#d1-r1", "#d1-r2"]
    # Of a rule that nothing is known of there is the name.
    assert texts(root, "//article[1]//ol//p/code") == ["prose-table"]
    assert texts(root, "//article[2]/section[@class='rules']") == []


def many(count: int) -> Report:
    """A report of one thing wrong in as many paragraphs."""
    found = Finding(
        rule="full-stop",
        severity=Severity.INFO,
        message=Message("末尾有句号", "ends in a full stop"),
        location=Location("word/document.xml", "/w:document"),
    )
    places = (msgspec.structs.replace(found.location, paragraph=n + 1) for n in range(count))
    each = (
        msgspec.structs.replace(found, location=one, fingerprint=f"{one.paragraph:016x}")
        for one in places
    )
    return Report(path="m.docx", sha256="", status="checked", findings=tuple(each))


@pytest.mark.parametrize(("count", "shown"), [(1, 1), (13, 13), (14, 12), (5000, 12)])
def test_what_is_wrong_comes_before_where_and_of_many_places_the_rest_is_folded(
    count: int, shown: int
) -> None:
    root = page(many(count))
    assert texts(root, "//ol/li/*[1]") == ["1 提示 末尾有句号 full-stop"]
    assert len(texts(root, "//ol/li/*[2][@class='places']/span")) == shown
    folded = [f"其余{count - shown}处"] if shown < count else []
    assert texts(root, "//ol/li/*[3][self::details]/summary") == folded
    assert len(texts(root, "//details/p/span")) == count - shown


def test_of_a_batch_only_documents_with_findings_begin_a_page(
    everything: tuple[Report, ...],
) -> None:
    root = page(*everything)
    assert root.xpath("//main/@class") == ["batch"]
    assert root.xpath("//article[@class='found']/@id") == ["d1", "d5", "d7"]


@pytest.mark.parametrize(("lang", "said"), [("zh", "zh-CN"), ("en", "en")])
def test_the_page_says_its_language_and_that_of_the_document(
    snapshot: Report, lang: str, said: str
) -> None:
    root = page(snapshot, lang=lang)
    assert root.get("lang") == said
    assert root.xpath("boolean(//table[@lang='zh'])") is (lang == "en")
