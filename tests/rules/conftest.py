"""Documents made of lines of text, without a Word file, to test rules about running text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import pytest

from docxlint.core.document import Block, Cell, Document, Paragraph, Story, Table
from docxlint.core.location import Location
from docxlint.form.bind import bind
from docxlint.form.bound import BoundForm
from docxlint.form.schema import Form, SectionForm, TitleForm
from docxlint.rules.engine import Verdict, judge
from docxlint.rules.rule import Pack

PART = "word/document.xml"
BODY = "/w:document/w:body"


def paragraphs(lines: Sequence[str]) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(line, Location(PART, f"{BODY}/w:p[{at}]", paragraph=at, text=line))
        for at, line in enumerate(lines, 1)
    )


@pytest.fixture
def verdict_of_lines(national: Pack) -> Callable[..., Verdict]:
    """The verdict of one rule of the national pack on a report for 2023 made of lines.

    `text` maps names of sections to their lines; a section that maps to None is left out. By
    default there is no introduction, and the signature is right.
    """

    def check(
        rule: str,
        text: Mapping[str, Sequence[str] | None] | None = None,
        *,
        title: Sequence[str] = ("古郊乡人民政府", "2023年政府信息公开工作年度报告"),
        front: Sequence[str] = (),
        end: Sequence[str] = ("古郊乡人民政府", "2024年1月15日"),
        year: int | None = None,
    ) -> Verdict:
        lines = [*title, *front]
        for section in national.form.sections:
            under = (text or {}).get(section.name, ["无其他内容。"])
            if under is not None:
                lines += [section.heading, *under]
        document = Document(paragraphs([*lines, *end]), Location(PART, BODY))
        rules = [r for r in national.rules if r.name == rule]
        assert rules, f"there is no rule {rule}"
        return judge(bind(document, national.form, year), rules)

    return check


TITLE = "青石县云溪镇人民政府2023年政府信息公开工作年度报告"
FORM = Form(
    title=TitleForm(
        name="政府信息公开工作年度报告", wording="{organ}{year}年政府信息公开工作年度报告"
    ),
    sections=(
        SectionForm(name="overview", heading="一、总体情况"),
        SectionForm(name="problems", heading="二、存在的主要问题"),
        SectionForm(name="other", heading="三、其他需要报告的事项"),
    ),
)


def _blocks(lines: tuple[str, ...]) -> Iterator[Block]:
    for at, line in enumerate(lines, 1):
        if line.startswith("|"):
            place = Location(PART, f"{BODY}/w:tbl[{at}]")
            inner = Location(PART, f"{place.path}/w:tr[1]/w:tc[1]")
            text = line.strip("| ")
            paragraph = Paragraph(text, Location(PART, f"{inner.path}/w:p[1]", text=text))
            yield Table(((Cell(text, 0, 0, inner, paragraphs=(paragraph,)),),), place)
            continue
        level = 0 if line.startswith("## ") else 1 if line.startswith("### ") else None
        box = line.startswith("[] ")
        text = line.removeprefix("## ").removeprefix("### ").removeprefix("[] ")
        number, _, rest = text.partition("}") if text.startswith("{") else ("", "", text)
        place = Location(PART, f"{BODY}/w:p[{at}]", paragraph=at, text=text)
        yield Paragraph(f"{number[1:]}{rest}", place, number[1:], level, box=box)


@pytest.fixture(scope="session")
def prose() -> Callable[..., BoundForm]:
    """A form bound to a document made of lines, the title first.

    `## ` and `### ` start headings, `{1.}` an automatic number, `[] ` a text box, and `|` a table
    of one cell. `footnote` adds a footnote.
    """

    def make(*lines: str, title: str = TITLE, footnote: str = "") -> BoundForm:
        place = Location("word/footnotes.xml", "/w:footnotes/w:footnote[1]")
        stories = (Story("footnote", (Paragraph(footnote, place),), place),) if footnote else ()
        blocks = tuple(_blocks((title, *lines)))
        return bind(Document(blocks, Location(PART, BODY), stories), FORM)

    return make
