"""The page in a real browser: on a phone, under axe, and on paper."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from docxlint.author import markdown_parser
from docxlint.linting.linter import make_linter
from docxlint.packs import document, load, shipped
from docxlint.plugins import builtin
from docxlint.plugins.available import require_plugins
from docxlint.plugins.hooks import collect_plugins
from docxlint.report.formats.html import Html
from docxlint.report.report import Report
from docxlint.word.make import write_document

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")

QUIETLY = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
FAULTS = {
    "申请数量 | < | < | 15 | 4 |": "申请数量 | < | < | 15 | 5 |",
    "| 2 | 1 | 0 | 1 | 4 | 1 |": "| 2 | 1 | 0 | 1 | 5 | 1 |",
    "2.重复申请 | 1 |": "2.重复申情 |  |",
    "本年制发件数": "本年制作件数",
}


@pytest.fixture(scope="module")
def reports() -> tuple[Report, ...]:
    """A faulty and a faultless document under long names, and one that cannot be read."""
    good = document(
        load(shipped() / "annual-report", collect_plugins(builtin, installed=False).kinds)
    )
    bad = good
    for old, new in FAULTS.items():
        assert old in bad
        bad = bad.replace(old, new, 1)
    linter = make_linter(tables=True, offered=require_plugins(installed=False))
    made = (write_document.docx_bytes(markdown_parser.parse(text)) for text in (bad, good))
    names = ("收到的/2024年1月/" + "很长的文件夹名称" * 6 + ".docx", "a" * 200 + ".docx", "c.docx")
    return tuple(
        linter.lint(data, name=name) for data, name in zip((*made, b"no zip"), names, strict=True)
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIETLY])
        yield chromium
        chromium.close()


@pytest.fixture(params=["zh", "en"])
def page(
    request: pytest.FixtureRequest, browser: Any, reports: tuple[Report, ...], tmp_path: Path
) -> Iterator[Any]:
    """The page of a batch, open in a window as wide as a phone."""
    file = tmp_path / "report.html"
    file.write_text(Html.render(reports, request.param), encoding="utf-8")
    # axe is a script, which the page itself lets nobody run.
    context = browser.new_context(bypass_csp=True, viewport={"width": 390, "height": 844})
    opened = context.new_page()
    opened.goto(file.as_uri())
    yield opened
    context.close()


def test_a_phone_scrolls_only_within_tables(page: Any) -> None:
    wide, shown = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert (wide, shown) == (390, 390)
    out = """[...document.querySelectorAll('body *')].filter(one =>
        !one.closest('.scroll') && one.getBoundingClientRect().right > 391).length"""
    assert page.evaluate(out) == 0
    # The measure would tell: the widest table is wider than the screen, inside its own box.
    inside = "Math.max(...[...document.querySelectorAll('.scroll')].map(one => one.scrollWidth))"
    assert page.evaluate(inside) > 390


def test_on_a_phone_the_totals_are_within_reach_of_their_labels(page: Any) -> None:
    """Without a mark the widest form fits the screen but for a little; what is beyond the edge
    shows as a shadow on it.
    """
    tables = page.locator(".drawn", has_text="四、结转下年度继续办理")
    assert tables.count() == 2
    for turn, beyond in enumerate((90, 10)):
        table = tables.nth(turn)
        row = table.locator("tr", has_text="四、结转下年度继续办理")
        label, total = row.locator("th").bounding_box(), row.locator("td").last.bounding_box()
        assert label["width"] < 160
        assert total["x"] + total["width"] < 390 + beyond
        text = row.locator("th").evaluate("one => getComputedStyle(one).fontSize")
        assert 10.5 <= float(text.removesuffix("px")) <= 12
    box = page.locator(".scroll").first
    moving = box.evaluate("one => getComputedStyle(one).backgroundAttachment")
    assert moving == "local, local, scroll, scroll"
    # The cells let the shadow through.
    backs = """[...document.querySelectorAll('.drawn th:not([class])')].map(one =>
        getComputedStyle(one).backgroundColor)"""
    assert {one.partition("(")[0] for one in page.evaluate(backs)} == {"rgba"}


def test_what_no_rule_could_judge_or_read_looks_like_no_other_verdict(
    browser: Any, everything: tuple[Report, ...], tmp_path: Path
) -> None:
    file = tmp_path / "report.html"
    file.write_text(Html.render(everything, "zh"), encoding="utf-8")
    opened = browser.new_page()
    opened.goto(file.as_uri())
    look = """selector => [...document.querySelectorAll(selector)].map(one => {
        const style = getComputedStyle(one);
        return [one.textContent.trim()[0], style.color, style.backgroundColor, style.fill,
            style.borderTopLeftRadius, style.borderLeftStyle, style.strokeDasharray].join()})"""
    for selector in (".overview .dot", ".chart rect", ".verdict"):
        looks = opened.evaluate(look, selector)
        # unread (twice), error (twice), open, info and clean, in one order or another.
        assert len(set(looks)) == 5, selector
    shapes = """[...document.querySelectorAll('.overview .dot')].map(one =>
        one.textContent + getComputedStyle(one).borderTopLeftRadius)"""
    assert set(opened.evaluate(shapes)) == {"–0px", "×50%", "?0px", "i50%", "✓50%"}
    opened.close()


def test_the_figure_that_is_wrong_is_the_one_that_is_marked(page: Any) -> None:
    row = page.locator("article").first.locator(".drawn tr", has_text="一、本年新收").first
    marked = row.locator("td.error")
    assert marked.count() == 1
    assert marked.inner_text().split("\n")[0].startswith("5")
    assert marked.locator(".want").inner_text().endswith(" 4")
    assert row.locator("td").last.get_attribute("class") == "part"
    assert row.locator("td").last.locator(".want").count() == 0


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_serious_violation(page: Any, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page.set_viewport_size({"width": width, "height": 900})
    found = Axe().run(page).response
    assert len(found["passes"]) > 20
    assert [(one["id"], one["impact"], len(one["nodes"])) for one in found["violations"]] == []


def test_axe_would_tell(page: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page.evaluate("document.documentElement.removeAttribute('lang')")
    violations = Axe().run(page).response["violations"]
    assert [(one["id"], one["impact"]) for one in violations] == [("html-has-lang", "serious")]


def test_the_page_asks_for_nothing_and_runs_nothing(
    browser: Any, reports: tuple[Report, ...], tmp_path: Path
) -> None:
    file = tmp_path / "report.html"
    file.write_text(Html.render(reports, "zh"), encoding="utf-8")
    asked: list[str] = []
    opened = browser.new_page()
    opened.on("request", lambda request: asked.append(request.url))
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.goto(file.as_uri())
    opened.close()
    assert (asked, said) == ([file.as_uri()], [])


def test_on_paper_no_detail_is_larger_than_what_it_is_a_detail_of(page: Any) -> None:
    page.emulate_media(media="print")
    size = "selector => parseFloat(getComputedStyle(document.querySelector(selector)).fontSize)"
    said, *less = (
        page.evaluate(size, one) for one in (".said", ".more", ".places", ".by", ".drawn", ".badge")
    )
    assert 12 < said < 15
    assert max(less) < said


def test_paper_cuts_no_table(
    browser: Any, page: Any, reports: tuple[Report, ...], tmp_path: Path
) -> None:
    """Every printed word of a table is inside the sheet, and no table goes over a page's end."""
    single = browser.new_page()
    file = tmp_path / "good.html"
    file.write_text(Html.render(reports[1:2], "zh"), encoding="utf-8")
    single.goto(file.as_uri())
    for one, tables in ((page, 1), (single, 1)):
        firsts, lasts = [], []
        for number, sheet in enumerate(sheets(one, tmp_path)):
            assert abs(measure(sheet, "width") - 595) < 2
            assert abs(measure(sheet, "height") - 842) < 2
            for word in sheet.iter("word"):
                assert 0 <= measure(word, "xmin") < measure(word, "xmax") <= 595, word.text
                firsts += [number] if said(word).startswith("一、本年新收") else []
                lasts += [number] if said(word).startswith("四、结转下年") else []
        # A label may also stand in a finding; of the tables each has both ends on one page.
        assert set(lasts) <= set(firsts)
        assert len(lasts) >= tables
    single.close()


