"""Find the title of a document: the lines before the first section that name it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from docxlint.core.document import Paragraph
from docxlint.form.bound import BoundTitle
from docxlint.form.schema import TitleForm
from docxlint.text.language import Language
from docxlint.text.title_protocols import Titles

# A longer line is a sentence and no title.
_LONGEST = 70
# The name of the document is in so many lines at most.
_MOST_LINES = 4


def find_title(
    front: Sequence[Paragraph], form: TitleForm, language: Language
) -> BoundTitle | None:
    """The title in `front`, the paragraphs before the first section, or None.

    The title is the line that names the kind of document, or else the first line with one of
    the form's other words for it (`kin`). The line before belongs to it if the title line has no
    organ or year. Several lines are the title if only together they name the kind.
    """
    fold, titles = language.folding.fold, language.titles
    name = fold(form.name)
    lines = [(p, t) for p in front if (t := fold(p.text)) and _may_be_title(p, t, name, titles)]
    kin = [fold(word) for word in form.kin]
    span = _name_span([text for _, text in lines], name)
    if span is None:
        at = next((i for i, (_, t) in enumerate(lines) if any(k in t for k in kin)), None)
        if at is None:
            return None
        span = at, at
    at = first = span[0]
    last = span[1]
    while first > 0 and at - first < 2 and titles.needs_line_before(lines[first][1], name):
        first -= 1
    paragraphs = tuple(p for p, _ in lines[first : last + 1])
    text = "".join(t for _, t in lines[first : last + 1])
    wordings = {lines[at][1], text}
    repeats = next((p for p, t in lines[last + 1 :] if t in wordings), None)
    parts = titles.read_title(text, name)
    return BoundTitle(
        text=text,
        organ=parts.organ,
        year=parts.year,
        paragraphs=paragraphs,
        location=msgspec.structs.replace(lines[at][0].location, text=text),
        repeats=repeats,
    )


def _name_span(lines: Sequence[str], name: str) -> tuple[int, int] | None:
    """The first line and the last of the fewest lines that have `name` together, or None."""
    for count in range(1, _MOST_LINES + 1):
        for first in range(len(lines) - count + 1):
            if name in "".join(lines[first : first + count]):
                return first, first + count - 1
    return None


def _may_be_title(paragraph: Paragraph, line: str, name: str, titles: Titles) -> bool:
    """Whether a line is no sentence. A line in a title style may end, wrongly, with a mark."""
    styled = paragraph.level is not None or titles.is_title_style(paragraph.style or "")
    judged = line[:-1] if styled and line[:-1].endswith(name) else line
    return len(line) <= _LONGEST and not titles.is_sentence(judged)
