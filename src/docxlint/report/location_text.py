"""The words for a place: the labels that the form and Word print there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from docxlint.core.location import Location, shorten
from docxlint.core.message import Message
from docxlint.report.visible_text import visible

_QUOTE_LENGTH = 24  # characters of a paragraph that identify it
_LABEL_LENGTH = 20  # characters of a label that identify it in a list
_LIST_LENGTH = 6  # places that a list names before it gives the number of places

_COMMA = Message(zh="，", en=", ")
_DOCUMENT = Message(zh="全文", en="the whole document")
_FRONT = Message(zh="标题和引言（第一部分之前）", en="title and introduction (before section 1)")
_TABLE = Message(zh="表格", en="table")
_PARAGRAPH = Message(zh="第{n}段", en="paragraph {n}")
_PAGE = Message(zh="约第{n}页", en="about page {n}")
_QUOTE = Message.same("“{text}”")
_ROW = Message(zh="“{label}”行", en="row “{label}”")
_COLUMN = Message(zh="“{label}”列", en="column “{label}”")
_SPACE = Message(zh="", en=" ")
_BETWEEN_PLACES = Message(zh="；", en="; ")
_MORE = Message(zh="{places}等{n}处", en="{places} … {n} places in all")
_STORIES = {
    "w:hdr": Message(zh="页眉", en="header"),
    "w:ftr": Message(zh="页脚", en="footer"),
    "w:footnotes": Message(zh="脚注", en="footnote"),
    "w:endnotes": Message(zh="尾注", en="endnote"),
    "w:comments": Message(zh="批注", en="comment"),
}


def location_text(
    place: Location, origin: Location | None = None, *, short: bool = False
) -> Message:
    """First the words that stand there, then the page, the section, and the row and column as the
    form prints them, or the number of the paragraph. Leaves out what `place` has in common with
    `origin`, where the reader already is. Shortens the labels if `short`.
    """
    same_section = origin is not None and place.section == origin.section
    section = None if same_section else place.section
    parts = list(_parts(place, section, origin if same_section else None, short=short))
    if parts:
        return _COMMA.join(parts)
    return _DOCUMENT if place.section is None else _label(place.section, short=short)


def text_in_section(place: Location, *, short: bool = False) -> Message:
    """The text of `place` without its section, with shortened labels if `short`.

    Empty where the place is the section itself.
    """
    return _COMMA.join(list(_parts(place, None, None, short=short)))


def section_heading(section: str | None) -> Message:
    """The heading of a section; None stands for what comes before the first section."""
    return _FRONT if section is None else _label(section)


def list_places(places: Iterable[Message]) -> Message:
    """`places`, each once, as one list; a long list ends with their number."""
    distinct = list(dict.fromkeys(places))
    text = _BETWEEN_PLACES.join(distinct[:_LIST_LENGTH])
    return _MORE(places=text, n=len(distinct)) if len(distinct) > _LIST_LENGTH else text


def _parts(
    place: Location, section: str | None, origin: Location | None, *, short: bool
) -> Iterator[Message]:
    """The parts of the text of `place`: none where it is a section as a whole, or the document.

    `origin` is a place in the same section.
    """
    where = [_STORIES[root.name] for root in place.node.steps()[:1] if root.name in _STORIES]
    where += _table(place, origin, short=short)
    is_heading = place.section is not None and _letters(place.text) == _letters(place.section)
    words = "" if is_heading else visible(shorten(place.text, _QUOTE_LENGTH))
    if place.row or place.column:
        words = ""
    elif place.table is None and place.paragraph is not None:
        where.append(_PARAGRAPH(n=place.paragraph))
    if words:
        yield _QUOTE(text=words)
    if place.page is not None and (words or where):
        yield _PAGE(n=place.page)
    if section is not None:
        yield _label(section, short=short)
    yield from where


def _table(place: Location, origin: Location | None, *, short: bool) -> Iterator[Message]:
    """The table of `place` with the row and the column, without what `origin` has in common."""
    same_table = origin is not None and place.table == origin.table
    same_row = origin is not None and same_table and place.row == origin.row
    labels: list[Message] = []
    if place.row and not (same_row and place.column):
        labels.append(_ROW(label=_label(place.row, short=short)))
    if place.column:
        labels.append(_COLUMN(label=_label(place.column, short=short)))
    if place.table is not None and not (same_table and labels):
        if place.table_label is not None:
            labels.insert(0, Message.same(visible(place.table_label)))
        elif not labels:
            labels.append(_TABLE)
    if labels:
        yield _SPACE.join(labels)


def _label(text: str, *, short: bool = False) -> Message:
    return Message.same(shorten(visible(text), _LABEL_LENGTH) if short else visible(text))


def _letters(text: str) -> str:
    """The letters and digits of `text`: what stays the same however it is spaced and marked."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())
