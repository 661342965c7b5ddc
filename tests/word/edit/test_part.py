"""A part keeps every byte that is not edited, whatever way it is written."""

from __future__ import annotations

import pytest

from docxlint.word.edit.part import Part
from docxlint.word.edit.split_runs import Cut, rewritten
from docxlint.word.edit.start_tags import moved
from docxlint.word.ooxml.names import W_URI, P, R, w

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


def test_what_is_new_can_be_said_in_the_encoding_that_is_declared() -> None:
    body = f'<w:document xmlns:w="{W_URI}"><w:body><w:p/></w:body></w:document>'
    for declared in ("US-ASCII", "us-ascii"):
        text = f'<?xml version="1.0" encoding="{declared}"?>{body}'
        part = Part(text.encode(), "d")
        (paragraph,) = part.root.iter(P)
        part.append(paragraph, "<w:r><w:t>〔甲〕</w:t></w:r>".encode())
        data = part.data()
        assert data.isascii() and data.startswith(text[:60].encode())
        assert Part(data, "d").root.xpath("string(.)") == "〔甲〕"
    assert "甲" in Part("<?xml version='1.0'?><a>甲</a>".encode(), "d").data().decode()


def test_a_part_is_strict_by_the_namespace_of_its_root_alone() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    mixed = f'<w:document xmlns:a0="{strict}" xmlns:w="{W_URI}"><w:body/></w:document>'
    own = f'<s:document xmlns:w="{W_URI}" xmlns:s="{strict}"><s:body/></s:document>'
    default = f'<document xmlns="{strict}"><body/></document>'
    assert (Part(mixed.encode(), "d").strict, Part(mixed.encode(), "d").prefix) == (
        False,
        ("w:", ""),
    )
    assert (Part(own.encode(), "d").strict, Part(own.encode(), "d").prefix) == (True, ("s:", ""))
    assert Part(default.encode(), "d").prefix == ("w:", f' xmlns:w="{strict}"')


def test_an_element_that_moves_brings_what_was_said_of_its_namespaces() -> None:
    holder = (
        b"<r a=' xmlns:x=\"no\"' xmlns='urn:w' xmlns:q = \"urn:q\" mc:Ignorable='q' w:rsidR='1'>"
    )
    assert moved(b"<rPr/>", holder) == (
        b"<rPr xmlns='urn:w' xmlns:q = \"urn:q\" mc:Ignorable='q'/>"
    )
    assert moved(b"<rPr xmlns:q='urn:own' >", holder) == (
        b"<rPr xmlns='urn:w' mc:Ignorable='q' xmlns:q='urn:own' >"
    )
    assert moved(b"<w:rPr>", b"<w:r>") == b"<w:rPr>"


def test_what_a_run_holds_is_edited_with_it() -> None:
    box = "<w:pict><w:txbxContent><w:p><w:r><w:t>丙丁</w:t></w:r></w:p></w:txbxContent></w:pict>"
    xml = f'<w:document xmlns:w="{W_URI}"><w:body><w:p><w:r><w:t>甲乙</w:t>{box}</w:r></w:p></w:body></w:document>'
    part = Part(xml.encode(), "d")
    outer, inner = part.root.iter(R)
    for run in (inner, outer):
        span = part.span(run)
        part.edit(span.start, span.end, rewritten(part, run, {Cut(0, 1): b"<m/>"}))
    text = "<w:r><w:t>丙</w:t></w:r><m/><w:r><w:t>丁</w:t></w:r>"
    cut = box.replace("<w:r><w:t>丙丁</w:t></w:r>", text)
    wanted = f"<w:r><w:t>甲</w:t></w:r><m/><w:r><w:t>乙</w:t>{cut}</w:r>"
    assert f"<w:p>{wanted}</w:p></w:body>" in part.data().decode()


def test_a_path_leads_to_the_element_or_to_none() -> None:
    xml = f"""<w:document xmlns:w="{W_URI}" xmlns:q="urn:q/r"><w:body><w:p><q:x><w:r/></q:x>
        <w:r/><q:x><w:r/><w:t/><w:r/></q:x></w:p></w:body></w:document>"""
    part = Part(xml.encode(), "d")
    paragraph = "/w:document/w:body/w:p[1]"
    odd = f"{paragraph}/*[local-name()='x' and namespace-uri()='urn:q/r'][2]"
    (first, second, third, last) = part.root.iter(R)
    assert part.at(f"{paragraph}/w:r[1]") is second
    assert part.at(f"{odd}/w:r[1]") is third and part.at(f"{odd}/w:r[2]") is last
    assert part.at("/w:document") is part.root
    for gone in (f"{paragraph}/w:r[2]", f"{paragraph}/w:r[0]", f"{odd}/w:p[1]/w:r[1]", "/w:hdr"):
        assert part.at(gone) is None
    assert first is not second
