"""Whether a figure in running text is the one in the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from docxlint.core.finding import NotApplicable, Problem, Unchecked
from docxlint.core.location import Location, shorten
from docxlint.core.message import Message
from docxlint.core.reference import FigureRef, SectionRef
from docxlint.core.regex import InvalidOption, Regex
from docxlint.form.bound import BoundCell, BoundForm
from docxlint.form.passages import running_texts
from docxlint.rules.bound_tables import missing_table
from docxlint.rules.message_parts import figure_label
from docxlint.rules.rule import Kind, Outcome
from docxlint.rules.stated_numbers import is_unrelated, stated_numbers
from docxlint.rules.text_patterns import NumberPattern
from docxlint.text.running_text import RunningText

_WRONG = Message(
    zh="正文写的是“{words}”，表中{figure}为{expected}",
    en="the text says “{words}”, but {figure} is {expected} in the table",
)
_NO_FIGURE = Message(
    zh="正文写的是“{words}”，表中{figure}不是数字，无法核对",
    en="the text says “{words}”, but {figure} in the table is not a number, so this cannot be"
    " checked",
)
_NO_CELL = Message(
    zh="正文写的是“{words}”，表中没有这一项，无法核对",
    en="the text says “{words}”, but the table has no cell for it, so this cannot be checked",
)
_NONE = Message(zh="正文没有写明表中的数字", en="the text states no figures of the tables")
_NAME = re.compile(r"\s*([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\s*", re.ASCII)
_NO_SUM = Message(
    zh="应写作“表.行.列”，几项相加用 +", en="write table.row.column, with + between several"
)
_WIDTH = 30


class Sum(msgspec.Struct, frozen=True):
    """A sum of figures of the form, by their full names, table.row.column."""

    source: str
    figures: tuple[FigureRef, ...]

    @classmethod
    def parse(cls, text: str) -> Sum:
        """Parse `text`, names with + between them. Raises InvalidOption."""
        figures = []
        at = 0
        for piece in text.split("+"):
            match = _NAME.fullmatch(piece)
            if match is None:
                raise InvalidOption(_NO_SUM, at)
            figures.append(_figure(match.group(1), at))
            at += len(piece) + 1
        return cls(text, tuple(figures))


def _figure(name: str, offset: int) -> FigureRef:
    try:
        return FigureRef.parse(name)
    except InvalidOption as error:
        raise InvalidOption(error.message, offset) from error


class Quote(msgspec.Struct, frozen=True):
    """A figure that sentences state. `says` matches the words with the number, `none` the words
    for nothing at all. A paragraph with none of `words` has neither. The number is right if it
    is one of the sums in `equals`; the first of them is what the words mean. A sentence that
    matches `unless` is about something else.
    """

    words: tuple[str, ...]
    says: tuple[NumberPattern, ...]
    equals: tuple[Sum, ...]
    none: Regex | None = None
    unless: Regex | None = None


class Options(msgspec.Struct, frozen=True):
    """`figures` has the figures to check in the running text of `sections`, or of the whole
    document.

    `unless` excludes any of them: it may match from the start of the sentence to the end of the
    clause with the number; there 我 stands for the organ of the title. Round numbers, changes,
    and numbers of other years than the report year are not checked.
    """

    figures: tuple[Quote, ...]
    sections: tuple[SectionRef, ...] = ()
    unless: Regex | None = None


class _Statement(msgspec.Struct, frozen=True):
    """A number that a sentence states, with its words, `text.text[start:end]`."""

    quote: Quote
    value: Decimal
    text: RunningText
    start: int
    end: int


def stated_figures(bound: BoundForm, options: Options) -> Iterator[tuple[FigureRef, Decimal]]:
    """Yield the figures of the tables that sentences state, with the stated value."""
    for text in running_texts(bound, tuple(map(str, options.sections))):
        for statement in _statements(text, options, bound):
            meant = statement.quote.equals
            if len(meant) == 1 and len(meant[0].figures) == 1:
                yield meant[0].figures[0], statement.value


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield each figure in the text that differs from its table."""
    none = True
    for text in running_texts(bound, tuple(map(str, options.sections))):
        for statement in _statements(text, options, bound):
            none = False
            yield from _check(bound, statement)
    if none:
        yield NotApplicable(reason=_NONE)


