"""An indexed part knows its elements by path and by byte, however it is written."""

from __future__ import annotations

import pytest

from docxlint.word.edit.indexed_part import IndexedPart
from docxlint.word.ooxml.names import W_URI, P, R, T, w
from docxlint.word.ooxml.unreadable import Unreadable

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def index(text: str) -> IndexedPart:
    return IndexedPart.from_bytes("word/document.xml", text.encode())


def test_spans_cover_the_tags_of_an_element() -> None:
    part = index(
        f'<w:document xmlns:w="{W_URI}"><w:p a="/>"><w:t>文</w:t></w:p><w:p /></w:document>'
    )
    full, empty = part.root.iter(P)
    span = part.span(full)
    assert part.raw(span.start, span.inner) == part.start_tag(full) == b'<w:p a="/>">'
    assert part.raw(span.inner, span.close) == "<w:t>文</w:t>".encode()
    assert part.raw(span.close, span.end) == b"</w:p>"
    assert not part.is_empty_tag(full)
    span = part.span(empty)
    assert part.raw(span.start, span.end) == b"<w:p />"
    assert span.inner == span.close == span.end
    assert part.is_empty_tag(empty)
    assert part.empty_paragraph_ends == {span.end: empty}


def test_new_elements_get_a_prefix_that_is_valid_everywhere() -> None:
    plain = f'<w:document xmlns:w="{W_URI}"><w:body/></w:document>'
    other = f'<document xmlns="{W_URI}"><body/></document>'
    twice = f'<w:document xmlns:w="{W_URI}"><w:body><x xmlns:w="urn:x"/></w:body></w:document>'
    assert index(plain).prefix == ("w:", "")
    assert index(other).prefix == ("w:", f' xmlns:w="{W_URI}"')
    assert index(twice).prefix == ("w:", f' xmlns:w="{W_URI}"')
    assert index(twice).root.tag == w("document")


def test_the_namespace_of_the_root_makes_a_part_strict() -> None:
    mixed = index(f'<w:document xmlns:a0="{STRICT}" xmlns:w="{W_URI}"><w:body/></w:document>')
    strict = index(f'<s:document xmlns:w="{W_URI}" xmlns:s="{STRICT}"><s:body/></s:document>')
    default = index(f'<document xmlns="{STRICT}"><body/></document>')
    assert (mixed.is_strict, mixed.prefix) == (False, ("w:", ""))
    assert (strict.is_strict, strict.prefix) == (True, ("s:", ""))
    assert default.prefix == ("w:", f' xmlns:w="{STRICT}"')


def test_a_path_leads_to_the_element_or_to_none() -> None:
    part = index(f"""<w:document xmlns:w="{W_URI}" xmlns:q="urn:q/r"><w:body><w:p><q:x><w:r/></q:x>
        <w:r/><q:x><w:r/><w:t/><w:r/></q:x></w:p></w:body></w:document>""")
    paragraph = "/w:document/w:body/w:p[1]"
    odd = f"{paragraph}/*[local-name()='x' and namespace-uri()='urn:q/r'][2]"
    _, second, third, last = part.root.iter(R)
    assert part.element_at(f"{paragraph}/w:r[1]") is second
    assert part.element_at(f"{odd}/w:r[1]") is third
    assert part.element_at(f"{odd}/w:r[2]") is last
    assert part.element_at("/w:document") is part.root
    for absent in ("w:r[2]", "w:r[0]", "q[1]"):
        assert part.element_at(f"{paragraph}/{absent}") is None
    for absent in (f"{odd}/w:p[1]/w:r[1]", "/w:hdr"):
        assert part.element_at(absent) is None


def test_only_preserved_white_space_is_visible() -> None:
    texts = '<w:t> a </w:t><w:t xml:space="preserve"> a </w:t>'
    part = index(f'<w:document xmlns:w="{W_URI}"><w:r>{texts}</w:r></w:document>')
    trimmed, preserved = part.root.iter(T)
    assert part.visible_range(trimmed) == (1, 2)
    assert part.visible_range(preserved) == (0, 3)


def test_ids_are_those_of_all_elements() -> None:
    part = index(f'<w:document xmlns:w="{W_URI}"><w:ins w:id="3"/><w:del w:id="x"/></w:document>')
    assert part.ids == {"3", "x"}


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_text_is_utf8_and_is_encoded_as_the_original(codec: str) -> None:
    data = f'\ufeff<?xml version="1.0" encoding="UTF-16"?><w:p xmlns:w="{W_URI}">文</w:p>'
    part = IndexedPart.from_bytes("word/document.xml", data.encode(codec))
    assert part.text == data[1:].encode()
    assert part.encode(part.text) == data.encode(codec)


def test_ascii_parts_get_character_references() -> None:
    for name in ("US-ASCII", "us-ascii"):
        head = f'<?xml version="1.0" encoding="{name}"?>'
        part = index(f"{head}<a/>")
        assert part.encode("<a>文</a>".encode()) == b"<a>&#25991;</a>"
    assert index("<a>文</a>").encode("<a>甲</a>".encode()) == "<a>甲</a>".encode()


def test_damaged_xml_is_unreadable() -> None:
    with pytest.raises(Unreadable):
        index("<a>")
