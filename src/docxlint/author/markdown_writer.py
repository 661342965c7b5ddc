"""Write blocks as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docxlint.word.make.blocks import (
    Inline,
    Merge,
    NewBlock,
    NewParagraph,
    NewTable,
    ParagraphRole,
    Slot,
    SpanMark,
)

_MARKS = {
    ParagraphRole.TITLE: "# ",
    ParagraphRole.HEADING_1: "## ",
    ParagraphRole.HEADING_2: "### ",
    ParagraphRole.RIGHT: "> ",
}
_CRITIC = {
    SpanMark.PLAIN: ("", ""),
    SpanMark.INSERTED: ("{++", "++}"),
    SpanMark.DELETED: ("{--", "--}"),
    SpanMark.COMMENT: ("{>>", "<<}"),
}
_SPECIAL = re.compile(r"[|\\]|^[<^]$")


def write_markdown(blocks: Iterable[NewBlock]) -> str:
    """Return Markdown that parses to `blocks`, if these came from Markdown."""
    return "\n\n".join("\n".join(_lines(block)) for block in blocks) + "\n"


def _lines(block: NewBlock) -> Iterator[str]:
    if isinstance(block, NewTable):
        yield from (f"| {' | '.join(map(_slot, row))} |" for row in block.rows)
    else:
        yield _paragraph(block)


def _paragraph(paragraph: NewParagraph) -> str:
    number = f"{{{paragraph.number.text}}}" if paragraph.number is not None else ""
    text = number + _inline(paragraph.inline)
    return (
        f"**{text}**"
        if paragraph.role is ParagraphRole.BOLD
        else _MARKS.get(paragraph.role, "") + text
    )


def _slot(slot: Slot) -> str:
    if slot.merge is not Merge.NONE:
        return slot.merge
    return _SPECIAL.sub(r"\\\g<0>", _inline(slot.inline)).replace("\n", "<br>")


def _inline(inline: Inline) -> str:
    return "".join(span.text.join(_CRITIC[span.mark]) for span in inline)
