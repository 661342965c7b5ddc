"""Spans become runs, tracked changes and comments."""

from __future__ import annotations

import io

import docx
from docx.oxml.ns import qn

from docxlint.author.markdown_parser import parse
from docxlint.core import document
from docxlint.word import read
from docxlint.word.make.write_document import docx_bytes


def written(text: str) -> document.Document:
    return read.read(docx_bytes(parse(text)))


def test_tracked_changes_are_left_in_the_file() -> None:
    changed = written("前{++加++}{--删--}中{~~旧~>新~~}。")
    assert [b.text for b in changed.blocks if isinstance(b, document.Paragraph)] == ["前加中新。"]
    assert [(r.kind, r.text, r.author) for r in changed.revisions] == [
        ("insertion", "加", "drafter"),
        ("deletion", "删", "drafter"),
        ("deletion", "旧", "drafter"),
        ("insertion", "新", "drafter"),
    ]


def test_comments_are_anchored_on_the_words_before_them() -> None:
    data = docx_bytes(parse("前{++加++}{>>其一<<}{>>其二<<}后{>>其三<<}"))
    body = docx.Document(io.BytesIO(data)).element.body
    open_, anchored = set(), {"0": "", "1": "", "2": ""}
    for element in body.iter():
        if element.tag == qn("w:commentRangeStart"):
            open_.add(element.get(qn("w:id")))
        elif element.tag == qn("w:commentRangeEnd"):
            open_.remove(element.get(qn("w:id")))
        elif element.tag == qn("w:t"):
            for number in open_:
                anchored[number] += element.text
    assert anchored == {"0": "加", "1": "加", "2": "后"}
    stories = read.read(data).stories
    assert [b.text for s in stories for b in s.blocks if isinstance(b, document.Paragraph)] == [
        "其一",
        "其二",
        "其三",
    ]
    assert {(s.kind, s.author) for s in stories} == {("comment", "drafter")}
