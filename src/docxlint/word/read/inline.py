"""The content of a paragraph: runs and what they are wrapped in (17.3.2, 17.16)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lxml import etree

from docxlint.word.ooxml.faults import Unreadable, shown
from docxlint.word.ooxml.names import (
    ALTERNATE,
    AUTHOR,
    DEL,
    ID,
    INS,
    KIND_OF_CHANGE,
    MATH_CONTAINERS,
    MATH_RUN,
    MATH_TEXT,
    MOVE_FROM,
    MOVE_TO,
    RPR,
    RPR_CHANGE,
    SDT,
    SDT_CONTENT,
    STEP,
    R,
    T,
    w,
)
from docxlint.word.ooxml.xml import TOO_DEEP
from docxlint.word.read.alternate import branch
from docxlint.word.read.boxes import text_boxes
from docxlint.word.read.line_builder import Line, Mark
from docxlint.word.read.symbols import symbol
from docxlint.word.read.tracked_changes import all_text

_VANISH, _RSTYLE, _RUBY_BASE = w("vanish"), w("rStyle"), w("rubyBase")
_FONT, _CHAR, _FIELD_KIND = w("font"), w("char"), w("fldCharType")
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}


def content(line: Line, parent: Iterable[etree._Element], path: str, depth: int) -> None:
    """Add to `line` what `parent`, the children of the element at `path`, show."""
    if depth > line.scope.limits.depth:
        raise Unreadable(TOO_DEEP(part=shown(line.scope.part)))
    counts: dict[str, int] = {}
    for child in parent:
        tag = child.tag
        position = counts[tag] = counts.get(tag, 0) + 1
        handler = _INLINE.get(tag)
        if handler is not None:
            handler(line, child, f"{path}/{STEP[tag]}[{position}]", depth)


def _run(
    line: Line, run: etree._Element, path: str, depth: int, hidden: bool | None = None
) -> None:
    """Add what a run shows; `hidden` is what holds outside it, if not the line's own."""
    if hidden is None:
        hidden = line.hidden
    formatting: tuple[str | None, str, Mark] | None = None
    counts: dict[str, int] = {}
    for child in run:
        tag = child.tag
        position = counts[tag] = counts.get(tag, 0) + 1
        if tag == T:
            if not hidden:
                line.text(child, f"{path}/w:t[{position}]")
        elif tag == RPR:
            if line.scope.plain:
                continue
            for prop in child.iterchildren(_VANISH, _RSTYLE, RPR_CHANGE):
                if prop.tag == RPR_CHANGE:
                    where = f"{path}/w:rPr[{position}]/w:rPrChange[1]"
                    formatting = (prop.get(AUTHOR), where, line.mark())
                else:
                    hidden = line.hides(child)
        else:
            handler = _RUN.get(tag)
            if handler is not None:
                handler(line, child, f"{path}/{STEP[tag]}[{position}]", depth, hidden)
    if formatting is not None:
        line.change("formatting", *formatting)


def _through(line: Line, element: etree._Element, path: str, depth: int) -> None:
    content(line, element, path, depth + 1)


def _control(line: Line, element: etree._Element, path: str, depth: int) -> None:
    inner = element.find(SDT_CONTENT)
    if inner is not None:
        content(line, inner, f"{path}/w:sdtContent[1]", depth + 2)


def _kept(line: Line, element: etree._Element, path: str, depth: int) -> None:
    """An insertion or the target of a move; one inside another is a part of it."""
    begin, outermost = line.mark(), not line.inserting
    line.inserting = True
    content(line, element, path, depth + 1)
    if not outermost:
        return
    line.inserting = False
    text = line.since(begin)
    if text or not any(child.tag in (DEL, MOVE_FROM) for child in element):
        line.change(KIND_OF_CHANGE[element.tag], element.get(AUTHOR), path, begin, text)


