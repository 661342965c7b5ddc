"""Finds the title of a document: the lines before the first section that name it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from docxlint.core.document import Paragraph
from docxlint.core.folding import fold
from docxlint.form.bound import BoundTitle
from docxlint.form.schema import TitleForm
from docxlint.text.zh.numerals import YEAR, year_value

# Longer lines, and lines with these marks, are sentences and not titles.
_LONGEST = 70
_SENTENCE = re.compile("[。；;！!？?:]")
_STYLES = ("title", "标题")
_YEAR = re.compile(f"({YEAR})年")
_BARE_YEAR = re.compile(f"([0-9]{{2,4}}|{YEAR})(?:年|年度)?$")


def find_title(front: Sequence[Paragraph], form: TitleForm) -> BoundTitle | None:
    """The title among `front`, the paragraphs before the first section; None without one.

    It is the line that names the kind of document, or else the first that says a word kin to
    it; with the line before it where it does not begin with an organ, and the line after it
    where only both together name the kind.
    """
    name = fold(form.name)
    lines = [(p, t) for p in front if (t := fold(p.text)) and _may_be_title(p, t, name)]
    kin = [fold(word) for word in form.kin]
    at = next((i for i, (_, t) in enumerate(lines) if name in t), None)
    if at is None:
        at = next((i for i, (_, t) in enumerate(lines) if any(k in t for k in kin)), None)
    if at is None:
        return None
    first = last = at
    if name not in lines[at][1] and at + 1 < len(lines):
        joined = lines[at][1] + lines[at + 1][1]
        if name in joined and not lines[at + 1][1].startswith(name):
            last = at + 1
    while first > 0 and at - first < 2 and _wants_more(lines[first][1], name):
        first -= 1
    paragraphs = tuple(p for p, _ in lines[first : last + 1])
    text = "".join(t for _, t in lines[first : last + 1])
    said = {lines[at][1], text}
    repeats = next((p for p, t in lines[last + 1 :] if t in said), None)
    year = _YEAR.search(text)
    organ = text[: year.start()] if year is not None else text.partition(name)[0]
    return BoundTitle(
        text=text,
        organ=organ,
        year=year_value(year.group(1)) if year is not None else None,
        paragraphs=paragraphs,
        location=msgspec.structs.replace(lines[at][0].location, text=text),
        repeats=repeats,
    )


def _may_be_title(paragraph: Paragraph, line: str, name: str) -> bool:
    """Whether a line is none of a text; one that is set as a title may end, wrongly, in a mark."""
    styled = paragraph.level is not None or (paragraph.style or "").lower().startswith(_STYLES)
    whole = line[:-1] if styled and line[:-1].endswith(name) else line
    return len(line) <= _LONGEST and not _SENTENCE.search(whole)


def _wants_more(line: str, name: str) -> bool:
    """Whether a title line has its beginning, the organ or the year, on the line before."""
    return bool(_YEAR.match(line) or line.startswith((name, "年")) or _BARE_YEAR.match(line))