def _statements(text: RunningText, options: Options, bound: BoundForm) -> Iterator[_Statement]:
    """Yield what a text states about the organ and the year of the document."""
    marks = bound.language.sentences.PHRASE_MARKS
    for quote in options.figures:
        if not any(word in text.text for word in quote.words):
            continue
        unless = tuple(each for each in (options.unless, quote.unless) if each is not None)
        for stated in stated_numbers(text, quote.says, unless, bound):
            yield _Statement(quote, stated.quantity.value, text, stated.start, stated.end)
        for start, end in quote.none.spans(text.text) if quote.none is not None else ():
            if not is_unrelated(text.text, start, end, unless, bound):
                end -= text.text[end - 1] in marks
                yield _Statement(quote, Decimal(0), text, start, end)


def _check(bound: BoundForm, statement: _Statement) -> Iterator[Outcome]:
    text = statement.text
    words = text.text[statement.start : statement.end]
    place = text.place(statement.start, statement.end)
    cells = [_cells(bound, each) for each in statement.quote.equals]
    values = [_value(bound, each) for each in cells]
    if statement.value in values:
        return
    meant, first = statement.quote.equals[0], cells[0]
    causes = tuple(ref for each in statement.quote.equals for ref in each.figures)
    if None in values:
        yield _unchecked(bound, meant, first, words, place, causes)
        return
    yield Problem(
        message=_WRONG(
            words=shorten(words, _WIDTH),
            figure=_labels(first),
            expected=_sum_text(first, values[0]),
        ),
        location=place,
        expected=str(values[0]),
        found=words,
        related=tuple(cell.location for cell in first if cell is not None),
    )


def _unchecked(
    bound: BoundForm,
    meant: Sum,
    cells: Sequence[BoundCell | None],
    words: str,
    place: Location,
    causes: tuple[FigureRef, ...],
) -> Unchecked:
    for form in bound.form.tables:
        if form.name not in bound.tables and meant.figures[0].table == form.name:
            return missing_table(bound, form)
    text = shorten(words, _WIDTH)
    no_cell = _NO_CELL(words=text)
    reason = no_cell if None in cells else _NO_FIGURE(words=text, figure=_labels(cells))
    return Unchecked(reason=reason, location=place, causes=causes)


def _cells(bound: BoundForm, meant: Sum) -> list[BoundCell | None]:
    cells = []
    for ref in meant.figures:
        table = bound.tables.get(ref.table)
        cells.append(table.cell(ref.row, ref.column) if table is not None else None)
    return cells


def _value(bound: BoundForm, cells: Sequence[BoundCell | None]) -> Decimal | None:
    """The sum of figures; None if one is no number, or has decimals that the form does not."""
    total = Decimal(0)
    for cell in cells:
        value = cell.figure.value if cell is not None else None
        if cell is None or value is None:
            return None
        if value % 1 and not bound.form.table(cell.ref.table).may_have_decimals(cell.ref):
            return None
        total += value
    return total


def _labels(cells: Sequence[BoundCell | None]) -> Message:
    places = [cell.location for cell in cells if cell is not None]
    labels = [figure_label(place.row, place.column) for place in places]
    return Message(" + ".join(each.zh for each in labels), " + ".join(each.en for each in labels))


def _sum_text(cells: Sequence[BoundCell | None], total: Decimal | None) -> str:
    values = [str(cell.figure.value) for cell in cells if cell is not None]
    return values[0] if len(values) == 1 else f"{' + '.join(values)} = {total}"


KIND = Kind(name="prose-figure", options=Options, run=run, stated_figures=stated_figures)
