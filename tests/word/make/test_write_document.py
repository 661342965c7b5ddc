from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from docxlint.author.markdown_parser import parse
from docxlint.core import document
from docxlint.word import read
from docxlint.word.make.write_document import docx_bytes

SOFFICE = shutil.which("soffice")

REPORT = """\
# 甲县乙镇人民政府
# 2023年政府信息公开工作年度报告
正文第一段。
## {一、}总体情况
### {（一）}主动公开
{1.}第一项
{2.}第二项
{（1）}细目
### {（二）}依申请公开
## {二、}主动公开政府信息情况
### {（一）}又从头起
| 甲 | < | 乙 |
| ^ | ^ | 丙<br>丁 |
| 1 |  | 2 |
**加粗**
> 乙镇人民政府
"""


def written(text: str) -> document.Document:
    return read.read(docx_bytes(parse(text)))


def paragraphs(text: str) -> list[document.Paragraph]:
    return [b for b in written(text).blocks if isinstance(b, document.Paragraph)]


def test_the_reader_reads_what_was_written() -> None:
    assert [(p.text, p.style) for p in paragraphs(REPORT)] == [
        ("甲县乙镇人民政府", "Title"),
        ("2023年政府信息公开工作年度报告", "Title"),
        ("正文第一段。", "Body Text"),
        ("一、总体情况", "heading 1"),
        ("（一）主动公开", "heading 2"),
        ("1.第一项", "Body Text"),
        ("2.第二项", "Body Text"),
        ("（1）细目", "Body Text"),
        ("（二）依申请公开", "heading 2"),
        ("二、主动公开政府信息情况", "heading 1"),
        ("（一）又从头起", "heading 2"),
        ("加粗", "Body Text"),
        ("乙镇人民政府", "Signature"),
    ]


def test_an_automatic_number_is_not_in_the_text_of_the_file() -> None:
    heading = paragraphs("## {一、}总体情况")[0]
    assert heading.number == "一、"
    assert [(piece.start, piece.end) for piece in heading.pieces] == [(2, 6)]


def test_headings_have_their_outline_levels() -> None:
    assert [p.level for p in paragraphs("## 甲\n### 乙\n丙\n# 丁")] == [0, 1, None, None]


def test_merged_cells_are_one_cell_in_all_their_slots() -> None:
    (table,) = (b for b in written(REPORT).blocks if isinstance(b, document.Table))
    corner = table.grid[0][0]
    assert corner is not None
    assert (corner.text, corner.rows, corner.columns) == ("甲", 2, 2)
    assert all(table.grid[r][c] is corner for r in (0, 1) for c in (0, 1))
    assert [[c.text if c else None for c in row] for row in table.grid] == [
        ["甲", "甲", "乙"],
        ["甲", "甲", "丙\n丁"],
        ["1", "", "2"],
    ]


def test_a_cell_merged_over_rows_and_columns_beside_another_reads_as_written() -> None:
    (table,) = (
        b
        for b in written("| a | < | b |\n| ^ | ^ | ^ |\n| c | d | < |").blocks
        if isinstance(b, document.Table)
    )
    shapes = [(cell.text, cell.rows, cell.columns) for cell in table.cells()]
    assert shapes == [("a", 2, 2), ("b", 2, 1), ("c", 1, 1), ("d", 1, 2)]


def test_tracked_changes_are_left_in_the_file() -> None:
    changed = written("前{++加++}{--删--}中{~~旧~>新~~}。")
    assert [b.text for b in changed.blocks if isinstance(b, document.Paragraph)] == ["前加中新。"]
    assert [(r.kind, r.text, r.author) for r in changed.revisions] == [
        ("insertion", "加", "drafter"),
        ("deletion", "删", "drafter"),
        ("deletion", "旧", "drafter"),
        ("insertion", "新", "drafter"),
    ]


def test_comments_are_anchored_on_the_words_before_them() -> None:
    data = docx_bytes(parse("前{++加++}{>>其一<<}{>>其二<<}后{>>其三<<}"))
    body = docx.Document(io.BytesIO(data)).element.body
    open_, anchored = set(), {"0": "", "1": "", "2": ""}
    for element in body.iter():
        if element.tag == qn("w:commentRangeStart"):
            open_.add(element.get(qn("w:id")))
        elif element.tag == qn("w:commentRangeEnd"):
            open_.remove(element.get(qn("w:id")))
        elif element.tag == qn("w:t"):
            for number in open_:
                anchored[number] += element.text
    assert anchored == {"0": "加", "1": "加", "2": "后"}
    stories = read.read(data).stories
    assert [b.text for s in stories for b in s.blocks if isinstance(b, document.Paragraph)] == [
        "其一",
        "其二",
        "其三",
    ]
    assert {(s.kind, s.author) for s in stories} == {("comment", "drafter")}


def test_the_same_blocks_give_the_same_bytes_whenever_they_are_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = REPORT + "旧{++新++}{>>批注<<}"
    first = docx_bytes(parse(text))
    monkeypatch.setattr("time.time", lambda: 1_999_999_999.0)
    assert docx_bytes(parse(text)) == first
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        inside = b"".join(map(package.read, ["docProps/core.xml", "word/comments.xml"]))
        inside += package.read("word/document.xml")
    assert set(re.findall(rb"[0-9]{4}-[0-9]{2}-[0-9]{2}T", inside)) == {b"2024-01-01T"}


def test_the_page_is_a4_with_the_margins_of_an_official_document() -> None:
    (page,) = docx.Document(io.BytesIO(docx_bytes(parse("甲")))).sections
    size = (page.page_width, page.page_height)
    margins = (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin)
    assert [round(m.mm) for m in size if m is not None] == [210, 297]
    assert [round(m.mm) for m in margins if m is not None] == [37, 35, 28, 26]


@pytest.mark.parametrize(
    ("style", "font"),
    [
        ("Title", "宋体"),
        ("Heading 1", "黑体"),
        ("Heading 2", "楷体"),
        ("Body Text", "仿宋"),
        ("Signature", "仿宋"),
        ("Table Text", "宋体"),
    ],
)
def test_styles_name_their_chinese_font_and_no_theme_hides_it(style: str, font: str) -> None:
    document = docx.Document(io.BytesIO(docx_bytes(parse("甲"))))
    fonts = document.styles[style].element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    assert fonts.get(qn("w:eastAsia")) == font
    assert not [name for name in fonts.attrib if name.endswith("Theme")]


def test_tables_are_of_one_width_whatever_their_columns() -> None:
    text = "|甲|\n\n|" + "甲乙|" * 15 + "\n\n|一二三四五六七八九十一二三四五六七八|1|"
    document = docx.Document(io.BytesIO(docx_bytes(parse(text))))
    for table in document.tables:
        widths = [int(column.get(qn("w:w")) or 0) for column in table._tbl.iter(qn("w:gridCol"))]
        assert 8800 < sum(widths) <= 8845
        assert min(widths) > 300


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_shows_the_numbers_that_the_markdown_says(tmp_path: Path) -> None:
    source = tmp_path / "report.docx"
    source.write_bytes(docx_bytes(parse(REPORT)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(source)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    # The export sets blanks before and after a number, which are not on the page.
    text = (tmp_path / "report.txt").read_text("utf-8-sig").replace(" ", "")
    lines = text.splitlines()
    assert lines[3:11] == [
        "一、总体情况",
        "（一）主动公开",
        "1.第一项",
        "2.第二项",
        "（1）细目",
        "（二）依申请公开",
        "二、主动公开政府信息情况",
        "（一）又从头起",
    ]
