"""Writes blocks back as the Markdown that they would be read from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docxlint.word.make.blocks import Block, Inline, Mark, Merge, Paragraph, Role, Slot, Table

_MARKS = {Role.TITLE: "# ", Role.HEADING_1: "## ", Role.HEADING_2: "### ", Role.RIGHT: "> "}
_CRITIC = {
    Mark.PLAIN: ("", ""),
    Mark.INSERTED: ("{++", "++}"),
    Mark.DELETED: ("{--", "--}"),
    Mark.COMMENT: ("{>>", "<<}"),
}
_SPECIAL = re.compile(r"[|\\]|^[<^]$")


def unparse(blocks: Iterable[Block]) -> str:
    """Markdown that reads as `blocks`, where these were themselves read from Markdown."""
    return "\n\n".join("\n".join(_lines(block)) for block in blocks) + "\n"


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield from (f"| {' | '.join(map(_slot, row))} |" for row in block.rows)
    else:
        yield _paragraph(block)


def _paragraph(paragraph: Paragraph) -> str:
    number = f"{{{paragraph.number.text}}}" if paragraph.number is not None else ""
    text = number + _inline(paragraph.inline)
    return f"**{text}**" if paragraph.role is Role.BOLD else _MARKS.get(paragraph.role, "") + text


def _slot(slot: Slot) -> str:
    if slot.merge is not Merge.NONE:
        return slot.merge
    return _SPECIAL.sub(r"\\\g<0>", _inline(slot.inline)).replace("\n", "<br>")


def _inline(inline: Inline) -> str:
    return "".join(span.text.join(_CRITIC[span.mark]) for span in inline)
