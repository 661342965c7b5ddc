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

from docxlint import api, builtin
from docxlint.authoring import markdown, write
from docxlint.finding import Report
from docxlint.hooks import plugins
from docxlint.pack import document, load, shipped
from docxlint.report.page import render

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
    good = document(load(shipped() / "annual-report", plugins(builtin, others=False).kinds))
    bad = good
    for old, new in FAULTS.items():
        assert old in bad
        bad = bad.replace(old, new, 1)
    linter = api.linter(tables=True, offered=api.offer(others=False))
    made = (write.docx_bytes(markdown.parse(text)) for text in (bad, good))
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
    file.write_text(render(reports, request.param), encoding="utf-8")
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
    file.write_text(render(reports, "zh"), encoding="utf-8")
    asked: list[str] = []
    opened = browser.new_page()
    opened.on("request", lambda request: asked.append(request.url))
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.goto(file.as_uri())
    opened.close()
    assert (asked, said) == ([file.as_uri()], [])


def test_paper_cuts_no_table(page: Any, tmp_path: Path) -> None:
    """Every printed word of a table is inside the sheet, and no table goes over a page's end."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    pdf = tmp_path / "report.pdf"
    page.pdf(path=str(pdf), prefer_css_page_size=True)
    done = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, check=True, encoding="utf-8"
    )
    root = html.document_fromstring(done.stdout)
    firsts, lasts = [], []
    for number, sheet in enumerate(root.iter("page")):
        assert abs(measure(sheet, "width") - 595) < 2
        assert abs(measure(sheet, "height") - 842) < 2
        for word in sheet.iter("word"):
            assert 0 <= measure(word, "xmin") < measure(word, "xmax") <= 595, word.text
            # A font's table may lead back to the radicals that look like the characters.
            text = unicodedata.normalize("NFKC", word.text or "")
            firsts += [number] if text.startswith("一、本年新收") else []
            lasts += [number] if text.startswith("四、结转下年") else []
    # A label may also stand in a finding; of the tables each has both ends on one page.
    assert set(lasts) <= set(firsts)
    assert len(lasts) >= 2


def measure(one: etree._Element, name: str) -> float:
    return float(str(one.get(name)))
