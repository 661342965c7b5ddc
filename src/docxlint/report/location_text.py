"""Where something stands, in the words that the form and Word print there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from docxlint.core.location import Location, shorten
from docxlint.core.message import Message
from docxlint.report.visible_text import visible

_QUOTED = 24  # characters of a paragraph that make it known
_LABEL = 20  # characters of a label that make it known in a list
_MOST = 6  # places that a list names; of more the number is told
_STEP = " > "

_WHOLE = Message(zh="全文", en="the whole document")
_OUTSIDE = Message(zh="（各部分之外）", en="(outside the sections)")
_TABLE = Message(zh="表格", en="table")
_PARAGRAPH = Message(zh="第{n}段", en="paragraph {n}")
_QUOTE = Message(zh="“{text}”", en="“{text}”")
_AND = Message(zh="、", en=", ")
_IN_ALL = Message(zh=" 等 {n} 处", en=" … {n} places in all")
_STORIES = {
    "w:hdr": Message(zh="页眉", en="header"),
    "w:ftr": Message(zh="页脚", en="footer"),
    "w:footnotes": Message(zh="脚注", en="footnote"),
    "w:endnotes": Message(zh="尾注", en="endnote"),
    "w:comments": Message(zh="批注", en="comment"),
}


def trail(place: Location, lang: str, origin: Location | None = None) -> str:
    """The way to `place` for a person: section, row, column, as the form prints them, or section
    and paragraph with its first words. What it shares with `origin`, where its reader is
    already, is left out.
    """
    here = origin is not None and place.section == origin.section
    steps = [] if here or place.section is None else [visible(place.section)]
    same_row = here and origin is not None and place.row == origin.row and bool(place.column)
    steps += _within(place, lang, row=not same_row)
    if steps:
        return _STEP.join(steps)
    return _WHOLE.text(lang) if place.section is None else visible(place.section)


def within_section(place: Location, lang: str) -> str:
    """The way to `place` from its section on; "" where it is the section itself."""
    return _STEP.join(_within(place, lang))


def section(place: Location, lang: str) -> str:
    """The heading under which `place` stands, or that it stands under none."""
    return _OUTSIDE.text(lang) if place.section is None else visible(place.section)


def several(places: Iterable[str], lang: str) -> str:
    """`places`, each once and shortened, as one list; of many the first and how many they are."""
    known = list(dict.fromkeys(places))
    text = _AND.text(lang).join(_short(place) for place in known[:_MOST])
    return text + (_IN_ALL(n=len(known)).text(lang) if len(known) > _MOST else "")


def _short(place: str) -> str:
    # What ends a quotation has been shortened where it was quoted.
    steps = place.split(_STEP)
    return _STEP.join(s if s.endswith("”") else shorten(s, _LABEL) for s in steps)


def _within(place: Location, lang: str, *, row: bool = True) -> Iterator[str]:
    for root in place.node.steps()[:1]:
        if root.name in _STORIES:
            yield _STORIES[root.name].text(lang)
    labels = [visible(label) for label in (place.row if row else None, place.column) if label]
    yield from labels
    if labels:
        return
    known = place.section is not None and _letters(place.text) == _letters(place.section)
    words = "" if known else visible(shorten(place.text, _QUOTED))
    quoted = _QUOTE(text=words).text(lang) if words else ""
    if place.table is not None:
        yield f"{_TABLE.text(lang)} {quoted}".rstrip()
    elif place.paragraph is not None:
        yield f"{_PARAGRAPH(n=place.paragraph).text(lang)} {quoted}".rstrip()
    elif quoted:
        yield quoted


def _letters(text: str) -> str:
    """The letters and digits of `text`: what stays the same however it is spaced and marked."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())