def _gone(line: Line, element: etree._Element, path: str, _: int) -> None:
    """A deletion or the source of a move."""
    kind, text = KIND_OF_CHANGE[element.tag], all_text(element)
    line.change(kind, element.get(AUTHOR), path, line.mark(), text)


def _either(line: Line, element: etree._Element, path: str, depth: int) -> None:
    chosen = branch(element, path)
    if chosen is not None:
        content(line, *chosen, depth + 2)


def _subdoc(line: Line, _: etree._Element, path: str, __: int) -> None:
    line.subdocs.append(path)


def _either_in_run(
    line: Line, element: etree._Element, path: str, depth: int, hidden: bool
) -> None:
    chosen = branch(element, path)
    if chosen is not None:
        if depth > line.scope.limits.depth:
            raise Unreadable(TOO_DEEP(part=shown(line.scope.part)))
        _run(line, *chosen, depth + 2, hidden)


def _ruby(line: Line, element: etree._Element, path: str, depth: int, hidden: bool) -> None:
    base = element.find(_RUBY_BASE)
    if base is not None and not hidden:
        content(line, base, f"{path}/w:rubyBase[1]", depth + 3)


def _symbol(line: Line, element: etree._Element, path: str, _: int, hidden: bool) -> None:
    text = symbol(element.get(_FONT, ""), element.get(_CHAR, ""))
    if text and not hidden:
        line.show(text, path)


def _math_text(line: Line, element: etree._Element, path: str, _: int, hidden: bool) -> None:
    if not hidden:
        line.text(element, path)


def _field(line: Line, element: etree._Element, _: str, __: int, ___: bool) -> None:
    """A field shows its result alone: what stands before its separator does not count.

    A field that ends in another paragraph hides nothing, so that a lost end mark cannot
    swallow the text after it.
    """
    kind = element.get(_FIELD_KIND)
    if kind == "begin":
        line.fields.append(line.mark())
    elif kind == "separate" and line.fields:
        line.forget(line.fields[-1])
        line.fields[-1] = None
    elif kind == "end" and line.fields:
        line.forget(line.fields.pop())


def _note(line: Line, element: etree._Element, _: str, __: int, hidden: bool) -> None:
    if not hidden:
        line.scope.notes.append((_NOTES[element.tag], element.get(ID, "")))


def _drawing(line: Line, element: etree._Element, path: str, depth: int, hidden: bool) -> None:
    if not hidden:
        line.boxes += text_boxes(element, path, depth + 1, line.scope)


_Handler = Callable[[Line, etree._Element, str, int], None]
_RunHandler = Callable[[Line, etree._Element, str, int, bool], None]


def _character(text: str) -> _RunHandler:
    def show(line: Line, _: etree._Element, path: str, __: int, hidden: bool) -> None:
        if not hidden:
            line.show(text, path)

    return show


_WRAPPERS = ("hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo")
_INLINE: dict[str, _Handler] = {
    R: _run,
    SDT: _control,
    INS: _kept,
    MOVE_TO: _kept,
    DEL: _gone,
    MOVE_FROM: _gone,
    ALTERNATE: _either,
    w("subDoc"): _subdoc,
    MATH_RUN: _run,
    **dict.fromkeys(map(w, _WRAPPERS), _through),
    **dict.fromkeys(MATH_CONTAINERS, _through),
}
# A soft hyphen (w:softHyphen) shows only where a line happens to break, so it is no character.
_RUN: dict[str, _RunHandler] = {
    w("tab"): _character("\t"),
    w("ptab"): _character("\t"),
    w("br"): _character("\n"),
    w("cr"): _character("\n"),
    w("noBreakHyphen"): _character("-"),
    w("sym"): _symbol,
    w("fldChar"): _field,
    w("ruby"): _ruby,
    w("drawing"): _drawing,
    w("pict"): _drawing,
    w("object"): _drawing,
    MATH_TEXT: _math_text,
    ALTERNATE: _either_in_run,
    **dict.fromkeys(_NOTES, _note),
}
