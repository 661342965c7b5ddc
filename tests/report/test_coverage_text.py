"""The words for coverage: how much was read, then what was not, by kind."""

from __future__ import annotations

from docxlint.core.coverage import Coverage, UnreadKind, UnreadPlace
from docxlint.core.location import Location
from docxlint.report.coverage_text import coverage_text


def place(text: str, section: str | None = None) -> Location:
    return Location("word/document.xml", "/w:document/w:body/w:p[1]", section=section, text=text)


def test_each_kind_has_one_line_with_its_places() -> None:
    coverage = Coverage(
        3,
        40,
        200,
        30,
        (
            UnreadPlace(UnreadKind.STRUCK, place("旧文", "一、总体情况")),
            UnreadPlace(UnreadKind.TABLE, place("村 件数")),
            UnreadPlace(UnreadKind.STRUCK, place("再旧", "一、总体情况")),
        ),
    )
    text = coverage_text(coverage)
    assert text.read.zh == "检查了规定表格3张、表中数字200个、文字30段"
    assert [line.zh for line in text.unread] == [
        "没有检查规定格式以外的表格：“村 件数”",
        "没有检查带删除线的文字：“旧文”，一、总体情况；“再旧”，一、总体情况",
    ]


def test_every_kind_has_words_and_nothing_is_printed_unescaped() -> None:
    unread = tuple(UnreadPlace(kind, place("\x1b[31m", None)) for kind in UnreadKind)
    text = coverage_text(Coverage(0, 0, 0, 0, unread))
    assert len(text.unread) == len(UnreadKind)
    assert not any("\x1b" in line.zh + line.en for line in text.unread)
