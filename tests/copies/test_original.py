"""What copies share is read when it is needed, and once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.copies.original import SIGNATURES_LOST, Original
from docxlint.core.location import Location
from docxlint.word.ooxml.names import W_URI
from docxlint.word.source import open_document

Docx = Callable[..., bytes]
Opened = Callable[[bytes], Original]

_P = "<w:p><w:r><w:t>甲乙</w:t></w:r></w:p>"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SIGNATURE = (
    '<Relationship Id="s" Type="http://schemas.openxmlformats.org/package/2006/relationships/'
    'digital-signature/origin" Target="_xmlsignatures/origin.sigs"/>'
)


def test_the_main_part_is_the_tree_that_the_reader_parsed(docx: Docx, original: Opened) -> None:
    document = original(docx(_P))
    assert document.main.root is document.package.tree("word/document.xml")
    assert document.main is document.main
    paragraph = document.index.paragraph(Location("word/document.xml", "/w:document/w:body/w:p[1]"))
    assert paragraph is not None and paragraph.text == "甲乙"


def test_comments_are_none_without_a_comments_part(docx: Docx, original: Opened) -> None:
    assert original(docx(_P)).comments is None
    document = original(
        docx(
            _P,
            parts={"word/comments.xml": f'<w:comments xmlns:w="{W_URI}"/>'},
            rels=f'<Relationship Id="c" Type="{_OFFICE}/comments" Target="comments.xml"/>',
        )
    )
    assert document.comments is not None and document.comments.name == "word/comments.xml"


def test_a_signed_document_has_a_notice(docx: Docx, original: Opened) -> None:
    assert original(docx(_P)).notices == ()
    signed = docx(_P, package_rels=_SIGNATURE, parts={"_xmlsignatures/origin.sigs": ""})
    assert original(signed).notices == (SIGNATURES_LOST,)


@pytest.mark.parametrize("keep_parts", [True, False])
def test_a_document_that_was_not_opened_for_copies_is_an_error(
    keep_parts: bool, docx: Docx
) -> None:
    source = b"" if keep_parts else docx(_P)
    with pytest.raises(ValueError, match="not opened for copies"):
        Original(open_document(source, keep_parts=keep_parts))
