from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.core.document import Paragraph, Passage
from docxlint.core.location import Location
from docxlint.text.running_text import RunningText, join_passages
from docxlint.text.zh import LANGUAGE


@pytest.fixture
def passages() -> Callable[..., list[Passage]]:
    """Passages of one section from lines. `### ` begins a heading, `[] ` a text box."""

    def build(*lines: str) -> list[Passage]:
        result = []
        for at, line in enumerate(lines, 1):
            text = line.removeprefix("### ").removeprefix("[] ")
            place = Location("word/document.xml", f"/w:document/w:body/w:p[{at}]")
            level = 1 if line.startswith("### ") else None
            paragraph = Paragraph(text, place, level=level, box=line.startswith("[] "))
            result.append(Passage(paragraph, "overview", "text", place))
        return result

    return build


@pytest.fixture
def running(passages: Callable[..., list[Passage]]) -> Callable[..., RunningText]:
    """The one running text of lines."""

    def build(*lines: str) -> RunningText:
        (text,) = join_passages(passages(*lines), (), LANGUAGE)
        return text

    return build
