"""Text from outside made safe to show: it cannot control a terminal or reorder a line."""

from __future__ import annotations

import unicodedata

from docxlint.core.message import Message
from docxlint.text.invisible import BLANK_LETTERS

# Control, format (bidirectional overrides, zero-width), surrogate, line and paragraph separator.
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def visible(text: str) -> str:
    r"""`text` with every character that does not show, or that acts on its surroundings, as an
    escape: "\\n", "\\x1b", "\\u202e"; a byte of a file name that is not text as "\\xff".
    """
    if text.isprintable() and BLANK_LETTERS.isdisjoint(text):
        return text
    return "".join(_escape(c) if is_unseen(c) else c for c in text)


def visible_message(message: Message) -> Message:
    """`message` made visible in both languages."""
    return Message(zh=visible(message.zh), en=visible(message.en))


def lines_visible(text: str) -> str:
    """`text` made visible line by line: its line feeds stay."""
    return "\n".join(visible(line) for line in text.split("\n"))


def path_text(path: str) -> str:
    r"""`path` as text that can be written in UTF-8.

    A name that the system's encoding could not decode is read as UTF-8, whatever the locale says,
    and its other bytes are shown as escapes ("\\xff").
    """
    if path.isascii():
        return path
    try:
        data = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a surrogate pair, which only Windows lets into a name
        data = path.encode("utf-8", "backslashreplace")
    return data.decode("utf-8", "backslashreplace")


def is_unseen(char: str) -> bool:
    """Whether a character does not show, or acts on its surroundings."""
    code = ord(char)
    # The last two of each plane and 32 others are no characters; no page may hold them.
    return (
        unicodedata.category(char) in _UNSEEN
        or code & 0xFFFE == 0xFFFE
        or 0xFDD0 <= code <= 0xFDEF
        or char in BLANK_LETTERS
    )


def _escape(char: str) -> str:
    if char in _SHORT:
        return _SHORT[char]
    code = ord(char)
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
