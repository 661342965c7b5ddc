"""The content of a paragraph: runs and what they are wrapped in, as text and pieces."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from docxlint.model import Piece
from docxlint.reader.alternate import branch
from docxlint.reader.faults import Unreadable, shown
from docxlint.reader.names import (
    ALTERNATE,
    AUTHOR,
    DEL,
    INS,
    KIND_OF_CHANGE,
    MOVE_FROM,
    MOVE_TO,
    PREFIXES,
    RPR,
    RPR_CHANGE,
    SDT,
    SDT_CONTENT,
    STEP,
    VAL,
    R,
    T,
    w,
)
from docxlint.reader.revisions import Change, all_text
from docxlint.reader.scope import Scope
from docxlint.reader.symbols import symbol
from docxlint.reader.xml import TOO_DEEP, on

_VANISH = w("vanish")
_RSTYLE = w("rStyle")
_TXBX = w("txbxContent")
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BLANKS = " \t\r\n"
_ONE_LINE = str.maketrans("\r\n", "  ")


class Line:
    """What a paragraph shows, gathered run by run; several where their marks are deleted.

    `out` are stretches of text, `boxes` the text boxes anchored here (`w:txbxContent` with
    path and depth), `notes` the footnotes and endnotes referred to, `gaps` what is not read.
    """

    __slots__ = (
        "boxes", "changes", "fields", "hidden", "length", "out", "pieces", "scope", "subdocs",
    )  # fmt: skip

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.out: list[str] = []
        self.pieces: list[Piece] = []
        self.length = 0
        self.hidden = False
        self.boxes: list[tuple[etree._Element, str, int]] = []
        self.fields: list[tuple[int, int, int] | None] = []
        self.changes: list[Change] = []
        self.subdocs: list[str] = []

    def content(self, parent: etree._Element, path: str, depth: int) -> None:
        """Add what the children of `parent` show: runs, and containers of runs."""
        if depth > self.scope.limits.depth:
            raise Unreadable(TOO_DEEP(part=shown(self.scope.part)))
        counts: dict[str, int] = {}
        for child in parent:
            tag = child.tag
            position = counts[tag] = counts.get(tag, 0) + 1
            handler = _INLINE.get(tag)
            if handler is not None:
                handler(self, child, f"{path}/{STEP[tag]}[{position}]", depth)

    def run(
        self, parent: etree._Element, path: str, depth: int, hidden: bool | None = None
    ) -> None:
        """Add what a run shows; `hidden` is what holds outside it, if not the line's own."""
        if hidden is None:
            hidden = self.hidden
        counts: dict[str, int] = {}
        formatting: etree._Element | None = None
        begin = self.length
        for child in parent:
            tag = child.tag
            position = counts[tag] = counts.get(tag, 0) + 1
            if tag == T:
                if not hidden:
                    self._text(child, f"{path}/w:t[{position}]")
            elif tag == RPR:
                for prop in child.iterchildren(_VANISH, _RSTYLE, RPR_CHANGE):
                    if prop.tag == RPR_CHANGE:
                        formatting = prop
                    else:
                        hidden = self._hides(child)
            else:
                handler = _RUN.get(tag)
                if handler is not None:
                    handler(self, child, f"{path}/{STEP[tag]}[{position}]", hidden, depth)
        if formatting is not None:
            self._formatted(formatting, path, begin)

    def _text(self, element: etree._Element, path: str) -> None:
        text = element.text
        if not text:
            return
        offset = 0
        if (text[0] in _BLANKS or text[-1] in _BLANKS) and not _preserved(element):
            stripped = text.lstrip(_BLANKS)
            offset = len(text) - len(stripped)
            text = stripped.rstrip(_BLANKS)
            if not text:
                return
        if "\n" in text or "\r" in text:
            text = text.translate(_ONE_LINE)
        self._show(text, path, offset)

    def _show(self, text: str, path: str, offset: int = 0) -> None:
        end = self.length + len(text)
        self.out.append(text)
        self.pieces.append(Piece(self.length, end, path, offset))
        self.length = end

    def _hides(self, rpr: etree._Element) -> bool:
        direct = rpr.find(_VANISH)
        if direct is not None:
            return on(direct)
        style = rpr.find(_RSTYLE)
        named = style.get(VAL) if style is not None else None
        return self.hidden ^ self.scope.styles.hides(named)

    def _formatted(self, change: etree._Element, path: str, begin: int) -> None:
        text = "".join(self.out)[begin:]
        self.changes.append(
            Change(
                "formatting",
                change.get(AUTHOR),
                f"{path}/w:rPr[1]/w:rPrChange[1]",
                begin,
                self.length,
                text,
            )
        )

    def _through(self, element: etree._Element, path: str, depth: int) -> None:
        self.content(element, path, depth + 1)

    def _control(self, element: etree._Element, path: str, depth: int) -> None:
        inner = element.find(SDT_CONTENT)
        if inner is not None:
            self.content(inner, f"{path}/w:sdtContent[1]", depth + 2)

    def _kept(self, element: etree._Element, path: str, depth: int) -> None:
        """An insertion or the target of a move."""
        begin, stretches = self.length, len(self.out)
        self.content(element, path, depth + 1)
        text = "".join(self.out[stretches:])
        if text or not any(child.tag in (DEL, MOVE_FROM) for child in element):
            self.changes.append(
                Change(
                    KIND_OF_CHANGE[element.tag],
                    element.get(AUTHOR),
                    path,
                    begin,
                    self.length,
                    text,
                )
            )

    def _gone(self, element: etree._Element, path: str, depth: int) -> None:  # noqa: ARG002
        """A deletion or the source of a move."""
        kind = KIND_OF_CHANGE[element.tag]
        text = all_text(element)
        at = self.length
        self.changes.append(Change(kind, element.get(AUTHOR), path, at, at, text))

    def _either(self, element: etree._Element, path: str, depth: int) -> None:
        chosen = branch(element, path)
        if chosen is not None:
            self.content(*chosen, depth + 2)

    def _subdoc(self, element: etree._Element, path: str, depth: int) -> None:  # noqa: ARG002
        self.subdocs.append(path)

    def _either_in_run(self, element: etree._Element, path: str, hidden: bool, depth: int) -> None:
        chosen = branch(element, path)
        if chosen is not None:
            self.run(*chosen, depth + 2, hidden)

    def _ruby(self, element: etree._Element, path: str, hidden: bool, depth: int) -> None:
        base = element.find(w("rubyBase"))
        if base is not None and not hidden:
            self.content(base, f"{path}/w:rubyBase[1]", depth + 3)

    def _symbol(self, element: etree._Element, path: str, hidden: bool, depth: int) -> None:  # noqa: ARG002
        text = symbol(element.get(w("font"), ""), element.get(w("char"), ""))
        if text and not hidden:
            self._show(text, path)

    def _field(self, element: etree._Element, path: str, hidden: bool, depth: int) -> None:  # noqa: ARG002
        """A field shows its result alone: what stands before its separator does not count.

        A field that ends in another paragraph hides nothing, so that a lost end mark cannot
        swallow the text after it.
        """
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            self.fields.append((len(self.out), len(self.pieces), self.length))
        elif kind == "separate" and self.fields:
            self._forget(self.fields[-1])
            self.fields[-1] = None
        elif kind == "end" and self.fields:
            self._forget(self.fields.pop())

    def _forget(self, mark: tuple[int, int, int] | None) -> None:
        if mark is not None:
            del self.out[mark[0] :]
            del self.pieces[mark[1] :]
            self.length = mark[2]

    def _note(self, element: etree._Element, path: str, hidden: bool, depth: int) -> None:  # noqa: ARG002
        if not hidden:
            self.scope.notes.append((STEP[element.tag][2:-9], element.get(w("id"), "")))

    def _drawing(self, element: etree._Element, path: str, hidden: bool, depth: int) -> None:
        if not hidden:
            self._boxes(element, path, depth + 1)

    def _boxes(self, parent: etree._Element, path: str, depth: int) -> None:
        if depth > self.scope.limits.depth:
            raise Unreadable(TOO_DEEP(part=shown(self.scope.part)))
        counts: dict[str, int] = {}
        for child in parent:
            tag = child.tag
            position = counts[tag] = counts.get(tag, 0) + 1
            here = f"{path}/{STEP[tag]}[{position}]"
            if tag == _TXBX:
                self.boxes.append((child, here, depth + 1))
            elif tag == ALTERNATE:
                chosen = branch(child, here)
                if chosen is not None:
                    self._boxes(*chosen, depth + 2)
            elif len(child):
                self._boxes(child, here, depth + 1)


