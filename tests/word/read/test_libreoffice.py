"""LibreOffice as the oracle: its text export has the automatic numbers that it computes."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from docxlint.core.document import Document, Paragraph

Docx = Callable[..., bytes]
Reading = Callable[[bytes], Document]

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")


def lvl(index: int, fmt: str, text: str, extra: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/>{extra}'
        f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def num(name: int, definition: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>'


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    + lvl(0, "chineseCountingThousand", "%1、", '<w:pStyle w:val="h1"/>')
    + lvl(1, "chineseCountingThousand", "（%2）", '<w:pStyle w:val="h2"/>')
    + lvl(2, "decimal", "%3.")
    + lvl(3, "decimal", "%3.%4")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + '<w:multiLevelType w:val="multilevel"/>'
    + lvl(0, "upperRoman", "%1.")
    + lvl(1, "lowerLetter", "%2)")
    + lvl(2, "decimal", "%1.%2.%3")
    + "</w:abstractNum>"
    + num(1, 0)
    + num(2, 1)
    + num(3, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
)
LISTED = '<w:numPr><w:numId w:val="1"/></w:numPr>'
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/>'
    f'<w:basedOn w:val="n"/><w:pPr>{LISTED}<w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/>'
    '<w:basedOn w:val="n"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
    '<w:outlineLvl w:val="1"/></w:pPr></w:style>'
)


def p(text: str, style: str = "", number: int | None = None, level: int = 0) -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    listed = (
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        if number is not None
        else ""
    )
    return f"<w:p><w:pPr>{named}{listed}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


BODY = "".join(
    [
        p("总体情况", "h1"),
        p("主动公开", "h2"),
        p("点", number=1, level=2),
        p("点", number=1, level=2),
        p("细", number=1, level=3),
        p("依申请公开", "h2"),
        p("点", number=1, level=2),
        p("甲", number=2),
        p("乙", number=2, level=1),
        p("丙", number=2, level=1),
        p("丁", number=2, level=2),
        p("主动公开政府信息情况", "h1"),
        p("没有编号"),
        p("戊", number=2),
        p("己", number=3),
        p("庚", number=3),
        p("越级", number=1, level=3),
        p("监督保障", "h2"),
        p("不编号", "h2", number=0),
        *(p(f"第{n}", "h1") for n in range(3, 25)),
    ]
)


def test_numbers_are_those_that_libreoffice_shows(
    docx: Docx, reading: Reading, tmp_path: Path
) -> None:
    source = docx(BODY, styles=STYLES, numbering=NUMBERING)
    (tmp_path / "lists.docx").write_bytes(source)
    subprocess.run(
        [
            str(SOFFICE),
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "txt:Text (encoded):UTF8",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "lists.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    # The export also draws indents, as blanks at the beginning of a line.
    exported = [
        line.lstrip(" ") for line in (tmp_path / "lists.txt").read_text("utf-8-sig").splitlines()
    ]
    visible = [b.text for b in reading(source).blocks if isinstance(b, Paragraph)]
    assert visible == exported
    assert visible[:2] == ["一、 总体情况", "（一） 主动公开"]
