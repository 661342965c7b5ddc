"""Blocks of a new document answer questions about themselves."""

from __future__ import annotations

from docxlint.word.make.blocks import Merge, NewTable, Slot, Span, SpanMark, plain


def slot(text: str = "", merge: Merge = Merge.NONE) -> Slot:
    return Slot((Span(text),) if text else (), merge)


def test_the_origin_of_a_merged_slot_is_the_cell_that_covers_it() -> None:
    left, above = slot(merge=Merge.LEFT), slot(merge=Merge.ABOVE)
    table = NewTable(((slot("a"), left, slot("b")), (above, above, slot("c"))))
    assert table.origins() == (((0, 0), (0, 0), (0, 2)), ((0, 0), (0, 0), (1, 2)))


def test_plain_text_is_what_shows_with_all_changes_accepted() -> None:
    inline = (
        Span("前"),
        Span("加", SpanMark.INSERTED),
        Span("删", SpanMark.DELETED),
        Span("批注", SpanMark.COMMENT),
        Span("后"),
    )
    assert plain(inline) == "前加后"
