"""Parts of messages that several kinds use: labels of figures, and lists."""

from __future__ import annotations

from collections.abc import Sequence

from docxlint.core.location import shorten
from docxlint.core.message import Message

_ROW_AND_COLUMN = Message(zh="“{row}”行“{column}”列", en="“{row}”, “{column}”")
_LABEL = Message(zh="“{label}”", en="“{label}”")
_TOTAL = Message(zh="等{count}处", en=" and {more} more")


def figure_label(row: str | None, column: str | None, width: int = 40) -> Message:
    """Name a figure by its printed labels, each cut to `width` characters; "" without labels."""
    if row and column:
        return _ROW_AND_COLUMN(row=shorten(row, width), column=shorten(column, width))
    label = row or column
    return _LABEL(label=shorten(label, width)) if label else Message("", "")


def join_list(items: Sequence[str | Message], total: int | None = None) -> Message:
    """Join the items; `total` is the number of all items if `items` has only the first ones."""
    messages = [item if isinstance(item, Message) else Message(item, item) for item in items]
    more = (total or 0) - len(items)
    ending = _TOTAL(count=total, more=more) if more > 0 else Message("", "")
    return Message(
        zh="、".join(message.zh for message in messages) + ending.zh,
        en=", ".join(message.en for message in messages) + ending.en,
    )
