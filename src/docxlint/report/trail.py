"""Where something stands, in the words that the form and Word print there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docxlint.finding import Phrase
from docxlint.model import Location
from docxlint.report.visible import visible
from docxlint.text import shorten

_QUOTED = 24  # characters of a paragraph that make it known
_STEP = " > "

_WHOLE = Phrase(zh="全文", en="the whole document")
_TABLE = Phrase(zh="表格", en="table")
_PARAGRAPH = Phrase(zh="第{n}段", en="paragraph {n}")
_QUOTE = Phrase(zh="“{text}”", en="“{text}”")
_STORIES = {
    "hdr": Phrase(zh="页眉", en="header"),
    "ftr": Phrase(zh="页脚", en="footer"),
    "footnotes": Phrase(zh="脚注", en="footnote"),
    "endnotes": Phrase(zh="尾注", en="endnote"),
    "comments": Phrase(zh="批注", en="comment"),
}
_ROOT = re.compile(r"/(?:\w+:)?(\w+)")


def trail(place: Location, lang: str) -> str:
    """The way to `place` for a person: section, row, column, as the form prints them, or section
    and paragraph with its first words.
    """
    steps = [] if place.section is None else [visible(place.section)]
    return _STEP.join(steps + list(_within(place, lang))) or _WHOLE.said(lang)


def within_section(place: Location, lang: str) -> str:
    """The way to `place` from its section on; "" where it is the section itself."""
    return _STEP.join(_within(place, lang))


def section(place: Location, lang: str) -> str:
    """The heading under which `place` stands, or that it stands under none."""
    return _WHOLE.said(lang) if place.section is None else visible(place.section)


def _within(place: Location, lang: str) -> Iterator[str]:
    root = _ROOT.match(place.path)
    if root is not None and root.group(1) in _STORIES:
        yield _STORIES[root.group(1)].said(lang)
    labels = [visible(label) for label in (place.row, place.column) if label]
    yield from labels
    if labels:
        return
    if place.table is not None:
        yield _TABLE.said(lang)
    excerpt = _QUOTE(text=visible(shorten(place.text, _QUOTED))).said(lang) if place.text else ""
    if place.paragraph is not None:
        yield f"{_PARAGRAPH(n=place.paragraph).said(lang)} {excerpt}".rstrip()
    elif excerpt and place.table is None:
        yield excerpt
