"""The content of a paragraph: runs and what wraps them (17.3.2, 17.16)."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from docxlint.word.ooxml.content import content
from docxlint.word.ooxml.names import (
    AUTHOR,
    ID,
    KIND_OF_CHANGE,
    RPR_CHANGE,
    local_name,
    w,
)
from docxlint.word.ooxml.roles import Role, role_of
from docxlint.word.read.boxes import text_boxes
from docxlint.word.read.line_builder import Checkpoint, LineBuilder
from docxlint.word.read.symbols import symbol
from docxlint.word.read.tracked_changes import all_text

_VANISH, _RSTYLE, _RUBY_BASE = w("vanish"), w("rStyle"), w("rubyBase")
_FONT, _CHAR, _FIELD_KIND = w("font"), w("char"), w("fldCharType")
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_CHARACTERS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
}
_TEXT, _PROPERTIES, _FIELD_MARK = Role.TEXT, Role.PROPERTIES, Role.FIELD_MARK


def read_inline(line: LineBuilder, parent: etree._Element, path: str) -> None:
    """Add to `line` what the element `parent` at `path` shows."""
    for child, role, here in content(parent, path, _INLINE_ROLES, line.scope.depth):
        _INLINE[role](line, child, here)


def _run(line: LineBuilder, run: etree._Element, path: str) -> None:
    hidden = line.hidden
    formatting: tuple[str | None, str, Checkpoint] | None = None
    roles = _PLAIN_RUN_ROLES if line.scope.plain else _RUN_ROLES
    for child, role, here in content(run, path, roles, line.scope.depth):
        if role is _TEXT:
            if not hidden:
                line.text(child, here)
        elif role is _PROPERTIES:
            for prop in child.iterchildren(_VANISH, _RSTYLE, RPR_CHANGE):
                if prop.tag == RPR_CHANGE:
                    formatting = (prop.get(AUTHOR), f"{here}/w:rPrChange[1]", line.checkpoint())
                else:
                    hidden = line.hides(child)
        elif role is _FIELD_MARK:
            _field_mark(line, child)
        elif not hidden:
            _RUN[role](line, child, here)
    if formatting is not None:
        line.change("formatting", *formatting)


def _inserted(line: LineBuilder, element: etree._Element, path: str) -> None:
    """Read an insertion or the target of a move; one inside another belongs to it."""
    start, outermost = line.checkpoint(), not line.inserting
    line.inserting = True
    line.scope.depth.check(path)
    read_inline(line, element, path)
    if not outermost:
        return
    line.inserting = False
    text = line.since(start)
    if text or not any(role_of(child.tag) is Role.DELETED for child in element):
        line.change(KIND_OF_CHANGE[element.tag], element.get(AUTHOR), path, start, text)


def _deleted(line: LineBuilder, element: etree._Element, path: str) -> None:
    """Note a deletion or the source of a move."""
    kind, text = KIND_OF_CHANGE[element.tag], all_text(element)
    line.change(kind, element.get(AUTHOR), path, line.checkpoint(), text)


def _unread(line: LineBuilder, element: etree._Element, path: str) -> None:
    line.unread.append((local_name(element.tag), path))


def _field_mark(line: LineBuilder, element: etree._Element) -> None:
    """Show only the result of a field: what stands before its separator does not count.

    A field that ends in another paragraph hides nothing, so that a lost end mark cannot
    swallow the text after it.
    """
    kind = element.get(_FIELD_KIND)
    if kind == "begin":
        line.fields.append(line.checkpoint())
    elif kind == "separate" and line.fields:
        line.drop_since(line.fields[-1])
        line.fields[-1] = None
    elif kind == "end" and line.fields:
        line.drop_since(line.fields.pop())


def _character(line: LineBuilder, element: etree._Element, path: str) -> None:
    line.show(_CHARACTERS[element.tag], path)


def _symbol(line: LineBuilder, element: etree._Element, path: str) -> None:
    text = symbol(element.get(_FONT, ""), element.get(_CHAR, ""))
    if text:
        line.show(text, path)


def _ruby(line: LineBuilder, element: etree._Element, path: str) -> None:
    base = element.find(_RUBY_BASE)
    if base is not None:
        line.scope.depth.check(path)
        read_inline(line, base, f"{path}/w:rubyBase[1]")


def _note_reference(line: LineBuilder, element: etree._Element, _: str) -> None:
    line.scope.notes.append((_NOTES[element.tag], element.get(ID, "")))


def _drawing(line: LineBuilder, element: etree._Element, path: str) -> None:
    line.boxes += text_boxes(element, path, line.scope)


_Handler = Callable[[LineBuilder, etree._Element, str], None]
_INLINE: dict[Role, _Handler] = {
    Role.RUN: _run,
    Role.MATH_RUN: _run,
    Role.INSERTED: _inserted,
    Role.DELETED: _deleted,
    Role.UNREAD: _unread,
}
_RUN: dict[Role, _Handler] = {
    Role.MATH_TEXT: LineBuilder.text,
    Role.CHARACTER: _character,
    Role.SYMBOL: _symbol,
    Role.RUBY: _ruby,
    Role.DRAWING: _drawing,
    Role.NOTE_REFERENCE: _note_reference,
}
_INLINE_ROLES = frozenset(_INLINE)
_PLAIN_RUN_ROLES = frozenset((*_RUN, _TEXT, _FIELD_MARK))
_RUN_ROLES = _PLAIN_RUN_ROLES | {_PROPERTIES}
