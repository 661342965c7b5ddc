"""Comments are added to the existing part, or to a new one."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Any

import pytest

from docxlint.word.edit.comments import (
    Author,
    Comment,
    add_comments,
    find_comments_part,
    free_ids,
)
from docxlint.word.edit.copy_error import CannotCopy, CopyProblem
from docxlint.word.edit.indexed_part import IndexedPart
from docxlint.word.ooxml.names import W_URI

Indexed = Callable[..., Any]

_AUTHOR = Author("docxlint", "DL")
_OLD = f'<w:comments xmlns:w="{W_URI}"><w:comment w:id="0"><w:p/></w:comment></w:comments>'


def test_free_ids_leave_out_those_in_use() -> None:
    xml = f'<w:p xmlns:w="{W_URI}"><w:ins w:id="0"/><w:del w:id="2"/></w:p>'
    part = IndexedPart.from_bytes("d", xml.encode())
    assert list(islice(free_ids(part, None), 3)) == [1, 3, 4]


def test_comments_are_appended_to_the_existing_part(indexed: Indexed) -> None:
    document = indexed(
        "<w:p/>", parts={"word/comments.xml": _OLD}, rels={"c": "comments comments.xml"}
    )
    existing = find_comments_part(document.package, document.part.name)
    assert existing is not None
    comments = [Comment(1, ["甲<", "乙"])]
    parts = add_comments(document.package, document.part, existing, comments, _AUTHOR)
    assert list(parts) == ["word/comments.xml"]
    text = parts["word/comments.xml"].decode()
    assert text.startswith(_OLD.removesuffix("</w:comments>"))
    assert text.removeprefix(_OLD.removesuffix("</w:comments>")) == (
        '<w:comment w:id="1" w:author="docxlint" w:initials="DL">'
        "<w:p><w:r><w:annotationRef/></w:r><w:r><w:rPr><w:b/></w:rPr>"
        '<w:t xml:space="preserve">甲&lt;</w:t></w:r></w:p>'
        '<w:p><w:r><w:t xml:space="preserve">乙</w:t></w:r></w:p></w:comment></w:comments>'
    )


def test_a_new_part_is_made_where_there_is_none(indexed: Indexed) -> None:
    document = indexed("<w:p/>")
    assert find_comments_part(document.package, document.part.name) is None
    parts = add_comments(document.package, document.part, None, [Comment(0, ["甲"])], _AUTHOR)
    assert b'w:id="0"' in parts["word/comments.xml"]
    assert b"comments.xml" in parts["[Content_Types].xml"]
    assert b"/comments" in parts["word/_rels/document.xml.rels"]


def test_a_strict_document_gets_strict_comments(indexed: Indexed) -> None:
    document = indexed("<w:p/>")
    strict = document.part.text.replace(
        W_URI.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    main = IndexedPart.from_bytes(document.part.name, strict)
    assert main.is_strict
    parts = add_comments(document.package, main, None, [Comment(0, ["甲"])], _AUTHOR)
    assert b"http://purl.oclc.org/ooxml/wordprocessingml/main" in parts["word/comments.xml"]
    assert W_URI.encode() not in parts["word/comments.xml"]


def test_another_part_in_place_of_the_comments_is_an_error(indexed: Indexed) -> None:
    document = indexed("<w:p/>", rels={"c": "comments document.xml"})
    with pytest.raises(CannotCopy) as error:
        find_comments_part(document.package, document.part.name)
    assert error.value.code is CopyProblem.NOT_COMMENTS
    assert error.value.parameters == {"part": "word/document.xml"}
