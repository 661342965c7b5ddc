"""Blocks in reading order: paragraphs and tables, through everything that wraps them."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from docxlint.core.document import (
    Block,
    ChangingField,
    ConcealedText,
    Concealment,
    Drawing,
    Gap,
    Mark,
    Paragraph,
    Piece,
    Revision,
)
from docxlint.core.location import Location, shorten
from docxlint.word.ooxml.content import content
from docxlint.word.ooxml.names import AUTHOR, local_name, w
from docxlint.word.ooxml.roles import Role
from docxlint.word.read.boxes import TEXT_PATH
from docxlint.word.read.inline import read_inline
from docxlint.word.read.line_builder import LineBuilder
from docxlint.word.read.list_numbering import Counters
from docxlint.word.read.paragraph_properties import (
    FORMATTING,
    ParagraphProperties,
    PropertiesReader,
)
from docxlint.word.read.scope import Scope
from docxlint.word.read.slivers import without_slivers
from docxlint.word.read.table_grid import CellDraft, GridBuilder
from docxlint.word.read.table_rows import is_hidden, is_mirrored, rows
from docxlint.word.read.tracked_changes import Change, revisions

_SECT_PR_CHANGE = w("sectPrChange")


class Flow:
    """One stream of blocks: a body, a cell, a text box or a note.

    `line` is a paragraph whose mark does not show and which the next one continues, with the
    properties and the path that it has so far.
    """

    __slots__ = ("blocks", "box", "cell", "counted", "line", "path", "properties")

    def __init__(self, *, counted: bool = False, cell: bool = False, box: bool = False) -> None:
        self.blocks: list[Block] = []
        self.counted = counted
        self.cell = cell
        self.box = box
        self.line: LineBuilder | None = None
        self.path = ""
        self.properties: ParagraphProperties | None = None


class StoryReader:
    """Reads the stories of one part. Their lists count on from one story to the next."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self._properties = PropertiesReader(scope)
        self._counters = Counters()
        # Text boxes are stories of their own, so their lists count separately.
        self._box_counters = Counters()
        self._paragraphs = 0

    def read(self, parent: etree._Element, path: str, *, counted: bool = False) -> list[Block]:
        """Return the blocks of `parent`; `counted` for the body, whose paragraphs are counted."""
        flow = Flow(counted=counted)
        self._blocks(parent, path, flow)
        return flow.blocks

    def _blocks(self, parent: etree._Element, path: str, flow: Flow) -> None:
        """Read the element `parent` at `path` into `flow`."""
        self.scope.depth.check(path)
        for child, role, here in content(parent, path, _BLOCK_ROLES, self.scope.depth):
            _BLOCKS[role](self, child, here, flow)
        if flow.line is not None:
            self._flush(flow)

    def _paragraph(self, p: etree._Element, path: str, flow: Flow) -> None:
        properties = self._properties.read(p)
        line = flow.line or LineBuilder(self.scope)
        line.look = properties.look
        read_inline(line, p, path)
        for kind, author, step in properties.changes:
            start = 0 if step == FORMATTING else line.length
            line.changes.append(Change(kind, author, f"{path}/{step}", start, line.length, ""))
        waiting = flow.properties
        if waiting is not None and waiting.hidden and not waiting.deleted:
            # The mark that is left decides how joined paragraphs look.
            path, properties_of_line = flow.path, waiting
        else:
            properties_of_line = properties
        if not properties.joins_next:
            flow.line = flow.properties = None
            self._finish(line, path, properties_of_line, flow)
            return
        flow.line, flow.path, flow.properties = line, path, properties_of_line
        if properties.hidden and not properties.deleted and not (line.length or line.boxes):
            self._flush(flow)

    def _flush(self, flow: Flow) -> None:
        """End a line whose mark does not show. An empty one gives no paragraph."""
        line, properties = flow.line, flow.properties
        if line is None or properties is None:
            return
        flow.line = flow.properties = None
        if line.length or line.boxes:
            self._finish(line, flow.path, properties, flow)
        else:
            self._record(line, None)

    def _finish(
        self, line: LineBuilder, path: str, properties: ParagraphProperties, flow: Flow
    ) -> None:
        """Add the paragraph to `flow`, then what it anchors."""
        scope = self.scope
        marks = line.finish_marks()
        pieces = line.pieces
        ordinal = None
        if flow.counted:
            self._paragraphs += 1
            ordinal = self._paragraphs
        text = line.stretches[0] if len(line.stretches) == 1 else "".join(line.stretches)
        number = ""
        shift = 0
        style = properties.style
        # A paragraph that only carries a section break has no number.
        is_break = properties.ends_section and not text and not line.boxes
        if not is_break and (properties.numbering is not None or style.numbering.num is not None):
            counters = self._box_counters if flow.box else self._counters
            number, suffix = scope.numbering.number(properties.numbering, style, counters)
            if number:
                shift = len(number) + len(suffix)
                text = f"{number}{suffix}{text}"
                pieces = [Piece(p.start + shift, p.end + shift, p.path, p.offset) for p in pieces]
        scope.budget.paragraph(len(path) + len(number))
        part = scope.part
        location = Location(part, path, paragraph=ordinal, text=shorten(text))
        level = None if flow.cell else properties.level
        flow.blocks.append(
            Paragraph(
                text,
                location,
                number,
                level,
                style.name,
                flow.box,
                tuple(pieces),
                tuple([Mark(t, at + shift, Location(part, p)) for t, p, at in marks]),
                tuple([Drawing(kind, Location(part, p)) for kind, p in line.drawings]),
            )
        )
        for at in line.page_starts:
            start = at + shift if at else 0
            scope.page_starts.append(Location(part, path, start, start, paragraph=ordinal))
        self._record(line, ordinal)
        for element, where in line.boxes:
            if element.tag == TEXT_PATH:
                flow.blocks.append(_word_art(element, part, where, ordinal))
                continue
            inner = Flow(counted=flow.counted, cell=flow.cell, box=True)
            self._blocks(element, where, inner)
            flow.blocks += inner.blocks

    def _record(self, line: LineBuilder, ordinal: int | None) -> None:
        """Record what stands beside the text of the paragraph `ordinal`."""
        scope = self.scope
        part = scope.part
        if line.changes:
            scope.revisions += revisions(line.changes, part, ordinal)
        for construct, where in line.unread:
            scope.gaps.append(Gap(construct, Location(part, where, paragraph=ordinal)))
        for kind, text, where in line.concealed:
            place = Location(part, where, paragraph=ordinal, text=shorten(text))
            scope.concealed.append(ConcealedText(kind, text, place))
        for name, text, where in line.changing:
            place = Location(part, where, paragraph=ordinal, text=shorten(text))
            scope.changing_fields.append(ChangingField(name, text, place))

    def _table(self, tbl: etree._Element, path: str, flow: Flow) -> None:
        self._flush(flow)
        scope = self.scope
        grid = GridBuilder(scope.budget, mirrored=is_mirrored(tbl))
        inner = Flow(cell=True, box=flow.box)
        empty = True
        for before, cells in without_slivers(tbl, rows(tbl, path, scope)):
            concealed = len(scope.concealed)
            begun = grid.row(before, cells)
            row = None
            for draft in begun:
                inner.blocks = []
                element = draft.release()
                row = element.getparent()
                self._blocks(element, draft.path, inner)
                draft.fill(inner.blocks)
            if not any(map(_shows_something, begun)) and (
                (row is not None and is_hidden(row)) or _is_struck(scope.concealed[concealed:])
            ):
                grid.drop_last_row()
            else:
                empty = False
        if not empty:
            flow.blocks.append(grid.finish(scope.part, path))

    def _unread(self, element: etree._Element, path: str, flow: Flow) -> None:
        self._flush(flow)
        where = Location(self.scope.part, path)
        self.scope.gaps.append(Gap(local_name(element.tag), where))

    def _section(self, element: etree._Element, path: str, _: Flow) -> None:
        change = element.find(_SECT_PR_CHANGE)
        if change is not None:
            where = Location(self.scope.part, f"{path}/w:sectPrChange[1]")
            self.scope.revisions.append(Revision("formatting", where, change.get(AUTHOR)))


def _shows_something(draft: CellDraft) -> bool:
    return bool(draft.tables) or any(
        paragraph.text.strip() or paragraph.drawings for paragraph in draft.paragraphs
    )


def _is_struck(concealed: list[ConcealedText]) -> bool:
    """Return whether all text of a row without visible text was struck out."""
    return bool(concealed) and all(text.kind is Concealment.STRUCK for text in concealed)


def _word_art(element: etree._Element, part: str, path: str, ordinal: int | None) -> Paragraph:
    """The text of old WordArt (Part 4, 19.1.2.23)."""
    text = element.get("string", "")
    location = Location(part, path, paragraph=ordinal, text=shorten(text))
    return Paragraph(text, location, box=True, pieces=(Piece(0, len(text), path),))


_Handler = Callable[[StoryReader, etree._Element, str, Flow], None]
_BLOCKS: dict[Role, _Handler] = {
    Role.PARAGRAPH: StoryReader._paragraph,
    Role.TABLE: StoryReader._table,
    Role.UNREAD: StoryReader._unread,
    Role.SECTION: StoryReader._section,
}
_BLOCK_ROLES = frozenset(_BLOCKS)
