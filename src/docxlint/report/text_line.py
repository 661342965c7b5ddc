"""Lines of the text report: spans with a style, an indent, and a hanging indent."""

from __future__ import annotations

import unicodedata

import msgspec


class TextSpan(msgspec.Struct, frozen=True, gc=False):
    """A piece of a line. `style` is a weight ("error", …), a role of the tree, "path", "heading"
    or "cause"; a console shows some of them in colour.
    """

    text: str
    style: str = ""

    def width(self) -> int:
        """The number of console columns that the text takes."""
        return text_width(self.text)


class TextLine(msgspec.Struct, frozen=True, gc=False):
    """A line that begins after `indent` columns and, where it is broken, goes on after `hang`.

    `hang` is at least `indent`. The longest path or heading may be wider than the console.
    """

    spans: tuple[TextSpan, ...] = ()
    indent: int = 0
    hang: int = 0

    def text(self) -> str:
        """The line without styles."""
        return " " * self.indent + "".join(span.text for span in self.spans)


def text_width(text: str) -> int:
    """The number of console columns that `text` takes; a character that may be wide is wide."""
    return sum(map(_columns, text))


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WFA" else 1
