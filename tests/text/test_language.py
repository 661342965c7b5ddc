"""The interface of a language: a toy language changes what forms and kinds make of a document."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest

from docxlint.core.document import Cell, Document, Paragraph, Table
from docxlint.core.finding import Problem
from docxlint.core.location import Location
from docxlint.core.regex import Regex
from docxlint.form.bind import bind
from docxlint.form.bound import BoundForm
from docxlint.form.schema import Form, FormBlock, FormLine, SectionForm, TableForm, TitleForm
from docxlint.rules.kinds import part_count, sections, title, wording
from docxlint.rules.text_patterns import NumberPattern
from docxlint.text.language import CODES, DEFAULT, Language, load_language
from docxlint.text.values import Figure, HeadingNumber, Squeezed, TitleParts
from docxlint.text.zh import LANGUAGE as CHINESE

NUMBERS = {"one": 1, "two": 2, "three": 3}


def fold(text: str) -> str:
    return " ".join(text.casefold().split())


def squeeze(text: str) -> Squeezed:
    return Squeezed(text, text)


def figure(text: str) -> Figure:
    value = NUMBERS.get(fold(text))
    return Figure(text.strip(), None if value is None else Decimal(value), plain=True)


def number(written: str) -> Decimal | None:
    return figure(written).value


def heading_number(text: str) -> HeadingNumber | None:
    words = text.split(maxsplit=2)
    if len(words) < 3 or words[0] != "Chapter" or fold(words[1]) not in NUMBERS:
        return None
    return HeadingNumber("chapter", 1, NUMBERS[fold(words[1])], text.index(words[2]), words[2])


def heading_words(heading: str) -> str:
    number = heading_number(heading)
    return fold(number.rest if number is not None else heading)


def read_title(text: str, _name: str) -> TitleParts:
    organ, _, year = text.partition(" in ")
    return TitleParts(organ.rpartition(" of ")[2], int(year) if year.isdecimal() else None)


def replace_members(module: object, **members: Any) -> Any:
    return SimpleNamespace(**(vars(module) | members))


TOY = msgspec.structs.replace(
    CHINESE,
    code="toy",
    folding=replace_members(CHINESE.folding, fold=fold, squeeze=squeeze, close_up=squeeze),
    cells=replace_members(CHINESE.cells, figure=figure),
    quantities=replace_members(CHINESE.quantities, PATTERN=f"({'|'.join(NUMBERS)})", number=number),
    headings=replace_members(
        CHINESE.headings,
        heading_number=heading_number,
        heading_words=heading_words,
        without_closing_marks=fold,
    ),
    sentences=replace_members(
        CHINESE.sentences, FULL_STOP=".", ENDS=".", STOPS=".", BREAKS=",.", SEPARATOR=", "
    ),
    titles=replace_members(CHINESE.titles, read_title=read_title),
)
FORM = Form(
    title=TitleForm("report", "report of {organ} in {year}"),
    sections=(
        SectionForm("work", "Chapter One Our Work"),
        SectionForm("plans", "Chapter Two Plans"),
    ),
    tables=(
        TableForm(
            "visits",
            "work",
            (
                FormBlock(
                    (FormLine("people", ("People",)),),
                    (FormLine("all", ("All visits",)),),
                    labels=1,
                ),
            ),
        ),
    ),
    language=TOY,
)


def location(path: str) -> Location:
    return Location("word/document.xml", path)


def document(*blocks: str | Table) -> Document:
    return Document(
        tuple(
            block if isinstance(block, Table) else Paragraph(block, location(f"/p[{at}]"))
            for at, block in enumerate(blocks, 1)
        ),
        location("/body"),
    )


def table(*rows: tuple[str, ...]) -> Table:
    grid = tuple(
        tuple(Cell(text, r, c, location(f"/tbl/tr[{r}]/tc[{c}]")) for c, text in enumerate(row))
        for r, row in enumerate(rows)
    )
    return Table(grid, location("/tbl"))


@pytest.fixture
def bound() -> BoundForm:
    visits = table(("", "people"), ("ALL  visits", "Three"))
    return bind(
        document(
            "Report of Norton in 2031",
            "This report has three parts.",
            "chapter one: not numbered in this language",
            "Chapter  one  OUR WORK",
            visits,
            "Chapter two Plan",
        ),
        FORM,
    )


def test_the_title_is_read_in_the_language_of_the_form(bound: BoundForm) -> None:
    assert bound.title is not None
    assert (bound.title.organ, bound.year) == ("norton", 2031)
    assert list(title.run(bound, title.Options("name"))) == []


def test_sections_are_those_whose_words_the_language_takes_for_the_same(bound: BoundForm) -> None:
    assert [s.form.name for s in bound.sections if s.form is not None] == ["work", "plans"]
    (problem,) = sections.run(bound, sections.Options("wording"))
    assert isinstance(problem, Problem)
    assert (problem.expected, problem.found) == ("Chapter Two Plans", "Chapter two Plan")


def test_figures_are_the_numbers_of_the_language(bound: BoundForm) -> None:
    cell = bound.tables["visits"].cell("all", "people")
    assert cell is not None
    assert cell.figure.value == 3


def test_numbers_in_patterns_are_those_of_the_language(bound: BoundForm) -> None:
    options = part_count.Options(
        NumberPattern.parse("{n} parts"), Regex.parse("has"), Regex.parse("This report")
    )
    (problem,) = part_count.run(bound, options)
    assert isinstance(problem, Problem)
    assert (problem.expected, problem.found) == ("2", "three")


def test_words_are_matched_as_the_language_spaces_them(bound: BoundForm) -> None:
    def findings(pattern: str) -> Iterator[object]:
        options = wording.Options(what=wording._ONE_OF, forbid=(Regex.parse(pattern),))
        return wording.run(bound, options)

    assert len(list(findings("has three"))) == 1
    assert list(findings("hasthree")) == []


@pytest.mark.parametrize("code", CODES)
def test_a_language_is_loaded_by_its_code(code: str) -> None:
    assert load_language(code).code == code
    assert load_language(code) is load_language(code)


def test_a_language_is_the_same_in_another_process() -> None:
    language = pickle.loads(pickle.dumps(CHINESE))  # noqa: S301 - our own
    assert isinstance(language, Language)
    assert language is load_language(DEFAULT)


def test_a_form_is_chinese_if_nothing_else_is_given() -> None:
    assert Form(FORM.title, FORM.sections).language is CHINESE
