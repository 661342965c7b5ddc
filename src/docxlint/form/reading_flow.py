"""The blocks of a document in the order in which a person reads them under the form's headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

from docxlint.core.document import Block, Cell, Mark, Paragraph, Table
from docxlint.core.location import shorten, within
from docxlint.form.schema import Form

# How similar a numbered line must be to a title of the form to be its heading (0–100).
_NEAR = 60.0
# A longer line is a sentence.
_LONGEST = 60
# A shorter text in a frame is no sentence of the report.
_SENTENCE = 15


def reading_flow(blocks: Iterable[Block], form: Form) -> tuple[Block, ...]:
    """Return `blocks` as a person reads them.

    A table of one cell is a frame: its content counts in its place. A heading in a row of its own
    stands before the rest of its table. A heading and its text in one paragraph, with a line
    break between them, are two. Body text with an outline level has none.
    """
    flow = _Flow(form)
    return tuple(flow.with_plain_text(list(flow.walk(blocks))))


class _Flow:
    """What a form's headings look like, and the flow of blocks that follows from it."""

    def __init__(self, form: Form) -> None:
        language = form.language
        self._fold = language.folding.fold
        self._headings = language.headings
        self._commas = language.sentences.COMMAS
        self._stops = tuple(language.sentences.STOPS)
        self._printed = {self._fold(section.heading) for section in form.sections}
        self._titles = [self._headings.heading_words(s.heading) for s in form.sections]
        numbers = [self._headings.heading_number(s.heading) for s in form.sections]
        self._level = min((n.level for n in numbers if n is not None), default=None)

    def walk(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """Yield the blocks with frames opened, banners taken out and lines split."""
        for block in blocks:
            if isinstance(block, Paragraph):
                yield from self._lines(block)
            elif self._is_frame(block):
                yield from self.walk(_cells(block)[0].content())
            else:
                yield from self._without_banners(block)

    def is_heading(self, text: str) -> bool:
        """Whether a line has the number and the title of a section, or nearly so."""
        line = text.strip()
        if not line or len(line) > _LONGEST:
            return False
        if self._fold(line) in self._printed:
            return True
        number = self._headings.heading_number(line)
        if number is None or number.level != self._level:
            return False
        from rapidfuzz import fuzz  # imported late: only numbered lines need it

        title = self._headings.without_closing_marks(number.rest)
        return any(fuzz.ratio(title, each) >= _NEAR for each in self._titles)

    def _is_frame(self, table: Table) -> bool:
        """Whether a table is one cell with a heading, a table or whole sentences in it."""
        cells = _cells(table)
        if len(cells) != 1:
            return False
        for block in cells[0].content():
            if isinstance(block, Table):
                if self._is_frame(block) or len(_cells(block)) > 1:
                    return True
            elif any(map(self.is_heading, block.text.split("\n"))) or self._is_sentence(block.text):
                return True
        return False

    def _is_sentence(self, text: str) -> bool:
        return len(text) >= _SENTENCE and text.rstrip().endswith(self._stops)

    def _lines(self, paragraph: Paragraph) -> Iterator[Paragraph]:
        """Split a paragraph after a heading and before one, where a line break parts them."""
        text = paragraph.text
        if "\n" not in text or len(text) > 100_000:
            yield paragraph
            return
        cuts = {0, len(text)}
        start = 0
        for line in text.split("\n"):
            end = start + len(line)
            if self.is_heading(line):
                cuts |= {start, min(end + 1, len(text))}
            start = end + 1
        edges = sorted(cuts)
        if len(edges) == 2:
            yield paragraph
            return
        for begin, end in pairwise(edges):
            if text[begin:end].strip():
                yield _stretch(paragraph, begin, end)

    def _without_banners(self, table: Table) -> Iterator[Block]:
        """Yield the table in parts: before each row that is a heading, the row, what follows."""
        banners = [row for row in range(len(table.grid)) if self._is_banner(table, row)]
        if not banners:
            yield table
            return
        start = 0
        for row in banners:
            yield from self._part(table, start, row)
            yield from self.walk(table.row(row)[0].content())
            start = row + 1
        yield from self._part(table, start, len(table.grid))

    def _is_banner(self, table: Table, row: int) -> bool:
        cells = table.row(row)
        return (
            len(cells) == 1
            and cells[0].row == row
            and cells[0].rows == 1
            and any(self.is_heading(paragraph.text) for paragraph in cells[0].paragraphs)
        )

    def _part(self, table: Table, start: int, end: int) -> Iterator[Block]:
        """Yield the rows from `start` to `end`: the content of lone cells, or a table."""
        rows = [table.row(row) for row in range(start, end)]
        if all(len(cells) < 2 for cells in rows):
            for cells in rows:
                for cell in cells:
                    yield from self.walk(cell.content())
            return
        moved: dict[int, Cell] = {}

        def move(cell: Cell | None) -> Cell | None:
            if cell is not None and id(cell) not in moved:
                row = max(0, cell.row - start)
                moved[id(cell)] = msgspec.structs.replace(cell, row=row)
            return cell and moved[id(cell)]

        grid = tuple(tuple(map(move, slots)) for slots in table.grid[start:end])
        yield Table(grid, table.location)

    def with_plain_text(self, blocks: Sequence[Block]) -> Iterator[Block]:
        """Take the outline level from paragraphs that are body text."""
        for at, block in enumerate(blocks):
            if isinstance(block, Paragraph) and block.level is not None:
                beside = (*blocks[max(0, at - 1) : at], *blocks[at + 1 : at + 2])
                shared = any(isinstance(b, Paragraph) and b.level == block.level for b in beside)
                if self._is_text(block.text, shared=shared):
                    yield msgspec.structs.replace(block, level=None)
                    continue
            yield block

    def _is_text(self, text: str, *, shared: bool) -> bool:
        """Whether a text with an outline level is no heading.

        It has the end of a sentence inside, or it ends with one and has a comma too, or a neighbour
        shares its level.
        """
        line = text.strip()
        if self.is_heading(line) or self._headings.heading_number(line) is not None:
            return len(line) > _LONGEST
        if any(stop in line[:-1] for stop in self._stops):
            return True
        ends = line.endswith(self._stops)
        return ends and (shared or any(comma in line for comma in self._commas))


def _cells(table: Table) -> list[Cell]:
    """The first two cells of a table."""
    cells: list[Cell] = []
    for cell in table.cells():
        cells.append(cell)
        if len(cells) == 2:
            break
    return cells


def _stretch(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    """The characters of a paragraph from `start` to `end`, as a paragraph of its own."""
    text = paragraph.text[start:end].removesuffix("\n")
    end = start + len(text)
    place = within(paragraph.location, start, end, shorten(text))
    return msgspec.structs.replace(
        paragraph,
        text=text,
        location=place,
        number=paragraph.number if start == 0 else "",
        level=paragraph.level if start == 0 else None,
        pieces=(),
        marks=tuple(_moved(mark, start) for mark in paragraph.marks if start <= mark.offset <= end),
        drawings=paragraph.drawings if start == 0 else (),
    )


def _moved(mark: Mark, start: int) -> Mark:
    return msgspec.structs.replace(mark, offset=mark.offset - start)