def _preserved(element: etree._Element | None) -> bool:
    """Whether blanks at the ends of the text count (XML 1.0, 2.10; inherited)."""
    while element is not None:
        said = element.get(_XML_SPACE)
        if said is not None:
            return said == "preserve"
        element = element.getparent()
    return False


def _character(text: str) -> _RunHandler:
    def show(line: Line, _: etree._Element, path: str, hidden: bool, __: int) -> None:
        if not hidden:
            line._show(text, path)

    return show


_Handler = Callable[[Line, etree._Element, str, int], None]
_RunHandler = Callable[[Line, etree._Element, str, bool, int], None]

_MATH = (
    "oMath oMathPara f num den sSup sSub sSubSup sPre sup sub e d func fName nary rad deg "
    "limLow limUpp lim m mr eqArr acc bar box borderBox groupChr phant"
)
_INLINE: dict[str, _Handler] = {
    R: Line.run,
    SDT: Line._control,
    INS: Line._kept,
    MOVE_TO: Line._kept,
    DEL: Line._gone,
    MOVE_FROM: Line._gone,
    ALTERNATE: Line._either,
    w("subDoc"): Line._subdoc,
    **{
        w(name): Line._through
        for name in ("hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo")
    },
    **{f"{{{PREFIXES['m']}}}{name}": Line._through for name in _MATH.split()},
    f"{{{PREFIXES['m']}}}r": Line.run,
}
_RUN: dict[str, _RunHandler] = {
    w("tab"): _character("\t"),
    w("ptab"): _character("\t"),
    w("br"): _character("\n"),
    w("cr"): _character("\n"),
    w("noBreakHyphen"): _character("-"),
    w("sym"): Line._symbol,
    w("fldChar"): Line._field,
    w("ruby"): Line._ruby,
    w("drawing"): Line._drawing,
    w("pict"): Line._drawing,
    w("object"): Line._drawing,
    w("footnoteReference"): Line._note,
    w("endnoteReference"): Line._note,
    ALTERNATE: Line._either_in_run,
    f"{{{PREFIXES['m']}}}t": lambda line, el, path, hidden, _: (
        None if hidden else line._text(el, path)
    ),
}
# A soft hyphen (w:softHyphen) shows only where a line happens to break, so it is no character.
