"""A new document reads as it was written, and is the same each time."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

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
