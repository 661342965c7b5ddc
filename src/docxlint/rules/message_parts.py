"""Parts that the messages of several kinds share: labels of figures, and lists."""

from __future__ import annotations

from collections.abc import Sequence

from docxlint.core.location import shorten
from docxlint.core.message import Message

_ROW_AND_COLUMN = Message(zh="“{row}”行“{column}”列", en="“{row}”, “{column}”")
_LABEL = Message(zh="“{label}”", en="“{label}”")
_TOTAL = Message(zh="等{count}处", en=" and {more} more")


def figure_label(row: str | None, column: str | None, width: int = 40) -> Message:
    """The figure at printed labels, each cut to `width` characters; "" if it has no label."""
    if row and column:
        return _ROW_AND_COLUMN(row=shorten(row, width), column=shorten(column, width))
    label = row or column
    return _LABEL(label=shorten(label, width)) if label else Message("", "")


def join_list(items: Sequence[str | Message], total: int | None = None) -> Message:
    """The items one after the other; if there are more than these, `total` says how many."""
    messages = [item if isinstance(item, Message) else Message(item, item) for item in items]
    more = (total or 0) - len(items)
    rest = _TOTAL(count=total, more=more) if more > 0 else Message("", "")
    return Message(
        zh="、".join(message.zh for message in messages) + rest.zh,
        en=", ".join(message.en for message in messages) + rest.en,
    )
