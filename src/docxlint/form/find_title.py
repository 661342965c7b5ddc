"""Find the title of a document: the lines before the first section that name it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from docxlint.core.document import Paragraph
from docxlint.form.bound import BoundTitle
from docxlint.form.schema import TitleForm
from docxlint.text.language import Language
from docxlint.text.protocols import Titles

# A longer line is a sentence and no title.
_LONGEST = 70


def find_title(
    front: Sequence[Paragraph], form: TitleForm, language: Language
) -> BoundTitle | None:
    """The title in `front`, the paragraphs before the first section, or None.

    The title is the line that names the kind of document, or else the first line with one of
    the form's other words for it (`kin`). The line before belongs to it if the title line has no
    organ or year. The line after belongs to it if only both together name the kind.
    """
    fold, titles = language.folding.fold, language.titles
    name = fold(form.name)
    lines = [(p, t) for p in front if (t := fold(p.text)) and _may_be_title(p, t, name, titles)]
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


def _may_be_title(paragraph: Paragraph, line: str, name: str, titles: Titles) -> bool:
    """Whether a line is no sentence. A line in a title style may end, wrongly, with a mark."""
    styled = paragraph.level is not None or titles.is_title_style(paragraph.style or "")
    judged = line[:-1] if styled and line[:-1].endswith(name) else line
    return len(line) <= _LONGEST and not titles.is_sentence(judged)
