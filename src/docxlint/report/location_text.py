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

_STEP = Message.same(" > ")
_DOCUMENT = Message(zh="全文", en="the whole document")
_FRONT = Message(zh="标题和引言（第一部分之前）", en="title and introduction (before section 1)")
_TABLE = Message(zh="表格", en="table")
_PARAGRAPH = Message(zh="第{n}段", en="paragraph {n}")
_ON_PAGE = Message(zh="{place}（约第{n}页）", en="{place} (about page {n})")
_QUOTE = Message.same("“{text}”")
_NAMED = Message.same("{name} {quote}")
_AND = Message(zh="、", en=", ")
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
    """Section, row and column as the form prints them, or section and paragraph with its first
    words. Leaves out what `place` has in common with `origin`, where the reader already is.
    Shortens the labels if `short`.
    """
    same_section = origin is not None and place.section == origin.section
    steps = [] if same_section or place.section is None else [_label(place.section, short=short)]
    same_row = same_section and origin is not None and place.row == origin.row
    steps += _steps(place, with_row=not (same_row and bool(place.column)), short=short)
    if steps:
        return _on_page(_STEP.join(steps), place)
    return _DOCUMENT if place.section is None else _label(place.section, short=short)


def text_in_section(place: Location, *, short: bool = False) -> Message:
    """The text of `place` without its section, with shortened labels if `short`.

    Empty where the place is the section itself.
    """
    steps = list(_steps(place, short=short))
    return _on_page(_STEP.join(steps), place) if steps else _STEP.join(steps)


def _on_page(text: Message, place: Location) -> Message:
    return text if place.page is None else _ON_PAGE(place=text, n=place.page)


def section_heading(section: str | None) -> Message:
    """The heading of a section; None stands for what comes before the first section."""
    return _FRONT if section is None else _label(section)


def list_places(places: Iterable[Message]) -> Message:
    """`places`, each once, as one list; a long list ends with their number."""
    distinct = list(dict.fromkeys(places))
    text = _AND.join(distinct[:_LIST_LENGTH])
    return _MORE(places=text, n=len(distinct)) if len(distinct) > _LIST_LENGTH else text


def _steps(place: Location, *, with_row: bool = True, short: bool = False) -> Iterator[Message]:
    yield from (_STORIES[root.name] for root in place.node.steps()[:1] if root.name in _STORIES)
    labels = [label for label in (place.row if with_row else None, place.column) if label]
    yield from (_label(label, short=short) for label in labels)
    if labels:
        return
    is_heading = place.section is not None and _letters(place.text) == _letters(place.section)
    words = "" if is_heading else visible(shorten(place.text, _QUOTE_LENGTH))
    quote = _QUOTE(text=words) if words else None
    name = None
    if place.table is not None:
        name = _TABLE
    elif place.paragraph is not None:
        name = _PARAGRAPH(n=place.paragraph)
    if name is not None and quote is not None:
        yield _NAMED(name=name, quote=quote)
    else:
        yield from (part for part in (name, quote) if part is not None)


def _label(text: str, *, short: bool = False) -> Message:
    return Message.same(shorten(visible(text), _LABEL_LENGTH) if short else visible(text))


def _letters(text: str) -> str:
    """The letters and digits of `text`: what stays the same however it is spaced and marked."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())
