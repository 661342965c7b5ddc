"""What each element of WordprocessingML is for: the one table that reading and editing share."""

from __future__ import annotations

import enum

from docxlint.word.ooxml.names import (
    ALTERNATE,
    DEL,
    INS,
    MATH_CONTAINERS,
    MATH_RUN,
    MATH_TEXT,
    MOVE_FROM,
    MOVE_TO,
    PPR,
    RPR,
    SDT,
    SDT_CONTENT,
    SYM_EX,
    TBL,
    TC,
    TR,
    P,
    R,
    T,
    w,
)


class Role(enum.StrEnum):
    """What an element is for."""

    PARAGRAPH = "paragraph"
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    RUN = "run"
    MATH_RUN = "math run"
    TEXT = "text"
    MATH_TEXT = "math text"
    CHARACTER = "character"
    """Shows one character of its own, such as a tab."""
    SYMBOL = "symbol"
    """Shows one character of a symbol font."""
    FIELD_CODE = "field code"
    """Says what a complex field shows."""
    FIELD_MARK = "field mark"
    """Begins, separates or ends a complex field."""
    PAGE_START = "page start"
    """Marks where Word last began a new page."""
    NOTE_REFERENCE = "note reference"
    RUBY = "ruby"
    DRAWING = "drawing"
    """May hold text boxes."""
    BOX = "box"
    """The content of a text box."""

    WRAPPER = "wrapper"
    """Its content counts as if it stood in the wrapper's place."""
    SIMPLE_FIELD = "simple field"
    """A wrapper round the result of a field."""
    MATH = "math"
    """A wrapper that belongs to a formula."""
    CONTROL = "control"
    """A content control: a wrapper whose content is in a CONTROL_CONTENT."""
    CONTROL_CONTENT = "control content"
    ALTERNATE = "alternate"
    """A wrapper with several versions of the same content. One version counts."""
    INSERTED = "inserted"
    """A tracked insertion or the target of a move: its content counts."""
    DELETED = "deleted"
    """A tracked deletion or the source of a move: its content does not count."""

    PROPERTIES = "properties"
    SECTION = "section"
    UNREAD = "unread"
    """Refers to content that the reader does not read."""
    OTHER = "other"
    """Shows nothing: every element that the table does not name."""


ROLES: dict[str, Role] = {
    P: Role.PARAGRAPH,
    TBL: Role.TABLE,
    TR: Role.ROW,
    TC: Role.CELL,
    R: Role.RUN,
    MATH_RUN: Role.MATH_RUN,
    T: Role.TEXT,
    MATH_TEXT: Role.MATH_TEXT,
    # A soft hyphen (w:softHyphen) shows only where a line happens to break: no character.
    w("tab"): Role.CHARACTER,
    w("ptab"): Role.CHARACTER,
    w("br"): Role.CHARACTER,
    w("cr"): Role.CHARACTER,
    w("noBreakHyphen"): Role.CHARACTER,
    w("sym"): Role.SYMBOL,
    SYM_EX: Role.SYMBOL,
    w("instrText"): Role.FIELD_CODE,
    w("fldChar"): Role.FIELD_MARK,
    w("lastRenderedPageBreak"): Role.PAGE_START,
    w("footnoteReference"): Role.NOTE_REFERENCE,
    w("endnoteReference"): Role.NOTE_REFERENCE,
    w("ruby"): Role.RUBY,
    w("drawing"): Role.DRAWING,
    w("pict"): Role.DRAWING,
    w("object"): Role.DRAWING,
    w("txbxContent"): Role.BOX,
    w("hyperlink"): Role.WRAPPER,
    w("smartTag"): Role.WRAPPER,
    w("customXml"): Role.WRAPPER,
    w("dir"): Role.WRAPPER,
    w("bdo"): Role.WRAPPER,
    w("fldSimple"): Role.SIMPLE_FIELD,
    **dict.fromkeys(MATH_CONTAINERS, Role.MATH),
    SDT: Role.CONTROL,
    SDT_CONTENT: Role.CONTROL_CONTENT,
    ALTERNATE: Role.ALTERNATE,
    INS: Role.INSERTED,
    MOVE_TO: Role.INSERTED,
    DEL: Role.DELETED,
    MOVE_FROM: Role.DELETED,
    PPR: Role.PROPERTIES,
    RPR: Role.PROPERTIES,
    w("tblPr"): Role.PROPERTIES,
    w("tblGrid"): Role.PROPERTIES,
    w("tblPrEx"): Role.PROPERTIES,
    w("trPr"): Role.PROPERTIES,
    w("tcPr"): Role.PROPERTIES,
    w("sectPr"): Role.SECTION,
    w("altChunk"): Role.UNREAD,
    w("subDoc"): Role.UNREAD,
}
"""Tag in Clark notation → role. A new wrapper element is one line here."""


def role_of(tag: str) -> Role:
    """Return the role of the elements with this tag."""
    return ROLES.get(tag, Role.OTHER)
