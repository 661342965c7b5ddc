"""A part keeps every byte that is not edited, whatever way it is written."""

from __future__ import annotations

import pytest

from docxlint.amend.part import Part
from docxlint.amend.runs import Cut, rewritten
from docxlint.reader.names import W_URI, P, R, w

_ODD = f"""<?xml version='1.0' encoding="UTF-8" standalone='yes'?>
<!-- a > b --><w:document
   xmlns:w = '{W_URI}'  ><w:body a="&gt;/>" ><w:p  /><w:p><w:r ><w:t xml:space='default'> 甲&#20057;&amp;丙 </w:t ></w:r></w:p >
<?pi x?></w:body></w:document>
"""


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be"])
def test_what_is_not_edited_stays_byte_for_byte(codec: str) -> None:
    text = _ODD if codec == "utf-8" else _ODD.replace("UTF-8", "UTF-16")
    mark = "" if codec == "utf-8" else "\ufeff"
    part = Part((mark + text).encode(codec), "word/document.xml")
    assert part.data() == (mark + text).encode(codec)
    for element in part.root.iter():
        span = part.span(element)
        assert part.raw(span.start, span.start + 3) == b"<w:"
        assert part.raw(span.end - 1, span.end) == b">"
    empty, full = part.root.iter(P)
    part.insert(part.span(empty).end, b"<x/>")
    part.insert(part.span(full).close, b"<y/>")
    wanted = text.replace("<w:p  />", "<w:p><x/></w:p>").replace("</w:p >", "<y/></w:p >")
    assert part.data() == (mark + wanted).encode(codec)


def test_a_cut_text_keeps_its_characters_and_only_the_blanks_that_show() -> None:
    part = Part(_ODD.encode(), "word/document.xml")
    (run,) = part.root.iter(R)
    text = rewritten(part, run, {Cut(0, 2): b"<m/>"}).decode()
    assert text == (
        "<w:r ><w:t xml:space='default'>甲</w:t></w:r><m/>"
        "<w:r ><w:t xml:space='default'>乙&amp;丙</w:t></w:r>"
    )


def test_blanks_at_a_cut_are_preserved() -> None:
    xml = f'<w:document xmlns:w="{W_URI}"><w:body><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>甲 乙</w:t><w:tab/></w:r></w:p></w:body></w:document>'
    part = Part(xml.encode(), "word/document.xml")
    (run,) = part.root.iter(R)
    deleted = [(Cut(1, 2), Cut(2, 0), b"<w:del>", b"</w:del>")]
    assert rewritten(part, run, {Cut(2, 0): b"<m/>"}, deleted).decode() == (
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">甲 </w:t></w:r>'
        "<w:del><w:r><w:rPr><w:b/></w:rPr><w:delText>乙</w:delText></w:r></w:del><m/>"
        "<w:r><w:rPr><w:b/></w:rPr><w:tab/></w:r>"
    )


def test_new_elements_bring_their_prefix_where_the_root_has_none() -> None:
    plain = f'<w:document xmlns:w="{W_URI}"><w:body/></w:document>'
    other = f'<document xmlns="{W_URI}"><body/></document>'
    twice = f'<w:document xmlns:w="{W_URI}"><w:body><x xmlns:w="urn:x"/></w:body></w:document>'
    assert Part(plain.encode(), "d").prefix == ("w:", "")
    assert Part(other.encode(), "d").prefix == ("w:", f' xmlns:w="{W_URI}"')
    assert Part(twice.encode(), "d").prefix == ("w:", f' xmlns:w="{W_URI}"')
    assert Part(twice.encode(), "d").root.tag == w("document")
