"""A line collects text, pieces and changes, and can take them back."""

from __future__ import annotations

import pytest
from lxml import etree

from docxlint.core.document import Piece
from docxlint.word.ooxml.limits import Limits
from docxlint.word.ooxml.names import w
from docxlint.word.ooxml.unreadable import Code, Unreadable
from docxlint.word.read.line_builder import LineBuilder
from docxlint.word.read.list_numbering import Numbering
from docxlint.word.read.scope import Budget, Scope
from docxlint.word.read.styles import Styles


def line(limits: Limits = Limits()) -> LineBuilder:  # noqa: B008 - it is frozen
    styles = Styles(None)
    numbering = Numbering(None, styles)
    return LineBuilder(Scope("word/document.xml", limits, Budget(limits), styles, numbering))


def text(content: str, *, preserve: bool = False) -> etree._Element:
    element = etree.Element(w("t"))
    element.text = content
    if preserve:
        element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def test_pieces_cover_the_text_in_order() -> None:
    built = line()
    built.show("甲乙", "/a")
    built.show("\t", "/b")
    assert "".join(built.stretches) == "甲乙\t"
    assert built.pieces == [Piece(0, 2, "/a"), Piece(2, 3, "/b")]


def test_blanks_at_the_ends_count_only_where_they_are_preserved() -> None:
    built = line()
    built.text(text(" 甲 "), "/a")
    built.text(text(" 乙 ", preserve=True), "/b")
    assert built.stretches == ["甲", " 乙 "]
    assert built.pieces[0].offset == 1


def test_line_breaks_in_the_markup_are_blanks() -> None:
    built = line()
    built.text(text("甲\n乙"), "/a")
    assert built.stretches == ["甲 乙"]


def test_what_was_added_since_a_checkpoint_can_be_dropped() -> None:
    built = line()
    built.show("甲", "/a")
    start = built.checkpoint()
    built.show("乙", "/b")
    assert built.since(start) == "乙"
    built.drop_since(start)
    assert (built.stretches, len(built.pieces), built.length) == (["甲"], 1, 1)


def test_a_change_covers_what_was_added_since_its_start() -> None:
    built = line()
    built.show("甲", "/a")
    start = built.checkpoint()
    built.show("乙丙", "/b")
    built.change("insertion", "某人", "/ins", start)
    (change,) = built.changes
    assert (change.start, change.end, change.text) == (1, 3, "乙丙")


def test_paths_are_counted_against_the_limits() -> None:
    with pytest.raises(Unreadable) as caught:
        line(Limits(trail=3)).show("甲", "/a/b")
    assert caught.value.code == Code.TOO_COMPLEX
