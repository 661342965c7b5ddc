"""The content of a paragraph: runs and what wraps them (17.3.2, 17.16)."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from docxlint.word.ooxml.content import content
from docxlint.word.ooxml.names import (
    AUTHOR,
    ID,
    KIND_OF_CHANGE,
    PREFIXES,
    RPR_CHANGE,
    SYM_EX,
    local_name,
    w,
)
from docxlint.word.ooxml.roles import Role, role_of
from docxlint.word.read.boxes import drawing_kind, text_boxes
from docxlint.word.read.field_results import (
    begin_field,
    begin_result,
    end_field,
    note_simple_field,
    shows_simple_field,
)
from docxlint.word.read.line_builder import Checkpoint, LineBuilder
from docxlint.word.read.run_look import PROMPT, RAISED, UNCOUNTED
from docxlint.word.read.symbols import symbol
from docxlint.word.read.tracked_changes import all_text

_RUBY_BASE, _CUSTOM_MARK = w("rubyBase"), w("customMarkFollows")
_FIELD_KIND, _INSTRUCTION = w("fldCharType"), w("instr")
_W_SPACE, _SYM_EX_SPACE = (f"{{{PREFIXES[prefix]}}}" for prefix in ("w", "w16se"))
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_CHARACTERS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
}
_TEXT, _PROPERTIES, _NOTE_REFERENCE = Role.TEXT, Role.PROPERTIES, Role.NOTE_REFERENCE
_FIELD_MARK, _FIELD_CODE = Role.FIELD_MARK, Role.FIELD_CODE


def read_inline(line: LineBuilder, parent: etree._Element, path: str) -> None:
    """Add to `line` what the element `parent` at `path` shows."""
    for child, role, here in content(parent, path, _INLINE_ROLES, line.scope.depth):
        _INLINE[role](line, child, here)


def _run(line: LineBuilder, run: etree._Element, path: str) -> None:
    scope = line.scope
    flags = line.look
    if scope.prompts and run in scope.prompts:
        flags |= PROMPT
    formatting: tuple[str | None, str, Checkpoint] | None = None
    roles = _PLAIN_RUN_ROLES if scope.plain else _RUN_ROLES
    for child, role, here in content(run, path, roles, scope.depth):
        if role is _TEXT:
            if flags:
                line.flagged_text(flags, child, here)
            else:
                line.text(child, here)
        elif role is _PROPERTIES:
            flags = line.flags(child) | (flags & PROMPT)
            change = child.find(RPR_CHANGE)
            if change is not None:
                formatting = change.get(AUTHOR), f"{here}/w:rPrChange[1]", line.checkpoint()
        elif role is _FIELD_MARK:
            _field_mark(line, child, here)
        elif role is _FIELD_CODE:
            if line.fields:
                line.fields[-1].code += child.text or ""
        elif not flags & UNCOUNTED:
            _RUN[role](line, child, here)
            if role is _NOTE_REFERENCE and child.get(_CUSTOM_MARK) in ("1", "true", "on"):
                flags |= RAISED
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


def _field_mark(line: LineBuilder, element: etree._Element, path: str) -> None:
    """Show only the result of a field: what stands before its separator does not count."""
    kind = element.get(_FIELD_KIND)
    if kind == "begin":
        begin_field(line, element, path)
    elif kind == "separate":
        begin_result(line)
    elif kind == "end":
        end_field(line)


def _simple_field(line: LineBuilder, element: etree._Element, path: str) -> None:
    code = element.get(_INSTRUCTION, "")
    if not shows_simple_field(code):
        return
    start = line.checkpoint()
    line.scope.depth.check(path)
    read_inline(line, element, path)
    note_simple_field(line, code, line.since(start), path)


def _character(line: LineBuilder, element: etree._Element, path: str) -> None:
    line.show(_CHARACTERS[element.tag], path)


def _symbol(line: LineBuilder, element: etree._Element, path: str) -> None:
    space = _SYM_EX_SPACE if element.tag == SYM_EX else _W_SPACE
    text = symbol(element.get(f"{space}font", ""), element.get(f"{space}char", ""))
    if text:
        line.show(text, path)


def _ruby(line: LineBuilder, element: etree._Element, path: str) -> None:
    base = element.find(_RUBY_BASE)
    if base is not None:
        line.scope.depth.check(path)
        read_inline(line, base, f"{path}/w:rubyBase[1]")


def _note_reference(line: LineBuilder, element: etree._Element, _: str) -> None:
    line.scope.notes.append((_NOTES[element.tag], element.get(ID, "")))


def _page_start(line: LineBuilder, _: etree._Element, __: str) -> None:
    line.page_starts.append(line.length)


def _drawing(line: LineBuilder, element: etree._Element, path: str) -> None:
    line.boxes += text_boxes(element, path, line.scope)
    kind = drawing_kind(element)
    if kind is not None:
        line.drawings.append((kind, path))


_Handler = Callable[[LineBuilder, etree._Element, str], None]
_INLINE: dict[Role, _Handler] = {
    Role.RUN: _run,
    Role.MATH_RUN: _run,
    Role.INSERTED: _inserted,
    Role.SIMPLE_FIELD: _simple_field,
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
    Role.PAGE_START: _page_start,
}
_INLINE_ROLES = frozenset(_INLINE)
_PLAIN_RUN_ROLES = frozenset((*_RUN, _TEXT, _FIELD_MARK, _FIELD_CODE))
_RUN_ROLES = _PLAIN_RUN_ROLES | {_PROPERTIES}
