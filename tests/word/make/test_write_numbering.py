"""A document has one list for its automatic numbers."""

from __future__ import annotations

import docx
from docx.oxml.ns import qn

from docxlint.word.make.write_numbering import add_list, number_paragraph


def test_a_list_gets_an_id_that_is_not_in_use() -> None:
    document = docx.Document()
    first, second = add_list(document), add_list(document)
    assert first != second
    numbering = document.part.numbering_part.element
    ids = [a.get(qn("w:abstractNumId")) for a in numbering.findall(qn("w:abstractNum"))]
    assert len(ids) == len(set(ids))


def test_definitions_come_before_instances() -> None:
    document = docx.Document()
    add_list(document)
    tags = [child.tag for child in document.part.numbering_part.element]
    last_definition = len(tags) - 1 - tags[::-1].index(qn("w:abstractNum"))
    assert last_definition < tags.index(qn("w:num"))


def test_a_paragraph_refers_to_the_list_and_its_level() -> None:
    document = docx.Document()
    number_id = add_list(document)
    paragraph = document.add_paragraph("甲")
    number_paragraph(paragraph, number_id, 2)
    number = next(paragraph._p.iter(qn("w:numPr")))
    assert [child.get(qn("w:val")) for child in number] == ["2", str(number_id)]
