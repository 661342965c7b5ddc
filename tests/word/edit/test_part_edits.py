"""Edits change the bytes that they cover; all others stay."""

from __future__ import annotations

import pytest

from docxlint.word.edit.indexed_part import IndexedPart
from docxlint.word.edit.part_edits import PartEdits
from docxlint.word.ooxml.names import W_URI, P

_UNUSUAL = f"""<?xml version='1.0' encoding="UTF-8" standalone='yes'?>
<!-- a > b --><w:document
   xmlns:w = '{W_URI}'  ><w:body a="&gt;/>" ><w:p  /><w:p><w:r ><w:t xml:space='default'> 甲&#20057;&amp;丙 </w:t ></w:r></w:p >
<?pi x?></w:body></w:document>
"""


def _edits(text: str) -> PartEdits:
    return PartEdits(IndexedPart.from_bytes("d", text.encode()))


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be"])
def test_bytes_outside_edits_stay(codec: str) -> None:
    text = _UNUSUAL if codec == "utf-8" else _UNUSUAL.replace("UTF-8", "UTF-16")
    mark = "" if codec == "utf-8" else "\ufeff"
    part = IndexedPart.from_bytes("word/document.xml", (mark + text).encode(codec))
    edits = PartEdits(part)
    assert edits.data() == (mark + text).encode(codec)
    empty, full = part.root.iter(P)
    edits.insert(part.span(empty).end, b"<x/>")
    edits.insert(part.span(full).close, b"<y/>")
    expected = text.replace("<w:p  />", "<w:p><x/></w:p>").replace("</w:p >", "<y/></w:p >")
    assert edits.data() == (mark + expected).encode(codec)


def test_edits_of_one_copy_do_not_show_in_another() -> None:
    first = _edits("<a><b/></a>")
    second = PartEdits(first.part)
    first.append(first.part.root, b"<c/>")
    assert first.data() == b"<a><b/><c/></a>"
    assert second.data() == b"<a><b/></a>"


def test_appending_opens_an_element_with_a_single_tag() -> None:
    edits = _edits("<a><b x='1' /></a>")
    edits.append(edits.part.root[0], b"<c/>")
    assert edits.data() == b"<a><b x='1'><c/></b></a>"


def test_taken_edits_are_part_of_the_larger_edit() -> None:
    edits = _edits("<a><b>xy</b></a>")
    edits.replace(6, 7, b"z")
    assert edits.take(3, 12) == b"<b>zy</b>"
    assert edits.data() == b"<a><b>xy</b></a>"


def test_overlapping_edits_are_an_error() -> None:
    edits = _edits("<a>xyz</a>")
    edits.replace(3, 5, b"1")
    edits.replace(4, 6, b"2")
    with pytest.raises(ValueError, match="overlap at byte 4"):
        edits.data()


def test_new_characters_fit_the_declared_encoding() -> None:
    edits = _edits(f'<?xml version="1.0" encoding="US-ASCII"?><w:p xmlns:w="{W_URI}"/>')
    edits.append(edits.part.root, "〔甲〕".encode())
    data = edits.data()
    assert data.isascii()
    assert IndexedPart.from_bytes("d", data).root.text == "〔甲〕"