def test_of_a_batch_paper_shows_what_was_found(
    browser: Any, reports: tuple[Report, ...], tmp_path: Path
) -> None:
    """A table without a mark is not printed, and what is in order takes a few lines."""
    bad, good, _ = reports
    file = tmp_path / "batch.html"
    file.write_text(Html.render((bad, *[good] * 30, bad), "zh"), encoding="utf-8")
    opened = browser.new_page()
    opened.goto(file.as_uri())
    printed = sheets(opened, tmp_path)
    words = [[said(word) for word in sheet.iter("word")] for sheet in printed]
    tables = [sum(word.startswith("四、结转下年") for word in sheet) for sheet in words]
    assert sum(tables) == 2
    assert len(words) < 15
    # A document with findings begins a page.
    assert [sheet for sheet in words[1:] if sheet[0].startswith("收到的")] != []
    assert not any("总览" in "".join(sheet) for sheet in words[1:])
    opened.close()


def sheets(page: Any, folder: Path) -> list[etree._Element]:
    """The printed pages, with their words and where they stand."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    pdf = folder / "report.pdf"
    page.pdf(path=str(pdf), prefer_css_page_size=True)
    done = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, check=True, encoding="utf-8"
    )
    return list(html.document_fromstring(done.stdout).iter("page"))


def said(word: etree._Element) -> str:
    """What it says: a font's table may lead back to the radicals that look like characters."""
    return unicodedata.normalize("NFKC", word.text or "")


def measure(one: etree._Element, name: str) -> float:
    return float(str(one.get(name)))
