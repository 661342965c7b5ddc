"""The words for what was read of a document, and for what was not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docxlint.core.coverage import Coverage, UnreadKind
from docxlint.core.message import Message
from docxlint.report.location_text import list_places, location_text
from docxlint.report.tree import CoverageText
from docxlint.report.visible_text import visible_message

_READ = Message(
    zh="检查了规定表格{tables}张、表中数字{figures}个、文字{paragraphs}段",
    en="Read: tables of the form: {tables}, their figures: {figures}, paragraphs: {paragraphs}",
)
_GROUP = Message(zh="没有检查{name}：{places}", en="Not read, {name}: {places}")
_NAMES: Final = {
    UnreadKind.TABLE: Message(zh="规定格式以外的表格", en="tables that the form does not have"),
    UnreadKind.ROW: Message(zh="规定格式以外的行", en="rows that the form does not have"),
    UnreadKind.COLUMN: Message(zh="规定格式以外的列", en="columns that the form does not have"),
    UnreadKind.DRAWING: Message(zh="图片、图表等", en="pictures, charts and objects"),
    UnreadKind.TYPED_TABLE: Message(zh="用制表符排的表格", en="tables typed with tabs"),
    UnreadKind.STRUCK: Message(zh="带删除线的文字", en="text that is struck through"),
    UnreadKind.HIDDEN: Message(zh="隐藏的文字", en="hidden text"),
    UnreadKind.WHITE: Message(
        zh="白色文字（看不见）是否应当保留", en="whether white text belongs here"
    ),
    UnreadKind.PROMPT: Message(zh="没有填写的提示文字", en="prompts that are not filled in"),
    UnreadKind.COMMENT: Message(zh="批注", en="comments"),
    UnreadKind.GAP: Message(zh="读不出的内容", en="what the reader does not know"),
}


def coverage_text(coverage: Coverage) -> CoverageText:
    """Return how much was read, and one line for each kind of places that were not."""
    read = _READ(tables=coverage.tables, figures=coverage.figures, paragraphs=coverage.paragraphs)
    return CoverageText(read, tuple(_unread(coverage)))


def _unread(coverage: Coverage) -> Iterator[Message]:
    for kind, name in _NAMES.items():
        places = [
            visible_message(location_text(each.location, short=True))
            for each in coverage.unread
            if each.kind is kind
        ]
        if places:
            yield _GROUP(name=name, places=list_places(places))
