"""Examples that change the written Word file itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from docxlint.author.apply_changes import GoodDocument, read_good_document
from docxlint.author.changed_file import changed_file
from docxlint.author.faults import ChangeFault
from docxlint.core.document import Document, Paragraph
from docxlint.rules.rule import Changes, Example, Pack
from docxlint.word.read import read

Toy: TypeAlias = Callable[..., Pack]


@pytest.fixture
def basis(toy: Toy, good_file: str) -> GoodDocument:
    return read_good_document(good_file, toy().form)


def text(document: Document) -> str:
    return "\n".join(b.text for b in document.blocks if isinstance(b, Paragraph))


def test_the_header_is_that_of_the_example(basis: GoodDocument) -> None:
    document = read(changed_file(basis, Example(finds=(), header="乙镇2022年")))
    (story,) = document.stories
    (paragraph,) = story.blocks
    assert isinstance(paragraph, Paragraph)
    assert (story.kind, paragraph.text) == ("header", "乙镇2022年")


def test_words_in_the_xml_are_replaced_after_all_other_changes(basis: GoodDocument) -> None:
    example = Example(finds=(), swap={"甲镇": "乙镇"}, xml={"乙镇": "丙镇", "<w:t>丙": "<w:t>丁"})
    shown = text(read(changed_file(basis, example)))
    assert "丁镇" in shown
    assert "甲镇" not in shown


def test_words_that_are_not_in_the_xml_are_a_fault(basis: GoodDocument) -> None:
    with pytest.raises(ChangeFault) as caught:
        changed_file(basis, Example(finds=(), xml={"<w:strike/>": ""}))
    assert caught.value.message.zh == "xml：写出的文件里没有“<w:strike/>”"


def test_changes_of_another_document_have_neither(basis: GoodDocument) -> None:
    assert changed_file(basis, Changes()) == changed_file(basis, Example(finds=()))
