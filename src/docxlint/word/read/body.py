"""Blocks in reading order: paragraphs and tables, through everything they are wrapped in."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lxml import etree

from docxlint.core.document import Block, Gap, Paragraph, Piece, Revision, Table
from docxlint.core.folding import shorten
from docxlint.core.location import Location
from docxlint.word.ooxml.faults import Unreadable, shown
from docxlint.word.ooxml.names import ALTERNATE, AUTHOR, PPR, SDT, SDT_CONTENT, STEP, TBL, P, w
from docxlint.word.ooxml.xml import TOO_DEEP
from docxlint.word.read.alternate import branch
from docxlint.word.read.inline import content
from docxlint.word.read.line_builder import Line
from docxlint.word.read.list_numbering import Counters
from docxlint.word.read.paragraph_properties import Properties, properties, unsaid
from docxlint.word.read.scope import Scope
from docxlint.word.read.table_grid import Grid, in_line
from docxlint.word.read.table_rows import rows
from docxlint.word.read.tracked_changes import Change, settled

_SECT_PR_CHANGE = w("sectPrChange")


class Flow:
    """One stream of blocks: a body, a cell, a text box or a note.

    `line` is a paragraph whose mark does not show, waiting for the next one, with the
    properties and path it has so far.
    """

    __slots__ = ("blocks", "box", "cell", "counted", "line", "path", "properties")

    def __init__(self, *, counted: bool = False, cell: bool = False, box: bool = False) -> None:
        self.blocks: list[Block] = []
        self.counted = counted
        self.cell = cell
        self.box = box
        self.line: Line | None = None
        self.path = ""
        self.properties: Properties | None = None


class Walk:
    """The walk through one part."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self._unsaid = unsaid(scope.styles)
        self._counters = Counters()
        # Text boxes are a story of their own, so their lists count on their own.
        self._box_counters = Counters()
        self._paragraphs = 0

    def story(self, parent: etree._Element, path: str, *, counted: bool = False) -> list[Block]:
        """The blocks of `parent`; `counted` for the body, whose paragraphs have ordinals."""
        flow = Flow(counted=counted)
        self.blocks(parent, path, flow, path.count("/"))
        self._flush(flow)
        return flow.blocks

    def blocks(self, parent: Iterable[etree._Element], path: str, flow: Flow, depth: int) -> None:
        """Read `parent`, the children of the element at `path`, into `flow`."""
        if depth > self.scope.limits.depth:
            raise Unreadable(TOO_DEEP(part=shown(self.scope.part)))
        counts: dict[str, int] = {}
        for child in parent:
            tag = child.tag
            position = counts[tag] = counts.get(tag, 0) + 1
            handler = _BLOCKS.get(tag)
            if handler is not None:
                handler(self, child, f"{path}/{STEP[tag]}[{position}]", flow, depth)

    def _paragraph(self, p: etree._Element, path: str, flow: Flow, depth: int) -> None:
        children = list(p)
        # The properties come first, if there are any (17.3.1.22).
        if children and children[0].tag == PPR:
            said = properties(children[0], self.scope)
        else:
            said = self._unsaid
        line = flow.line
        if line is None:
            line = flow.line = Line(self.scope)
            flow.path, flow.properties = path, said
        elif flow.properties is None or not flow.properties.hidden or flow.properties.gone:
            # The mark that is left decides how joined paragraphs look.
            flow.path, flow.properties = path, said
        line.hidden = self.scope.styles.hidden_by_default ^ said.style.vanish
        content(line, children, path, depth + 1)
        for kind, author, where in said.changes:
            begin = 0 if where == "w:pPr[1]/w:pPrChange[1]" else line.length
            line.changes.append(Change(kind, author, f"{path}/{where}", begin, line.length, ""))
        if not said.gone and not said.hidden:
            self._finish(flow)
        elif said.hidden and not said.gone and not (line.length or line.boxes):
            self._flush(flow)

    def _flush(self, flow: Flow) -> None:
        """End a line whose mark does not show: with nothing in it, there is no paragraph."""
        line = flow.line
        if line is None:
            return
        if line.length or line.boxes:
            self._finish(flow)
            return
        flow.line = flow.properties = None
        self.scope.revisions += settled(line.changes, self.scope.part, None)

    def _finish(self, flow: Flow) -> None:
        line, said = flow.line, flow.properties
        if line is None or said is None:
            return
        path, flow.line, flow.properties = flow.path, None, None
        scope = self.scope
        pieces = line.pieces
        ordinal = None
        if flow.counted:
            self._paragraphs += 1
            ordinal = self._paragraphs
        text = line.out[0] if len(line.out) == 1 else "".join(line.out)
        number = ""
        if said.numbering is not None or said.style.numbering.num is not None:
            counters = self._box_counters if flow.box else self._counters
            number, suffix = scope.numbering.number(said.numbering, said.style, counters)
            if number:
                shift = len(number) + len(suffix)
                text = f"{number}{suffix}{text}"
                pieces = [Piece(p.start + shift, p.end + shift, p.path, p.offset) for p in pieces]
        scope.budget.paragraph()
        scope.budget.path(len(path) + len(number))
        part = scope.part
        location = Location(part, path, paragraph=ordinal, text=shorten(text))
        level = None if flow.cell else said.level
        flow.blocks.append(
            Paragraph(text, location, number, level, said.style.name, flow.box, tuple(pieces))
        )
        if line.changes:
            scope.revisions += settled(line.changes, part, ordinal)
        for where in line.subdocs:
            scope.gaps.append(Gap("subDoc", Location(part, where, paragraph=ordinal)))
        if line.boxes:
            self._boxes(line, flow)

    def _boxes(self, line: Line, flow: Flow) -> None:
        for element, path, depth in line.boxes:
            inner = Flow(counted=flow.counted, cell=flow.cell, box=True)
            self.blocks(element, path, inner, depth + 1)
            self._flush(inner)
            flow.blocks += inner.blocks

    def _table(self, tbl: etree._Element, path: str, flow: Flow, depth: int) -> None:
        self._flush(flow)
        scope = self.scope
        grid = Grid(scope.budget)
        empty = True
        for before, cells in in_line(tbl, rows(tbl, path, scope, depth + 1)):
            empty = False
            for draft in grid.row(before, cells):
                inner = Flow(cell=True, box=flow.box)
                self.blocks(draft.release(), draft.path, inner, draft.path.count("/"))
                if inner.line is not None:
                    self._flush(inner)
                blocks = inner.blocks
                if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
                    draft.paragraphs = (blocks[0],)
                else:
                    draft.paragraphs = tuple(b for b in blocks if isinstance(b, Paragraph))
                    draft.tables = tuple(b for b in blocks if isinstance(b, Table))
        if not empty:
            flow.blocks.append(grid.finished(scope.part, path))

    def _through(self, element: etree._Element, path: str, flow: Flow, depth: int) -> None:
        self.blocks(element, path, flow, depth + 1)

    def _control(self, element: etree._Element, path: str, flow: Flow, depth: int) -> None:
        inner = element.find(SDT_CONTENT)
        if inner is not None:
            self.blocks(inner, f"{path}/w:sdtContent[1]", flow, depth + 2)

    def _either(self, element: etree._Element, path: str, flow: Flow, depth: int) -> None:
        chosen = branch(element, path)
        if chosen is not None:
            self.blocks(*chosen, flow, depth + 2)

    def _alt_chunk(self, _: etree._Element, path: str, flow: Flow, __: int) -> None:
        self._flush(flow)
        self.scope.gaps.append(Gap("altChunk", Location(self.scope.part, path)))

    def _section(self, element: etree._Element, path: str, _: Flow, __: int) -> None:
        change = element.find(_SECT_PR_CHANGE)
        if change is not None:
            where = Location(self.scope.part, f"{path}/w:sectPrChange[1]")
            self.scope.revisions.append(Revision("formatting", where, change.get(AUTHOR)))


_Handler = Callable[[Walk, etree._Element, str, Flow, int], None]
_BLOCKS: dict[str, _Handler] = {
    P: Walk._paragraph,
    TBL: Walk._table,
    SDT: Walk._control,
    ALTERNATE: Walk._either,
    w("altChunk"): Walk._alt_chunk,
    w("sectPr"): Walk._section,
    **{w(name): Walk._through for name in ("customXml", "smartTag", "ins", "moveTo")},
}
